/** Waits that end early: something was recorded, or sync is stopped. */

export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

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
    await Promise.race([this.#rung.promise, aborted(signal)])
  }
}
