/**
 * The machine's own clock and random bytes, for the processes that really run. Everything else is handed a port.
 * The only file under `main/` that reads the clock or the random source. Must never be imported by a decision.
 */
import { randomBytes } from 'node:crypto'
import type { Random } from '../../shared/kernel/ids.ts'
import { instant, type Clock } from '../../shared/kernel/time.ts'

export const machineClock: Clock = { now: () => instant(Date.now()) }

/** Milliseconds that only ever grow, whatever is done to the clock. */
export const machineMonotonic_ms = (): number => performance.now()

export const machineRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }
