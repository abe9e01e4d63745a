/**
 * The plain in-memory interpreter of what events change: the state that the journal alone tells, row by row. The check
 * of the journal, the auditor of the tests and the desk's overlay all read the same `fold`. Pure.
 */
import { unreachable } from '../kernel/assert.ts'
import {
  accountOf,
  chargesOf,
  historyTransfer,
  NO_BALANCES,
  posted,
  totalsOf,
  type Balances,
} from '../ledger/accounts.ts'
import { isListed } from './event-kinds.ts'
import { parseEventRef, type DeskEvent } from './event.ts'
import type { HoldState } from './events/fields.ts'
import type { ChargeChange } from './fold/charges.ts'
import type { CashChange, SessionState } from './fold/cash.ts'
import { fold, type Change } from './fold/fold.ts'
import type { LoanChange, LoanFields } from './fold/loans.ts'
import type { RowChange } from './fold/rows.ts'
import { dueOfEnded } from './sealing.ts'

export type ItemFields = { readonly at_branch: string; readonly status: string }
export type ChargeFields = {
  readonly owed_cents: number
  readonly refund_due_cents: number
  readonly balances: Balances
}

/** One row as the journal tells it. Of what began elsewhere only the fields that an event here named are known. */
export type Told<Fields> = {
  readonly is_open: boolean
  readonly fields: Readonly<Partial<Fields>>
  /** The event that told of it last, and its number in the walk. */
  readonly epoch: number
  readonly seq: number
  readonly told: number
}

/** What the list of a drawer's entries has of one: by these a receipt is found, is voided, and gets its number. */
type CashEntryFields = {
  readonly session_ref: string
  readonly kind: string
  readonly number_count: number | null
  readonly paper_ref: string | null
  readonly of_ref: string | null
  readonly bag_ref: string | null
}

export type Projection = {
  /** By the item's barcode, as for `items`; the others by the reference they go by. */
  readonly loans: Map<string, Told<LoanFields>>
  readonly items: Map<string, Told<ItemFields>>
  readonly holds: Map<string, Told<HoldState>>
  readonly charges: Map<string, Told<ChargeFields>>
  readonly questions: Map<string, Told<{ readonly loan_ref: string }>>
  /** By table and key. */
  readonly rows: Map<string, Told<Readonly<Record<string, unknown>>>>
  /** By the entry that opened it. */
  readonly sessions: Map<string, Told<SessionState>>
  /** Every entry of a drawer, by its place. */
  readonly entries: Map<string, Told<CashEntryFields>>
  /** The place of the close of each session. */
  readonly closes: Map<string, string>
  /** What the lists of transfers add up to: of drawers and places, of charges by what they are, and of each charge. */
  readonly moved: Readonly<Record<MovedList, Map<string, Moved>>>
  /** The entries that the logs list, by their kind: how many, and what their numbers come to. */
  readonly listed: Map<string, { events_count: number; numbers_sum: number }>
  events_count: number
  /** Up to which event the library's own data may say otherwise: it was taken in then. */
  imported_to: number
}

export const MOVED_LISTS = ['drawers', 'charges', 'each-charge'] as const
export type MovedList = (typeof MOVED_LISTS)[number]

/** Transfers with the same sides, fund, session and so on, added up. `places_sum`: numbers of entries, and moments. */
export type Moved = { rows_count: number; moved_cents: number; places_sum: number }

/** Moments are added up by what is left of them, so that the sum of millions stays a whole number. */
export const MOMENT_ROUND = 1_000_003

/** A change that cannot follow what was before it. */
export type Misfit = 'item-already-out' | 'not-the-open-loan'

export function emptyProjection(): Projection {
  const maps = {
    loans: new Map(),
    items: new Map(),
    holds: new Map(),
    charges: new Map(),
    questions: new Map(),
    closes: new Map(),
    rows: new Map(),
    sessions: new Map(),
    entries: new Map(),
    listed: new Map(),
  }
  const moved = { drawers: new Map(), charges: new Map(), 'each-charge': new Map() }
  return { ...maps, moved, events_count: 0, imported_to: 0 }
}

/** Changes the state by one event. @returns what of it does not follow; that is left out */
export function project(state: Projection, event: DeskEvent): readonly Misfit[] {
  state.events_count += 1
  const misfits: Misfit[] = []
  for (const change of fold(event)) {
    const misfit = changed(state, change, event)
    if (misfit) misfits.push(misfit)
  }
  if (isListed(event)) addListed(state, event)
  if (event.kind === 'data-imported') state.imported_to = state.events_count
  return misfits
}

function addListed({ listed }: Projection, { kind, head }: DeskEvent): void {
  const sum = listed.get(kind) ?? { events_count: 0, numbers_sum: 0 }
  sum.events_count += 1
  sum.numbers_sum += head.seq
  listed.set(kind, sum)
}

/** Whether the library's data, taken in later, may say otherwise of it. */
export function isMaybeOther(state: Projection, row: Told<unknown>): boolean {
  return row.told <= state.imported_to
}

function changed(state: Projection, change: Change, event: DeskEvent): Misfit | null {
  const { head, kind } = event
  const at = { epoch: head.epoch, seq: head.seq, told: state.events_count }
  switch (change.kind) {
    case 'loan-opened':
    case 'loan-changed':
    case 'loan-closed':
      return changedLoan(state, change, at)
    case 'item-placed': {
      const { item_barcode, at_branch, status } = change
      state.items.set(item_barcode, { is_open: true, fields: { at_branch, status }, ...at })
      return null
    }
    case 'hold-opened':
    case 'hold-moved':
      state.holds.set(change.hold_ref, { is_open: true, fields: change.state, ...at })
      return null
    case 'hold-closed':
      state.holds.set(change.hold_ref, { fields: {}, ...state.holds.get(change.hold_ref), is_open: false, ...at })
      return null
    case 'charge-opened':
    case 'money-moved':
      changedCharges(state, change, at)
      addOfCharge(state, change, event)
      return null
    case 'question-opened':
      state.questions.set(change.question_ref, { is_open: true, fields: { loan_ref: change.loan_ref }, ...at })
      return null
    case 'question-closed':
      state.questions.delete(change.question_ref)
      return null
    case 'row-put':
    case 'row-changed':
    case 'row-dropped':
    case 'row-released':
      changedRow(state, change, at)
      return null
    case 'session-opened':
    case 'session-changed':
    case 'cash-moved':
      changedCash(state, change, kind, at)
      if (change.kind === 'cash-moved') addOfDrawer(state, change, head.seq)
      return null
    default:
      return unreachable(change)
  }
}

type At = Pick<Told<unknown>, 'epoch' | 'seq' | 'told'>

/** Of an imported charge the journal knows by how much it changed, and not its amount. */
function changedCharges(state: Projection, change: ChargeChange, at: At): void {
  for (const charge_ref of chargesOf(change.transfer)) {
    const before = change.kind === 'charge-opened' ? NO_BALANCES : state.charges.get(charge_ref)?.fields.balances
    const balances = before && posted(before, change.transfer, charge_ref)
    if (!balances) state.charges.set(charge_ref, { is_open: true, fields: {}, ...at })
    else {
      const { owed_cents, refund_due_cents } = totalsOf(balances)
      state.charges.set(charge_ref, { is_open: true, fields: { owed_cents, refund_due_cents, balances }, ...at })
    }
  }
}

function changedCash({ sessions, entries, closes }: Projection, change: CashChange, kind: string, at: At): void {
  if (change.kind === 'cash-moved') {
    const { session_ref, number_count, paper_number: paper_ref, of_ref, bag_number: bag_ref } = change
    const fields = { session_ref, kind, number_count, paper_ref, of_ref, bag_ref }
    const own = `${at.epoch}.${at.seq}`
    entries.set(own, { is_open: true, fields, ...at })
    if (kind === 'drawer-closed') closes.set(session_ref, own)
    if (kind === 'deposit-banked') {
      const drop = of_ref === null ? null : parseEventRef(of_ref)
      set(entries, drop === null ? closes.get(session_ref) : `${drop.epoch}.${drop.seq}`, { bag_ref: null })
    }
    const voided = kind === 'receipt-voided' && of_ref !== null ? parseEventRef(of_ref) : null
    if (voided !== null) set(entries, `${voided.epoch}.${voided.seq}`, { paper_ref: null })
    return
  }
  const before = change.kind === 'session-opened' ? change.state : sessions.get(change.session_ref)?.fields
  const fields = change.kind === 'session-opened' ? change.state : { ...before, ...change.to }
  sessions.set(change.session_ref, { is_open: fields.status !== 'closed', fields, ...at })
}

function set(entries: Projection['entries'], place: string | undefined, to: Partial<CashEntryFields>): void {
  const entry = place === undefined ? undefined : entries.get(place)
  if (place !== undefined && entry) entries.set(place, { ...entry, fields: { ...entry.fields, ...to } })
}

function addOfDrawer({ moved }: Projection, change: Extract<CashChange, { kind: 'cash-moved' }>, seq: number): void {
  for (const { debit, credit, amount_cents, code, fund } of change.transfers) {
    const [from, to] = [accountOf(debit), accountOf(credit)]
    add(moved.drawers, [change.session_ref, code, debit.account, from, credit.account, to, fund], amount_cents, seq)
  }
}

function addOfCharge({ moved }: Projection, change: ChargeChange, { head }: DeskEvent): void {
  const { charge_ref, pays_ref, debit, credit, amount_cents, code, fund } = historyTransfer(change.transfer)
  const { of, reason, session_ref } = change.kind === 'money-moved' ? change : { of: null, reason: '', session_ref: '' }
  const place = head.seq + (head.at_ms % MOMENT_ROUND)
  const said = [pays_ref, of, session_ref, reason].map((one) => one ?? '')
  add(moved.charges, [code, debit, credit, fund, head.staff, ...said], amount_cents, place)
  add(moved['each-charge'], [charge_ref], amount_cents, place)
}

/** @param what the columns in which the transfers of a sum are alike, in their order */
function add(moved: Map<string, Moved>, what: readonly string[], cents: number, place: number): void {
  const name = movedName(what)
  const sum = moved.get(name) ?? { rows_count: 0, moved_cents: 0, places_sum: 0 }
  sum.rows_count += 1
  sum.moved_cents += cents
  sum.places_sum += place
  moved.set(name, sum)
}

export function movedName(what: readonly string[]): string {
  return what.join(' ')
}

function changedRow({ rows }: Projection, change: RowChange, at: At): void {
  const name = `${change.table} ${change.key}`
  if (change.kind === 'row-released') {
    rows.delete(name)
    return
  }
  if (change.kind === 'row-dropped') {
    rows.set(name, { is_open: false, fields: {}, ...at })
    return
  }
  const before = change.kind === 'row-changed' ? rows.get(name)?.fields : {}
  rows.set(name, { is_open: true, fields: { ...before, ...change.row }, ...at })
}

function changedLoan(state: Projection, change: LoanChange, at: At): Misfit | null {
  const { item_barcode, loan_ref } = change
  const known = state.loans.get(item_barcode)
  if (change.kind === 'loan-opened') {
    if (known?.is_open && !isMaybeOther(state, known)) return 'item-already-out'
    state.loans.set(item_barcode, { is_open: true, fields: openedFields(change), ...at })
    return null
  }
  const isSame = known?.fields.loan_ref === loan_ref
  // A loan that was made elsewhere is first heard of here.
  if (known && !isSame && !isMaybeOther(state, known)) return 'not-the-open-loan'
  const before = isSame ? known.fields : { loan_ref }
  const fields = change.kind === 'loan-changed' ? { ...before, ...change.to } : { ...before, ...dueOfEnded(before) }
  state.loans.set(item_barcode, { is_open: change.kind !== 'loan-closed', fields, ...at })
  return null
}

function openedFields(change: Extract<LoanChange, { kind: 'loan-opened' }>): LoanFields {
  const { kind: _kind, item_barcode: _item, ...fields } = change
  return fields
}
