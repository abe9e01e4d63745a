/** The tables of the rules and roles, and the column that names a row of each. Holds no row. */

/** A row is whole in the event, as it is stored. */
export const RULE_KEYS = {
  loan_rule: 'rule_code',
  fixed_date: 'date_code',
  fine_rule: 'rule_code',
  lost_rule: 'rule_code',
  limit_group: 'group_code',
  limit_rule: 'limit_code',
  rental_rule: 'rule_code',
  fee_rule: 'fee_code',
  patron_category: 'category_code',
  item_type: 'item_type_code',
  shelf_sign: 'sign_code',
  fine_free_day: 'day_code',
  cash_drawer: 'drawer_code',
  product: 'product_code',
  cash_reason: 'reason_code',
  variance_tier: 'tier_code',
  float_piece: 'piece_code',
  in_kind_tender: 'kind_code',
  residency_rule: 'rule_code',
  card_rule: 'rule_code',
  field_rule: 'rule_code',
  proof_kind: 'proof_code',
  card_range: 'range_code',
  library_setting: 'name',
  role: 'role_code',
  role_grant: 'grant_key',
} as const
export type RuleTable = keyof typeof RULE_KEYS
export const RULE_TABLES = Object.keys(RULE_KEYS) as RuleTable[]

export function isRuleTable(name: string): name is RuleTable {
  return Object.hasOwn(RULE_KEYS, name)
}
