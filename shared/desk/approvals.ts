/**
 * Rows that wait for a supervisor, and the overrides for the open patron. Pure: each function takes a session and
 * returns the next one. Does not decide who may approve; shared/staff does.
 */
import type { RefusalCode } from '../refusals/refusals.ts'
import type { Instant } from '../kernel/time.ts'
import { choicesOf, type Override, type Pending } from './pending.ts'
import { changed, setRow, withoutBand, type Session, type SessionRow } from './session/session.ts'
import type { Words } from '../words/en/en.ts'

type OutcomeWords = Words['outcomes']

/** The row waits for something else now. `happened` is its two or three words. */
export function waitingFor(
  session: Session,
  words: OutcomeWords,
  row_id: string,
  pending: Pending,
  happened: string,
): Session {
  const approval = pending.ask === 'approval' ? { until_ms: pending.until_ms } : null
  const choices = [...choicesOf(words, pending)]
  return setRow(session, row_id, (one) => ({ ...one, pending, row: { ...one.row, choices, approval, happened } }))
}

type ApprovalRow = SessionRow & { readonly pending: Extract<Pending, { ask: 'approval' }> }

function isWaiting(row: SessionRow): row is ApprovalRow {
  return row.pending?.ask === 'approval'
}

function waitingRows({ rows, tally }: Session): readonly ApprovalRow[] {
  return tally.waiting_count === 0 ? [] : rows.filter(isWaiting)
}

/** The row that a badge would approve: the one that asked last. */
export function approvalRow(session: Session): ApprovalRow | null {
  return waitingRows(session).reduce<ApprovalRow | null>(
    (last, row) => (last && last.pending.until_ms >= row.pending.until_ms ? last : row),
    null,
  )
}

type Timed = Extract<Pending, { ask: 'approval' | 'reason' }>

function isStale({ pending }: SessionRow, now: Instant): boolean {
  if (pending?.ask !== 'approval' && pending?.ask !== 'reason') return false
  return pending.until_ms !== null && pending.until_ms <= now
}

/**
 * Rows that waited too long for a supervisor, or for the reason once one approved, can be asked again. The same session
 * when there are none.
 */
export function withoutStaleApprovals(session: Session, words: OutcomeWords, now: Instant): Session {
  if (session.tally.waiting_count === 0) return session
  const stale = session.rows.filter((row) => isStale(row, now))
  return stale.reduce((next, { row, pending }) => {
    const { ask, wish, codes } = pending as Timed
    const { nobody, no_reason } = words.answer
    const offered = ask === 'approval' ? nobody : no_reason
    const over = waitingFor(next, words, row.row_id, { ask: 'offer', wish, codes }, offered)
    // A band that still asks why would send the clerk's digit into the line.
    return ask === 'reason' && over.band?.heading === row.title ? withoutBand(over) : over
  }, session)
}

/** Overrides that apply to the rest of this patron's session. */
export function withOverrides(session: Session, given: readonly Override[]): Session {
  const codes = new Set(given.map((one) => one.code))
  return changed({ ...session, overrides: [...session.overrides.filter((one) => !codes.has(one.code)), ...given] })
}

/** Which of these alerts the patron's session has not shown yet, and the session that has. */
export function toldOnce(
  session: Session,
  codes: readonly RefusalCode[],
): { readonly fresh: ReadonlySet<RefusalCode>; readonly session: Session } {
  const fresh = new Set(codes.filter((code) => !session.told_codes.includes(code)))
  return { fresh, session: { ...session, told_codes: [...session.told_codes, ...fresh] } }
}

export type Given = Pick<Override, 'approved_by' | 'reason'>

/** Each pair of approver and reason once, without those that have neither. */
export function givenOnce(given: readonly Given[]): Given[] {
  const told = given.filter((one) => one.approved_by !== '' || one.reason !== '')
  const isSame = (one: Given, other: Given): boolean =>
    one.approved_by === other.approved_by && one.reason === other.reason
  return told
    .filter((one, at) => told.findIndex((other) => isSame(one, other)) === at)
    .map(({ approved_by, reason }) => ({ approved_by, reason }))
}

/** Who approved these, and why, as an entry keeps it. */
export function givenFor(codes: readonly RefusalCode[], overrides: readonly Override[]): Given[] {
  return givenOnce(overrides.filter((one) => codes.includes(one.code)))
}
