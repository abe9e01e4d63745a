/** The least that a durable record can cost on this disk: one line appended to a file, then `fdatasync`. */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export class BareAppend {
  readonly #file: number

  constructor(folder: string) {
    this.#file = openSync(join(folder, 'bare-append.jsonl'), 'a')
  }

  append(line: string): void {
    writeSync(this.#file, line)
    fdatasyncSync(this.#file)
  }

  close(): void {
    closeSync(this.#file)
  }
}
