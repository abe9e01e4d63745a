/** What the entries of a drawer session say of it: who has it, what it should hold, which count closes it. Pure. */
import type { ByTender } from '../journal/events/cash.ts'
import { eventRefText, type EventOf } from '../journal/event.ts'
import { cashTransfers, type CashEvent } from '../journal/fold/cash.ts'
import { assert, must } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { PieceCount } from './counted.ts'
import { drawerSums } from './drawer-sums.ts'
import { grossSum, inKindSum } from './line-sums.ts'
import { isCountIssue, readPieces, type Pieces } from './pieces.ts'
import type { InKindReport, Tender } from './report-facts.ts'

/** What is done at an open drawer beside receipts: counts, money moved, the drawer opened, who has it. */
export const OTHER_KINDS = [
  'drawer-counted',
  'tenders-counted',
  'cash-placed',
  'cash-paid',
  'withdrawal-refused',
  'drawer-unlocked',
  'drawer-pulsed',
  'drawer-key-opened',
  'custody-changed',
] as const satisfies readonly CashEvent['kind'][]

/** The entries of one kind. */
export function ofKind<Kind extends CashEvent['kind']>(
  events: readonly CashEvent[],
  kind: Kind,
): readonly EventOf<Kind>[] {
  return events.filter((one): one is EventOf<Kind> & CashEvent => one.kind === kind)
}

/** Who has the drawer after these entries. */
export function custodianOf(events: readonly CashEvent[]): string {
  const named = events.flatMap((one) => {
    return one.kind === 'drawer-opened' || one.kind === 'custody-changed' ? [one.body.custodian_code] : []
  })
  return must(named.at(-1), 'an opening names its custodian')
}

/** Receipts that were not voided. */
export function standingReceipts(events: readonly CashEvent[]): readonly EventOf<'receipt-made'>[] {
  const voided = new Set(ofKind(events, 'receipt-voided').map(({ body }) => body.receipt_ref))
  return ofKind(events, 'receipt-made').filter(({ head }) => !voided.has(eventRefText(head)))
}

/** What receipts took in, tax included. What was voided or refunded since was taken in as well: it never falls. */
export function takenIn(events: readonly CashEvent[]): Cents {
  return grossSum(ofKind(events, 'receipt-made').flatMap(({ body }) => body.receipt.lines))
}

export function sumOf(amounts: readonly number[]): Cents {
  return cents(amounts.reduce((all, one) => all + one, 0))
}

/** What should be there after these entries of a session, by tender, from nothing but the entries. */
export function expectedAfter(events: readonly CashEvent[]): Readonly<Record<Tender, Cents>> {
  const [opened] = events
  assert(opened?.kind === 'drawer-opened', 'a session begins with its opening')
  return drawerSums(events, eventRefText(opened.head))
}

/** The counts that a close goes by; null: nobody made one, or money has moved since. */
export type ClosingCounts = {
  readonly cash: EventOf<'drawer-counted'> | null
  readonly tenders: EventOf<'tenders-counted'> | null
  /** Of the person who takes the drawer over. */
  readonly received: {
    readonly cash: EventOf<'drawer-counted'>
    readonly tenders: EventOf<'tenders-counted'>
  } | null
}

/** The last count of each, as long as no money has moved since. */
export function closingCountsIn(events: readonly CashEvent[]): ClosingCounts {
  const since = events.slice(events.findLastIndex(movesMoney) + 1)
  const [cash, tenders] = [ofKind(since, 'drawer-counted'), ofKind(since, 'tenders-counted')]
  const received = {
    cash: cash.findLast(({ body }) => body.reason === 'taking-over'),
    tenders: tenders.findLast(({ body }) => body.reason === 'taking-over'),
  }
  return {
    cash: cash.findLast(({ body }) => body.reason === 'closing') ?? null,
    tenders: tenders.findLast(({ body }) => body.reason === 'closing') ?? null,
    received: received.cash && received.tenders ? { cash: received.cash, tenders: received.tenders } : null,
  }
}

/**
 * An entry without transfers can have changed what is in the drawer, too: the desk opened it. What the bank or a
 * processor took in left the drawer before. What a sensor tells of the key moves nothing: a broken one would let no
 * count stand.
 */
export function movesMoney(event: CashEvent): boolean {
  if (event.kind === 'deposit-banked' || event.kind === 'card-settled') return false
  return event.kind === 'drawer-unlocked' || event.kind === 'drawer-pulsed' || cashTransfers(event).length > 0
}

/** By how much each tender is over or, below zero, short. */
export function differencesOf({
  expected,
  counted,
}: {
  readonly expected: ByTender
  readonly counted: ByTender
}): Readonly<Record<Tender, Cents>> {
  return {
    cash: cents(counted.cash_cents - expected.cash_cents),
    check: cents(counted.checks_cents - expected.checks_cents),
    card: cents(counted.card_cents - expected.card_cents),
  }
}

/** Pieces as an entry has them. */
export function piecesOf(pieces: readonly PieceCount[]): Pieces {
  const read = readPieces(Object.fromEntries(pieces.map((one) => [one.denomination_cents, one.pieces_count])))
  assert(!isCountIssue(read), 'an entry has pieces that there are')
  return read
}

/** What goods and work took off, of each kind by each clerk and approver; voided receipts are in none of it. */
export function inKindOf(
  events: readonly CashEvent[],
  initialsOf: (staff_code: string) => string,
): readonly InKindReport[] {
  const given = standingReceipts(events).flatMap(({ head, body }) =>
    body.receipt.in_kind.map((one) => ({ ...one, staff_initials: initialsOf(head.staff) })),
  )
  const groups = Map.groupBy(given, (one) => JSON.stringify([one.kind_code, one.staff_initials, one.approved_by]))
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    if (first === undefined) return []
    const { kind_code, staff_initials, approved_by } = first
    const approved_by_initials = approved_by === '' ? '' : initialsOf(approved_by)
    const whose = { kind_code, staff_initials, approved_by_initials }
    const counts = all.map((one) => one.quantity_count)
    const quantity_count = counts.includes(null) ? null : counts.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    return { ...whose, receipts_count: all.length, quantity_count, amount_cents: inKindSum(all) }
  })
}

/** Credit of patrons that paid what others owe, on receipts that stand. */
export function othersCreditOf(events: readonly CashEvent[]): {
  readonly receipts_count: number
  readonly amount_cents: Cents
} {
  const by = standingReceipts(events).flatMap(({ body }) => (body.others_credit_cents > 0 ? [body] : []))
  return { receipts_count: by.length, amount_cents: cents(by.reduce((sum, one) => sum + one.others_credit_cents, 0)) }
}
