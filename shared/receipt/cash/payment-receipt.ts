/**
 * The receipt of a payment: from whom, for what, by which tender, and who took it (pos-peers R1). No title is on it,
 * and nothing of what stays owed: a copy says what the first print said.
 */
import { addCents, cents, type Cents } from '../../kernel/money.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { compose, foot, heading, item, letterhead, line, plain, RULE } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { sayMoment, sayMoney, sayOn } from '../say.ts'
import type { Words } from '../words/en.ts'
import { marked, productName, sayFund, sayInKind, sayPayee, type CashPaperFacts } from './cash-facts.ts'

/** What was paid for. Never a title: who pays for another would read what they had. */
export type PaidFor =
  | {
      readonly of: 'charge'
      readonly fund: string
      readonly amount_cents: Cents
    }
  | {
      readonly of: 'sale'
      readonly product_code: string
      readonly fund: string
      readonly quantity_count: number
      /** Without the tax. */
      readonly amount_cents: Cents
      readonly tax_cents: Cents
    }
  | {
      readonly of: 'held'
      readonly product_code: string
      readonly payee: string
      readonly amount_cents: Cents
    }

export type PaidWith =
  | { readonly tender: 'cash'; readonly tendered_cents: Cents; readonly change_cents: Cents }
  | { readonly tender: 'check'; readonly amount_cents: Cents; readonly check_number: string }
  | {
      readonly tender: 'card'
      readonly amount_cents: Cents
      readonly authorization: string
      readonly last_four: string
    }
  | { readonly tender: 'credit'; readonly amount_cents: Cents }
  /** Goods or work: pieces, or minutes of work; null: their worth was asked. Nothing is given back for them. */
  | {
      readonly tender: 'in-kind'
      readonly kind_code: string
      readonly quantity_count: number | null
      readonly is_by_hour: boolean
      readonly amount_cents: Cents
    }

export type PaymentFacts = CashPaperFacts & {
  readonly full_receipt_number: string
  readonly made_at: Instant
  /** Empty: anonymous. */
  readonly payor_initials: string
  readonly lines: readonly PaidFor[]
  readonly tenders: readonly PaidWith[]
  /** By how much more than its part the cash paid; below zero: less. */
  readonly rounding_cents: Cents
  readonly employee_initials: string
  /** Written by hand while the desk could not be used. Null: it was not. */
  readonly by_hand: { readonly number: string; readonly written_on: LocalDate } | null
  readonly voided: { readonly voided_at: Instant; readonly voided_by_initials: string } | null
}

/** A person as far as the library says it on paper. */
export function personLine({ cash }: Words, label: string, initials: string): Block {
  return line(label, initials === '' ? cash.anonymous : initials)
}

/** A line of what was paid for, or of what is paid back. */
export function paidForLine(facts: CashPaperFacts, words: Words, one: PaidFor): Block {
  const right = sayMoney(one.amount_cents, facts)
  switch (one.of) {
    case 'charge':
      return line(sayFund(words, facts, one.fund), right)
    case 'sale': {
      const name = productName(facts, one.product_code)
      const title = one.quantity_count === 1 ? name : `${name} × ${one.quantity_count}`
      return item({ title, left: sayFund(words, facts, one.fund), right })
    }
    case 'held':
      return item({ title: productName(facts, one.product_code), left: sayPayee(words, facts, one.payee), right })
  }
}

function paidWith(facts: PaymentFacts, { cash }: Words, one: PaidWith): readonly Block[] {
  switch (one.tender) {
    case 'cash':
      return [
        line(cash.cash_tendered, sayMoney(one.tendered_cents, facts)),
        line(cash.change, sayMoney(one.change_cents, facts)),
      ]
    case 'check':
      return [line(cash.check_number(one.check_number), sayMoney(one.amount_cents, facts))]
    case 'card':
      return [
        line(cash.card_tail(one.last_four), sayMoney(one.amount_cents, facts)),
        ...(one.authorization === '' ? [] : plain(cash.authorization(one.authorization))),
      ]
    case 'in-kind':
      return [line(goodsSaid(facts, cash, one), sayMoney(one.amount_cents, facts))]
    case 'credit':
      return [line(cash.credit, sayMoney(one.amount_cents, facts))]
  }
}

/** "Food for fines × 4", "Read down, 1.5 hours". */
function goodsSaid(facts: PaymentFacts, cash: Words['cash'], one: Extract<PaidWith, { tender: 'in-kind' }>): string {
  const name = sayInKind(facts, one.kind_code)
  const { quantity_count } = one
  if (quantity_count === null) return name
  if (!one.is_by_hour) return `${name} × ${quantity_count}`
  const hundredths = Math.round((quantity_count * 100) / 60)
  return `${name}, ${cash.hours(String(hundredths / 100))}`
}

export function paymentReceipt(facts: PaymentFacts, words: Words): ReceiptDocument {
  const { cash } = words
  const { lines, by_hand, voided, rounding_cents } = facts
  const tax_cents = addCents(cents(0), ...lines.map((one) => (one.of === 'sale' ? one.tax_cents : cents(0))))
  const total_cents = addCents(tax_cents, ...lines.map((one) => one.amount_cents))
  const written = by_hand === null ? [] : plain(cash.written(by_hand.number, sayOn(words, by_hand.written_on, facts)))
  const undone =
    voided === null
      ? []
      : [line(cash.voided_at, `${sayMoment(words, voided.voided_at, facts)}, ${voided.voided_by_initials}`)]
  return compose(
    'payment',
    facts,
    words,
    marked(facts, words, voided !== null, [
      letterhead({ ...facts, printed_at: facts.made_at }, words, cash.payment),
      line(cash.full_receipt_number, facts.full_receipt_number),
      written,
      personLine(words, cash.payor, facts.payor_initials),
      RULE,
      heading(cash.purpose),
      lines.map((one) => paidForLine(facts, words, one)),
      tax_cents === 0 ? [] : line(cash.tax, sayMoney(tax_cents, facts)),
      line(words.total, sayMoney(total_cents, facts), true),
      rounding_cents === 0 ? [] : line(cash.rounding, sayMoney(rounding_cents, facts)),
      RULE,
      heading(cash.paid_by),
      facts.tenders.flatMap((one) => paidWith(facts, words, one)),
      RULE,
      line(cash.employee, facts.employee_initials),
      undone,
      foot(facts),
    ]),
  )
}
