/** Every refusal about closing a drawer and what follows from it, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const CASH_CLOSE_REFUSALS = {
  'session-unknown': STOP,
  'session-open': STOP,
  'payment-half-entered': STOP,
  'count-first': STOP,
  'count-own': STOP,
  'variance-reason-needed': { ...STOP, facts: { amount: 'money' } },
  'float-reason-needed': { ...STOP, facts: { amount: 'money' } },
  'leave-reason-needed': { ...STOP, facts: { amount: 'money' } },
  'variance-note-needed': { ...STOP, facts: { amount: 'money' } },
  'leave-over-counted': { ...STOP, facts: { counted: 'money', amount: 'money' } },
  'review-not-needed': STOP,
  'review-by-closer': STOP,
  'review-disagreed': STOP,
  'hand-over-to-self': STOP,
  'hand-over-seen': STOP,
  'place-agrees': STOP,
  'place-count-own': STOP,
  'place-moved': STOP,
  'deposit-none': STOP,
  'deposit-banked-already': STOP,
  'deposit-by-closer': STOP,
  'banked-ahead': { ...STOP, facts: { on: 'date' } },
  'banked-before-bag': { ...STOP, facts: { on: 'date', filled: 'date' } },
  'deposit-differs': { ...STOP, facts: { bag: 'money', amount: 'money' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>
