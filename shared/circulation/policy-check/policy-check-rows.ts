/**
 * What a single row, or a row beside its neighbour in another table, contradicts: a loan rule without a usable period,
 * a cap under one day's fine, grace that outlasts the day on which the loan is billed as lost.
 */
import { moneyText } from '../../kernel/money.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { LoanRule } from '../../policy/facts.ts'
import { countText } from '../fines/fine-units.ts'
import { fineWords } from '../fines/fine.ts'
import { loanPeriod } from '../loans/loan-period.ts'
import type { FineRule, GraceUnit, LibraryPolicy, LostRule, RuleScope, WindowUnit } from '../../policy/policy-facts.ts'
import { finding, type Finding } from '../../policy/policy-finding.ts'

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
  const { rule_code: code } = rule
  const found: Finding[] = []
  const add = (kind: Finding['kind'], what: string, says: string): void => {
    found.push(finding(kind, 'loan_rule', what, [code], `${code} ${says}`))
  }
  if (!rule.is_for_loan) return found
  if (loanPeriod(rule, false) === null) add('stops', 'period', 'lends, but has no usable loan period.')
  const isRenewable = rule.renewals_count_max !== 0
  if (isRenewable && rule.renewal_period_count !== null && loanPeriod(rule, true) === null) {
    add('stops', 'renewal-period', 'renews, but has no usable renewal period.')
  }
  if (!isRenewable && rule.renewal_period_count !== null) {
    add('warns', 'renewal-period', 'has a renewal period, but allows no renewal.')
  }
  if (rule.special_period_count !== null && loanPeriod(rule, false, true) === null) {
    add('stops', 'special-period', 'has no usable period for the longer loan.')
  } else if (rule.special_period_count !== null && rule.special_period_count <= rule.period_count) {
    add('warns', 'special-period', 'has a longer loan that is not longer than the ordinary one.')
  }
  if (rule.hard_due_on !== null && rule.schedule_code !== null) {
    add('stops', 'hard-due', 'has a fixed date and names a schedule: only one of the two can hold.')
  } else if (rule.hard_due_kind === 'none' && (rule.hard_due_on !== null || rule.schedule_code !== null)) {
    add('stops', 'hard-due', 'has a fixed date or a schedule. Choose what that does.')
  } else if (rule.hard_due_kind !== 'none' && rule.hard_due_on === null && rule.schedule_code === null) {
    add('stops', 'hard-due', 'needs a fixed date or a schedule, and has none.')
  } else if (rule.hard_due_on !== null && rule.hard_due_on < today) {
    add('warns', 'hard-due-past', `has a fixed date that has passed, ${rule.hard_due_on}: it is not used.`)
  }
  if (rule.loans_count_max === 0) add('warns', 'limit-nought', 'lends, but allows nought at once: nothing is lent.')
  return found
}

export function checkFineRule(rule: FineRule): readonly Finding[] {
  const { rule_code: code } = rule
  const found: Finding[] = []
  const add = (kind: Finding['kind'], what: string, says: string): void => {
    found.push(finding(kind, 'fine_rule', what, [code], `${code} ${says}`))
  }
  if (rule.per_count < 1 || !Number.isInteger(rule.per_count)) add('stops', 'per', 'charges for no whole unit.')
  if (rule.amount_cents < 0) add('stops', 'amount', 'would pay the patron for being late.')
  const pairs = [
    ['cap', rule.amount_cents, rule.fine_cents_max],
    ['recall cap', rule.recall_amount_cents ?? rule.amount_cents, rule.recall_fine_cents_max ?? rule.fine_cents_max],
  ] as const
  for (const [name, amount, max] of pairs) {
    if (max === null || amount === 0 || max >= amount) continue
    add('warns', 'cap-under-unit', `has a ${name} of ${moneyText(max)}, less than one step: ${fineWords(rule)}.`)
    break
  }
  if (rule.amount_cents === 0 && rule.fine_cents_max !== null)
    add('warns', 'cap-idle', 'has a cap, but charges nothing.')
  if (rule.suspension_days_count_max !== null && rule.suspension_days_count === 0) {
    add('warns', 'suspension-idle', 'has a longest suspension, but suspends nobody.')
  }
  return found
}

function meets(one: RuleScope, other: RuleScope): boolean {
  const columns = ['branch_code', 'category_code', 'item_type_code'] as const
  return columns.every((column) => one[column] === '*' || other[column] === '*' || one[column] === other[column])
}

/** What a rule says of something that comes back, and has run out before it is billed by itself. */
function checkLateFinds(rule: LostRule): readonly Finding[] {
  const { rule_code: code, lost_after_count: count, lost_after_unit: unit, refund_within_count: within } = rule
  if (count === null) return []
  const lost_days = count * DAYS[unit]
  const billed = `bills as lost after ${countText(count, unit)}`
  const found: Finding[] = []
  const most = rule.no_return_after_days_count
  if (most !== null && most <= lost_days) {
    const says = `${code} lets no charge go after ${countText(most, 'days')} overdue, and ${billed}: by then none goes.`
    found.push(finding('warns', 'lost_rule', 'no-return-under-lost', [code], says))
  }
  if (rule.lost_refund_kind === 'within-window' && rule.refund_from_kind === 'due' && within !== null) {
    if (within * DAYS[rule.refund_within_unit] > lost_days) return found
    const until = `${countText(within, rule.refund_within_unit)} after it was due`
    const says = `${code} pays back until ${until}, and ${billed}: by then nothing goes back.`
    found.push(finding('warns', 'lost_rule', 'window-under-lost', [code], says))
  }
  return found
}

export function checkLostRule(rule: LostRule, policy: LibraryPolicy): readonly Finding[] {
  const { rule_code: code } = rule
  const found: Finding[] = []
  const add = (kind: Finding['kind'], what: string, says: string, codes: readonly string[] = []): void => {
    found.push(finding(kind, 'lost_rule', what, [code, ...codes], `${code} ${says}`))
  }
  if (rule.lost_after_count !== null) {
    const lost_days = rule.lost_after_count * DAYS[rule.lost_after_unit]
    for (const fine of policy.fine_rules) {
      if (fine.amount_cents === 0 || !meets(rule, fine)) continue
      if (fine.grace_count * DAYS[fine.grace_unit] < lost_days) continue
      add('warns', 'grace-over-lost', `bills as lost while ${fine.rule_code} still gives grace.`, [fine.rule_code])
    }
  }
  const isWindowed = [rule.lost_refund_kind, rule.overdue_refund_kind].includes('within-window')
  if (isWindowed && rule.refund_within_count === null) {
    add('warns', 'window-open', 'pays back within a window that has no length: always.')
  }
  if (rule.found_paid_kind === 'leave' && rule.lost_refund_kind !== 'never') {
    add('warns', 'refund-idle', 'keeps what was paid, but says when to pay it back.')
  }
  if (rule.is_overdue_kept && rule.is_overdue_restored) {
    add('warns', 'restore-idle', 'brings back a fine that it never cancels.')
  }
  if (rule.is_overdue_counted_anew && rule.is_overdue_restored) {
    add('warns', 'restore-idle', 'brings the fine back and counts it anew: only counting anew holds.')
  }
  found.push(...checkLateFinds(rule))
  if (rule.replacement_kind === 'default' && rule.replacement_cents === null) {
    const bare = policy.item_types.filter(
      (type) => !type.replacement_cents && (rule.item_type_code === '*' || rule.item_type_code === type.item_type_code),
    )
    if (bare.length > 0) {
      const names = bare.map((type) => type.item_type_code)
      add('warns', 'no-price', `bills a default price, and there is none for ${names.join(', ')}.`, names)
    }
  }
  return found
}
