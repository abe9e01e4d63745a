/**
 * The desk's idea of now. The machine's clock is believed while it runs on from the journal; when it steps back, the
 * desk goes on counting by itself from the last moment it trusted, and says so. Never orders or refuses anything.
 */
import { instant, MS_PER_DAY, MS_PER_MINUTE, type Clock, type Instant } from '../../shared/kernel/time.ts'

/** Small steps back happen when a clock is set by the network. */
const STEP_BACK_TOLERATED_MS = 2 * MS_PER_MINUTE
/** A step forward of more than this while running is told; the desk follows it all the same. */
const STEP_FORWARD_TOLD_MS = MS_PER_DAY

export class DeskClock implements Clock {
  readonly #machine: Clock
  readonly #monotonic_ms: () => number
  #trusted: Instant
  #trustedAtMonotonic_ms: number
  #trouble = ''

  /** @param lastRecorded when the journal's last event happened */
  constructor(machine: Clock, monotonic_ms: () => number, lastRecorded: Instant) {
    this.#machine = machine
    this.#monotonic_ms = monotonic_ms
    this.#trusted = lastRecorded
    this.#trustedAtMonotonic_ms = monotonic_ms()
  }

  readonly now = (): Instant => {
    const said = this.#machine.now()
    const passed_ms = Math.max(0, Math.floor(this.#monotonic_ms() - this.#trustedAtMonotonic_ms))
    const expected = instant(this.#trusted + passed_ms)
    const behind_ms = expected - said
    if (behind_ms > STEP_BACK_TOLERATED_MS) {
      this.#trouble = 'back'
      return expected
    }
    this.#trouble = this.#trusted > 0 && -behind_ms > STEP_FORWARD_TOLD_MS && passed_ms > 0 ? 'forward' : ''
    return said
  }

  /** Called when the journal recorded something at `at`: from here on time only goes forward. */
  trust(at: Instant): void {
    if (at < this.#trusted) return
    this.#trusted = at
    this.#trustedAtMonotonic_ms = this.#monotonic_ms()
  }

  /** What everyone should know of the clock, or empty. */
  trouble(): string {
    this.now()
    return this.#trouble === 'back'
      ? 'This computer’s clock was set back. Datestamp counts on from the last record; please set the clock right.'
      : ''
  }
}
