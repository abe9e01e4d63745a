/**
 * The plain in-memory interpreter of what events change: the state that the journal alone tells, row by row. The check
 * of the journal, the auditor of the tests and the desk's overlay all read the same `fold`. Pure.
 */
import { accountOf } from '../ledger/accounts.ts'
import { isListed } from './event-kinds.ts'
import { parseEventRef, type DeskEvent } from './event.ts'
import type { CashChange, SessionState } from './fold/cash.ts'
import { fold, type Change } from './fold/fold.ts'
import type { LoanChange, LoanFields } from './fold/loans.ts'
import { dueOfEnded } from './sealing.ts'
import { applyChange } from './state/apply-change.ts'
import { MapWorld, type Told } from './state/map-world.ts'
import { addMoved } from './state/moved.ts'

/** What the list of a drawer's entries has of one: by these a receipt is found, is voided, and gets its number. */
type CashEntryFields = {
  readonly session_ref: string
  readonly kind: string
  readonly receipt_number: number | null
  readonly paper_number: string | null
  readonly of_ref: string | null
  readonly bag_number: string | null
}

export type Projection = {
  readonly world: MapWorld
  /** By the item's barcode; the others by the reference they go by. */
  readonly loans: Map<string, Told<LoanFields>>
  /** By the entry that opened it. */
  readonly sessions: Map<string, Told<SessionState>>
  /** Every entry of a drawer, by its place. */
  readonly entries: Map<string, Told<CashEntryFields>>
  /** The place of the close of each session. */
  readonly closes: Map<string, string>
  /** The entries that the logs list, by their kind: how many, and what their numbers come to. */
  readonly listed: Map<string, { events_count: number; numbers_sum: number }>
  events_count: number
  /** Up to which event the library's own data may say otherwise: it was taken in then. */
  imported_to: number
}

/** A change that cannot follow what was before it. */
export type Misfit = 'item-already-out' | 'not-the-open-loan'

export function emptyProjection(): Projection {
  const maps = {
    loans: new Map(),
    closes: new Map(),
    sessions: new Map(),
    entries: new Map(),
    listed: new Map(),
  }
  return { ...maps, world: new MapWorld(), events_count: 0, imported_to: 0 }
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
    case 'session-opened':
    case 'session-changed':
    case 'cash-moved':
      changedCash(state, change, kind, at)
      if (change.kind === 'cash-moved') addOfDrawer(state, change, head.seq)
      return null
    default:
      state.world.at = at
      applyChange(state.world, change, event)
      return null
  }
}

type At = Pick<Told<unknown>, 'epoch' | 'seq' | 'told'>

function changedCash({ sessions, entries, closes }: Projection, change: CashChange, kind: string, at: At): void {
  if (change.kind === 'cash-moved') {
    const { session_ref, receipt_number, paper_number, of_ref, bag_number } = change
    const fields = { session_ref, kind, receipt_number, paper_number, of_ref, bag_number }
    const own = `${at.epoch}.${at.seq}`
    entries.set(own, { is_open: true, fields, ...at })
    if (kind === 'drawer-closed') closes.set(session_ref, own)
    if (kind === 'deposit-banked') {
      const drop = of_ref === null ? null : parseEventRef(of_ref)
      set(entries, drop === null ? closes.get(session_ref) : `${drop.epoch}.${drop.seq}`, { bag_number: null })
    }
    const voided = kind === 'receipt-voided' && of_ref !== null ? parseEventRef(of_ref) : null
    if (voided !== null) set(entries, `${voided.epoch}.${voided.seq}`, { paper_number: null })
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

function addOfDrawer({ world }: Projection, change: Extract<CashChange, { kind: 'cash-moved' }>, seq: number): void {
  const { session_ref } = change
  for (const { debit, credit, amount_cents, code: transfer_code, fund: fund_code } of change.transfers) {
    const from = { debit_code: debit.account, debit_of_ref: accountOf(debit) }
    const to = { credit_code: credit.account, credit_of_ref: accountOf(credit) }
    addMoved(world.moved, 'drawers', { session_ref, transfer_code, ...from, ...to, fund_code, amount_cents }, seq)
  }
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
