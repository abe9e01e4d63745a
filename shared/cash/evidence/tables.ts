/**
 * What an auditor gets of a period, a sheet each. Every entry of a session belongs to the day on which the session was
 * opened, and what is entered about it later to its own day: days that were exported never change. Staff are named by
 * their codes. Must never hold a patron, a card, a title or which charge was paid.
 */
import { countsIn } from '../counts-in.ts'
import { grossSum, taxSum } from '../line-sums.ts'
import { eventRefText, parseEventRef, type EventBody, type EventOf } from '../../journal/event.ts'
import { toldDraw } from './surprise-draw.ts'
import type { SealedPaper } from '../../journal/events/cash.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'
import type { LetOffEvent } from '../../journal/logged.ts'
import { instant, type LocalDate } from '../../kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../kernel/zone.ts'
import type { Meter } from '../drawer/coin-meter.ts'
import type { LooseOpening } from '../drawer/openings.ts'
import { DEPOSITS, NOT_TAKEN_IN, baggedRow, bankedRows } from './deposits.ts'
import { IN_KIND, inKindRows } from './in-kind.ts'
import { LET_OFF, letOffRow } from './let-off.ts'
import { floatRows, type LaterEntry } from './later.ts'
import { ledgerSheet, type CreditUsed } from './ledger.ts'
import { placeSheet, type PlaceEvent } from './place-counts.ts'
import { amount, momentText, type Sheet, type SheetCell } from './sheet.ts'
import { looseRows, NO_SALES, noSaleRow } from './no-sales.ts'
import { SESSIONS, sessionRow } from './sessions.ts'
import { shareSheets, type Levied } from './let-off-share.ts'

/** A session with all its entries, oldest first. */
export type SessionEvidence = {
  readonly session_ref: string
  readonly business_on: LocalDate
  readonly events: readonly CashEvent[]
}

export type Evidence = {
  readonly sessions: readonly SessionEvidence[]
  /** Entries that let something off, or took that back. */
  readonly let_off: readonly LetOffEvent[]
  readonly levied: readonly Levied[]
  readonly credit_used: readonly CreditUsed[]
  /** The numbers of the library's own ledger, by account and fund or payee, or by account alone. */
  readonly ledger_accounts: Readonly<Record<string, string>>
  /** Openings of drawers without a session in the period. */
  readonly openings: readonly LooseOpening[]
  /** What was entered in the period about sessions of that day and of days before. */
  readonly later: readonly LaterEntry[]
  /** Counts of the safe and the change fund in the period, what was settled, and what went out of them. */
  readonly places: readonly PlaceEvent[]
  readonly zone: ZoneName
  readonly numberOf: (head: { readonly terminal: string; readonly epoch: number }, receipt_number: number) => string
  /** The receipt of a payment by its entry, also of a session that is not in the period. */
  readonly receiptAt: (receipt_ref: string) => EventOf<'receipt-made'> | null
}

type Place = { readonly evidence: Evidence; readonly session: SessionEvidence }
type Row = readonly SheetCell[]

export function evidenceTables(evidence: Evidence): readonly Sheet[] {
  return [
    made(evidence, 'receipts', RECEIPTS, receiptRow),
    made(evidence, 'receipt-lines', LINES, lineRows),
    made(evidence, 'in-kind', IN_KIND, (one, place) => inKindRows(one, (number) => numberAt(one, place, number))),
    made(evidence, 'sessions', SESSIONS, sessionRow),
    withRows(made(evidence, 'transfers', TRANSFERS, transferRow), movedRows(evidence)),
    withRows(made(evidence, 'counts', COUNTS, countRow), floatRows(evidence)),
    withRows(made(evidence, 'no-sales', NO_SALES, noSaleRow), looseRows(evidence)),
    { name: 'let-off', columns: LET_OFF, rows: evidence.let_off.map((one) => letOffRow(evidence.zone, one)) },
    withRows(made(evidence, 'deposits', DEPOSITS, baggedRow), [...movedBags(evidence), ...bankedRows(evidence)]),
    placeSheet(evidence.places, evidence.zone),
    ledgerSheet(evidence),
    ...shareSheets(evidence.levied),
  ]
}

/** A table of what each entry gives; every row begins with the day, the session, the moment and the clerk. */
function made(
  evidence: Evidence,
  name: string,
  columns: readonly string[],
  rowsOf: (event: CashEvent, place: Place) => readonly Row[],
): Sheet {
  const rows = evidence.sessions.flatMap((session) =>
    session.events.flatMap((event) =>
      rowsOf(event, { evidence, session }).map((row) => [...placeCells(event, { evidence, session }), ...row]),
    ),
  )
  return { name, columns: [...PLACE, ...columns], rows }
}

const PLACE = ['business_date', 'session', 'moment', 'staff']

function placeCells({ head }: CashEvent, { evidence, session }: Place): Row {
  return [session.business_on, session.session_ref, momentText(instant(head.at_ms), evidence.zone), head.staff]
}

const RECEIPTS = [
  'number',
  'kind',
  'cash',
  'check',
  'card',
  'office_check',
  'tax',
  'rounding',
  'total',
  'refers_to',
  'reason',
  'approved_by',
  'paper_number',
  'paper_date',
  'paper_minute',
  'paper_session',
]

function receiptRow(event: CashEvent, place: Place): readonly Row[] {
  if (event.kind === 'receipt-made') {
    const { receipt_number, receipt, paper } = event.body
    const numbers = [numberAt(event, place, receipt_number), 'receipt', ...tenderCells(receipt, 1)]
    return [[...numbers, null, null, null, ...paperCells(paper)]]
  }
  if (event.kind === 'receipt-voided') {
    const { receipt_number, receipt, reason_code, approved_by } = event.body
    const number = numberAt(event, place, receipt_number)
    return [[number, 'void', ...tenderCells(receipt, -1), number, reason_code, approved_by, ...paperCells(null)]]
  }
  if (event.kind === 'paper-credited') {
    // Credit paid it: no money came in, and the receipt on paper has no number of the desk.
    const nothing = [0, 0, 0, 0, 0, 0, 0].map(amount)
    return [[null, 'paper-credit', ...nothing, null, null, null, ...paperCells(event.body.paper)]]
  }
  if (event.kind !== 'refund-paid') return []
  const { receipt_number, lines, tender, paid_cents, rounding_cents, receipt_ref, reason_code, approved_by } =
    event.body
  const by = (one: typeof tender): SheetCell => amount(tender === one ? -paid_cents : 0)
  const sums = [by('cash'), amount(0), by('card'), by('office-check'), amount(-taxSum(lines)), amount(rounding_cents)]
  const number = numberAt(event, place, receipt_number)
  const refers_to = receipt_ref === null ? null : numberOfRef(place, receipt_ref)
  return [
    [number, 'refund', ...sums, amount(-grossSum(lines)), refers_to, reason_code, approved_by, ...paperCells(null)],
  ]
}

function paperCells(paper: SealedPaper | null): Row {
  if (paper === null) return [null, null, null, null]
  return [paper.paper_number, paper.written_on, paper.written_minute, paper.of_session_ref]
}

type SealedReceipt = Extract<CashEvent, { kind: 'receipt-made' }>['body']['receipt']

function tenderCells(receipt: SealedReceipt, sign: 1 | -1): Row {
  const by = (tender: 'check' | 'card'): number =>
    receipt.others.reduce((sum, one) => sum + (one.tender === tender ? one.amount_cents : 0), 0)
  const cash = receipt.tendered_cents - receipt.change_cents
  const sums = [
    cash,
    by('check'),
    by('card'),
    0,
    taxSum(receipt.lines),
    receipt.rounding_cents,
    grossSum(receipt.lines),
  ]
  return sums.map((one) => amount(sign * one))
}

/** A void has the number of its receipt, which is of the epoch before where a backup was put back between them. */
function numberAt({ head, kind, body }: CashEvent, { evidence }: Place, receipt_number: number): string {
  const voided = kind === 'receipt-voided' ? parseEventRef(body.receipt_ref) : null
  return evidence.numberOf(voided ?? head, receipt_number)
}

/** The number of a receipt by its entry, of whatever period it is. */
function numberOfRef({ evidence }: Place, ref: string): string {
  const found = evidence.receiptAt(ref)
  return found === null ? ref : evidence.numberOf(found.head, found.body.receipt_number)
}

const LINES = ['number', 'kind', 'line', 'of', 'fund', 'payee', 'product', 'quantity', 'amount', 'tax']

function lineRows(event: CashEvent, place: Place): readonly Row[] {
  const [kind, lines, sign] =
    event.kind === 'receipt-made'
      ? (['receipt', event.body.receipt.lines, 1] as const)
      : event.kind === 'receipt-voided'
        ? (['void', event.body.receipt.lines, -1] as const)
        : event.kind === 'refund-paid'
          ? (['refund', event.body.lines, -1] as const)
          : (['', [], 1] as const)
  if (!('receipt_number' in event.body)) return []
  const number = numberAt(event, place, event.body.receipt_number)
  return lines.map((line, at) => {
    const product = line.of === 'sale' || line.of === 'held' ? line.product_code : null
    const whose = line.of === 'held' ? [null, line.payee] : [line.fund, null]
    const [quantity, tax] = line.of === 'sale' ? [line.quantity_count, line.tax_cents] : [null, 0]
    return [
      number,
      kind,
      at + 1,
      line.of,
      ...whose,
      product,
      quantity,
      amount(sign * line.amount_cents),
      amount(sign * tax),
    ]
  })
}

const TRANSFERS = [
  'kind',
  'way',
  'place',
  'reason',
  'fund',
  'amount',
  'bag_number',
  'receiver',
  'receiver_counted',
  'approved_by',
  'meter_before',
  'meter_after',
  'meter_price',
  'meter_last',
  'meter_last_price',
]

function transferRow(event: CashEvent): readonly Row[] {
  if (event.kind === 'cash-placed') {
    const { way, place, amount_cents, bag_number, receiver_code, receiver_cents } = event.body
    const counted = receiver_cents === null ? null : amount(receiver_cents)
    return [
      ['placed', way, place, null, null, amount(amount_cents), bag_number, receiver_code, counted, null, ...NO_METER],
    ]
  }
  if (event.kind !== 'cash-paid') return []
  const { way, reason_code, fund, amount_cents, approved_by, meter } = event.body
  const read = meter === null ? NO_METER : meterCells(meter)
  return [['paid', way, null, reason_code, fund, amount(amount_cents), null, null, null, approved_by, ...read]]
}

const NO_METER = [null, null, null, null, null]

function meterCells({ before_count, after_count, price_cents, last_count, last_price_cents }: Meter): Row {
  const last = last_price_cents === null ? null : amount(last_price_cents)
  return [before_count, after_count, amount(price_cents), last_count, last]
}

/** Every row of what went out of the safe or the change fund begins as those of a session do. */
function ofMoved(
  { places, zone }: Evidence,
  rowOf: (body: EventBody<'place-moved'>, own: string) => Row,
): readonly Row[] {
  return places.flatMap((one): readonly Row[] => {
    if (one.kind !== 'place-moved') return []
    const at = instant(one.head.at_ms)
    const begin = [toLocalDate(at, zone), one.body.from, momentText(at, zone), one.head.staff]
    return [[...begin, ...rowOf(one.body, eventRefText(one.head))]]
  })
}

function movedRows(evidence: Evidence): readonly Row[] {
  return ofMoved(evidence, ({ to, amount_cents, bag_number, approved_by }) => {
    return ['moved', 'out', to, null, null, amount(amount_cents), bag_number, null, null, approved_by, ...NO_METER]
  })
}

function movedBags(evidence: Evidence): readonly Row[] {
  const { places } = evidence
  const filled = places.filter((one) => one.kind === 'place-moved' && one.body.to === 'bank-bag')
  return ofMoved({ ...evidence, places: filled }, ({ amount_cents, bag_number }, own) => {
    return ['bagged', own, null, bag_number, ...[0, amount_cents, 0, amount_cents].map(amount), ...NOT_TAKEN_IN]
  })
}

const COUNTS = ['reason', 'tender', 'counted', 'expected', 'difference']

function countRow(event: CashEvent, { session }: Place): readonly Row[] {
  if (event.kind === 'count-drawn')
    return toldDraw(session.events) === 'none' ? [] : [['drawn', 'cash', null, null, null]]
  // It is about the session before, and of its own day.
  if (event.kind === 'float-counted') return []
  return countsIn(event).map(({ reason, tender, counted, expected }) => {
    return [reason, tender, amount(counted), amount(expected), amount(counted - expected)]
  })
}

const withRows = ({ rows, ...sheet }: Sheet, more: readonly Row[]): Sheet => ({ ...sheet, rows: [...rows, ...more] })
