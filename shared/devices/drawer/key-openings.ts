/**
 * A sensor that comes and goes slower than chatter looks like a key that opens the drawer again and again, and each
 * opening is an entry for ever. So the first ones are entries of their own, and the rest are counted: one entry when
 * the drawer has been quiet, or each hour. Pure.
 */

export type KeyReason = 'key' | 'unseen'

export type KeyOpenings = {
  /** Those that were entries of their own. */
  readonly lately_at_ms: readonly number[]
  /** Those that are counted; null: each is an entry. */
  readonly counted: {
    readonly reason: KeyReason
    readonly openings_count: number
    readonly since_ms: number
    readonly last_at_ms: number
  } | null
}

export type KeySaid =
  /** Nobody asked the desk. `unseen`: it was found open after its sensor was away. */
  | { readonly kind: 'key-opened'; readonly reason: KeyReason; readonly openings_count: number }
  /** It opens so often that it is counted from now on. */
  | { readonly kind: 'restless' }

type Step = readonly [KeyOpenings, readonly KeySaid[]]

export const NO_OPENINGS: KeyOpenings = { lately_at_ms: [], counted: null }

/** As often as no person uses the key within a minute, and more than a sensor that then says nonsense. */
const SINGLE_MAX = 8
const WITHIN_MS = 60_000
/** So long without an opening ends the counting. */
const QUIET_MS = 60_000
/** What was counted is on disk after so long at the latest. */
const AT_LATEST_MS = 3_600_000

export function keyOpened(before: KeyOpenings, reason: KeyReason, now_ms: number): Step {
  const { counted } = before
  if (counted !== null) {
    const openings_count = counted.openings_count + 1
    return [{ ...before, counted: { ...counted, reason, openings_count, last_at_ms: now_ms } }, []]
  }
  const lately = before.lately_at_ms.filter((at_ms) => now_ms - at_ms < WITHIN_MS)
  if (lately.length < SINGLE_MAX)
    return [{ lately_at_ms: [...lately, now_ms], counted: null }, [{ kind: 'key-opened', reason, openings_count: 1 }]]
  const first = { reason, openings_count: 1, since_ms: now_ms, last_at_ms: now_ms }
  return [{ lately_at_ms: [], counted: first }, [{ kind: 'restless' }]]
}

/** What only time brings. */
export function openingsPassed(before: KeyOpenings, now_ms: number): Step {
  const { counted } = before
  if (counted === null || now_ms < (openingsWakeAt(before) ?? Infinity)) return [before, []]
  const { reason, openings_count, last_at_ms } = counted
  const said: readonly KeySaid[] = openings_count === 0 ? [] : [{ kind: 'key-opened', reason, openings_count }]
  if (now_ms - last_at_ms >= QUIET_MS) return [NO_OPENINGS, said]
  return [{ ...before, counted: { ...counted, openings_count: 0, since_ms: now_ms } }, said]
}

/** When there is something to say without another opening; null: never. */
export function openingsWakeAt({ counted }: KeyOpenings): number | null {
  return counted === null ? null : Math.min(counted.last_at_ms + QUIET_MS, counted.since_ms + AT_LATEST_MS)
}
