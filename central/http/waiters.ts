/** Desks that wait for a position of the feed. */
type Waiter = { readonly from: number; readonly wake: () => void }

export class Waiters {
  readonly #waiting = new Set<Waiter>()
  #kept_pos = 0

  /** Returns once the feed is beyond `from`, or after so long. */
  async until(from: number, ms: number): Promise<void> {
    if (this.#kept_pos > from || ms === 0) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const waiter = { from, wake: resolve }
    this.#waiting.add(waiter)
    const timer = setTimeout(resolve, ms)
    await promise
    clearTimeout(timer)
    this.#waiting.delete(waiter)
  }

  kept(log_pos: number): void {
    this.#kept_pos = log_pos
    for (const { from, wake } of this.#waiting) if (log_pos > from) wake()
  }

  /** Central stops: nobody waits longer. */
  end(): void {
    for (const { wake } of this.#waiting) wake()
  }

  get kept_pos(): number {
    return this.#kept_pos
  }
}
