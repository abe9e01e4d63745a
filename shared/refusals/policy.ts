/** Every refusal about changing the library's rules, in precedence order. */
import { STOP, type RefusalEntry } from './entry.ts'

/** The tables of the rules, and the settings. */
const TABLES = [
  'loan_rule',
  'fixed_date',
  'fine_rule',
  'lost_rule',
  'limit_rule',
  'limit_group',
  'rental_rule',
  'fee_rule',
  'patron_category',
  'item_type',
  'shelf_sign',
  'fine_free_day',
  'cash_drawer',
  'product',
  'cash_reason',
  'variance_tier',
  'float_piece',
  'in_kind_tender',
  'residency_rule',
  'card_rule',
  'field_rule',
  'proof_kind',
  'card_range',
  'library_setting',
] as const

export const POLICY_REFUSALS = {
  'policy-row-invalid': { ...STOP, facts: { problem: 'problem' } },
  'policy-key-kept': STOP,
  'policy-row-unknown': { ...STOP, facts: { table: TABLES, key: 'text' } },
  'policy-code-taken': { ...STOP, facts: { key: 'text' } },
  'policy-row-used': { ...STOP, facts: { count: 'count', what: ['patrons', 'items'], key: 'text' } },
  'policy-contradiction': { ...STOP, facts: { finding: 'finding' } },
  'policy-findings': { ...STOP, facts: { count: 'count', finding: 'finding' } },
  'policy-overtaken': { ...STOP, facts: { key: 'text' } },
  'policy-no-loans': STOP,
} as const satisfies Readonly<Record<string, RefusalEntry>>
