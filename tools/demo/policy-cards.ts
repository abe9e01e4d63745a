/** The rules of cards of the demo: one town, a township that pays nothing, four cards, and printed numbers. */
import type { CsvRow } from './made.ts'

export const RESIDENCY_RULES: readonly CsvRow[] = [
  { rule_code: 'TOWN', standing_kind: 'resident', postal_code: '60999', city: 'Maple Falls', home_library_name: '' },
  { rule_code: 'TOWNSHIP', standing_kind: 'non-resident', postal_code: '60998', city: '', home_library_name: '' },
  {
    rule_code: 'RIVERTON',
    standing_kind: 'reciprocal',
    postal_code: '',
    city: 'Riverton',
    home_library_name: 'Riverton Public Library',
  },
]

const PLAIN = {
  age_min: '',
  age_max: '',
  is_guardian_required: 'no',
  is_capped_at_home_card: 'no',
  check_kind: 'yearly',
}
const FREE = { fee_kind: 'none', fee: '' }

export const CARD_RULES: readonly CsvRow[] = [
  { rule_code: 'ADULT', category_code: 'ADULT', standing_kind: 'resident', ...PLAIN, age_min: '18', ...FREE },
  {
    rule_code: 'TEEN',
    category_code: 'TEEN',
    standing_kind: 'resident',
    ...PLAIN,
    age_min: '13',
    age_max: '17',
    is_guardian_required: 'yes',
    ...FREE,
  },
  {
    rule_code: 'CHILD',
    category_code: 'CHILD',
    standing_kind: 'resident',
    ...PLAIN,
    age_min: '5',
    age_max: '12',
    is_guardian_required: 'yes',
    ...FREE,
  },
  {
    rule_code: 'RECIPROCAL',
    category_code: 'RECIPROCAL',
    standing_kind: 'reciprocal',
    ...PLAIN,
    is_capped_at_home_card: 'yes',
    check_kind: 'always',
    ...FREE,
  },
  {
    rule_code: 'NON-RESIDENT',
    category_code: 'TEMP',
    standing_kind: 'non-resident',
    ...PLAIN,
    check_kind: 'always',
    fee_kind: 'fixed',
    fee: '60.00',
  },
].map((row, index) => ({ ...row, order_number: String(index) }))

export const FIELD_RULES: readonly CsvRow[] = [
  { rule_code: 'child guardian', field_name: 'guardian', category_code: 'CHILD', need_kind: 'required' },
  { rule_code: 'teen guardian', field_name: 'guardian', category_code: 'TEEN', need_kind: 'required' },
]

export const PROOF_KINDS: readonly CsvRow[] = [
  { proof_code: 'LICENSE', name: 'Driver’s license or state ID', shows_kind: 'both', days_max: '', is_this_year: 'no' },
  { proof_code: 'PASSPORT', name: 'Passport', shows_kind: 'identity', days_max: '', is_this_year: 'no' },
  { proof_code: 'BILL', name: 'Utility bill', shows_kind: 'address', days_max: '60', is_this_year: 'no' },
  { proof_code: 'LEASE', name: 'Lease or tax bill', shows_kind: 'address', days_max: '', is_this_year: 'yes' },
].map((row, index) => ({ ...row, order_number: String(index) }))

export const CARD_RANGES: readonly CsvRow[] = [
  { range_code: 'PRINTED', terminal_code: '', from_number: '2123400000000', to_number: '2123499999999' },
]
