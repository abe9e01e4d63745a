/** The devices process of the desk, started in the guest as main starts it. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { FromDevices, ToDevices } from '../../../main/ipc/wire.ts'

export type Hear = (message: FromDevices) => void

/** Beside this file, once both are bundled. */
const CHILD = join(import.meta.dirname, 'devices-child.mjs')

export class DevicesProcess {
  readonly #child: ChildProcess
  readonly #ended = Promise.withResolvers<number | null>()
  readonly #opened = Promise.withResolvers<void>()
  /** How many scans came from it. */
  scans_count = 0

  constructor(bundle: string, user: number, hear: Hear) {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
    this.#child = fork(CHILD, [bundle, String(user)], { serialization: 'advanced', stdio: [...stdio] })
    this.#child.on('message', (message) => {
      const said = message as FromDevices
      if (said.kind === 'scan') this.scans_count += 1
      if (said.kind === 'opened') this.#opened.resolve()
      hear(said)
    })
    this.#child.on('exit', (code) => {
      this.#opened.reject(new Error(`the devices process ended with ${code}`))
      this.#ended.resolve(code)
    })
    this.#opened.promise.catch(() => undefined)
    this.tell({ kind: 'open', is_practice: false })
  }

  get opened(): Promise<void> {
    return this.#opened.promise
  }

  tell(message: ToDevices): void {
    this.#child.send(message)
  }

  /** Closes it as main does. @returns its exit code */
  end(): Promise<number | null> {
    this.#child.on('message', (message) => {
      if ((message as FromDevices).kind === 'closed') this.#child.disconnect()
    })
    this.tell({ kind: 'close' })
    return this.#ended.promise
  }
}
