/**
 * The session at one desk: who is open, what was scanned, what waits for an answer. Pure: each function takes a session
 * and returns the next one. Small and plain enough to pass to a new station process after a crash. Decides no rule; it
 * only keeps what was decided.
 */
import type { RefusalCode } from '../../refusals/refusals.ts'
import { must } from '../../kernel/assert.ts'
import type { Place } from '../../journal/place.ts'
import type { PatronId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { NO_MODIFIERS, NOTHING_ALLOWED, ownOnly, type Allowed, type Modifiers } from '../modifiers.ts'
import type { PageRef } from '../page.ts'
import { NO_PAPERS, papersPutAway, type Papers } from '../papers.ts'
import type { Override, Pending, RefusedAct } from '../pending.ts'
import type { ApprovedPage } from '../page-grants.ts'
import type { AskedPin, Band, DeskMode, Row } from '../screen.ts'
import { NO_SHELF_TOOLS, type ShelfTools } from '../shelf-tools.ts'
import type { StaffMember } from '../../staff/staff-member.ts'
import { NO_MONEY_SO_FAR, type MoneySoFar } from './settling.ts'
import { asSentence } from '../../words/sentence.ts'
import { NO_ROWS, recounted, withCounted, type Act, type Tally } from '../tally.ts'
import { EMPTY_BASKET, type Basket } from './basket.ts'
import type { BandDraft, RowDraft } from './drafts.ts'
import type { RanBand, WaitingScan } from './waiting-scan.ts'

export type SessionRow = {
  readonly row: Row
  readonly act: Act
  /** "terminal.epoch.seq" of what it recorded, or empty. */
  readonly event: string
  /** The command that recorded it and everything that followed, so that all of it is undone together; or empty. */
  readonly command_id: string
  readonly due_at_ms: number | null
  readonly pending: Pending | null
  /** The band before it asked, which comes back when it is left; null: there was none. */
  readonly band_before: Band | null
  /** The refusals against it; null when there were none, or once they were answered. */
  readonly refused: RefusedAct | null
}

export type SessionStaff = StaffMember

/** A badge that counts once its owner types the PIN. */
export type ScannedBadge = AskedPin & { readonly staff: SessionStaff; readonly until_ms: Instant }

export type Session = MoneySoFar & {
  /** Grows with every change, so that a screen knows whether it is behind. */
  readonly version: number
  readonly mode: DeskMode
  readonly staff: SessionStaff | null
  /** The badge whose PIN is awaited; null when none is. */
  readonly badge: ScannedBadge | null
  readonly patron_id: PatronId | null
  readonly last_patron_id: PatronId | null
  /** Patrons opened since signing in, newest first. */
  readonly recent_patron_ids: readonly PatronId[]
  /** The page in place of the rows; null for the rows. */
  readonly page: PageRef | null
  /** The open page was opened by approval: leaving it, or the patron, ends that. */
  readonly approved_page: ApprovedPage | null
  /** Where the page was opened from, nearest last. */
  readonly pages_before: readonly PageRef[]
  /** The card that opened the account, its number, and the one that was scanned; null and empty where none was. */
  readonly card_status: 'current' | 'former' | 'lost' | null
  readonly card_barcode: string
  readonly seen_card: string
  /** Overrides for this patron that apply to what follows. */
  readonly overrides: readonly Override[]
  /** Alerts already shown in this patron's session. */
  readonly told_codes: readonly RefusalCode[]
  /** Refusals of this patron's session that are in the journal: repeating one adds no entry. */
  readonly kept_refusals: readonly string[]
  /** The last entry when this person signed in and was shown the news; later ones wait for the next time. */
  readonly news_to: Place | null
  /** Set while the desk is locked: the band from before. */
  readonly lock: { readonly band: Band | null } | null
  /** The last activity here; null before that. */
  readonly active_at_ms: number | null
  /** The modifiers of every scan until they are turned off. */
  readonly modifiers: Modifiers
  /** On whose word they are in force. */
  readonly allowed: Allowed
  /** The day the modifiers were set: they end with it. */
  readonly modified_on: string
  /** Newest first. */
  readonly rows: readonly SessionRow[]
  /** Their totals. */
  readonly tally: Tally
  /** Scans that wait until the rows are answered, oldest first. */
  readonly waiting: readonly WaitingScan[]
  /** After a stop: the next card waits until Finish. */
  readonly is_waiting_held: boolean
  /** What the waiting scans did that ran last, for this patron. */
  readonly ran: readonly RanBand[]
  readonly band: Band | null
  readonly bands_count: number
  readonly rows_made_count: number
  /** How many items that were not found Finish has named for this patron: it is held once for each. */
  readonly named_at_finish_count: number
  /** What the desk was stopped at, for a person who is signed in; empty: nothing to tell. */
  readonly recovered: string
  /** The same for anybody who stands there: no title, no act, no minute. */
  readonly recovered_outside: string
  /** Receipts and slips, while they can be shown again. */
  readonly papers: Papers
  /** The scans for sorting a cart and reading a shelf. Names no person, so it stays when people change. */
  readonly shelf_tools: ShelfTools
  /** What is to be paid beside the charges of the open patron. */
  readonly basket: Basket
  /** What a second press of Undo undoes, named by the first, while the journal ends there; null: nothing. */
  readonly undo_named: { readonly ref: string; readonly at: string } | null
  /** What the last commands asked, each beginning with its id, newest last, by the last digit of the id. */
  readonly commands: Readonly<Record<string, readonly string[]>>
}

const RECENT_PATRONS_MAX = 10

/** No page is open, and none is approved. */
export const NO_PAGE = { page: null, approved_page: null, pages_before: [] } as const

export const EMPTY_SESSION: Session = {
  version: 1,
  mode: 'out',
  staff: null,
  badge: null,
  patron_id: null,
  last_patron_id: null,
  recent_patron_ids: [],
  ...NO_PAGE,
  card_status: null,
  card_barcode: '',
  seen_card: '',
  overrides: [],
  told_codes: [],
  kept_refusals: [],
  news_to: null,
  lock: null,
  active_at_ms: null,
  modifiers: NO_MODIFIERS,
  allowed: NOTHING_ALLOWED,
  modified_on: '',
  rows: [],
  tally: NO_ROWS,
  waiting: [],
  is_waiting_held: false,
  ran: [],
  band: null,
  bands_count: 0,
  rows_made_count: 0,
  named_at_finish_count: 0,
  recovered: '',
  recovered_outside: '',
  papers: NO_PAPERS,
  ...NO_MONEY_SO_FAR,
  shelf_tools: NO_SHELF_TOOLS,
  basket: EMPTY_BASKET,
  undo_named: null,
  commands: {},
}

/** Without modifiers. */
export const AS_USUAL: Partial<Session> = { modifiers: NO_MODIFIERS, allowed: NOTHING_ALLOWED, modified_on: '' }

function next(session: Session, change: Partial<Session>): Session {
  return { ...session, ...change, version: session.version + 1 }
}

export function withBand(session: Session, draft: BandDraft): Session {
  const number = session.bands_count + 1
  const band = { kind: null, weight: 'full' as const, ...draft, number }
  // Nobody has read it before they sign in: a badge that asks for its PIN, or a wrong PIN, leaves it in place.
  return next(session, { band, bands_count: number, recovered: session.staff === null ? session.recovered : '' })
}

export function withoutBand(session: Session): Session {
  return next(session, { band: null })
}

/** A file name ends a note as it is: a period would look like part of it. */
const FILE_END = /\.[a-z]{2,5}$/i

export function withRow(session: Session, draft: RowDraft): Session {
  const row: Row = {
    row_id: `r${session.rows_made_count + 1}`,
    at_ms: draft.at,
    outcome: draft.outcome,
    kind: draft.kind ?? null,
    title: draft.title,
    author: draft.author ?? '',
    barcode: draft.barcode,
    call_number: draft.call_number ?? '',
    happened: draft.happened,
    fact: draft.fact ?? '',
    choices: [...(draft.choices ?? [])],
    approval: null,
    is_undone: false,
    is_unchanged: draft.is_unchanged ?? false,
    notes: (draft.notes ?? []).map((note) => (FILE_END.test(note) ? note : asSentence(note))),
  }
  const made: SessionRow = {
    row,
    act: draft.act ?? 'none',
    event: draft.event ?? '',
    command_id: draft.command_id ?? '',
    due_at_ms: draft.due_at_ms ?? null,
    pending: draft.pending ?? null,
    band_before: session.band,
    refused: draft.refused ?? null,
  }
  const tally = withCounted(session.tally, made)
  return next(session, { rows: [made, ...session.rows], tally, rows_made_count: session.rows_made_count + 1 })
}

export function setRow(session: Session, row_id: string, change: (row: SessionRow) => SessionRow): Session {
  const at = session.rows.findIndex((one) => one.row.row_id === row_id)
  const before = must(session.rows[at], `a row of this session: ${row_id}`)
  const after = change(before)
  return next(session, { rows: session.rows.with(at, after), tally: recounted(session.tally, before, after) })
}

/** The row no longer waits, and what was refused stays refused. `happened` says how it ended. */
export function leftRow(session: Session, row_id: string, happened: string): Session {
  return setRow(session, row_id, (one) => ({
    ...one,
    pending: null,
    row: { ...one.row, choices: [], approval: null, happened },
  }))
}

/** The row was answered: nothing is against it any more. */
export function answered(session: Session, row_id: string, happened: string): Session {
  return setRow(leftRow(session, row_id, happened), row_id, (one) => ({ ...one, refused: null }))
}

export function undone(session: Session, row_id: string, happened: string): Session {
  return setRow(session, row_id, (one) => ({
    ...one,
    act: 'none',
    pending: null,
    row: { ...one.row, is_undone: true, kind: null, happened, fact: '', notes: [], choices: [], approval: null },
  }))
}

export function rowById(session: Session, row_id: string): SessionRow | null {
  return session.rows.find((one) => one.row.row_id === row_id) ?? null
}

/** What a patron's session begins with. */
const NOTHING_YET = {
  overrides: [],
  told_codes: [],
  kept_refusals: [],
  rows: [],
  tally: NO_ROWS,
  named_at_finish_count: 0,
  ran: [],
  recovered: '',
} as const

/** The account of this patron is on the screen; the former one's rows and page are gone. */
export function opened(session: Session, patron_id: PatronId): Session {
  const last =
    session.patron_id !== null && session.patron_id !== patron_id ? session.patron_id : session.last_patron_id
  const others = session.recent_patron_ids.filter((one) => one !== patron_id)
  const recent_patron_ids = [patron_id, ...others].slice(0, RECENT_PATRONS_MAX)
  // What was sold before the card was scanned is of the same person.
  const basket = session.patron_id === null ? session.basket : EMPTY_BASKET
  const fresh = { ...NO_PAGE, ...AS_USUAL, ...NOTHING_YET, papers: papersPutAway(session.papers), basket }
  return next(session, { ...fresh, patron_id, last_patron_id: last, recent_patron_ids })
}

const NOBODY_HERE: Partial<Session> = {
  ...NO_MONEY_SO_FAR,
  ...NO_PAGE,
  badge: null,
  patron_id: null,
  ...NOTHING_YET,
  basket: EMPTY_BASKET,
  card_status: null,
  card_barcode: '',
  lock: null,
  is_waiting_held: false,
  band: null,
}

/** No patron is open: account, page, rows and band are gone from the screen. */
export function cleared(session: Session): Session {
  const last_patron_id = session.patron_id ?? session.last_patron_id
  return next(session, { ...NOBODY_HERE, ...ownOnly(session), last_patron_id, papers: papersPutAway(session.papers) })
}

export function switched(session: Session, mode: DeskMode): Session {
  return next(cleared(session), { ...AS_USUAL, mode })
}

export function changed(session: Session): Session {
  return next(session, {})
}
