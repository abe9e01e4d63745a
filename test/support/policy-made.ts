/** Policies for tests: a complete one with nothing in it, and rows that differ from plain ones as a test says. */
import { DEFAULT_SETTINGS } from '../../shared/policy/library-settings.ts'
import type {
  CategoryPolicy,
  FineRule,
  ItemTypePolicy,
  LibraryPolicy,
  LimitRule,
  LostRule,
  RentalRule,
} from '../../shared/policy/policy-facts.ts'
import { preparePolicy, type PreparedPolicy } from '../../shared/policy/policy-index.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'

export const MAPLE = branchCode('MAPLE')
export const NORTH = branchCode('NORTH')
export const ADULT = categoryCode('ADULT')
export const BOOK = itemTypeCode('BOOK')

/** Adult, book, Maple Street. */
export const ASKED = { branch_code: MAPLE, category_code: ADULT, item_type_code: BOOK }

/** 1.25 as cents, from a case or an example that writes dollars as a number. */
export function dollars(amount: number): Cents {
  return cents(Math.round(amount * 100))
}

export function policyOf(change: Partial<LibraryPolicy> = {}): LibraryPolicy {
  return {
    loan_rules: [],
    fine_rules: [],
    lost_rules: [],
    limit_groups: [],
    limit_rules: [],
    rental_rules: [],
    fee_rules: [],
    categories: [],
    item_types: [],
    shelf_signs: [],
    fixed_dates: [],
    fine_free_days: [],
    outages: [],
    cash_drawers: [],
    products: [],
    cash_reasons: [],
    variance_tiers: [],
    float_pieces: [],
    in_kind_tenders: [],
    residency_rules: [],
    card_rules: [],
    field_rules: [],
    proof_kinds: [],
    card_ranges: [],
    settings: DEFAULT_SETTINGS,
    ...change,
  }
}

export function preparedOf(change: Partial<LibraryPolicy> = {}): PreparedPolicy {
  return preparePolicy(policyOf(change))
}

/** 25 cents a day for any patron and item, every day counted, no grace, no cap. */
export function fineRule(change: Partial<FineRule> = {}): FineRule {
  return {
    rule_code: 'FINE',
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    amount_cents: cents(25),
    per_count: 1,
    per_unit: 'days',
    is_partial_unit_charged: true,
    is_closed_counted: true,
    grace_count: 0,
    grace_unit: 'days',
    grace_kind: 'whole-period-once-exceeded',
    fine_cents_max: null,
    is_capped_at_price: false,
    recall_amount_cents: null,
    recall_fine_cents_max: null,
    is_grace_kept_on_recall: true,
    suspension_days_count: 0,
    suspension_days_count_max: null,
    ...change,
  }
}

/** Billed after 28 days at its price, no processing fee; payments are credited without a time limit. */
export function lostRule(change: Partial<LostRule> = {}): LostRule {
  return {
    rule_code: 'LOST',
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    lost_after_count: 28,
    lost_after_unit: 'days',
    replacement_kind: 'price-or-default',
    replacement_cents: null,
    processing_cents: cents(0),
    is_processing_refundable: false,
    is_overdue_kept: false,
    found_unpaid_kind: 'waive',
    found_paid_kind: 'credit',
    is_overdue_restored: false,
    is_overdue_counted_anew: false,
    lost_refund_kind: 'always',
    overdue_refund_kind: 'never',
    refund_within_count: null,
    refund_within_unit: 'days',
    refund_from_kind: 'payment',
    refund_cents_min: cents(0),
    is_refund_less_owed: false,
    is_receipt_required: false,
    refund_paid_kind: 'drawer',
    no_return_after_days_count: null,
    ...change,
  }
}

export function limitRule(change: Partial<LimitRule> = {}): LimitRule {
  return {
    limit_code: 'LIMIT',
    branch_code: '*',
    category_code: '*',
    target_kind: 'all',
    target_code: '*',
    for_kind: 'patron',
    place_kind: 'everywhere',
    loans_count_max: 5,
    ...change,
  }
}

export function rentalRule(change: Partial<RentalRule> = {}): RentalRule {
  return {
    rule_code: 'RENT',
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    amount_cents: cents(100),
    per_unit: 'loan',
    is_closed_counted: true,
    is_charged_on_renewal: false,
    ...change,
  }
}

export function category(change: Partial<CategoryPolicy> = {}): CategoryPolicy {
  return {
    category_code: ADULT,
    name: 'Adult',
    is_fine_free: false,
    loans_count_max: null,
    owed_cents_max: null,
    family_owed_cents_max: null,
    overdue_count_max: null,
    overdue_days_count_max: null,
    lost_count_max: null,
    claims_count_max: null,
    card_months_count: null,
    ...change,
  }
}

export function itemType(code: string, replacement: number | null = null): ItemTypePolicy {
  return {
    item_type_code: itemTypeCode(code),
    name: code,
    is_for_loan: true,
    replacement_cents: replacement === null ? null : dollars(replacement),
  }
}
