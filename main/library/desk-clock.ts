/**
 * The desk's clock. Follows the machine's clock while it runs on from the journal; when that steps back, the desk keeps
 * counting from the last moment it trusted, and says so. Never orders or refuses anything.
 */
import { instant, MS_PER_DAY, MS_PER_MINUTE, type Clock, type Instant } from '../../shared/kernel/time.ts'

/** Small steps back happen when the network sets a clock. */
const STEP_BACK_TOLERATED_MS = 2 * MS_PER_MINUTE
/** A larger step forward is reported before anything is recorded with it; the desk follows it even so. */
const STEP_FORWARD_TOLD_MS = MS_PER_DAY
/** A desk may be idle over a long closing; a start later than this after the last record is reported. */
const IDLE_TOLD_MS = 60 * MS_PER_DAY

/** What everyone should know about the clock. */
type ClockTrouble = 'back' | 'ahead'

export class DeskClock implements Clock {
  readonly #machine: Clock
  readonly #monotonic_ms: () => number
  #trusted: Instant
  #trustedAtMonotonic_ms: number
  /** Something was recorded since the desk was opened: a jump is measured from there, not from the last closing. */
  #isRunning = false

  /** @param lastRecorded the time of the journal's last event */
  constructor(machine: Clock, monotonic_ms: () => number, lastRecorded: Instant) {
    this.#machine = machine
    this.#monotonic_ms = monotonic_ms
    this.#trusted = lastRecorded
    this.#trustedAtMonotonic_ms = monotonic_ms()
  }

  /** What the desk would show if it only counted by itself. */
  #expected(): Instant {
    const passed_ms = Math.max(0, Math.floor(this.#monotonic_ms() - this.#trustedAtMonotonic_ms))
    return instant(this.#trusted + passed_ms)
  }

  readonly now = (): Instant => {
    const said = this.#machine.now()
    const expected = this.#expected()
    return expected - said > STEP_BACK_TOLERATED_MS ? expected : said
  }

  /** Milliseconds that only grow, whatever is done to the clock: how long something lasts. */
  readonly passed_ms = (): number => this.#monotonic_ms()

  /** This computer's own clock, trusted or not. */
  readonly machineNow = (): Instant => this.#machine.now()

  /** Call when the journal recorded something at `at`: from here on time only moves forward. */
  trust(at: Instant): void {
    if (at < this.#trusted) return
    this.#set(at)
  }

  /** A manager confirms the machine's clock. Returns the moment from which the desk continues. */
  confirm(): Instant {
    const at = this.#machine.now()
    this.#set(at)
    return at
  }

  #set(at: Instant): void {
    this.#trusted = at
    this.#trustedAtMonotonic_ms = this.#monotonic_ms()
    this.#isRunning = true
  }

  /** Null when all is well. */
  trouble(): ClockTrouble | null {
    const ahead_ms = this.#machine.now() - this.#expected()
    if (ahead_ms < -STEP_BACK_TOLERATED_MS) return 'back'
    const told_ms = this.#isRunning ? STEP_FORWARD_TOLD_MS : IDLE_TOLD_MS
    return this.#trusted > 0 && ahead_ms > told_ms ? 'ahead' : null
  }
}
