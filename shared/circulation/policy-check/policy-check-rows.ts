/**
 * What a single row, or a row beside its neighbour in another table, contradicts: a loan rule without a usable period,
 * a cap under one day's fine, grace that outlasts the day on which the loan is billed as lost.
 */
import type { LocalDate } from '../../kernel/time.ts'
import type { LoanRule } from '../../policy/facts.ts'
import { loanPeriod } from '../loans/loan-period.ts'
import type { FineRule, GraceUnit, LibraryPolicy, LostRule, RuleScope, WindowUnit } from '../../policy/policy-facts.ts'
import { finding, type Finding, type FindingFact, type RowFlaw } from '../../policy/policy-finding.ts'

const HOURS_PER_DAY = 24

const DAYS: Readonly<Record<GraceUnit | WindowUnit, number>> = {
  minutes: 1 / (HOURS_PER_DAY * 60),
  hours: 1 / HOURS_PER_DAY,
  days: 1,
  'open-days': 1,
  weeks: 7,
  months: 31,
}

export function checkLoanRule(rule: LoanRule, today: LocalDate): readonly Finding[] {
  const { rule_code: row } = rule
  const found: Finding[] = []
  const add = (kind: Finding['kind'], code: RowFlaw): void => {
    found.push(finding(kind, 'loan_rule', [row], { code, row }))
  }
  if (!rule.is_for_loan) return found
  if (loanPeriod(rule, false) === null) add('stops', 'period')
  const isRenewable = rule.renewals_count_max !== 0
  if (isRenewable && rule.renewal_period_count !== null && loanPeriod(rule, true) === null) {
    add('stops', 'renewal-period')
  }
  if (!isRenewable && rule.renewal_period_count !== null) {
    add('warns', 'renewal-idle')
  }
  if (rule.special_period_count !== null && loanPeriod(rule, false, true) === null) {
    add('stops', 'special-period')
  } else if (rule.special_period_count !== null && rule.special_period_count <= rule.period_count) {
    add('warns', 'special-shorter')
  }
  if (rule.hard_due_on !== null && rule.schedule_code !== null) {
    add('stops', 'two-dates')
  } else if (rule.hard_due_kind === 'none' && (rule.hard_due_on !== null || rule.schedule_code !== null)) {
    add('stops', 'date-idle')
  } else if (rule.hard_due_kind !== 'none' && rule.hard_due_on === null && rule.schedule_code === null) {
    add('stops', 'no-date')
  } else if (rule.hard_due_on !== null && rule.hard_due_on < today) {
    found.push(finding('warns', 'loan_rule', [row], { code: 'date-passed', row, on: rule.hard_due_on }))
  }
  if (rule.loans_count_max === 0) add('warns', 'limit-zero')
  return found
}

export function checkFineRule(rule: FineRule): readonly Finding[] {
  const { rule_code: row } = rule
  const found: Finding[] = []
  const add = (kind: Finding['kind'], code: RowFlaw): void => {
    found.push(finding(kind, 'fine_rule', [row], { code, row }))
  }
  if (rule.per_count < 1 || !Number.isInteger(rule.per_count)) add('stops', 'per')
  if (rule.amount_cents < 0) add('stops', 'amount')
  const pairs = [
    [false, rule.amount_cents, rule.fine_cents_max],
    [true, rule.recall_amount_cents ?? rule.amount_cents, rule.recall_fine_cents_max ?? rule.fine_cents_max],
  ] as const
  for (const [is_recall, amount, max] of pairs) {
    if (max === null || amount === 0 || max >= amount) continue
    const fact = { code: 'cap-under-unit', row, is_recall, cap_cents: max, rule } as const
    found.push(finding('warns', 'fine_rule', [row], fact))
    break
  }
  if (rule.amount_cents === 0 && rule.fine_cents_max !== null) add('warns', 'cap-idle')
  if (rule.suspension_days_count_max !== null && rule.suspension_days_count === 0) {
    add('warns', 'suspension-idle')
  }
  return found
}

function meets(one: RuleScope, other: RuleScope): boolean {
  const columns = ['branch_code', 'category_code', 'item_type_code'] as const
  return columns.every((column) => one[column] === '*' || other[column] === '*' || one[column] === other[column])
}

/** What a rule says of an item that comes back after the time for it has run out, before it is billed by itself. */
function checkLateFinds(rule: LostRule): readonly Finding[] {
  const { rule_code: row, lost_after_count, lost_after_unit, refund_within_count, refund_within_unit } = rule
  if (lost_after_count === null) return []
  const billed = { row, lost_after_count, lost_after_unit }
  const lost_days = lost_after_count * DAYS[lost_after_unit]
  const found: Finding[] = []
  const add = (fact: FindingFact): void => {
    found.push(finding('warns', 'lost_rule', [row], fact))
  }
  const most = rule.no_return_after_days_count
  if (most !== null && most <= lost_days) add({ code: 'no-return-under-lost', days_count: most, ...billed })
  const isFromDue = rule.lost_refund_kind === 'within-window' && rule.refund_from_kind === 'due'
  if (!isFromDue || refund_within_count === null || refund_within_count * DAYS[refund_within_unit] > lost_days) {
    return found
  }
  add({ code: 'window-under-lost', within_count: refund_within_count, within_unit: refund_within_unit, ...billed })
  return found
}

export function checkLostRule(rule: LostRule, policy: LibraryPolicy): readonly Finding[] {
  const { rule_code: row } = rule
  const found: Finding[] = []
  const warn = (fact: FindingFact, codes: readonly string[] = []): void => {
    found.push(finding('warns', 'lost_rule', [row, ...codes], fact))
  }
  if (rule.lost_after_count !== null) {
    const lost_days = rule.lost_after_count * DAYS[rule.lost_after_unit]
    for (const fine of policy.fine_rules) {
      if (fine.amount_cents === 0 || !meets(rule, fine)) continue
      if (fine.grace_count * DAYS[fine.grace_unit] < lost_days) continue
      warn({ code: 'grace-over-lost', row, fine_rule: fine.rule_code }, [fine.rule_code])
    }
  }
  const isWindowed = [rule.lost_refund_kind, rule.overdue_refund_kind].includes('within-window')
  if (isWindowed && rule.refund_within_count === null) warn({ code: 'window-open', row })
  if (rule.found_paid_kind === 'leave' && rule.lost_refund_kind !== 'never') warn({ code: 'refund-idle', row })
  if (rule.is_overdue_kept && rule.is_overdue_restored) warn({ code: 'restore-idle', row })
  if (rule.is_overdue_counted_anew && rule.is_overdue_restored) warn({ code: 'restore-twice', row })
  found.push(...checkLateFinds(rule))
  if (rule.replacement_kind === 'default' && rule.replacement_cents === null) {
    const bare = policy.item_types.filter(
      (type) => !type.replacement_cents && (rule.item_type_code === '*' || rule.item_type_code === type.item_type_code),
    )
    const item_types = bare.map((type) => type.item_type_code)
    if (item_types.length > 0) warn({ code: 'no-price', row, item_types }, item_types)
  }
  return found
}
