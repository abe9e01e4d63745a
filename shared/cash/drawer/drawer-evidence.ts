/**
 * What the entries of a session tell of a drawer that is over or short: receipts with what was handed over, voids and
 * what followed them, amounts that a person typed, cash that was moved, bills that were changed, the count. Pure.
 */
import { canonical, eventRefText, type EventOf } from '../../journal/event.ts'
import type { SealedLine } from '../../journal/events/cash.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import type { PieceCount } from '../counted.ts'
import { ofKind, piecesOf } from '../session-entries.ts'
import type { Pieces } from '../pieces.ts'

type Head = EventOf<'receipt-made'>['head']

/** A price or amount that a person typed; tax and quantity make of it what is paid. */
export type TypedAmount = { readonly each_cents: Cents; readonly quantity_count: number; readonly tax_bp: number }

/** A line as it was entered; product null: a charge or a credit. */
type ReceiptLine = {
  readonly product_code: string | null
  readonly quantity_count: number
  readonly amount_cents: number
  readonly tax_cents: number
}

/** What is known of a payment in cash. Amounts are what the drawer holds more by it. */
export type CashReceipt = {
  /** As it is printed. */
  readonly full_receipt_number: string
  readonly drawer_cents: Cents
  readonly tendered_cents: Cents
  /** What it was for; two with the same are the same thing paid twice. */
  readonly lines_key: string
  readonly is_voided: boolean
  readonly typed: readonly TypedAmount[]
  readonly lines: readonly ReceiptLine[]
}

/** Another entry that moves cash: out of the drawer is below zero. A refund has a number. */
export type DrawerMove = {
  readonly event_ref: string
  readonly full_receipt_number: string | null
  readonly drawer_cents: Cents
  readonly is_typed: boolean
  /** Paid in or out, rather than moved to another place or given back. */
  readonly is_paid: boolean
}

/** What a session shows of itself. */
export type DrawerEvidence = {
  /** In order. */
  readonly receipts: readonly CashReceipt[]
  readonly moves: readonly DrawerMove[]
  /** Totals that were typed: the float, and the count. */
  readonly totals: readonly { readonly event_ref: string; readonly typed_cents: Cents; readonly is_float: boolean }[]
  /** Paid by check or card alone; below zero: given back so, or voided. */
  readonly by_others: readonly { readonly full_receipt_number: string; readonly amount_cents: Cents }[]
  /** By how much checks and cards were over or short. */
  readonly others_cents: readonly Cents[]
  /** Receipts that the printer has had and the journal has not: what they were for, where known. */
  readonly printed_only: readonly { readonly full_receipt_number: string; readonly drawer_cents: Cents | null }[]
  /** Cash that was moved, and of which the other person counted another amount: by how much the drawer is off by it. */
  readonly moved: readonly { readonly event_ref: string; readonly by_cents: Cents }[]
  readonly swaps_count: number
  /** Empty: a total was typed. */
  readonly counted: Pieces
  /** What is on sale at a set price. */
  readonly goods: readonly { readonly product_code: string; readonly price_cents: Cents; readonly tax_bp: number }[]
  /** How many charges owe as much as the drawer is over. */
  readonly owing_count: number
  /** What was waived or voided of charges meanwhile, and not taken back. */
  readonly let_off: readonly { readonly event_ref: string; readonly amount_cents: number }[]
}

export type EvidenceKnown = Pick<DrawerEvidence, 'goods' | 'owing_count' | 'let_off'> & {
  /** Null: a total was typed. */
  readonly counted: readonly PieceCount[] | null
  /** By how much checks and cards were over or short. */
  readonly others_cents: readonly Cents[]
  readonly printed_only: DrawerEvidence['printed_only']
  readonly numberOf: (head: Head, receipt_number: number) => string
  /** The tax on an amount of this line that was typed; null: it was set, or all that was owed. */
  readonly typedTaxOf: (line: SealedLine) => number | null
}

export function drawerEvidence(events: readonly CashEvent[], known: EvidenceKnown): DrawerEvidence {
  const voided = new Set(ofKind(events, 'receipt-voided').map(({ body }) => body.receipt_ref))
  const { counted, others_cents, printed_only, goods, owing_count, let_off } = known
  return {
    receipts: ofKind(events, 'receipt-made').flatMap((one) => receiptOf(one, voided, known)),
    moves: events.flatMap((one) => moveIn(one, known)),
    totals: totalsIn(events),
    by_others: [
      ...ofKind(events, 'receipt-made').flatMap(({ head, body }) => {
        const { tendered_cents, others } = body.receipt
        if (tendered_cents > 0) return []
        const full_receipt_number = known.numberOf(head, body.receipt_number)
        const sign = voided.has(eventRefText(head)) ? -1 : 1
        return others.map(({ amount_cents }) => ({ full_receipt_number, amount_cents: cents(sign * amount_cents) }))
      }),
      ...ofKind(events, 'refund-paid')
        .filter(({ body }) => body.tender !== 'cash')
        .map(({ head, body }) => {
          const full_receipt_number = known.numberOf(head, body.receipt_number)
          return { full_receipt_number, amount_cents: cents(-body.paid_cents) }
        }),
    ],
    moved: ofKind(events, 'cash-placed').flatMap(movedIn),
    others_cents,
    printed_only,
    swaps_count: ofKind(events, 'drawer-unlocked').filter(({ body }) => body.purpose === 'make-change').length,
    counted: piecesOf(counted ?? []),
    goods,
    owing_count,
    let_off,
  }
}

function totalsIn(events: readonly CashEvent[]): DrawerEvidence['totals'] {
  const ofTotal = (one: EventOf<'drawer-opened' | 'drawer-counted'> | undefined, is_float: boolean) =>
    one === undefined || one.body.pieces !== null
      ? []
      : [{ event_ref: eventRefText(one.head), typed_cents: cents(one.body.counted_cents), is_float }]
  return [
    ...ofTotal(ofKind(events, 'drawer-opened')[0], true),
    ...ofTotal(ofKind(events, 'drawer-counted').at(-1), false),
  ]
}

/** Nothing for a receipt without cash. */
function receiptOf(
  { head, body }: EventOf<'receipt-made'>,
  voided: ReadonlySet<string>,
  { numberOf, typedTaxOf }: EvidenceKnown,
): readonly CashReceipt[] {
  const { tendered_cents, change_cents, lines } = body.receipt
  if (tendered_cents === 0) return []
  return [
    {
      full_receipt_number: numberOf(head, body.receipt_number),
      drawer_cents: cents(tendered_cents - change_cents),
      tendered_cents: cents(tendered_cents),
      lines_key: canonical(lines),
      is_voided: voided.has(eventRefText(head)),
      lines: lines.map((line) =>
        line.of === 'sale' ? line : { ...line, product_code: null, quantity_count: 1, tax_cents: 0 },
      ),
      typed: lines.flatMap((line) => {
        const tax_bp = typedTaxOf(line)
        const quantity_count = line.of === 'sale' ? line.quantity_count : 1
        return tax_bp === null
          ? []
          : [{ each_cents: cents(Math.round(line.amount_cents / quantity_count)), quantity_count, tax_bp }]
      }),
    },
  ]
}

function moveIn(event: CashEvent, { numberOf }: EvidenceKnown): readonly DrawerMove[] {
  const event_ref = eventRefText(event.head)
  if (event.kind === 'cash-paid' || event.kind === 'cash-placed') {
    const { way, amount_cents } = event.body
    const is_typed = event.kind === 'cash-paid' || event.body.pieces === null
    const drawer_cents = cents(way === 'in' ? amount_cents : -amount_cents)
    return [{ event_ref, full_receipt_number: null, drawer_cents, is_typed, is_paid: event.kind === 'cash-paid' }]
  }
  if (event.kind !== 'refund-paid' || event.body.tender !== 'cash') return []
  const { paid_cents, receipt_number } = event.body
  const full_receipt_number = numberOf(event.head, receipt_number)
  return [{ event_ref, full_receipt_number, drawer_cents: cents(-paid_cents), is_typed: true, is_paid: false }]
}

/** What the other person counted moved; what the entry says did not. */
function movedIn({ head, body }: EventOf<'cash-placed'>): DrawerEvidence['moved'] {
  const { way, amount_cents, receiver_cents } = body
  if (receiver_cents === null || receiver_cents === amount_cents) return []
  const by = way === 'out' ? amount_cents - receiver_cents : receiver_cents - amount_cents
  return [{ event_ref: eventRefText(head), by_cents: cents(by) }]
}

/** The receipt that was made next after a void, by the number of the voided one: mostly the same thing once more. */
export function madeAfterVoids(
  events: readonly CashEvent[],
  numberOf: EvidenceKnown['numberOf'],
): ReadonlyMap<string, string> {
  const after = new Map<string, string>()
  for (const [at, event] of events.entries()) {
    const next = event.kind === 'receipt-voided' ? events.slice(at).find(({ kind }) => kind === 'receipt-made') : null
    if (event.kind !== 'receipt-voided' || next?.kind !== 'receipt-made') continue
    const voided = events.find((one) => eventRefText(one.head) === event.body.receipt_ref)
    if (voided?.kind !== 'receipt-made') continue
    after.set(numberOf(voided.head, voided.body.receipt_number), numberOf(next.head, next.body.receipt_number))
  }
  return after
}
