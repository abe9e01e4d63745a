/**
 * Holds a policy against itself and the library's codes before it is saved: gaps, contradictions, rows that never hold.
 * Says each in plain words; must never change a rule, and never pass over a table.
 */
import { signProblems } from '../../catalog/shelf/sign-check.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { shelfCustoms } from '../../policy/library-settings.ts'
import { checkNamed, checkSchedules } from './policy-check-fixed.ts'
import { checkLimits } from './policy-check-limits.ts'
import { checkFineRule, checkLoanRule, checkLostRule } from './policy-check-rows.ts'
import { checkScoped } from './policy-check-scope.ts'
import type { LibraryPolicy } from '../../policy/policy-facts.ts'
import { finding, type Finding, type RuleCodes } from '../../policy/policy-finding.ts'

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
    const says = `${one.name}: the household’s debt stops borrowing before the patron’s own does.`
    return [finding('warns', 'other', 'family-under-own', [one.category_code], says)]
  })
}

function checkFineFreeDays(policy: LibraryPolicy, { branch_codes }: RuleCodes): readonly Finding[] {
  return policy.fine_free_days.flatMap(({ day_code, branch_code, from_on, to_on }) => {
    const stops = (what: string, says: string): Finding => finding('stops', 'fine_free_day', what, [day_code], says)
    if (to_on < from_on) return [stops('order', `${day_code} ends before it begins.`)]
    if (branch_code === '*' || branch_codes.includes(branch_code)) return []
    return [stops('stranger', `${day_code} is for a branch that is not there: ${branch_code}.`)]
  })
}

function checkSigns({ shelf_signs, settings }: LibraryPolicy): readonly Finding[] {
  const words = new Map(shelf_signs.map((sign) => [sign.sign_code, sign.words]))
  return signProblems(shelf_signs, shelfCustoms(settings)).map(({ what, is_void, codes, says }) => {
    const signs = codes.map((code) => `“${words.get(code) ?? code}”`).join(' and ')
    const whole = `The ${codes.length === 1 ? 'sign' : 'signs'} ${signs} ${says}.`
    return finding(is_void ? 'stops' : 'warns', 'shelf_sign', what, codes, whole)
  })
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
