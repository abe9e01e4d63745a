/** Every refusal about a patron's confidentiality, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const PRIVACY_REFUSALS = {
  'disclosure-identity-only': STOP,
  'disclosure-not-guardian': STOP,
  'recipient-missing': STOP,
  'erase-loans-out': { ...STOP, facts: { count: 'count' } },
  'erase-holds-open': { ...STOP, facts: { count: 'count' } },
  'erase-money-owed': { ...STOP, facts: { owed: 'money' } },
  'erase-is-guardian': { ...STOP, facts: { count: 'count' } },
  'erase-refund-due': { ...STOP, facts: { owed: 'money' } },
  'card-tail-wrong': STOP,
  'file-exists': { ...STOP, facts: { file: 'text' } },
  'file-unwritable': { ...STOP, facts: { file: 'text' } },
} as const satisfies Readonly<Record<string, RefusalEntry>>
