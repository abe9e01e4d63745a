/**
 * Which rows of a session were refused for good: those that nobody may answer, those that were left, and those that
 * went while they waited. Pure; main/desk/approvals/refused.ts keeps it. Must never tell of a row that was answered.
 */
import { isRefusalKept } from '../refusals/overrides.ts'
import type { RefusedAct } from './pending.ts'
import type { Session, SessionRow } from './session/session.ts'

/** What a row was stopped by that the work log keeps; null when that is nothing. */
function keptOf({ refused }: SessionRow): RefusedAct | null {
  const codes = refused?.codes.filter(isRefusalKept) ?? []
  return refused !== null && codes.length > 0 ? { act: refused.act, codes } : null
}

type Between = { readonly left: readonly RefusedAct[]; readonly over: readonly RefusedAct[] }

/** `left`: rows that went while they waited. `over`: rows that wait no longer, or never did. Oldest first. */
export function refusedBetween(before: Session, after: Session): Between {
  if (before.rows === after.rows) return { left: [], over: [] }
  // Asked after every scan. Where nothing waited, only what was made since can have been refused.
  if (before.tally.waiting_count === 0) {
    const made = after.rows.slice(0, after.rows_made_count - before.rows_made_count)
    return { left: [], over: acts(made.filter(isStopped)) }
  }
  const known = new Set(before.rows.filter(isStopped).map((one) => one.row.row_id))
  const here = new Set(after.rows.map((one) => one.row.row_id))
  const left = before.rows.filter((one) => one.pending !== null && !here.has(one.row.row_id))
  const over = after.rows.filter((one) => isStopped(one) && !known.has(one.row.row_id))
  return { left: acts(left), over: acts(over) }
}

function isStopped({ refused, pending }: SessionRow): boolean {
  return refused !== null && pending === null
}

function acts(rows: readonly SessionRow[]): readonly RefusedAct[] {
  return rows.toReversed().flatMap((one) => keptOf(one) ?? [])
}
