/** Every refusal about changing the library's rules, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

export const POLICY_REFUSALS = {
  'policy-row-invalid': { ...STOP, facts: { what: 'text' } },
  'policy-row-unknown': { ...STOP, facts: { table: 'text', key: 'text' } },
  'policy-code-taken': { ...STOP, facts: { key: 'text' } },
  'policy-row-used': { ...STOP, facts: { count: 'count', what: ['patrons', 'items'], key: 'text' } },
  'policy-contradiction': { ...STOP, facts: { says: 'text' } },
  'policy-findings': { ...STOP, facts: { count: 'count', says: 'text' } },
  'policy-overtaken': { ...STOP, facts: { key: 'text' } },
  'policy-no-loans': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
