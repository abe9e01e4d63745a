/** The fakes that tests may use: a clock that is set, random bytes from a seed, and one key for every test's files. */
import type { Random } from '../../../shared/kernel/ids.ts'
import { instant, type Clock, type Instant } from '../../../shared/kernel/time.ts'

export const KEY = new Uint8Array(32).fill(7)

/** Tuesday November 24, 2026, 11:07 in Chicago. */
export const TUESDAY = instant(Date.UTC(2026, 10, 24, 17, 7))

export class FakeClock implements Clock {
  #now: Instant
  /** Milliseconds that only grow, as the machine's monotonic clock does. */
  #monotonic_ms = 1_000

  constructor(now: Instant = TUESDAY) {
    this.#now = now
  }

  readonly now = (): Instant => this.#now
  readonly monotonic_ms = (): number => this.#monotonic_ms

  /** Time passes. */
  pass(ms: number): void {
    this.#now = instant(this.#now + ms)
    this.#monotonic_ms += ms
  }

  /** Somebody sets the clock; no time passes. */
  set(at: Instant): void {
    this.#now = at
  }
}

/** A small generator (mulberry32): the same seed, the same bytes. */
export function seededRandom(seed = 1): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return { bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff) }
}

/** PINs of tests are hashed in less than a millisecond. */
export const QUICK_PIN_COST = 8
