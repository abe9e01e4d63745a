/**
 * The report of a drawer session from its own entries: X while it is open, Z once it is closed. Pure. A Z is made from
 * what stood before its close and in it, so that it says the same however late it is printed.
 */
import type { SealedLine } from '../journal/events/cash.ts'
import type { EventHead, EventOf } from '../journal/event.ts'
import type { CashEvent } from '../journal/fold/cash.ts'
import { eventRefText } from '../journal/event.ts'
import { assert } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { instant } from '../kernel/time.ts'
import { toLocalDate, type ZoneName } from '../kernel/zone.ts'
import { CREDIT_FUND } from '../ledger/charge-kinds.ts'
import type {
  CashReport,
  FundReport,
  KeptCount,
  ReportClosing,
  ReportCounts,
  ReviewTask,
  Tender,
  TenderReport,
  VarianceSaid,
} from './report-facts.ts'
import { countsIn, coversIn } from './counts-in.ts'
import { grossSum, taxSum } from './line-sums.ts'
import { keyOpeningsIn, noSalesIn } from './drawer/openings.ts'
import {
  closingCountsIn,
  custodianOf,
  differencesOf,
  expectedAfter,
  inKindOf,
  ofKind,
  othersCreditOf,
  piecesOf,
  standingReceipts,
  sumOf,
} from './session-entries.ts'
import type { LetOffSum } from '../ledger/let-off.ts'
import { zNumber } from './numbers/z-number.ts'

export type ReportSource = {
  /** Every entry of the session, oldest first; the first one opens it. */
  readonly events: readonly CashEvent[]
  /** What was let off at this desk between the Z before this one and the close, or until now. */
  readonly let_off: readonly LetOffSum[]
  /** What came since the Z before this one, and belongs to a session that was closed. */
  readonly late_arrivals: CashReport['late_arrivals']
  readonly drawer_name: string
  readonly zone: ZoneName
  readonly initialsOf: (staff_code: string) => string
  readonly numberOf: (head: EventHead, receipt_number: number) => string
  /** What was written of the close's difference; it is kept beside the seal. */
  readonly note: string
  /** The same of the opening's. */
  readonly opening_note: string
  /** Of its float, before it was opened. */
  readonly float_counts: readonly EventOf<'float-counted'>[]
  /** Where the journal ends now. */
  readonly head: CashReport['head']
}

type Closed = EventOf<'drawer-closed'>

export function cashReport(source: ReportSource): CashReport {
  const { events: all, initialsOf, zone } = source
  const [opened] = all
  assert(opened?.kind === 'drawer-opened', 'a session begins with its opening')
  const closedAt = all.findIndex(({ kind }) => kind === 'drawer-closed')
  const closed = ofKind(all, 'drawer-closed')[0] ?? null
  const events = closed === null ? all : all.slice(0, closedAt)
  const came = comeIn(events)
  const paid = ofKind(events, 'cash-paid').map(({ body }) => {
    const { way, reason_code, fund, amount_cents } = body
    return { way, reason_code, fund, amount_cents: cents(amount_cents) }
  })
  const placed = ofKind(events, 'cash-placed').map(({ body: { way, place, amount_cents } }) => {
    return { way, place, amount_cents: cents(amount_cents) }
  })
  const counts = countsOf(events)
  return {
    drawer_name: source.drawer_name,
    session_ref: eventRefText(opened.head),
    business_on: toLocalDate(instant(opened.head.at_ms), zone),
    custodian_initials: initialsOf(custodianOf(events)),
    opened_at: instant(opened.head.at_ms),
    ...numbersOf(source, events),
    counts,
    tenders: tendersOf(events, closed),
    ...came,
    let_off: source.let_off.map(({ staff, approved_by, ...sums }) => {
      const approved_by_initials = approved_by === '' ? '' : initialsOf(approved_by)
      return { ...sums, staff_initials: initialsOf(staff), approved_by_initials }
    }),
    in_kind: inKindOf(events, initialsOf),
    others_credit: othersCreditOf(events),
    float_cents: cents(opened.body.counted_cents),
    paid,
    placed,
    kept_counts: countsSaid(source, [...source.float_counts, ...events]),
    opening: openingOf(source, opened),
    covered: coveredOf(source, events),
    late_arrivals: source.late_arrivals,
    head: closed === null ? source.head : headOf(closed),
    closing:
      closed === null
        ? null
        : closingOf(source, closed, {
            counts,
            paid,
            is_let_off: source.let_off.some(({ count }) => count > 0),
            opened_by: opened.head.staff,
            custodian_code: custodianOf(events),
            counted_by: ofKind(events, 'drawer-counted').at(-1)?.head.staff ?? '',
          }),
  }
}

function headOf({ body: { head } }: Closed): CashReport['head'] {
  return { hash: head.hash, entries_count: head.events_count }
}

function numbersOf({ numberOf }: ReportSource, events: readonly CashEvent[]): Pick<CashReport, 'numbers' | 'by_hand'> {
  const numbered = events.filter((one) => one.kind === 'receipt-made' || one.kind === 'refund-paid')
  const [first, last] = [numbered[0], numbered.at(-1)]
  const said = (one: (typeof numbered)[number]): string => numberOf(one.head, one.body.receipt_number)
  const by_hand = events.flatMap(({ body }) => ('paper' in body && body.paper ? [body.paper.paper_number] : []))
  return { numbers: first && last ? { first: said(first), last: said(last) } : null, by_hand }
}

function countsOf(events: readonly CashEvent[]): ReportCounts {
  const voids = ofKind(events, 'receipt-voided')
  const unlocked = ofKind(events, 'drawer-unlocked').map(({ body }) => body.purpose)
  return {
    receipts_count: standingReceipts(events).length,
    voids_count: voids.length,
    voided_cents: grossSum(voids.flatMap(({ body }) => body.receipt.lines)),
    refunds_count: ofKind(events, 'refund-paid').length,
    no_sales_count: noSalesIn(events).length,
    changes_made_count: unlocked.filter((reason) => reason === 'make-change').length,
    key_openings_count: keyOpeningsIn(events),
    refused_outs_count: ofKind(events, 'withdrawal-refused').length,
  }
}

type Came = Pick<CashReport, 'funds' | 'kept_credit' | 'tax_cents' | 'rounding_cents' | 'office_checks_cents'>

/**
 * By fund and by whose it is, and apart from that what patrons left on their accounts; with the tax, what was rounded,
 * and what of it the office pays back.
 */
function comeIn(events: readonly CashEvent[]): Came {
  const funds = new Map<string, FundReport>()
  const kept_credit = { receipted_cents: cents(0), refunded_cents: cents(0) }
  const add = (line: SealedLine, way: 'receipted_cents' | 'refunded_cents'): void => {
    const isCredit = line.of === 'credit' || (line.of === 'charge' && line.fund === CREDIT_FUND)
    if (isCredit) {
      kept_credit[way] = cents(kept_credit[way] + line.amount_cents)
      return
    }
    const key = line.of === 'held' ? { payee: line.payee, fund: '' } : { payee: null, fund: line.fund }
    const name = JSON.stringify([key.payee, key.fund])
    const had = funds.get(name) ?? { ...key, receipted_cents: cents(0), refunded_cents: cents(0) }
    funds.set(name, { ...had, [way]: cents(had[way] + line.amount_cents) })
  }
  const receipts = standingReceipts(events).map(({ body }) => body.receipt)
  const refunds = ofKind(events, 'refund-paid').map(({ body }) => body)
  for (const line of receipts.flatMap(({ lines }) => lines)) add(line, 'receipted_cents')
  for (const line of refunds.flatMap(({ lines }) => lines)) add(line, 'refunded_cents')
  const tax = taxSum(receipts.flatMap(({ lines }) => lines)) - taxSum(refunds.flatMap(({ lines }) => lines))
  const rounding_cents = sumOf([...receipts, ...refunds].map((one) => one.rounding_cents))
  const byOffice = refunds.filter((one) => one.tender === 'office-check')
  const office_checks_cents = sumOf(byOffice.map((one) => one.paid_cents))
  return { funds: [...funds.values()], kept_credit, tax_cents: cents(tax), rounding_cents, office_checks_cents }
}

const TENDERS: readonly Tender[] = ['cash', 'check', 'card']

function tendersOf(events: readonly CashEvent[], closed: Closed | null): readonly TenderReport[] {
  const receipts = standingReceipts(events).map(({ body }) => body.receipt)
  const expected = expectedAfter(events)
  const counted = closed === null ? countedSoFar(events) : countedAtClose(closed)
  return TENDERS.map((tender) => {
    const taken = receipts.map(({ tendered_cents, change_cents, others }) => {
      if (tender === 'cash') return tendered_cents - change_cents
      return sumOf(others.flatMap((one) => (one.tender === tender ? [one.amount_cents] : [])))
    })
    const back = ofKind(events, 'refund-paid').flatMap(({ body }) => (body.tender === tender ? [body.paid_cents] : []))
    const figures = { expected_cents: expected[tender], counted_cents: counted[tender] }
    return { tender, receipted_cents: sumOf(taken), refunded_cents: sumOf(back), ...figures }
  })
}

type Counted = Readonly<Record<Tender, Cents | null>>

function countedAtClose({ body }: Closed): Counted {
  const { counted, is_card_counted } = body
  const card = is_card_counted ? cents(counted.card_cents) : null
  return { cash: cents(counted.cash_cents), check: cents(counted.checks_cents), card }
}

/** The counts for closing, while no money has moved since. */
function countedSoFar(events: readonly CashEvent[]): Counted {
  const { cash, tenders } = closingCountsIn(events)
  const card = tenders?.body.card_cents ?? null
  return {
    cash: cash && cents(cash.body.counted_cents),
    check: tenders && cents(tenders.body.checks_cents),
    card: card === null ? null : cents(card),
  }
}

function countsSaid({ initialsOf }: ReportSource, events: readonly CashEvent[]): readonly KeptCount[] {
  return events.flatMap((one): KeptCount[] => {
    const by = { counted_at: instant(one.head.at_ms), counted_by_initials: initialsOf(one.head.staff) }
    return countsIn(one).map(({ reason, tender, counted, expected }) => {
      return { reason, tender, ...by, counted_cents: cents(counted), expected_cents: cents(expected) }
    })
  })
}

function openingOf(
  { initialsOf, opening_note }: ReportSource,
  { body }: EventOf<'drawer-opened'>,
): CashReport['opening'] {
  const { counted_cents, left_cents, reason_code, approved_by } = body
  const by_cents = cents(counted_cents - left_cents)
  const signed_off_by_initials = approved_by === '' ? '' : initialsOf(approved_by)
  return by_cents === 0 ? null : { by_cents, reason_code, note: opening_note, signed_off_by_initials }
}

function coveredOf({ initialsOf }: ReportSource, events: readonly CashEvent[]): CashReport['covered'] {
  return coversIn(events).map(({ staff, taken_at_ms, back_at_ms, by_cents }) => {
    const back_at = back_at_ms === null ? null : instant(back_at_ms)
    return { cover_initials: initialsOf(staff), taken_at: instant(taken_at_ms), back_at, by_cents }
  })
}

type Alongside = Pick<CashReport, 'counts' | 'paid'> & {
  readonly is_let_off: boolean
  readonly opened_by: string
  readonly custodian_code: string
  /** Who made the count that the close goes by. */
  readonly counted_by: string
}

function closingOf(source: ReportSource, closed: Closed, alongside: Alongside): ReportClosing {
  const { initialsOf } = source
  const { body, head } = closed
  const { left_cents, left_checks_cents, left_pieces, bag, z_number, grand_total_cents, handed_to } = body
  return {
    closed_at: instant(head.at_ms),
    closed_by_initials: initialsOf(head.staff),
    left_cents: cents(left_cents),
    left: left_pieces && piecesOf(left_pieces),
    left_checks_cents: cents(left_checks_cents),
    float_by_cents: cents(left_cents - (body.float_cents ?? left_cents)),
    handed_to_initials: handed_to === '' ? '' : initialsOf(handed_to),
    bag: {
      bag_number: bag.bag_number,
      drawer_cents: cents(bag.drawer_cents),
      safe_cents: cents(bag.safe_cents),
      checks_cents: cents(bag.checks_cents),
    },
    z_number,
    full_z_number: zNumber(head, z_number),
    epoch: head.epoch,
    grand_total_cents: cents(grand_total_cents),
    variances: variancesOf(source, closed),
    reviews: reviewsOf(closed, alongside),
  }
}

/** A total of the terminal that nobody read is one, too. */
function variancesOf({ initialsOf, note }: ReportSource, { body }: Closed): readonly VarianceSaid[] {
  const { reason_code, approved_by, expected, is_card_counted } = body
  const by = { ...differencesOf(body), ...(is_card_counted ? {} : { card: expected.card_cents }) }
  const signed_off_by_initials = approved_by === '' ? '' : initialsOf(approved_by)
  return TENDERS.filter((tender) => by[tender] !== 0).map((tender) => {
    return { tender, reason_code, note, signed_off_by_initials }
  })
}

function reviewsOf({ body, head }: Closed, alongside: Alongside): readonly ReviewTask[] {
  const { counts, paid, is_let_off, custodian_code, opened_by, counted_by } = alongside
  const people = [opened_by, custodian_code, counted_by, head.staff, body.approved_by, body.handed_to]
  const isOnePerson = new Set(people.filter((one) => one !== '')).size === 1
  const tasks: readonly (readonly [ReviewTask, boolean])[] = [
    ['voids', counts.voids_count > 0],
    ['refunds', counts.refunds_count > 0],
    ['waivers', is_let_off],
    ['paid-out', paid.some(({ way }) => way === 'out')],
    ['counted-alone', body.is_review_needed && isOnePerson],
    ['signed-off-alone', [custodian_code, counted_by].includes(body.approved_by)],
  ]
  return tasks.flatMap(([task, isIt]) => (isIt ? [task] : []))
}
