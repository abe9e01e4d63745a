/**
 * The session as text, passed from one station process to the next. Pure. Must never stop a desk: what cannot be parsed
 * is dropped, because everything that matters is in the journal.
 */
import { EMPTY_SESSION, type Session } from './session.ts'
import { tallyOf } from '../tally.ts'

const ROWS_HANDED_MAX = 200

export function handedOn(session: Session): string {
  return JSON.stringify({ ...session, rows: session.rows.slice(0, ROWS_HANDED_MAX) })
}

/** Null when there is none, or this version cannot parse it. A long cart does not pass on all of its rows. */
export function resumed(state: string | undefined): Session | null {
  if (!state) return null
  const found = JSON.parse(state) as Partial<Session>
  if (typeof found.version !== 'number' || !Array.isArray(found.rows)) return null
  return { ...EMPTY_SESSION, ...found, tally: tallyOf(found.rows) }
}
