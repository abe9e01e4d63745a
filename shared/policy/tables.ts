/**
 * The tables of the policy that a library edits at the desk, with their columns in the order of the form. Pure data;
 * shared/policy/policy-facts.ts says what the columns mean to a decision.
 */
import { IN_KIND_PER, PIECE_CODES, PRODUCT_KINDS, REASON_USES, VARIANCE_NEEDS } from './cash-facts.ts'
import * as is from './columns.ts'
import type { PolicyColumn } from './columns.ts'
import * as card from './tables-cards.ts'

const PERIOD_UNITS = ['days', 'weeks', 'months', 'hours', 'minutes'] as const

const FINE_UNITS = ['days', 'weeks', 'months', 'years', 'hours', 'minutes', 'open-hours', 'open-minutes'] as const

const GRACE_UNITS = ['days', 'open-days', 'weeks', 'months', 'hours', 'minutes'] as const

const WINDOW_UNITS = ['days', 'weeks', 'months', 'hours'] as const

const REFUNDS = ['within-window', 'always', 'never'] as const

const LOAN_RULE = [
  is.ownCode('rule_code'),
  ...is.SCOPE,
  is.tick('is_for_loan', true),
  is.count('period_count', 21),
  is.choice('period_unit', PERIOD_UNITS),
  is.choice('days_mode', ['next-open', 'previous-open', 'same-weekday', 'skip-closed', 'ignore-closed']),
  is.choice('past_closing', ['shorten-to-close', 'extend-to-open', 'keep']),
  is.maybe(is.count('renewals_count_max', 2, { most: 10_000 })),
  is.maybe(is.count('renewal_period_count', null, { least: 1 })),
  is.choice('renewal_from', ['today', 'due']),
  is.maybe(is.count('loans_count_max', null, { most: 10_000 })),
  is.maybe(is.count('special_period_count', null, { least: 1 })),
  is.choice('hard_due_kind', ['none', 'not-after', 'not-before', 'exactly']),
  is.maybe(is.date('hard_due_on')),
  is.schedule('schedule_code'),
  is.choice('outside_kind', ['refuse', 'ordinary']),
  is.tick('is_capped_at_expiry', true),
] as const

const FINE_RULE = [
  is.ownCode('rule_code'),
  ...is.SCOPE,
  is.money('amount_cents'),
  is.count('per_count', 1, { least: 1, most: 10_000 }),
  is.choice('per_unit', FINE_UNITS),
  is.tick('is_partial_unit_charged', true),
  is.tick('is_closed_counted', false),
  is.count('grace_count', 0, { most: 10_000 }),
  is.choice('grace_unit', GRACE_UNITS),
  is.choice('grace_kind', ['whole-period-once-exceeded', 'deducted']),
  is.maybe(is.money('fine_cents_max')),
  is.tick('is_capped_at_price', false),
  is.maybe(is.money('recall_amount_cents')),
  is.maybe(is.money('recall_fine_cents_max')),
  is.tick('is_grace_kept_on_recall', true),
  is.count('suspension_days_count', 0, { most: 1000 }),
  is.maybe(is.count('suspension_days_count_max', null, { most: 10_000 })),
] as const

const LOST_RULE = [
  is.ownCode('rule_code'),
  ...is.SCOPE,
  is.maybe(is.count('lost_after_count', 28, { least: 1, most: 10_000 })),
  is.choice('lost_after_unit', WINDOW_UNITS),
  is.choice('replacement_kind', ['price-or-default', 'price', 'default', 'none']),
  is.maybe(is.money('replacement_cents')),
  is.money('processing_cents'),
  is.tick('is_overdue_kept', false),
  is.choice('found_unpaid_kind', ['waive', 'leave', 'ask']),
  is.choice('found_paid_kind', ['credit', 'refund', 'leave']),
  is.tick('is_processing_refundable', false),
  is.tick('is_overdue_restored', false),
  is.tick('is_overdue_counted_anew', true),
  is.choice('lost_refund_kind', REFUNDS),
  is.choice('overdue_refund_kind', ['never', 'within-window', 'always']),
  is.maybe(is.count('refund_within_count', null, { least: 1, most: 10_000 })),
  is.choice('refund_within_unit', WINDOW_UNITS),
  is.choice('refund_from_kind', ['payment', 'due']),
  is.money('refund_cents_min'),
  is.tick('is_refund_less_owed', true),
  is.tick('is_receipt_required', false),
  is.choice('refund_paid_kind', ['drawer', 'office-check']),
  is.maybe(is.count('no_return_after_days_count', null, { least: 1, most: 10_000 })),
] as const

const LIMIT_RULE = [
  is.ownCode('limit_code'),
  is.target(),
  is.maybe(is.count('loans_count_max', null, { most: 10_000 })),
  ...is.WHOM,
  is.choice('for_kind', ['patron', 'family']),
  is.choice('place_kind', ['everywhere', 'this-branch']),
] as const

const LIMIT_GROUP = [is.ownCode('group_code'), is.words('name'), is.itemTypesIn('item_type_codes')] as const

const RENTAL_RULE = [
  is.ownCode('rule_code'),
  ...is.SCOPE,
  is.money('amount_cents'),
  is.choice('per_unit', ['loan', 'days', 'hours']),
  is.tick('is_closed_counted', false),
  is.tick('is_charged_on_renewal', false),
] as const

const FEE_RULE = [
  is.ownCode('fee_code'),
  is.choice('fee_kind', ['other', 'replacement-card', 'hold', 'part', 'damage', 'returned-check', 'book-drop']),
  is.words('name'),
  is.money('amount_cents'),
  ...is.SCOPE,
] as const

const CATEGORY = [
  is.ownCode('category_code'),
  is.words('name'),
  is.maybe(is.count('loans_count_max', null, { most: 10_000 })),
  is.maybe(is.money('owed_cents_max')),
  is.maybe(is.money('family_owed_cents_max')),
  is.maybe(is.count('overdue_count_max', null, { most: 10_000 })),
  is.maybe(is.count('overdue_days_count_max', null, { least: 1, most: 10_000 })),
  is.maybe(is.count('lost_count_max', null, { least: 1, most: 10_000 })),
  is.maybe(is.count('claims_count_max', null, { least: 1, most: 10_000 })),
  is.maybe(is.count('card_months_count', null, { least: 1, most: 1200 })),
  is.tick('is_fine_free', false),
] as const

const ITEM_TYPE = [
  is.ownCode('item_type_code'),
  is.words('name'),
  is.tick('is_for_loan', true),
  is.maybe(is.money('replacement_cents')),
] as const

const SHELF_SIGN = [
  is.ownCode('sign_code'),
  is.BRANCH,
  is.words('location'),
  is.maybe(is.words('from_number')),
  is.maybe(is.words('to_number')),
  is.words('words'),
] as const

const FINE_FREE_DAY = [
  is.ownCode('day_code'),
  is.date('from_on'),
  is.date('to_on'),
  is.BRANCH,
  is.words('reason'),
] as const

const FIXED_DATE = [
  is.ownCode('date_code'),
  is.code('schedule_code'),
  is.date('loans_from_on'),
  is.date('loans_to_on'),
  is.date('due_on'),
] as const

const CASH_DRAWER = [is.ownCode('drawer_code'), is.words('name'), is.BRANCH] as const

const PRODUCT = [
  is.ownCode('product_code'),
  is.words('name'),
  is.maybe(is.letter('key_letter')),
  is.maybe(is.money('price_cents', 1)),
  is.choice('kind', PRODUCT_KINDS),
  is.maybe(is.code('fund')),
  is.maybe(is.code('payee')),
  is.count('tax_bp', 0, { most: 3000 }),
  is.count('order_number', 0),
  is.tick('is_active', true),
] as const

const CASH_REASON = [
  is.ownCode('reason_code'),
  is.words('name'),
  is.choice('used_for', REASON_USES),
  is.maybe(is.code('fund')),
] as const

const IN_KIND_TENDER = [
  is.ownCode('kind_code'),
  is.words('name'),
  is.choice('per_kind', IN_KIND_PER),
  is.maybe(is.money('value_cents', 1)),
  is.tick('is_for_overdue', true),
  is.tick('is_for_lost', false),
  is.tick('is_for_damage', false),
  is.tick('is_for_fees', false),
  is.maybe(is.money('receipt_cents_max', 1)),
  is.maybe(is.money('month_cents_max', 1)),
  is.tick('is_active', true),
] as const

const VARIANCE_TIER = [is.ownCode('tier_code'), is.money('from_cents', 1), is.choice('needs', VARIANCE_NEEDS)] as const

const FLOAT_PIECE = [
  is.ownOption('piece_code', PIECE_CODES),
  is.count('pieces_count', 1, { least: 1, most: 10_000 }),
] as const

type Table = {
  /** The column that names a row. */
  readonly key: string
  readonly columns: readonly PolicyColumn[]
}

export const POLICY_TABLES = {
  loan_rule: { key: 'rule_code', columns: LOAN_RULE },
  fixed_date: { key: 'date_code', columns: FIXED_DATE },
  fine_rule: { key: 'rule_code', columns: FINE_RULE },
  lost_rule: { key: 'rule_code', columns: LOST_RULE },
  limit_rule: { key: 'limit_code', columns: LIMIT_RULE },
  limit_group: { key: 'group_code', columns: LIMIT_GROUP },
  rental_rule: { key: 'rule_code', columns: RENTAL_RULE },
  fee_rule: { key: 'fee_code', columns: FEE_RULE },
  patron_category: { key: 'category_code', columns: CATEGORY },
  item_type: { key: 'item_type_code', columns: ITEM_TYPE },
  shelf_sign: { key: 'sign_code', columns: SHELF_SIGN },
  fine_free_day: { key: 'day_code', columns: FINE_FREE_DAY },
  cash_drawer: { key: 'drawer_code', columns: CASH_DRAWER },
  product: { key: 'product_code', columns: PRODUCT },
  cash_reason: { key: 'reason_code', columns: CASH_REASON },
  variance_tier: { key: 'tier_code', columns: VARIANCE_TIER },
  float_piece: { key: 'piece_code', columns: FLOAT_PIECE },
  in_kind_tender: { key: 'kind_code', columns: IN_KIND_TENDER },
  residency_rule: { key: 'rule_code', columns: card.RESIDENCY_RULE },
  card_rule: { key: 'rule_code', columns: card.CARD_RULE },
  field_rule: { key: 'rule_code', columns: card.FIELD_RULE },
  proof_kind: { key: 'proof_code', columns: card.PROOF_KIND },
  card_range: { key: 'range_code', columns: card.CARD_RANGE },
} as const satisfies Readonly<Record<string, Table>>

export type RowTable = keyof typeof POLICY_TABLES
export const ROW_TABLES = Object.keys(POLICY_TABLES) as RowTable[]

export function isRowTable(name: string): name is RowTable {
  return Object.hasOwn(POLICY_TABLES, name)
}

export function tableOf(name: RowTable): Table {
  return POLICY_TABLES[name]
}
