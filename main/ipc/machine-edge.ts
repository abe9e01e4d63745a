/**
 * The machine's own clock and random bytes, for the real processes. Everything else is given a port. The only file
 * under `main/` that reads the clock or the random source.
 */
import { randomBytes } from 'node:crypto'
import type { Random } from '../../shared/kernel/ids.ts'
import { instant, type Clock } from '../../shared/kernel/time.ts'

export const machineClock: Clock = { now: () => instant(Date.now()) }

/** Monotonic milliseconds, whatever is done to the clock. */
export const machineMonotonic_ms = (): number => performance.now()

export const machineRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }
