/** Every refusal about drawers and payments, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const CASH_REFUSALS = {
  'drawer-unknown': { ...STOP, facts: { drawer: 'text' } },
  'drawer-open-already': { ...STOP, facts: { drawer: 'text' } },
  'drawer-not-open': STOP,
  'drawer-which': { ...STOP, facts: { count: 'count' } },
  'drawer-suspended': { ...STOP, facts: { drawer: 'text' } },
  'count-wrong': { ...STOP, facts: { piece: 'text' } },
  'nothing-to-pay': STOP,
  'product-unknown': { ...STOP, facts: { product: 'text' } },
  'price-needed': { ...STOP, facts: { product: 'text' } },
  'price-fixed': { ...STOP, facts: { product: 'text', price: 'money' } },
  'amount-too-large': { ...STOP, facts: { amount: 'money' } },
  'left-to-pay': { ...STOP, facts: { amount: 'money' } },
  'tender-over': { ...STOP, facts: { amount: 'money' } },
  'credit-short': { ...STOP, facts: { amount: 'money' } },
  'basket-full': STOP,
  'amount-unusual': { ...STOP, facts: { amount: 'money' } },
  'paper-number-used': { ...STOP, facts: { number: 'text' } },
  'paper-day-ahead': { ...STOP, facts: { on: 'date' } },
  'paper-time-ahead': { ...STOP, facts: { at: 'moment' } },
  'paper-time-unread': STOP,
  'receipt-unknown': STOP,
  'receipt-voided-already': STOP,
  'receipt-of-closed': STOP,
  'days-swapped': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
