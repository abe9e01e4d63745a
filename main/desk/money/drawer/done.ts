/** What a command did at a drawer, read off its entries: the same answer however often it is asked. */
import { grossSum } from '../../../../shared/cash/line-sums.ts'
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import { receiptOf } from '../../../../shared/journal/fold/cash.ts'
import { isCashKind } from '../../../../shared/journal/events/cash.ts'
import { eventRefText, parseEventRef, type DeskEvent } from '../../../../shared/journal/event.ts'
import type { CashDone } from '../../../../shared/ipc/methods-cash.ts'

export function cashDone(events: readonly DeskEvent[]): CashDone | null {
  // A refund changes the charge first, in the same command; credit alone pays without a receipt.
  const first = events.find((event) => isCashKind(event.kind)) ?? events[0]
  if (first === undefined) return null
  const nothing = { full_receipt_number: '', total_cents: 0, change_cents: 0, rounding_cents: 0 }
  return { entry_ref: eventRefText(first.head), ...nothing, ...amountsOf(first) }
}

function amountsOf(event: DeskEvent): Partial<CashDone> {
  switch (event.kind) {
    case 'receipt-made':
    case 'receipt-voided': {
      const { receipt, receipt_number } = event.body
      const { change_cents } = receipt
      const { rounding_cents } = receiptOf(receipt)
      // A void may be of an epoch after that of its receipt, whose number it has.
      const voided = event.kind === 'receipt-voided' ? parseEventRef(event.body.receipt_ref) : null
      const full_receipt_number = receiptNumber(voided ?? event.head, receipt_number)
      return { full_receipt_number, total_cents: grossSum(receipt.lines), change_cents, rounding_cents }
    }
    case 'refund-paid': {
      const { receipt_number, paid_cents, rounding_cents } = event.body
      const full_receipt_number = receiptNumber(event.head, receipt_number)
      return { full_receipt_number, total_cents: paid_cents, change_cents: 0, rounding_cents }
    }
    case 'drawer-opened':
    case 'drawer-counted':
    case 'place-counted':
    case 'place-settled':
      return { total_cents: event.body.counted_cents }
    case 'cash-placed':
    case 'place-moved':
    case 'cash-paid':
    case 'drawer-unlocked':
      return { total_cents: event.body.amount_cents }
    default:
      return {}
  }
}
