/** Every refusal about receipts that were made, and about money that goes back, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const REFUND_REFUSALS = {
  'receipt-refunded': STOP,
  'receipt-changed-since': STOP,
  'line-unknown': STOP,
  'more-than-paid': { ...STOP, facts: { left: 'money' } },
  'refund-tender': { ...STOP, facts: { amount: 'money' } },
  'charge-still-owed': { ...STOP, facts: { owed: 'money' } },
  'nothing-to-refund': STOP,
  'more-than-due': { ...STOP, facts: { due: 'money' } },
  'refund-is-credit': STOP,
  'refund-other-way': STOP,
  'refund-needs-receipt': STOP,
  'payee-missing': STOP,
  'card-numbers-missing': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
