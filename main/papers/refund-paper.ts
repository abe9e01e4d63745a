/**
 * What a refund is on paper, from its entry in the journal: the receipt that the person signs, or the slip of what the
 * office pays by check. It has the name of who got the money where the receipt was not of one patron. It only reads.
 */
import { receiptNumber } from '../../shared/cash/numbers/receipt-number.ts'
import { cents } from '../../shared/kernel/money.ts'
import { instant } from '../../shared/kernel/time.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { refundDueSlip, refundReceipt, type RefundedTo } from '../../shared/receipt/cash/refund-receipt.ts'
import { findPayment, payerOf, type Refund } from '../cash/receipts.ts'
import type { Library } from '../library/library.ts'
import { staffInitials } from '../library/staff-known.ts'
import { paperOfPayer } from './payer.ts'
import { paidFor } from './payment-paper.ts'
import { tenderNumbers } from './tender-numbers.ts'

/** @param copy_number which copy it is; 0 for the original */
export function refundPaper(library: Library, { head, body }: Refund, copy_number = 0): ReceiptDocument {
  const { lines, receipt_ref, reason_code, approved_by, tender, paid_cents } = body
  const receipt = receipt_ref === null ? null : findPayment(library, receipt_ref)
  const payer = payerOf(library, receipt?.body.receipt ?? { lines, in_kind: [] })
  const { words, ...of_payer } = paperOfPayer(library, payer, instant(head.at_ms))
  const [beside] = tenderNumbers(library, head)
  const facts = {
    ...of_payer,
    copy_number,
    made_at: instant(head.at_ms),
    payee_name: beside?.payee_name ?? '',
    lines: lines.map(paidFor),
    of_full_receipt_number: receipt === null ? '' : receiptNumber(receipt.head, receipt.body.receipt_number),
    reason_code,
    employee_initials: staffInitials(library, head.staff),
    approved_by_initials: approved_by === '' ? '' : staffInitials(library, approved_by),
  }
  const number = receiptNumber(head, body.receipt_number)
  if (tender === 'office-check') return refundDueSlip({ ...facts, request_number: number }, words)
  const amount_cents = cents(paid_cents)
  const { authorization = '', last_four = '' } = beside ?? {}
  const refunded_to: RefundedTo =
    tender === 'cash' ? { tender, amount_cents } : { tender, amount_cents, authorization, last_four }
  const rounding_cents = cents(body.rounding_cents)
  return refundReceipt({ ...facts, full_receipt_number: number, refunded_to, rounding_cents }, words)
}
