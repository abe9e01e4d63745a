/**
 * The session at one desk: who is here, what has been scanned, what waits for an answer. Pure: each function takes a
 * session and gives the next one. Small and plain enough to be handed to a new station process after a crash.
 * Must never decide a rule; it only keeps what was decided.
 */
import type { RefusalCode } from '../circulation/refusals.ts'
import { assert } from '../kernel/assert.ts'
import type { PatronId, StaffCode } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Band, DeskMode, OutcomeClass, Row } from './screen.ts'

/** What a row did; `none` recorded nothing. */
export type Act = 'out' | 'in' | 'renew' | 'none'

/** What an answer to a row would do. */
export type Pending =
  | { readonly ask: 'lend-anyway'; readonly item_barcode: string; readonly overridden: readonly RefusalCode[] }
  | { readonly ask: 'take-back-and-lend'; readonly item_barcode: string; readonly overridden: readonly RefusalCode[] }
  | { readonly ask: 'renew'; readonly item_barcode: string }
  | { readonly ask: 'card-or-item'; readonly barcode: string }

export type SessionRow = {
  readonly row: Row
  readonly act: Act
  /** "terminal.epoch.seq" of what it recorded, or empty. */
  readonly event: string
  readonly due_at_ms: number | null
  readonly pending: Pending | null
}

export type SessionStaff = {
  readonly staff_code: StaffCode
  readonly name: string
  readonly initials: string
  readonly role: 'staff' | 'supervisor' | 'manager'
}

export type Session = {
  /** Grows with every change, so that a screen knows whether it is behind. */
  readonly version: number
  readonly mode: DeskMode
  readonly staff: SessionStaff | null
  readonly patron_id: PatronId | null
  readonly last_patron_id: PatronId | null
  /** The card that opened the account; null when it was found by name. */
  readonly card_status: 'current' | 'former' | 'lost' | null
  /** Newest first. */
  readonly rows: readonly SessionRow[]
  readonly band: Band | null
  readonly bands_count: number
  readonly rows_made_count: number
  readonly recovered: string
  /** Ids of the last commands that were carried out, newest last: the same id again changes nothing. */
  readonly commands: readonly string[]
}

const COMMANDS_KEPT_MAX = 500

export const EMPTY_SESSION: Session = {
  version: 1,
  mode: 'out',
  staff: null,
  patron_id: null,
  last_patron_id: null,
  card_status: null,
  rows: [],
  band: null,
  bands_count: 0,
  rows_made_count: 0,
  recovered: '',
  commands: [],
}

function next(session: Session, change: Partial<Session>): Session {
  return { ...session, ...change, version: session.version + 1 }
}

/** What just happened, before the session has numbered it. */
export type BandDraft = Omit<Band, 'number' | 'spoken'> & { readonly spoken?: string }

export function withBand(session: Session, draft: BandDraft): Session {
  const number = session.bands_count + 1
  const band = { spoken: spokenOf(draft), ...draft, number }
  return next(session, { band, bands_count: number, recovered: '' })
}

function spokenOf(draft: BandDraft): string {
  const fact = draft.fact ? ` ${draft.fact.label} ${draft.fact.text}.` : ''
  const [first, ...rest] = draft.sentence.split('. ')
  const word = draft.outcome === 'done' ? 'Done' : (first ?? '')
  return draft.outcome === 'done'
    ? `${word}. ${draft.heading}.${fact}`
    : `${word}. ${draft.heading}. ${rest.join('. ')}${fact}`.trim()
}

/** A row before the session has numbered it. */
export type RowDraft = {
  readonly at: Instant
  readonly outcome: OutcomeClass
  readonly title: string
  readonly author?: string
  readonly barcode: string
  readonly call_number?: string
  readonly happened: string
  readonly fact?: string
  readonly notes?: readonly string[]
  readonly choices?: readonly { readonly key: string; readonly label: string }[]
  readonly act?: Act
  readonly event?: string
  readonly due_at_ms?: number | null
  readonly pending?: Pending | null
}

export function withRow(session: Session, draft: RowDraft): Session {
  const row: Row = {
    row_id: `r${session.rows_made_count + 1}`,
    at_ms: draft.at,
    outcome: draft.outcome,
    title: draft.title,
    author: draft.author ?? '',
    barcode: draft.barcode,
    call_number: draft.call_number ?? '',
    happened: draft.happened,
    fact: draft.fact ?? '',
    choices: [...(draft.choices ?? [])],
    is_undone: false,
    notes: [...(draft.notes ?? [])],
  }
  const made: SessionRow = {
    row,
    act: draft.act ?? 'none',
    event: draft.event ?? '',
    due_at_ms: draft.due_at_ms ?? null,
    pending: draft.pending ?? null,
  }
  return next(session, { rows: [made, ...session.rows], rows_made_count: session.rows_made_count + 1 })
}

function changeRow(session: Session, row_id: string, change: (row: SessionRow) => SessionRow): Session {
  assert(
    session.rows.some((one) => one.row.row_id === row_id),
    `a row of this session: ${row_id}`,
  )
  return next(session, { rows: session.rows.map((one) => (one.row.row_id === row_id ? change(one) : one)) })
}

/** The row was answered: it waits no longer. `happened` says how it ended. */
export function answered(session: Session, row_id: string, happened: string): Session {
  return changeRow(session, row_id, (one) => ({ ...one, pending: null, row: { ...one.row, choices: [], happened } }))
}

export function undone(session: Session, row_id: string): Session {
  return changeRow(session, row_id, (one) => ({
    ...one,
    act: 'none',
    row: { ...one.row, is_undone: true, happened: 'Undone', fact: '' },
  }))
}

/** The newest row that recorded something and has not been undone: what Ctrl+Z would undo. */
export function lastUndoable(session: Session): SessionRow | null {
  return session.rows.find((one) => one.act !== 'none') ?? null
}

export function undecidedCount(session: Session): number {
  return session.rows.filter((one) => one.pending !== null).length
}

export function rowById(session: Session, row_id: string): SessionRow | null {
  return session.rows.find((one) => one.row.row_id === row_id) ?? null
}

/** The account of this patron is on screen; rows of the one before are gone. */
export function opened(session: Session, patron_id: PatronId): Session {
  const last =
    session.patron_id !== null && session.patron_id !== patron_id ? session.patron_id : session.last_patron_id
  return next(session, { patron_id, last_patron_id: last, rows: [], recovered: '' })
}

/** Nobody is at the desk: account, rows and band are gone from the screen. */
export function cleared(session: Session): Session {
  const last_patron_id = session.patron_id ?? session.last_patron_id
  return next(session, { patron_id: null, last_patron_id, card_status: null, rows: [], band: null, recovered: '' })
}

export function switched(session: Session, mode: DeskMode): Session {
  return next(cleared(session), { mode })
}

export function signedIn(session: Session, staff: SessionStaff): Session {
  return next(session, { staff, recovered: session.recovered })
}

/** Signing out takes every trace of a patron from the screen, also the last patron. */
export function signedOut(session: Session): Session {
  return next(cleared(session), { staff: null, last_patron_id: null, mode: 'out' })
}

export function withCommand(session: Session, command_id: string): Session {
  if (session.commands.includes(command_id)) return session
  const kept = session.commands.slice(-(COMMANDS_KEPT_MAX - 1))
  return next(session, { commands: [...kept, command_id] })
}

export function changed(session: Session): Session {
  return next(session, {})
}
