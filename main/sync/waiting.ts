/** A wait that ends early: something was recorded, or sync is stopped. */

/** One who waits until there is something to do. */
export class Bell {
  #rung = Promise.withResolvers<void>()

  ring(): void {
    this.#rung.resolve()
  }

  /** From here on only a new ring counts. */
  listen(): void {
    this.#rung = Promise.withResolvers()
  }

  /** Returns at a ring since `listen`, or when the signal ends it. */
  async heard(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const ended = Promise.withResolvers<void>()
    const end = (): void => ended.resolve()
    signal.addEventListener('abort', end)
    await Promise.race([this.#rung.promise, ended.promise])
    signal.removeEventListener('abort', end)
  }
}
