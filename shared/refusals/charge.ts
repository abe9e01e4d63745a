/** Every refusal about money and claims, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const CHARGE_REFUSALS = {
  'charge-unknown': STOP,
  'nothing-owed': STOP,
  'more-than-owed': { ...STOP, facts: { owed: 'money' } },
  'reason-unknown': { ...STOP, facts: { reason: 'text' } },
  'amnesty-off': { ...STOP, is_of_role: true },
  'amount-missing': STOP,
  'price-unknown': STOP,
  'patron-of-loan-gone': STOP,
  'lost-already': STOP,
  'claimed-already': STOP,
  'claim-day-ahead': { ...STOP, facts: { on: 'date' } },
  'claim-day-before-loan': { ...STOP, facts: { on: 'date', out: 'date' } },
  'claim-unknown': STOP,
  'return-answered': STOP,
  'last-patron-unknown': STOP,
  'stretch-invalid': STOP,
  'stretch-too-long': { ...STOP, facts: { limit: 'count' } },
  'outage-unknown': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
