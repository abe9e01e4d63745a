/**
 * Decides when to restart a process that ended. Pure. Never gives up on the first failures, and never retries forever
 * without telling anyone.
 */
const WAITS_MS = [0, 250, 1_000, 3_000] as const
const WINDOW_MS = 60_000
const ENDS_MAX = 5

/** Recent ends that still count, oldest first, in milliseconds of a monotonic clock. */
export type Ends = readonly number[]

export type Restart = { readonly ends: Ends } & (
  | { readonly kind: 'wait'; readonly wait_ms: number }
  /** Five ends in a minute: a person decides when to try again. */
  | { readonly kind: 'give-up' }
)

export function afterEnd(earlier: Ends, ended_at_ms: number): Restart {
  const ends = [...earlier.filter((end) => ended_at_ms - end < WINDOW_MS), ended_at_ms]
  if (ends.length >= ENDS_MAX) return { kind: 'give-up', ends }
  return { kind: 'wait', wait_ms: WAITS_MS[ends.length - 1] ?? 3_000, ends }
}

/** True while a crashed screen may reload without asking: three times a minute. */
export function mayReload(earlier: Ends, at_ms: number): { readonly may: boolean; readonly ends: Ends } {
  const ends = [...earlier.filter((end) => at_ms - end < WINDOW_MS), at_ms]
  return { may: ends.length <= 3, ends }
}
