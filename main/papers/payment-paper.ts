/**
 * The receipt of a payment on paper, from its entry in the journal and the credit that paid in the same command: made
 * again it is the same but for its mark. It says the payer's initials where one patron's charges are paid, and never a
 * title: no preference asks for titles. It only reads.
 */
import { receiptNumber } from '../../shared/cash/numbers/receipt-number.ts'
import { eventRefText, type EventOf } from '../../shared/journal/event.ts'
import { inKindSum } from '../../shared/cash/line-sums.ts'
import type { SealedInKind, SealedLine } from '../../shared/journal/events/cash.ts'
import { addCents, cents } from '../../shared/kernel/money.ts'
import { instant, localDate } from '../../shared/kernel/time.ts'
import { fundOf } from '../../shared/ledger/charge-kinds.ts'
import {
  paymentReceipt,
  type PaidFor,
  type PaidWith,
  type PaymentFacts,
} from '../../shared/receipt/cash/payment-receipt.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { cashRules } from '../cash/cash-rules.ts'
import { payerOf, voidOf } from '../cash/receipts.ts'
import { entriesOf, readCharge } from '../circulation/charges/charge-reading.ts'
import type { Library } from '../library/library.ts'
import { staffInitials } from '../library/staff-known.ts'
import { paperOfPayer } from './payer.ts'
import { tenderNumbers } from './tender-numbers.ts'

type Made = EventOf<'receipt-made'>

/** What goods and work took off, as lines beside what money paid. */
function inKindFor(in_kind: readonly SealedInKind[]): readonly PaidFor[] {
  return in_kind.flatMap((one) =>
    one.parts.map(({ fund, amount_cents }) => {
      return { of: 'charge', fund, amount_cents: cents(amount_cents) } as const
    }),
  )
}

/** What the charge brings in, also once it is forgotten. */
function fundOfCharge(library: Library, charge_ref: string): string {
  const made = entriesOf(library, charge_ref).find(({ code }) => code === 'charged')
  return made?.fund ?? fundOf(readCharge(library, charge_ref)?.row.kind ?? '')
}

/** What credit paid, which no drawer holds: by charge. */
function creditFor(library: Library, { head }: Made): readonly PaidFor[] {
  return library.journal.together(eventRefText(head)).flatMap((event): readonly PaidFor[] => {
    if (event.kind !== 'charge-moved' || event.body.code !== 'applied') return []
    const { charge_ref, pays_ref, amount_cents } = event.body
    const fund = fundOfCharge(library, pays_ref ?? charge_ref)
    return [{ of: 'charge', fund, amount_cents: cents(amount_cents) }]
  })
}

export function paidFor(line: SealedLine): PaidFor {
  const amount_cents = cents(line.amount_cents)
  if (line.of === 'sale') return { ...line, amount_cents, tax_cents: cents(line.tax_cents) }
  if (line.of === 'held') return { ...line, amount_cents }
  return { of: 'charge', fund: line.fund, amount_cents }
}

function paidWith(library: Library, { head, body }: Made, credit: readonly PaidFor[]): readonly PaidWith[] {
  const numbers = tenderNumbers(library, head)
  const { tendered_cents, change_cents, others } = body.receipt
  const cash = { tender: 'cash', tendered_cents: cents(tendered_cents), change_cents: cents(change_cents) } as const
  const rest = others.map(({ tender, amount_cents: amount }, at): PaidWith => {
    const { check_number = '', authorization = '', last_four = '' } = numbers[at] ?? {}
    const amount_cents = cents(amount)
    return tender === 'check'
      ? { tender, amount_cents, check_number }
      : { tender, amount_cents, authorization, last_four }
  })
  const { in_kind: now, past_in_kind } = cashRules(library)
  const goods = body.receipt.in_kind.map((one): PaidWith => {
    const { kind_code, quantity_count } = one
    const kind = [...now, ...past_in_kind].find((row) => row.kind_code === kind_code)
    const is_by_hour = kind?.per_kind === 'hour'
    return { tender: 'in-kind', kind_code, quantity_count, is_by_hour, amount_cents: inKindSum([one]) }
  })
  const credited = addCents(...credit.map((one) => one.amount_cents))
  const of_credit = credited === 0 ? [] : [{ tender: 'credit', amount_cents: credited } as const]
  return [...goods, ...of_credit, ...rest, ...(tendered_cents === 0 ? [] : [cash])]
}

function voidedSaid(library: Library, made: Made): PaymentFacts['voided'] {
  const gone = voidOf(library, made)
  if (gone === null) return null
  return { voided_at: instant(gone.head.at_ms), voided_by_initials: staffInitials(library, gone.head.staff) }
}

/** @param copy_number which copy it is; 0 for the original */
export function paymentPaper(library: Library, made: Made, copy_number = 0): ReceiptDocument {
  const { head, body } = made
  const { lines, in_kind, rounding_cents } = body.receipt
  const { words, ...payer } = paperOfPayer(library, payerOf(library, body.receipt), instant(head.at_ms))
  const { paper } = body
  const credit = creditFor(library, made)
  const facts: PaymentFacts = {
    ...payer,
    copy_number,
    full_receipt_number: receiptNumber(head, body.receipt_number),
    made_at: instant(head.at_ms),
    lines: [...lines.map(paidFor), ...inKindFor(in_kind), ...credit],
    tenders: paidWith(library, made, credit),
    rounding_cents: cents(rounding_cents),
    employee_initials: staffInitials(library, head.staff),
    by_hand: paper === null ? null : { number: paper.paper_number, written_on: localDate(paper.written_on) },
    voided: voidedSaid(library, made),
  }
  return paymentReceipt(facts, words)
}
