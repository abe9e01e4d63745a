/** Receipts and refunds of this desk, by their number or their entry, and what was done with them since. Reads only. */
import { readReceiptNumber } from '../../shared/cash/numbers/receipt-number.ts'
import type { SealedReceipt } from '../../shared/journal/events/cash.ts'
import { eventRefText, type EventOf } from '../../shared/journal/event.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { PaidBack } from '../../shared/cash/refunds.ts'
import { readCharge } from '../circulation/charges/charge-reading.ts'
import type { Library } from '../library/library.ts'
import { eventByNumber } from '../store/money/cash-rows.ts'
import { isErased } from '../store/patrons/erased-patrons.ts'
import { eventsAboutOf } from './report/session-events.ts'

export type Receipt = EventOf<'receipt-made'>
export type Refund = EventOf<'refund-paid'>

/** @param given a number such as K4N7QW-1-0014, its last part alone for one of this epoch, or the entry */
export function findReceipt(library: Library, given: string): Receipt | Refund | null {
  const { terminal, head } = library.journal
  const number = readReceiptNumber(given.trim(), { terminal, epoch: head.epoch })
  if (number === null) return receiptOrRefund(library, given)
  if (number.terminal !== terminal) return null
  const { epoch, receipt_number } = number
  const place = library.db.get(eventByNumber, { epoch, receipt_number })
  return place && receiptOrRefund(library, eventRefText({ terminal, epoch, seq: place.seq }))
}

function receiptOrRefund(library: Library, ref: string): Receipt | Refund | null {
  const event = library.journal.event(ref)
  return event?.kind === 'receipt-made' || event?.kind === 'refund-paid' ? event : null
}

/** The receipt of a payment, by number or entry. */
export function findPayment(library: Library, given: string): Receipt | null {
  const found = findReceipt(library, given)
  return found?.kind === 'receipt-made' ? found : null
}

/**
 * The patron whose charges are paid, or who keeps the change where none are; null where it is none, or several, or one
 * who was erased.
 */
export function payerOf(
  library: Library,
  { lines, in_kind }: Pick<SealedReceipt, 'lines' | 'in_kind'>,
): PatronId | null {
  const goods = in_kind.flatMap((one) => one.parts.map((part) => part.charge_ref))
  const refsOf = (of: 'charge' | 'credit'): string[] =>
    lines.flatMap((one) => (one.of === of && 'charge_ref' in one ? [one.charge_ref] : []))
  const paid = [...refsOf('charge'), ...goods]
  const charges = (paid.length > 0 ? paid : refsOf('credit')).map((ref) => readCharge(library, ref))
  const patrons = new Set(charges.map((charge) => charge?.row.patron_id ?? null))
  const [only = null] = patrons
  return patrons.size === 1 && only !== null && !isErased(library.db, only) ? only : null
}

/** The same of a payment or a refund. */
export function patronOf(library: Library, { body }: Receipt | Refund): PatronId | null {
  return payerOf(library, 'receipt' in body ? body.receipt : { lines: body.lines, in_kind: [] })
}

export function voidOf(library: Library, { head }: Receipt): EventOf<'receipt-voided'> | null {
  return eventsAboutOf(library, eventRefText(head), 'receipt-voided')[0] ?? null
}

/** The refunds of a receipt, oldest first. */
export function refundsOf(library: Library, { head }: Receipt): readonly Refund[] {
  return eventsAboutOf(library, eventRefText(head), 'refund-paid')
}

export function paidBack(refunds: readonly Refund[]): readonly PaidBack[] {
  return refunds.map(({ body: { tender, lines, paid_cents } }) => ({ tender, lines, paid_cents }))
}
