/**
 * A finding of the policy check: one error or warning, as a code and its facts. The catalog (shared/words) has its
 * words in each language.
 */
import type { SignFlaw } from '../catalog/shelf/sign-check.ts'
import type { TallyFlaw } from '../catalog/shelf/sign-tally.ts'
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'
import type { KeyOpen } from '../kernel/key-kept.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { FineRule, WindowUnit } from './policy-facts.ts'
import type { Scope } from './scoped.ts'

/** `stops`: it contradicts itself and is not saved. `warns`: it may be intended; a person confirms it. */
export type FindingClass = 'stops' | 'warns'

export type PolicyTable =
  | 'loan_rule'
  | 'fixed_date'
  | 'fine_rule'
  | 'lost_rule'
  | 'limit_rule'
  | 'limit_group'
  | 'rental_rule'
  | 'fee_rule'
  | 'shelf_sign'
  | 'fine_free_day'
  | 'cash_drawer'
  | 'product'
  | 'cash_reason'
  | 'variance_tier'
  | 'float_piece'
  | 'in_kind_tender'
  | 'residency_rule'
  | 'card_rule'
  | 'field_rule'
  | 'proof_kind'
  | 'card_range'
  | 'staff'
  | 'patron'
  | 'other'

/** What one row says that it cannot mean, whatever its values: the row's code says all. */
export type RowFlaw =
  | 'period'
  | 'renewal-period'
  | 'renewal-idle'
  | 'special-period'
  | 'special-shorter'
  | 'two-dates'
  | 'date-idle'
  | 'no-date'
  | 'limit-zero'
  | 'per'
  | 'amount'
  | 'cap-idle'
  | 'suspension-idle'
  | 'window-open'
  | 'refund-idle'
  | 'restore-idle'
  | 'restore-twice'
  | 'payee-missing'
  | 'payee-idle'
  | 'tax-idle'
  | 'fund-idle'
  | 'value-missing'
  | 'value-idle'
  | 'pays-nothing'
  | 'house-order'
  | 'house-idle'
  | 'library-idle'
  | 'age-order'
  | 'fee-missing'
  | 'fee-idle'
  | 'range-digits'
  | 'range-order'

/** Rows beside the other rows of their table, and the codes that they name. */
type ScopeFact =
  | { readonly code: 'double'; readonly rows: readonly string[]; readonly scope: Scope }
  | { readonly code: 'limit-double'; readonly rows: readonly string[] }
  | { readonly code: 'stranger'; readonly row: string; readonly of: StrangerKind; readonly named: string }
  | { readonly code: 'group-empty'; readonly group_name: string }
  | { readonly code: 'unreachable'; readonly row: string; readonly scope: Scope }
  | GapFact

export type StrangerKind = 'branch' | 'category' | 'item-type' | 'group' | 'schedule'

/** Nobody of the category may borrow the item type; `branches` is empty when that is so at each of them. */
type GapFact = {
  readonly code: 'gap'
  readonly category: string
  readonly item_type: string
  readonly branches: readonly string[]
}

/** A limit that is never reached, because `by` stops first. */
type LimitFact = {
  readonly code: 'limit-over-limit' | 'limit-over-category'
  readonly row: string
  readonly allows_count: number
  readonly by: string
  readonly stops_count: number
}

type DateFact =
  | { readonly code: 'date-passed'; readonly row: string; readonly on: LocalDate }
  | { readonly code: 'order'; readonly row: string; readonly from_on: LocalDate; readonly to_on: LocalDate }
  | { readonly code: 'due-before-end'; readonly row: string; readonly due_on: LocalDate; readonly to_on: LocalDate }
  | { readonly code: 'overlap'; readonly schedule: string; readonly on: LocalDate; readonly rows: readonly string[] }
  | {
      readonly code: 'days-left-out'
      readonly schedule: string
      readonly from_on: LocalDate
      readonly to_on: LocalDate
    }
  | { readonly code: 'ended' | 'ending'; readonly schedule: string; readonly on: LocalDate }

type MoneyFact =
  | {
      readonly code: 'cap-under-unit'
      readonly row: string
      readonly is_recall: boolean
      readonly cap_cents: number
      readonly rule: FineRule
    }
  | { readonly code: 'grace-over-lost'; readonly row: string; readonly fine_rule: string }
  | ({ readonly code: 'no-return-under-lost'; readonly row: string; readonly days_count: number } & Billed)
  | ({
      readonly code: 'window-under-lost'
      readonly row: string
      readonly within_count: number
      readonly within_unit: WindowUnit
    } & Billed)
  | { readonly code: 'no-price'; readonly row: string; readonly item_types: readonly string[] }
  | { readonly code: 'family-under-own'; readonly category_name: string }

/** `tier-idle`: it takes no more than `by`, which begins at a lower amount. */
type CashFact =
  | { readonly code: 'letter-double'; readonly rows: readonly string[]; readonly letter: string }
  /** The letter of a tender, or of another key of a payment. */
  | { readonly code: 'letter-of-payment'; readonly row: string; readonly letter: string }
  | { readonly code: 'tier-double'; readonly rows: readonly string[]; readonly from_cents: number }
  | { readonly code: 'tier-idle'; readonly row: string; readonly by: string }
  | { readonly code: 'float-over'; readonly recipe_cents: number; readonly total_cents: number }

/** Two ranges with the same numbers: two desks could give them twice. */
type CardFact = { readonly code: 'range-overlap'; readonly rows: readonly string[] }

/** When the rule bills an item as lost. */
type Billed = { readonly lost_after_count: number; readonly lost_after_unit: WindowUnit }

/** What a folder would change about one of the staff. Roles by name; `was` null: added. */
export type StaffFact = {
  readonly code: 'added' | 'edited' | 'closed' | 'reopened'
  readonly name: string
  readonly initials: string
  readonly new_name: string | null
  readonly new_initials: string | null
  readonly role: { readonly now: string; readonly was: string | null } | null
  readonly badge: 'same' | 'none' | 'first' | 'other'
  readonly has_new_pin: boolean
  /** Whether the person who imports the folder may accept it. */
  readonly may_accept: boolean
}

/** People would be taken in where the key of the data lies open beside it. */
type KeyFact = { readonly code: 'key-open'; readonly reason: KeyOpen }

export type FindingFact =
  | { readonly code: RowFlaw; readonly row: string }
  | ScopeFact
  | LimitFact
  | DateFact
  | MoneyFact
  | CashFact
  | CardFact
  | SignFlaw
  | TallyFlaw
  | StaffFact
  | KeyFact

export type Finding = {
  readonly kind: FindingClass
  readonly table: PolicyTable
  /** Codes of the rows it is about; of a gap, the category and item type. They and the fact's code name it. */
  readonly codes: readonly string[]
  readonly fact: FindingFact
}

/** The codes that a library has, to check its rules against. */
export type RuleCodes = {
  readonly branch_codes: readonly BranchCode[]
  readonly category_codes: readonly CategoryCode[]
  readonly item_type_codes: readonly ItemTypeCode[]
}

export function finding(kind: FindingClass, table: PolicyTable, codes: readonly string[], fact: FindingFact): Finding {
  return { kind, table, codes, fact }
}
