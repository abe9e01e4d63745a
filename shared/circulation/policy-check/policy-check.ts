/**
 * Holds a policy against itself and the library's codes before it is saved: gaps, contradictions, rows that never
 * apply. Changes no rule, and passes over no table.
 */
import { checkCardRules } from '../../patron/check-card-rules.ts'
import { checkCash } from '../../cash/check-rules.ts'
import { signProblems } from '../../catalog/shelf/sign-check.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { shelfCustoms } from '../../policy/library-settings.ts'
import { checkNamed, checkSchedules } from './policy-check-fixed.ts'
import { checkLimits } from './policy-check-limits.ts'
import { checkFineRule, checkLoanRule, checkLostRule } from './policy-check-rows.ts'
import { checkScoped } from './policy-check-scope.ts'
import type { LibraryPolicy } from '../../policy/policy-facts.ts'
import { finding, type Finding, type FindingFact, type RuleCodes } from '../../policy/policy-finding.ts'

function coded<Row extends { readonly rule_code: string }>(rows: readonly Row[]) {
  return rows.map((row) => ({ ...row, code: row.rule_code }))
}

function checkFees(policy: LibraryPolicy, codes: RuleCodes): readonly Finding[] {
  const named = Map.groupBy(policy.fee_rules, (fee) => `${fee.fee_kind}\n${fee.name}`)
  return [...named.values()].flatMap((fees) =>
    checkScoped(
      'fee_rule',
      fees.map((fee) => ({ ...fee, code: fee.fee_code })),
      codes,
      false,
    ),
  )
}

function checkCategories(policy: LibraryPolicy): readonly Finding[] {
  return policy.categories.flatMap((one) => {
    const { owed_cents_max: own, family_owed_cents_max: family } = one
    if (own === null || family === null || family >= own) return []
    const fact = { code: 'family-under-own', category_name: one.name } as const
    return [finding('warns', 'other', [one.category_code], fact)]
  })
}

function checkFineFreeDays(policy: LibraryPolicy, { branch_codes }: RuleCodes): readonly Finding[] {
  return policy.fine_free_days.flatMap(({ day_code, branch_code, from_on, to_on }) => {
    const stops = (fact: FindingFact): Finding => finding('stops', 'fine_free_day', [day_code], fact)
    if (to_on < from_on) return [stops({ code: 'order', row: day_code, from_on, to_on })]
    if (branch_code === '*' || branch_codes.includes(branch_code)) return []
    return [stops({ code: 'stranger', row: day_code, of: 'branch', named: branch_code })]
  })
}

function checkSigns({ shelf_signs, settings }: LibraryPolicy): readonly Finding[] {
  return signProblems(shelf_signs, shelfCustoms(settings)).map(({ is_void, codes, flaw }) =>
    finding(is_void ? 'stops' : 'warns', 'shelf_sign', codes, flaw),
  )
}

/** Everything that is wrong or odd, what stops first. `today` is the library's date. */
export function checkPolicy(policy: LibraryPolicy, codes: RuleCodes, today: LocalDate): readonly Finding[] {
  const found = [
    ...checkScoped('loan_rule', coded(policy.loan_rules), lendable(policy, codes), true),
    ...checkScoped('fine_rule', coded(policy.fine_rules), codes, false),
    ...checkScoped('lost_rule', coded(policy.lost_rules), codes, false),
    ...checkScoped('rental_rule', coded(policy.rental_rules), codes, false),
    ...checkFees(policy, codes),
    ...policy.loan_rules.flatMap((rule) => checkLoanRule(rule, today)),
    ...policy.loan_rules.flatMap((rule) => checkNamed(rule, policy)),
    ...checkSchedules(policy, today),
    ...policy.fine_rules.flatMap((rule) => checkFineRule(rule)),
    ...policy.lost_rules.flatMap((rule) => checkLostRule(rule, policy)),
    ...checkLimits(policy, codes),
    ...checkCategories(policy),
    ...checkSigns(policy),
    ...checkFineFreeDays(policy, codes),
    ...checkCash(policy, codes),
    ...checkCardRules(policy, codes),
  ]
  return [...found.filter((one) => one.kind === 'stops'), ...found.filter((one) => one.kind === 'warns')]
}

/** Item types that never leave the library need no loan rule, unless one speaks for them. */
function lendable(policy: LibraryPolicy, codes: RuleCodes): RuleCodes {
  const kept = new Set<string>(policy.item_types.filter((type) => !type.is_for_loan).map((type) => type.item_type_code))
  const spoken = new Set<string>(policy.loan_rules.map((rule) => rule.item_type_code))
  const item_type_codes = codes.item_type_codes.filter((code) => !kept.has(code) || spoken.has(code))
  return { ...codes, item_type_codes }
}
