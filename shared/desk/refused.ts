/**
 * Which rows of a session were refused for good: those that nobody may answer, those that were left, and those that
 * went while they waited. Pure; what is kept of it is in main/services/refused.ts. Must never tell of a row that was
 * answered.
 */
import { isRefusalKept } from '../staff/overrides.ts'
import type { RefusedAct } from './pending.ts'
import type { Session, SessionRow } from './session.ts'

/** What a row was stopped by that the work log keeps; null when that is nothing. */
function keptOf({ refused }: SessionRow): RefusedAct | null {
  const codes = refused?.codes.filter(isRefusalKept) ?? []
  return refused !== null && codes.length > 0 ? { act: refused.act, codes } : null
}

type Between = { readonly left: readonly RefusedAct[]; readonly over: readonly RefusedAct[] }

/** `left`: rows that went while they waited. `over`: rows that wait no longer, or never did. Oldest first. */
export function refusedBetween(before: Session, after: Session): Between {
  if (before.rows === after.rows) return { left: [], over: [] }
  const stopped = (one: SessionRow): boolean => one.refused !== null && one.pending === null
  const known = new Set(before.rows.filter(stopped).map((one) => one.row.row_id))
  // Asked after every scan: the rows of a long cart are gone through by name only where one of them had waited.
  const waiting = before.rows.filter((one) => one.pending !== null)
  const here = new Set(waiting.length === 0 ? [] : after.rows.map((one) => one.row.row_id))
  const left = waiting.filter((one) => !here.has(one.row.row_id))
  const over = after.rows.filter((one) => stopped(one) && !known.has(one.row.row_id))
  const acts = (rows: readonly SessionRow[]): readonly RefusedAct[] =>
    rows.toReversed().flatMap((one) => keptOf(one) ?? [])
  return { left: acts(left), over: acts(over) }
}
