/**
 * Notices a hung process: pings it now and then, and counts the pings that were not answered. Counts pings rather than
 * time, because a computer that slept sent none meanwhile. Only reports; ends nothing.
 */
export type HealthPlan = {
  readonly every_ms: number
  /** With this many unanswered pings the process counts as hung. */
  readonly unanswered_max: number
  /** Whether to ping now: the process is up, and not at anything that can take long. */
  readonly isAsked: () => boolean
  readonly ask: (number: number) => void
  readonly onHang: () => void
}

export class Health {
  readonly #plan: HealthPlan
  readonly #timer: NodeJS.Timeout
  #asked = 0
  #answered = 0

  constructor(plan: HealthPlan) {
    this.#plan = plan
    this.#timer = setInterval(() => this.#check(), plan.every_ms)
  }

  answered(number: number): void {
    this.#answered = number
  }

  /** A new process, or one that was away for good reason: earlier pings are dropped. */
  forgive(): void {
    this.#answered = this.#asked
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #check(): void {
    if (!this.#plan.isAsked()) return this.forgive()
    if (this.#asked - this.#answered >= this.#plan.unanswered_max) {
      this.forgive()
      return this.#plan.onHang()
    }
    this.#asked += 1
    this.#plan.ask(this.#asked)
  }
}
