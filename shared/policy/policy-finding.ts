/** A finding of the policy check: one error or warning, in a librarian's words. */
import type { BranchCode, CategoryCode, ItemTypeCode } from '../kernel/ids.ts'

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
  | 'staff'
  | 'other'

export type Finding = {
  readonly kind: FindingClass
  readonly table: PolicyTable
  /** What is wrong, for tests and filters: "gap", "double", "stranger", "unreachable", … */
  readonly what: string
  /** Codes of the rows it is about; of a gap, the category and item type. */
  readonly codes: readonly string[]
  readonly says: string
}

/** The codes that a library has, to check its rules against. */
export type RuleCodes = {
  readonly branch_codes: readonly BranchCode[]
  readonly category_codes: readonly CategoryCode[]
  readonly item_type_codes: readonly ItemTypeCode[]
}

export function finding(
  kind: FindingClass,
  table: PolicyTable,
  what: string,
  codes: readonly string[],
  says: string,
): Finding {
  return { kind, table, what, codes, says }
}
