/**
 * What of a receipt can still go back: line by line what was paid on it and is not refunded, and to which tender. Pure.
 * Amounts of a line include its tax (pos-peers I7, R19).
 */
import type { SealedLine, SealedReceipt, SealedRefundLine } from '../journal/events/cash.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { RefundTender } from '../ledger/drawer-acts.ts'
import { grossOf, grossSum } from './line-sums.ts'
import { sumOf } from './session-entries.ts'
import type { CashSide } from './settle.ts'

/** A refund of some of its lines that was paid before. */
export type PaidBack = {
  readonly tender: RefundTender
  readonly lines: readonly SealedRefundLine[]
  /** What went out for it, rounded. */
  readonly paid_cents: number
}

/** A line of a receipt from one on; null amount: all that is left of it. */
export type AskedLine = { readonly line_number: number; readonly amount_cents: number | null }

export type LineIssue =
  | { readonly code: 'line-unknown' }
  /** No more than this is left of the line. */
  | { readonly code: 'more-than-paid'; readonly left_cents: Cents }

/** What a refund of before names where it has no number: lines of the same were refunded in their order. */
function keyOf(line: SealedLine): string {
  switch (line.of) {
    case 'charge':
      return `charge ${line.charge_ref}`
    case 'sale':
      return `sale ${line.product_code} ${line.fund}`
    case 'credit':
      return `credit ${line.charge_ref}`
    case 'held':
      return `held ${line.product_code} ${line.payee}`
  }
}

type Parts = { amount: number; tax: number; quantity: number }

function partsOf(line: SealedLine): Parts {
  const [tax, quantity] = line.of === 'sale' ? [line.tax_cents, line.quantity_count] : [0, 0]
  return { amount: line.amount_cents, tax, quantity }
}

/** Takes as much of it as is there, off both. */
function takeOff(there: Parts, back: Parts): void {
  for (const part of ['amount', 'tax', 'quantity'] as const) {
    const by = Math.min(there[part], back[part])
    there[part] -= by
    back[part] -= by
  }
}

/** The lines of a receipt less what was refunded of each; a line of which nothing is left comes to zero. */
export function linesLeft({ lines }: Pick<SealedReceipt, 'lines'>, before: readonly PaidBack[]): readonly SealedLine[] {
  const left = lines.map(partsOf)
  const back = before.flatMap((one) => one.lines)
  for (const line of back) {
    const there = left[(line.line_number ?? 0) - 1]
    if (there !== undefined) takeOff(there, partsOf(line))
  }
  for (const line of back.filter(({ line_number }) => line_number === null)) {
    const parts = partsOf(line)
    for (const [at, one] of lines.entries()) {
      const there = left[at]
      if (there !== undefined && keyOf(one) === keyOf(line)) takeOff(there, parts)
    }
  }
  return lines.map((line, at) => {
    const { amount: amount_cents, tax: tax_cents, quantity } = left[at] ?? partsOf(line)
    if (line.of !== 'sale') return { ...line, amount_cents }
    return { ...line, amount_cents, tax_cents, quantity_count: Math.max(1, quantity) }
  })
}

/** The lines of a refund: each no more than is left of the line that it names. */
export function refundLines(
  receipt: Pick<SealedReceipt, 'lines'>,
  before: readonly PaidBack[],
  asked: readonly AskedLine[],
): SealedRefundLine[] | LineIssue {
  const left = linesLeft(receipt, before)
  const named = new Set(asked.map((one) => one.line_number))
  if (named.size < asked.length) return { code: 'line-unknown' }
  const taken: SealedRefundLine[] = []
  for (const { line_number, amount_cents } of asked) {
    const line = left[line_number - 1]
    if (line === undefined) return { code: 'line-unknown' }
    const there = grossOf(line)
    const amount = amount_cents ?? there
    if (amount > there || there === 0) return { code: 'more-than-paid', left_cents: there }
    taken.push({ ...partOf(line, amount), line_number })
  }
  return taken
}

/** A part of a line by its amount with tax; the tax in proportion, half a cent up. */
function partOf(line: SealedLine, amount: number): SealedLine {
  if (line.of !== 'sale') return { ...line, amount_cents: amount }
  const there = grossOf(line)
  if (amount === there) return line
  const tax_cents = Math.floor((2 * amount * line.tax_cents + there) / (2 * there))
  const quantity_count = Math.max(1, Math.floor((line.quantity_count * amount) / there))
  return { ...line, amount_cents: amount - tax_cents, tax_cents, quantity_count }
}

/** What receipts took in cash, and what of it went back in cash. */
export function cashSide(receipts: readonly Omit<SealedReceipt, 'lines'>[], before: readonly PaidBack[]): CashSide {
  const drawer_cents = sumOf(receipts.map(({ tendered_cents, change_cents }) => tendered_cents - change_cents))
  const rounding_cents = sumOf(receipts.map((one) => one.rounding_cents))
  const inCash = before.filter(({ tender }) => tender === 'cash')
  return {
    taken: { due_cents: drawer_cents - rounding_cents, drawer_cents },
    refunded_cents: grossSum(inCash.flatMap(({ lines }) => lines)),
    paid_cents: sumOf(inCash.map((one) => one.paid_cents)),
  }
}

/**
 * The most that a refund of so much can pay, by any tender: all that receipts took, what rounding let off not included,
 * and what was paid elsewhere.
 */
export function mostBack(
  refund_cents: number,
  receipts: readonly Pick<SealedReceipt, 'lines' | 'rounding_cents'>[],
  before: readonly PaidBack[],
): Cents {
  const due = grossSum(receipts.flatMap(({ lines }) => lines))
  const taken = due + sumOf(receipts.map((one) => one.rounding_cents))
  const refunded = grossSum(before.flatMap(({ lines }) => lines)) + refund_cents
  const elsewhere = Math.max(0, refunded - due)
  return cents(Math.max(0, taken + elsewhere - sumOf(before.map((one) => one.paid_cents))))
}

export type ByPaid = { readonly cash_cents: Cents; readonly check_cents: Cents; readonly card_cents: Cents }

/** How much of a receipt was paid with each tender and did not go back yet. Rounding is left out. */
export function tendersLeft(receipt: Omit<SealedReceipt, 'lines'>, before: readonly PaidBack[]): ByPaid {
  const { tendered_cents, change_cents, rounding_cents, others } = receipt
  const ofTender = (tender: string): number => {
    return others.reduce((sum, one) => (one.tender === tender ? sum + one.amount_cents : sum), 0)
  }
  const left = {
    cash: tendered_cents - change_cents - rounding_cents,
    card: ofTender('card'),
    check: ofTender('check'),
  }
  for (const { tender, lines } of before) {
    let amount: number = grossSum(lines)
    for (const from of GOES_TO[tender]) {
      const by = Math.min(amount, left[from])
      left[from] -= by
      amount -= by
    }
  }
  return { cash_cents: cents(left.cash), check_cents: cents(left.check), card_cents: cents(left.card) }
}

/** What a refund takes back, in this order: the office pays back checks first. */
const GOES_TO = {
  cash: ['cash', 'card'],
  card: ['card'],
  'office-check': ['check', 'card'],
} as const satisfies Readonly<Record<RefundTender, readonly ('cash' | 'card' | 'check')[]>>

/**
 * Whether so much goes back this way. `other`: it was paid by card and would go back in cash, which takes more than a
 * refund takes; a number: no more than this does.
 */
export function refundWay(
  { cash_cents, card_cents, check_cents }: ByPaid,
  tender: RefundTender,
  amount_cents: number,
): 'same' | 'other' | Cents {
  const most = { cash: cash_cents, card: card_cents, 'office-check': cents(check_cents + card_cents) }[tender]
  if (amount_cents <= most) return 'same'
  return tender === 'cash' && amount_cents <= cash_cents + card_cents ? 'other' : most
}
