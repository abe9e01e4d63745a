/**
 * Keeps a long-lived process small. Measured: V8 lets the space for young objects grow under the steady stream of
 * short-lived rows that scans and searches make, and never gives it back; kept at its first size, the same work needs
 * 75 MB less and is no slower. What outlives that space is looked through when half as much again has come together as
 * was in use at the last look; left alone V8 at times waits for four times as much, 30 MB, and that too stays taken.
 * Must be called before anything else is done.
 */
import { setFlagsFromString } from 'node:v8'

export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=50')
}
