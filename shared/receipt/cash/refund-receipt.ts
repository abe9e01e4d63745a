/**
 * What is given back: the receipt of a refund at the desk, and the slip for one that the office pays by check. Both say
 * of which receipt it is and who approved it; never a title.
 */
import { addCents, cents, type Cents } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { compose, foot, heading, letterhead, line, plain, RULE, SPACE, strong } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import { marked, reasonName, signLines, type CashPaperFacts } from './cash-facts.ts'
import { paidForLine, personLine, type PaidFor } from './payment-receipt.ts'

type Refunding = CashPaperFacts & {
  readonly made_at: Instant
  /** Empty: anonymous. */
  readonly payor_initials: string
  /** Who got the money, where it is not the payer; may be empty. */
  readonly payee_name: string
  readonly lines: readonly PaidFor[]
  /** Empty: there is none, such as for a payment of before this desk. */
  readonly of_full_receipt_number: string
  readonly reason_code: string
  readonly employee_initials: string
  /** Empty: it needed no approval. */
  readonly approved_by_initials: string
}

/** Cash is what left the drawer, its rounding in it. */
export type RefundedTo =
  | { readonly tender: 'cash' | 'credit'; readonly amount_cents: Cents }
  | {
      readonly tender: 'card'
      readonly amount_cents: Cents
      readonly authorization: string
      readonly last_four: string
    }

export type RefundFacts = Refunding & {
  readonly full_receipt_number: string
  readonly refunded_to: RefundedTo
  /** As the library sees it: below zero where it gave back more than the lines come to. */
  readonly rounding_cents: Cents
}

export type RefundDueFacts = Refunding & { readonly request_number: string }

function refundLines(facts: Refunding, words: Words): readonly Block[] {
  const { cash } = words
  const tax = addCents(cents(0), ...facts.lines.map((one) => (one.of === 'sale' ? one.tax_cents : cents(0))))
  const total = addCents(tax, ...facts.lines.map((one) => one.amount_cents))
  const { payor_initials, payee_name } = facts
  return [
    ...(payor_initials === '' && payee_name !== '' ? [] : [personLine(words, cash.refund_for, payor_initials)]),
    ...(payee_name === '' ? [] : [line(cash.paid_to, payee_name)]),
    ...(facts.of_full_receipt_number === '' ? [] : [line(cash.of_receipt, facts.of_full_receipt_number)]),
    RULE,
    heading(cash.refunded_for),
    ...facts.lines.map((one) => paidForLine(facts, words, one)),
    ...(tax === 0 ? [] : [line(cash.tax, sayMoney(tax, facts))]),
    line(words.total, sayMoney(total, facts), true),
    ...(facts.reason_code === '' ? [] : [line(cash.reason, reasonName(facts, facts.reason_code))]),
  ]
}

function staffLines(facts: Refunding, { cash }: Words): readonly Block[] {
  return [
    line(cash.employee, facts.employee_initials),
    ...(facts.approved_by_initials === '' ? [] : [line(cash.approved_by, facts.approved_by_initials)]),
  ]
}

function toTender(facts: RefundFacts, { cash }: Words): readonly Block[] {
  const { refunded_to: to } = facts
  const amount = sayMoney(to.amount_cents, facts)
  if (to.tender !== 'card') return [line(to.tender === 'cash' ? cash.tender.cash : cash.credit, amount, true)]
  const authorization = to.authorization === '' ? [] : plain(cash.authorization(to.authorization))
  return [line(cash.card_tail(to.last_four), amount, true), ...authorization]
}

export function refundReceipt(facts: RefundFacts, words: Words): ReceiptDocument {
  const { cash } = words
  const { rounding_cents } = facts
  return compose(
    'refund',
    facts,
    words,
    marked(facts, words, false, [
      letterhead({ ...facts, printed_at: facts.made_at }, words, cash.refund),
      line(cash.full_receipt_number, facts.full_receipt_number),
      refundLines(facts, words),
      RULE,
      heading(cash.refunded_to),
      rounding_cents === 0 ? [] : line(cash.rounding, sayMoney(cents(0 - rounding_cents), facts)),
      toTender(facts, words),
      RULE,
      staffLines(facts, words),
      SPACE,
      signLines(cash.receiver),
      foot(facts),
    ]),
  )
}

/**
 * For the patron, and a second one for the office: the number says whose it is. Nobody has received money yet: who is
 * to get it signs that they asked for it.
 */
export function refundDueSlip(facts: RefundDueFacts, words: Words): ReceiptDocument {
  const { cash } = words
  return compose(
    'refund-due',
    facts,
    words,
    marked(facts, words, false, [
      letterhead({ ...facts, printed_at: facts.made_at }, words, cash.refund_due),
      strong(cash.refund_by_check),
      line(cash.request_number, facts.request_number),
      refundLines(facts, words),
      RULE,
      staffLines(facts, words),
      SPACE,
      signLines(cash.asked_by, cash.signed_on),
      foot(facts),
    ]),
  )
}
