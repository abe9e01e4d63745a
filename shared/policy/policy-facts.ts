/**
 * The library's policy as data: what each row of the policy tables says. '*' means any branch, patron category or item
 * type; the most specific row applies, as for loan rules (policy.ts). Null is "no limit" or "never", not zero. Holds no
 * decision; the decisions are fine.ts, lost.ts, found.ts, claims.ts, limits.ts and their neighbors.
 */
import type { ShelfSign } from '../catalog/shelf/signs.ts'
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { Cents } from '../kernel/money.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { CardRange, CardRule, FieldRule, ProofKind, ResidencyRule } from './card-facts.ts'
import type { CashDrawer, CashReasonRow, FloatPiece, InKindTender, ProductRow, VarianceTier } from './cash-facts.ts'
import type { FixedDate, LoanRule } from './facts.ts'
import type { LibrarySettings } from './library-settings.ts'

/** The scope of a row. */
export type RuleScope = {
  readonly branch_code: BranchCode | '*'
  readonly category_code: CategoryCode | '*'
  readonly item_type_code: ItemTypeCode | '*'
}

/**
 * Minutes and hours are counted by the clock, or (`open-`) only while the doors are open. Days are midnights passed for
 * a loan by the day, 24 hours for a loan by the hour. A month is 31 days, a year 365.
 */
export type FineUnit = 'minutes' | 'hours' | 'open-minutes' | 'open-hours' | 'days' | 'weeks' | 'months' | 'years'

/** `open-days` are days on which the branch was open. */
export type GraceUnit = 'minutes' | 'hours' | 'days' | 'open-days' | 'weeks' | 'months'

/**
 * `whole-period-once-exceeded`: an item later than grace pays from the first day. `deducted`: grace itself is never
 * paid.
 */
export type GraceKind = 'whole-period-once-exceeded' | 'deducted'

/** What lateness costs. An amount of zero is a rule too: it means "fine-free", and no other rule applies. */
export type FineRule = RuleScope & {
  readonly rule_code: string
  /** For each `per_count` units late. */
  readonly amount_cents: Cents
  readonly per_count: number
  readonly per_unit: FineUnit
  /** A period that has begun is charged in full: the second hour after sixty-one minutes. */
  readonly is_partial_unit_charged: boolean
  /** No: closed days are not charged. */
  readonly is_closed_counted: boolean
  readonly grace_count: number
  readonly grace_unit: GraceUnit
  readonly grace_kind: GraceKind
  readonly fine_cents_max: Cents | null
  /** Never more than the item's price, or its type's replacement price. */
  readonly is_capped_at_price: boolean
  /** The three below apply instead when the item was recalled; null uses the ordinary figure. */
  readonly recall_amount_cents: Cents | null
  readonly recall_fine_cents_max: Cents | null
  readonly is_grace_kept_on_recall: boolean
  /** Fine days: days without borrowing for each `per_count` units late. Zero: none. */
  readonly suspension_days_count: number
  readonly suspension_days_count_max: number | null
}

export type WindowUnit = 'hours' | 'days' | 'weeks' | 'months'

/** What happens to a paid charge that is canceled later: always credited, only within the window, or kept. */
export type RefundKind = 'always' | 'within-window' | 'never'

/** What happens when an item that was billed as lost is found. */
export type LostRule = RuleScope & {
  readonly rule_code: string
  /** Overdue this long, it is billed as lost; null: only a person declares it. */
  readonly lost_after_count: number | null
  readonly lost_after_unit: WindowUnit
  /** The item's price, or its type's default. */
  readonly replacement_kind: 'price-or-default' | 'price' | 'default' | 'none'
  /** The rule's own default, before that of the item type. */
  readonly replacement_cents: Cents | null
  readonly processing_cents: Cents
  readonly is_processing_refundable: boolean
  /** No: the accrued fine is canceled when the item is billed. */
  readonly is_overdue_kept: boolean
  /** What happens to an unpaid lost charge at the return: canceled, left as it is, or a person is asked. */
  readonly found_unpaid_kind: 'waive' | 'leave' | 'ask'
  /** What happens to a paid lost charge at the return: account credit, a refund, or nothing. */
  readonly found_paid_kind: 'credit' | 'refund' | 'leave'
  /** The fine canceled at billing comes back at the return. */
  readonly is_overdue_restored: boolean
  /** At the return the fine is recounted, up to then. */
  readonly is_overdue_counted_anew: boolean
  readonly lost_refund_kind: RefundKind
  readonly overdue_refund_kind: RefundKind
  readonly refund_within_count: number | null
  readonly refund_within_unit: WindowUnit
  readonly refund_from_kind: 'payment' | 'due'
  readonly refund_cents_min: Cents
  /** The refund first pays what else the patron owes. */
  readonly is_refund_less_owed: boolean
  readonly is_receipt_required: boolean
  readonly refund_paid_kind: 'drawer' | 'office-check'
  /** Past this many days overdue an unpaid charge stays even if the item comes back. Null: a return always counts. */
  readonly no_return_after_days_count: number | null
}

/** Item types that share a limit: "all video", "devices". */
export type LimitGroup = {
  readonly group_code: string
  readonly name: string
  readonly item_type_codes: readonly ItemTypeCode[]
}

/** The most loans at once of everything, of one item type, or of a group. Every limit that applies is checked. */
export type LimitRule = {
  readonly limit_code: string
  readonly branch_code: BranchCode | '*'
  readonly category_code: CategoryCode | '*'
  readonly target_kind: 'all' | 'item-type' | 'group'
  /** An item type code or a group code; '*' for all. */
  readonly target_code: string
  /** Whose loans count, and made where. */
  readonly for_kind: 'patron' | 'family'
  readonly place_kind: 'everywhere' | 'this-branch'
  /** Null lifts a wider limit: unlimited. */
  readonly loans_count_max: number | null
}

/** What borrowing itself costs. `loan`: once, whatever the length. */
export type RentalRule = RuleScope & {
  readonly rule_code: string
  readonly amount_cents: Cents
  readonly per_unit: 'loan' | 'hours' | 'days'
  readonly is_closed_counted: boolean
  readonly is_charged_on_renewal: boolean
}

/** A fixed fee. For `part` the name is the part: "booklet", "bag". */
export type FeeRule = RuleScope & {
  readonly fee_code: string
  readonly fee_kind: 'replacement-card' | 'hold' | 'part' | 'damage' | 'returned-check' | 'book-drop' | 'other'
  readonly name: string
  readonly amount_cents: Cents
}

/** From `patron_category`: who is fine-free, and what stops borrowing. Null: never. A limit is reached when met. */
export type CategoryPolicy = {
  readonly category_code: CategoryCode
  readonly name: string
  readonly is_fine_free: boolean
  readonly loans_count_max: number | null
  readonly owed_cents_max: Cents | null
  /** What the patron's household owes in total. */
  readonly family_owed_cents_max: Cents | null
  readonly overdue_count_max: number | null
  /** Anything overdue this many days stops borrowing. */
  readonly overdue_days_count_max: number | null
  readonly lost_count_max: number | null
  readonly claims_count_max: number | null
  /** How long a new card is valid; null: without limit. */
  readonly card_months_count: number | null
}

export type ItemTypePolicy = {
  readonly item_type_code: ItemTypeCode
  readonly name: string
  readonly is_for_loan: boolean
  readonly replacement_cents: Cents | null
}

/** Days of the library's calendar, both included, on which a return pays no fine. */
export type FineFreeDay = {
  readonly day_code: string
  readonly branch_code: BranchCode | '*'
  readonly from_on: LocalDate
  readonly to_on: LocalDate
  readonly reason: string
}

/**
 * A period in which the system was down: what fell due or came back then is not charged for it. `to_at_ms` null while
 * it lasts.
 */
export type Outage = {
  /** The entry that declared it; empty for a preview. */
  readonly outage_ref: string
  readonly branch_code: BranchCode | '*'
  readonly from_at_ms: Instant
  readonly to_at_ms: Instant | null
  readonly reason: string
}

/** The whole policy, as in the tables. `preparePolicy` (policy-index.ts) indexes it for the decisions. */
export type LibraryPolicy = {
  readonly loan_rules: readonly LoanRule[]
  readonly fixed_dates: readonly FixedDate[]
  readonly fine_rules: readonly FineRule[]
  readonly lost_rules: readonly LostRule[]
  readonly limit_groups: readonly LimitGroup[]
  readonly limit_rules: readonly LimitRule[]
  readonly rental_rules: readonly RentalRule[]
  readonly fee_rules: readonly FeeRule[]
  readonly categories: readonly CategoryPolicy[]
  readonly item_types: readonly ItemTypePolicy[]
  readonly shelf_signs: readonly ShelfSign[]
  readonly fine_free_days: readonly FineFreeDay[]
  readonly outages: readonly Outage[]
  readonly cash_drawers: readonly CashDrawer[]
  readonly products: readonly ProductRow[]
  readonly cash_reasons: readonly CashReasonRow[]
  readonly variance_tiers: readonly VarianceTier[]
  readonly float_pieces: readonly FloatPiece[]
  readonly in_kind_tenders: readonly InKindTender[]
  readonly residency_rules: readonly ResidencyRule[]
  readonly card_rules: readonly CardRule[]
  readonly field_rules: readonly FieldRule[]
  readonly proof_kinds: readonly ProofKind[]
  readonly card_ranges: readonly CardRange[]
  readonly settings: LibrarySettings
}
