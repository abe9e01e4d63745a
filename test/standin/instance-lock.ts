/**
 * One instance for each folder: a file with the holder's process number, and a note that a second start leaves for the
 * first. Works without sockets, so that it is the same on every system.
 */
import { existsSync, readFileSync, rmSync, watch, writeFileSync, type FSWatcher } from 'node:fs'
import path from 'node:path'

export class InstanceLock {
  readonly #file: string
  readonly #note: string
  #watcher: FSWatcher | null = null

  constructor(folder: string) {
    this.#file = path.join(folder, 'standin.lock')
    this.#note = path.join(folder, 'standin.second')
  }

  /** True when this process holds the lock. Otherwise the holder is told, and `onSecond` runs over there. */
  take(onSecond: () => void): boolean {
    if (this.#holderLives()) {
      writeFileSync(this.#note, String(process.pid))
      return false
    }
    rmSync(this.#file, { force: true })
    writeFileSync(this.#file, String(process.pid), { flag: 'wx' })
    rmSync(this.#note, { force: true })
    this.#watcher = watch(path.dirname(this.#file), () => {
      if (!existsSync(this.#note)) return
      rmSync(this.#note, { force: true })
      onSecond()
    })
    this.#watcher.unref()
    return true
  }

  release(): void {
    this.#watcher?.close()
    if (this.#watcher) rmSync(this.#file, { force: true })
    this.#watcher = null
  }

  #holderLives(): boolean {
    if (!existsSync(this.#file)) return false
    const holder = Number(readFileSync(this.#file, 'utf8'))
    try {
      return holder !== process.pid && process.kill(holder, 0)
    } catch {
      return false
    }
  }
}
