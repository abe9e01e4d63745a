/**
 * Notices that nothing came for a while. A timer that goes off late goes off in a process that was busy, and what was
 * sent meanwhile is not read yet: it waits once more instead of cutting a scan in two.
 */
const LATE_MS = 50

export class Silence {
  readonly #wait_ms: number
  readonly #monotonic_ms: () => number
  readonly #onSilence: () => void
  #timer: NodeJS.Timeout | undefined

  constructor(wait_ms: number, monotonic_ms: () => number, onSilence: () => void) {
    this.#wait_ms = wait_ms
    this.#monotonic_ms = monotonic_ms
    this.#onSilence = onSilence
  }

  /** Something came, and more is to come. */
  begin(): void {
    this.end()
    const due_ms = this.#monotonic_ms() + this.#wait_ms
    this.#timer = setTimeout(() => {
      if (this.#monotonic_ms() - due_ms > LATE_MS) this.begin()
      else this.#onSilence()
    }, this.#wait_ms)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}
