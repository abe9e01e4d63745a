/**
 * Notices a process that hangs: asks now and then, and counts the questions that were not answered. Counts questions
 * and not time: a computer that slept asked nothing meanwhile. Must never end anything itself.
 */
export type HealthPlan = {
  readonly every_ms: number
  /** From so many questions without an answer it hangs. */
  readonly unanswered_max: number
  /** Whether it is to be asked at all now: it is up, and at nothing that may take long. */
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

  /** Another process, or one that was away for good reason: what was asked before is not waited for. */
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
