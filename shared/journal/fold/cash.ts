/**
 * What facts about drawers change: the session, and the transfers that each is. What a receipt pays of a charge changes
 * that charge as any other transfer does. Pure.
 */
import { transfersOf, type DrawerAct, type Receipt, type ReceiptLine } from '../../ledger/drawer-acts.ts'
import { cents } from '../../kernel/money.ts'
import { isOfCharge, type Transfer, type TransferCode } from '../../ledger/accounts.ts'
import { eventRefText, type DeskEvent, type EventOf, type Folds } from '../event.ts'
import { CASH_EVENTS, type SealedLine, type SealedReceipt } from '../events/cash.ts'
import type { ChargeChange } from './charges.ts'

/** A session of a drawer: open, at rest while its custodian is away, or closed for good. */
export type SessionState = {
  readonly drawer_code: string
  readonly custodian_code: string
  readonly status: 'open' | 'suspended' | 'closed'
  readonly opened_at_ms: number
  readonly closed_at_ms: number | null
  readonly z_number: number | null
  readonly left_cents: number
  readonly left_checks_cents: number
  readonly is_review_needed: boolean
  /** Its cards wait for what the processor settled. */
  readonly is_card_waiting: boolean
}

export type CashChange =
  | { readonly kind: 'session-opened'; readonly session_ref: string; readonly state: SessionState }
  | { readonly kind: 'session-changed'; readonly session_ref: string; readonly to: Partial<SessionState> }
  /**
   * Every entry of a session gives one, and so does one of the safe or the change fund, by that name. The numbers are
   * those of its receipt; null: it has none.
   */
  | {
      readonly kind: 'cash-moved'
      readonly session_ref: string
      readonly receipt_number: number | null
      readonly paper_number: string | null
      /** The receipt that it voids or refunds something of, or the drop that the bank took in; null: none. */
      readonly of_ref: string | null
      /** Of the bag for the bank that it fills; empty: it has no number; null: it fills none. */
      readonly bag_number: string | null
      readonly transfers: readonly Transfer<TransferCode>[]
    }

type CashKind = keyof typeof CASH_EVENTS
export type CashEvent = EventOf<CashKind>
type Changes = readonly (CashChange | ChargeChange)[]

/** What an entry is at its drawer, as acts. */
function actsOf(event: CashEvent): readonly DrawerAct[] {
  switch (event.kind) {
    case 'drawer-opened':
      return openingActs(event)
    case 'receipt-made':
      return [{ act: 'received', ...receiptOf(event.body.receipt) }]
    case 'receipt-voided':
      return [{ act: 'voided', receipt: receiptOf(event.body.receipt) }]
    case 'refund-paid': {
      const { lines, tender, due, rounding_cents } = event.body
      return [{ act: 'refunded', lines: lines.map(lineOf), tender, due, rounding_cents: cents(rounding_cents) }]
    }
    case 'cash-placed': {
      const { way, place, amount_cents } = event.body
      return [{ act: 'placed', way, place, amount_cents: cents(amount_cents) }]
    }
    case 'cash-paid': {
      const { way, fund, amount_cents } = event.body
      return [{ act: way === 'in' ? 'paid-in' : 'paid-out', fund, amount_cents: cents(amount_cents) }]
    }
    case 'drawer-closed':
      return closingActs(event)
    case 'deposit-banked': {
      const { bag_cents, banked_cents } = event.body
      return [{ act: 'banked', bag_cents: cents(bag_cents), banked_cents: cents(banked_cents) }]
    }
    case 'card-settled': {
      const { batch_cents, settled_cents } = event.body
      return [{ act: 'card-settled', batch_cents: cents(batch_cents), settled_cents: cents(settled_cents) }]
    }
    case 'place-settled': {
      const { place, is_first, counted_cents, expected_cents } = event.body
      return [{ act: 'place-variance', place, is_first, amount_cents: cents(counted_cents - expected_cents) }]
    }
    case 'place-moved': {
      const { from, to, amount_cents } = event.body
      return [{ act: 'place-moved', from, to, amount_cents: cents(amount_cents) }]
    }
    case 'place-counted':
    case 'float-counted':
    case 'drawer-counted':
    case 'tenders-counted':
    case 'withdrawal-refused':
    case 'drawer-unlocked':
    case 'drawer-pulsed':
    case 'drawer-key-opened':
    case 'custody-changed':
    case 'close-reviewed':
    case 'copy-printed':
    case 'paper-credited':
    case 'count-drawn':
      return []
  }
}

function openingActs({ body }: EventOf<'drawer-opened'>): readonly DrawerAct[] {
  const { from_session_ref, left_cents, left_checks_cents, counted_cents } = body
  const variance: DrawerAct = { act: 'variance', amount_cents: cents(counted_cents - left_cents) }
  const amount_cents = cents(left_cents)
  if (from_session_ref === null) return [{ act: 'float-in', from: 'change-fund', amount_cents }, variance]
  const from = { session_ref: from_session_ref }
  const checks = cents(left_checks_cents)
  return [{ act: 'float-in', from, amount_cents }, { act: 'checks-in', ...from, amount_cents: checks }, variance]
}

function closingActs({ body }: EventOf<'drawer-closed'>): readonly DrawerAct[] {
  const { expected, counted, bag, is_card_posted } = body
  const card_cents = is_card_posted ? counted.card_cents - expected.card_cents : 0
  return [
    { act: 'variance', amount_cents: cents(counted.cash_cents - expected.cash_cents) },
    { act: 'checks-variance', amount_cents: cents(counted.checks_cents - expected.checks_cents) },
    { act: 'card-variance', amount_cents: cents(card_cents) },
    { act: 'placed', way: 'out', place: 'bank-bag', amount_cents: cents(bag.drawer_cents) },
    { act: 'checks-deposited', amount_cents: cents(bag.checks_cents) },
    { act: 'bagged', amount_cents: cents(bag.safe_cents) },
  ]
}

export function receiptOf(sealed: SealedReceipt): Receipt {
  const { lines, in_kind, tendered_cents, change_cents, rounding_cents, others } = sealed
  const parts = in_kind.flatMap((one) => one.parts)
  return {
    lines: lines.map(lineOf),
    in_kind: parts.map((part) => ({ ...part, amount_cents: cents(part.amount_cents) })),
    drawer_cents: cents(tendered_cents - change_cents),
    rounding_cents: cents(rounding_cents),
    others: others.map(({ tender, amount_cents }) => ({ tender, amount_cents: cents(amount_cents) })),
  }
}

function lineOf(sealed: SealedLine): ReceiptLine {
  const amount_cents = cents(sealed.amount_cents)
  switch (sealed.of) {
    case 'charge':
      return { of: 'charge', charge_ref: sealed.charge_ref, fund: sealed.fund, amount_cents }
    case 'sale':
      return { of: 'sale', fund: sealed.fund, amount_cents, tax_cents: cents(sealed.tax_cents) }
    case 'credit':
      return { of: 'credit', charge_ref: sealed.charge_ref, fund: sealed.fund, amount_cents }
    case 'held':
      return { of: 'held', payee: sealed.payee, amount_cents }
  }
}

/**
 * Under which name an entry is listed: the session that it is in, which the one that opens it names; of no session, the
 * place that it is about.
 */
function sessionOf(event: CashEvent): string | null {
  if (event.kind === 'drawer-opened') return eventRefText(event.head)
  if (event.kind === 'place-counted' || event.kind === 'place-settled') return event.body.place
  if (event.kind === 'place-moved') return event.body.from
  return 'session_ref' in event.body ? event.body.session_ref : null
}

/** All transfers of an entry, in order. */
export function cashTransfers(event: CashEvent): readonly Transfer<TransferCode>[] {
  const session_ref = sessionOf(event)
  return session_ref === null ? [] : actsOf(event).flatMap((act) => transfersOf(act, session_ref))
}

function moved(event: CashEvent): Changes {
  const session_ref = sessionOf(event)
  if (session_ref === null) return []
  const transfers = cashTransfers(event)
  const receipt_number = 'receipt_number' in event.body ? event.body.receipt_number : null
  const of_ref = 'receipt_ref' in event.body ? event.body.receipt_ref : dropOf(event)
  const kinds = inKindCodes(event)
  const ofCharges = transfers.filter(isOfCharge).map((transfer, n): ChargeChange => {
    const of = event.kind === 'receipt-voided' ? event.body.receipt_ref : null
    const own = 'reason_code' in event.body ? event.body.reason_code : ''
    const reason = transfer.code === 'in-kind' ? (kinds.shift() ?? '') : own
    return { kind: 'money-moved', transfer, of, reason, n, session_ref }
  })
  const paper_number = 'paper' in event.body ? (event.body.paper?.paper_number ?? null) : null
  const bag_number = bagOf(event)
  return [
    { kind: 'cash-moved', session_ref, receipt_number, paper_number, of_ref, bag_number, transfers },
    ...ofCharges,
  ]
}

function bagOf(event: CashEvent): string | null {
  if (event.kind === 'cash-placed') return event.body.place === 'bank-bag' ? event.body.bag_number : null
  if (event.kind === 'place-moved') return event.body.to === 'bank-bag' ? event.body.bag_number : null
  if (event.kind !== 'drawer-closed') return null
  const { bag_number, drawer_cents, safe_cents, checks_cents } = event.body.bag
  return drawer_cents + safe_cents + checks_cents === 0 ? null : bag_number
}

function dropOf(event: CashEvent): string | null {
  return event.kind === 'deposit-banked' ? event.body.drop_ref : null
}

/** What was given, in the order of the transfers that it is. */
function inKindCodes(event: CashEvent): string[] {
  if (event.kind !== 'receipt-made' && event.kind !== 'receipt-voided') return []
  return event.body.receipt.in_kind.flatMap(({ kind_code, parts }) => parts.map(() => kind_code))
}

function changed(event: CashEvent, to: Partial<SessionState>): Changes {
  const session_ref = sessionOf(event)
  return session_ref === null ? [] : [{ kind: 'session-changed', session_ref, to }, ...moved(event)]
}

const KINDS: ReadonlySet<string> = new Set(Object.keys(CASH_EVENTS))

export function isCashEvent(event: DeskEvent): event is CashEvent {
  return KINDS.has(event.kind)
}

export const CASH_FOLDS: Folds<typeof CASH_EVENTS, CashChange | ChargeChange> = {
  'drawer-opened': (event) => {
    const { drawer_code, custodian_code } = event.body
    const times = { opened_at_ms: event.head.at_ms, closed_at_ms: null, z_number: null }
    const left = { left_cents: 0, left_checks_cents: 0, is_review_needed: false, is_card_waiting: false }
    const state = { drawer_code, custodian_code, status: 'open', ...times, ...left } as const
    return [{ kind: 'session-opened', session_ref: eventRefText(event.head), state }, ...moved(event)]
  },
  'float-counted': moved,
  'drawer-counted': moved,
  'tenders-counted': moved,
  'withdrawal-refused': moved,
  'receipt-made': moved,
  'paper-credited': moved,
  'receipt-voided': moved,
  'refund-paid': moved,
  'cash-placed': moved,
  'cash-paid': moved,
  'drawer-unlocked': moved,
  'drawer-pulsed': moved,
  'drawer-key-opened': moved,
  'custody-changed': (event) => {
    const { reason, custodian_code } = event.body
    return changed(event, { custodian_code, status: reason === 'suspend' ? 'suspended' : 'open' })
  },
  'drawer-closed': (event) => {
    const { z_number, left_cents, left_checks_cents, is_review_needed, expected, counted } = event.body
    const is_card_waiting = expected.card_cents !== 0 || counted.card_cents !== 0
    const to = { z_number, left_cents, left_checks_cents, is_review_needed, is_card_waiting }
    return changed(event, { status: 'closed', closed_at_ms: event.head.at_ms, ...to })
  },
  'deposit-banked': moved,
  'card-settled': (event) => changed(event, { is_card_waiting: false }),
  'close-reviewed': (event) => (event.body.is_ended ? changed(event, { is_review_needed: false }) : moved(event)),
  'copy-printed': moved,
  'count-drawn': moved,
  'place-counted': moved,
  'place-settled': moved,
  'place-moved': moved,
}
