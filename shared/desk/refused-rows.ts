/**
 * Which rows of a session were finally refused: those that nobody may answer, those that were left, and those that left
 * while waiting. Pure; main/desk/approvals/refused-acts.ts records them. Never includes an answered row.
 */
import { isRefusalKept } from '../refusals/overrides.ts'
import type { RefusedAct } from './pending.ts'
import type { Session, SessionRow } from './session/session.ts'

/** The refused act of a row that the work log keeps; null when there is none. */
function keptOf({ refused }: SessionRow): RefusedAct | null {
  const codes = refused?.codes.filter(isRefusalKept) ?? []
  return refused !== null && codes.length > 0 ? { act: refused.act, codes } : null
}

type Between = { readonly left: readonly RefusedAct[]; readonly over: readonly RefusedAct[] }

/** `left`: rows that left while waiting. `over`: rows that no longer wait, or never did. Oldest first. */
export function refusedBetween(before: Session, after: Session): Between {
  if (before.rows === after.rows) return { left: [], over: [] }
  // Runs after every scan. If nothing waited before, only new rows can have been refused.
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
