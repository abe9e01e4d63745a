/**
 * The renderer's ports to the machine: its clock and its random bytes, for command ids, and its printing. The only file
 * of the renderer that uses them, so that a test can pass its own.
 */
import type { Random } from '../shared/kernel/ids.ts'
import { instant, type Clock } from '../shared/kernel/time.ts'

export type Ports = {
  readonly clock: Clock
  readonly random: Random
  /** A monotonic clock in milliseconds, the same as an event's timeStamp. */
  readonly steady_ms: () => number
  /** Calls once, in the next frame, or soon when the window is hidden and has no frames. */
  readonly nextFrame: (run: () => void) => void
  /** Opens the system's print dialog; print.css says what of the screen is printed. */
  readonly print: () => void
}

const HIDDEN_FRAME_MS = 100

function nextFrame(run: () => void): void {
  let isDone = false
  const once = (): void => {
    if (isDone) return
    isDone = true
    run()
  }
  requestAnimationFrame(once)
  setTimeout(once, HIDDEN_FRAME_MS)
}

export const machinePorts: Ports = {
  clock: { now: () => instant(Math.trunc(performance.timeOrigin + performance.now())) },
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  steady_ms: () => performance.now(),
  nextFrame,
  print: () => window.print(),
}
