/**
 * What another category of a patron would change for what they have out: renewals by its rules, and what would stop a
 * checkout. Due dates and late fees stay as they were lent. Reads only; records nothing.
 */
import { patronEligibility } from '../../shared/circulation/decision.ts'
import { categoryCode, type CategoryCode } from '../../shared/kernel/ids.ts'
import { findRule } from '../../shared/policy/policy.ts'
import type { CategoryPolicy } from '../../shared/policy/policy-facts.ts'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import { outCount, patronFacts, type Account } from '../circulation/accounts/account.ts'
import { askedOf } from '../circulation/charges/loan-fine.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'

export type CategoryChange = {
  readonly out_count: number
  /** Loans that could be renewed before and not after, and the other way around. */
  readonly not_renewed_count: number
  readonly renewed_count: number
  /** The limit of loans that is reached then; null: it is not. */
  readonly full_at: number | null
  /** What stops a checkout after and not before, and the other way around. */
  readonly stops: readonly Refusal[]
  readonly lifts: readonly Refusal[]
}

/** The account as it would be. */
function withCategory(account: Account, { category_code, name, ...limits }: CategoryPolicy): Account {
  const { loans_count_max, owed_cents_max, overdue_count_max } = limits
  const row = { ...account.row, category_code, category_name: name, loans_count_max, owed_cents_max, overdue_count_max }
  return { ...account, row }
}

type Loan = Account['loans'][number]

function isRenewable(library: Library, loan: Loan, { row }: Account): boolean {
  const { asked } = askedOf(library, loan, loan, row)
  const rule = findRule(library.rules(), { ...asked, category_code: categoryCode(row.category_code) })?.rule
  if (!rule?.is_for_loan) return false
  return rule.renewals_count_max === null || loan.renewals_count < rule.renewals_count_max
}

function without(all: readonly Refusal[], others: readonly Refusal[]): readonly Refusal[] {
  const codes = new Set(others.map(({ code }) => code))
  return all.filter(({ code }) => !codes.has(code))
}

/** Null: there is no such category. */
export function categoryChange(library: Library, before: Account, category: CategoryCode): CategoryChange | null {
  const policy = library.policy().categories.get(category)
  if (!policy) return null
  const after = withCategory(before, policy)
  const { now, today } = here(library)
  const [were, are] = [before, after].map((one) => patronEligibility(patronFacts(one, now), today))
  const renewable = before.loans.map((loan) => [before, after].map((one) => isRenewable(library, loan, one)))
  const out_count = outCount(before)
  const { loans_count_max } = policy
  return {
    out_count,
    not_renewed_count: renewable.filter(([was, is]) => was && !is).length,
    renewed_count: renewable.filter(([was, is]) => !was && is).length,
    full_at: loans_count_max !== null && out_count >= loans_count_max ? loans_count_max : null,
    stops: without(are ?? [], were ?? []),
    lifts: without(were ?? [], are ?? []),
  }
}
