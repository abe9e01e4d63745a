/**
 * What the lateness of a loan costs: whose rules and calendar hold, up to when, and why. Live while it is out, and when
 * it is back. Reads the library's policy; records nothing.
 */
import type { PreparedCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import { fineNow, fineRuleFor, type Fine } from '../../../shared/circulation/fines/fine.ts'
import { isOfFew } from '../../../shared/circulation/loans/sealed-due.ts'
import type { Outage } from '../../../shared/policy/policy-facts.ts'
import type { PreparedPolicy } from '../../../shared/policy/policy-index.ts'
import { isOtherForLoans } from '../../../shared/policy/policy-versions.ts'
import type { Scope, ScopeQuestion } from '../../../shared/policy/scoped.ts'
import type { ChargeBasis } from '../../../shared/journal/events/charges.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { itemTypeCode } from '../../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import type { ItemRow, LoanRow } from '../../store/circulation/item-rows.ts'
import type { PatronRow } from '../../store/patrons/patron-rows.ts'
import type { Account } from '../accounts/account.ts'
import { branchOfLoan, categoryOfLoan, policyOfLoan, rulesMoment, type RuledLoan } from '../../library/whose-rule.ts'
import { chargedForLateness } from './charge-reading.ts'
import type { Library } from '../../library/library.ts'

/** What a fine needs to know about a loan, its item and its patron. */
export type LateLoan = RuledLoan & Pick<LoanRow, 'due_at_ms' | 'loan_status' | 'status_since_ms' | 'recalled_at_ms'>
export type LateItem = Pick<ItemRow, 'item_type_code' | 'home_branch_code' | 'price_cents'>
export type LoanPatron = Pick<PatronRow, 'patron_id' | 'category_code' | 'branch_code' | 'is_ruled_anew'>

export type FinedLoan = { readonly loan: LateLoan; readonly item: LateItem; readonly patron: LoanPatron }

export type ChargePeriod = NonNullable<EventBody<'charge-made'>['period']>

export type Asked = {
  readonly asked: ScopeQuestion
  readonly calendar: PreparedCalendar
  /** As of when the loan was made or renewed: a later change of rules does not affect it. */
  readonly policy: PreparedPolicy
}

/** Whose rules apply to this loan: the desk is the one that lent it, wherever it comes back. */
export function askedOf(library: Library, loan: RuledLoan, item: LateItem, patron: LoanPatron): Asked {
  const branch = branchOfLoan(library, loan, item, patron)
  const category_code = categoryOfLoan(library, loan, patron)
  const item_type_code = itemTypeCode(item.item_type_code)
  const asked = { branch_code: branch.branch_code, category_code, item_type_code }
  return { asked, calendar: library.calendar(branch), policy: policyOfLoan(library, loan) }
}

export function isClaimed(loan_status: string): boolean {
  return loan_status === 'claimed-returned' || loan_status === 'claimed-never-had'
}

/** Whether the fine rule of the loan was changed since. */
function isOtherNow(library: Library, { policy, asked }: Asked): boolean {
  const now = library.policy()
  if (policy === now) return false
  const [held, current] = [fineRuleFor(policy, asked), fineRuleFor(now, asked)]
  return held !== current && isOtherForLoans('fine_rule', '', held, current)
}

/** From when to when a fine ran, and by whose rules: what a charge keeps of it. */
export function finePeriod(
  loan: RuledLoan & Pick<LoanRow, 'due_at_ms' | 'recalled_at_ms'>,
  to_ms: Instant,
): ChargePeriod {
  const is_recalled = loan.recalled_at_ms !== null
  return { from_ms: loan.due_at_ms, to_ms, loan_branch: loan.branch_code, rules_at_ms: rulesMoment(loan), is_recalled }
}

/** By which rule a fine was charged, and what was counted. */
export function fineBasis({ rule, units_count, cap, counted }: Fine, already_cents: Cents): ChargeBasis {
  const { rule_code } = must(rule, 'a fine that is charged has a rule')
  const { from_at, to_at, ...late } = must(counted, 'a fine that is charged was counted')
  const stretch = { counted_from_ms: from_at, counted_to_ms: to_at }
  return { by: 'fine', rule_code, ...stretch, ...late, units_count, cap, already_cents }
}

/** Whether what was counted would tell whose loan it was: when it was due, or a rule for a category of few. */
export function isTelling(
  library: Library,
  loan: Pick<LoanRow, 'sealed_due_at_ms'>,
  rule: Pick<Scope, 'category_code'> | null,
): boolean {
  return loan.sealed_due_at_ms !== null || (rule !== null && isOfFew(rule, library.many()))
}

type FineOptions = {
  readonly until_at: Instant
  readonly is_amnesty?: boolean
  /** Instead of those of the library. */
  readonly outages?: readonly Outage[] | null
}

export function fineOf(
  library: Library,
  { loan, item, patron }: FinedLoan,
  { until_at, is_amnesty = false, outages = null }: FineOptions,
): Fine {
  const by = askedOf(library, loan, item, patron)
  return fineNow({
    ...by,
    stood_on: isOtherNow(library, by) ? toLocalDate(rulesMoment(loan), by.calendar.zone) : null,
    due_at: loan.due_at_ms,
    until_at,
    price_cents: item.price_cents,
    is_recalled: loan.recalled_at_ms !== null,
    claimed_at: isClaimed(loan.loan_status) && loan.status_since_ms !== null ? instant(loan.status_since_ms) : null,
    is_amnesty,
    outages,
  })
}

/**
 * What each overdue loan would be charged if it came back now, by the loan's name: the fine by now, less what was
 * charged for it before. A loan that was billed has its charges instead.
 */
export function accruedFines(library: Library, account: Account, now: Instant): ReadonlyMap<string, Cents> {
  const late = account.loans.filter((loan) => loan.due_at_ms < now && loan.loan_status !== 'lost')
  if (!library.policy().settings.is_fine_charged_at_check_in) return new Map()
  return new Map(
    late.map((loan) => {
      const fine = fineOf(library, { loan, item: loan, patron: account.row }, { until_at: now })
      const named = { ...loan, patron_id: account.row.patron_id }
      const already = fine.amount_cents === 0 ? 0 : chargedForLateness(library, named, loan.item_id)
      return [loan.loan_ref, cents(Math.max(0, fine.amount_cents - already))]
    }),
  )
}

/** What would be charged if everything came back now. */
export function accruedCents(fines: ReadonlyMap<string, Cents>): Cents {
  return cents([...fines.values()].reduce((sum, amount_cents) => sum + amount_cents, 0))
}
