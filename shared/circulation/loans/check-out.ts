/**
 * May this patron have this item now, and until when? One pure decision over facts read before. Must never record
 * anything, read a clock, or lend without a rule.
 */
import type { BranchCode, CategoryCode } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { patronEligibility, isCardExpired, sortRefusals } from '../decision.ts'
import { dueDate, type DueAsk } from './due-date.ts'
import type { DueStep } from '../../journal/events/due-steps.ts'
import type { ItemFacts, LoanRule, PatronFacts } from '../../policy/facts.ts'
import { lastDayHere, lenderWaits } from './lender.ts'
import { EVERYTHING, limitRefusal, limitRefusals } from './limits.ts'
import type { PreparedPolicy } from '../../policy/policy-index.ts'
import { findRule, type FoundRule, type PreparedRules, type RuleQuestion } from '../../policy/policy.ts'
import { isRefusal, refuse, type Refusal, type RefusalCode } from '../../refusals/refusals.ts'
import { sealedDue, type SealedDue } from './sealed-due.ts'
import { limitKey, type LimitScope } from '../../refusals/limit-scope.ts'
import { foundByLending } from '../../refusals/overrides.ts'

/**
 * `branch` is whose rules hold (`ruleBranch`), `calendar` that branch's; `overridden` is what a person has answered for
 * this scan.
 */
export type CheckOutAsk = {
  readonly patron: PatronFacts
  readonly item: ItemFacts
  readonly branch: BranchCode
  readonly now: Instant
  readonly rules: PreparedRules
  readonly calendar: PreparedCalendar
  readonly overridden: readonly RefusalCode[]
  /** The whole policy, for limits by type, group and branch and for settings. */
  readonly policy: PreparedPolicy
  /** The longer loan a rule allows on request. */
  readonly is_special: boolean
  /** What the limits that were answered count, as it was shown: another limit was not answered. Null: all were. */
  readonly limits_shown: readonly string[] | null
  /** The categories that many patrons have; null: all. */
  readonly many: readonly CategoryCode[] | null
}

export type CheckOutDecision =
  | {
      readonly kind: 'lend'
      readonly due_at: Instant
      readonly rule: LoanRule
      /** Why this date, by that rule. */
      readonly steps: readonly DueStep[]
      /** What the seal says instead, where date and rule would tell whose loan it is. */
      readonly sealed: SealedDue | null
      readonly alerts: readonly Refusal[]
      readonly overrode: readonly Refusal[]
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/** Every "no" about the item itself: what it is, who has it, who waits for it. */
function itemRefusals(ask: CheckOutAsk, rule: LoanRule | null, today: LocalDate): Refusal[] {
  const { item } = ask
  const found: Refusal[] = []
  const isForLoan = item.is_for_loan && item.status !== 'reference' && rule?.is_for_loan !== false
  if (!isForLoan) found.push(refuse('item-not-for-loan'))
  if (item.status === 'withdrawn') found.push(refuse('item-withdrawn'))
  if (item.status === 'lost') found.push(refuse('item-lost'))
  if (item.status === 'damaged') found.push(refuse('item-damaged'))
  const found_again = item.loan ? null : foundByLending(item.status)
  if (found_again) found.push(refuse(found_again))
  if (item.loan) {
    const { is_same_patron, is_patron_gone, due_at: due } = item.loan
    const whom = is_patron_gone ? 'gone' : 'other'
    found.push(is_same_patron ? refuse('out-to-same', { due }) : refuse('out-to-other', { whom, due }))
  }
  found.push(...lenderWaits(item.lender, ask.policy.settings, today))
  if (item.hold && !item.hold.is_same_patron) found.push(refuse('hold-waits'))
  return found
}

/** Every limit that is reached: the patron's own, the rule's, the library's by group and type. */
function limitsReached(ask: CheckOutAsk, rule: LoanRule | null): Refusal[] {
  const { patron, item } = ask
  // What the patron has already adds nothing to what is out: the answer is to renew it.
  if (item.loan?.is_same_patron) return []
  const found: Refusal[] = []
  if (patron.loans_count_max !== null && patron.out_count >= patron.loans_count_max) {
    found.push(limitRefusal({ count: patron.out_count, limit: patron.loans_count_max, scope: EVERYTHING }))
  }
  const count = rule ? (item.out_count_by_rule[rule.rule_code] ?? 0) : 0
  if (rule !== null && rule.loans_count_max !== null && count >= rule.loans_count_max) {
    const scope = { ...EVERYTHING, of: 'rule', name: rule.rule_code } as const
    found.push(limitRefusal({ count, limit: rule.loans_count_max, scope }))
  }
  found.push(...limitRefusals(ask.policy, questionOf(ask), patron.out))
  return found
}

/** The three codes by which every table is asked. */
export function questionOf(ask: Pick<CheckOutAsk, 'patron' | 'item' | 'branch'>): RuleQuestion {
  return {
    branch_code: ask.branch,
    category_code: ask.patron.category_code,
    item_type_code: ask.item.item_type_code,
  }
}

/** The rule for this patron and item at this desk. */
export function ruleFor(ask: Pick<CheckOutAsk, 'patron' | 'item' | 'branch' | 'rules'>): FoundRule | null {
  return findRule(ask.rules, questionOf(ask))
}

/** The refusal `no-rule`, in names rather than codes. */
export function noRule(ask: Pick<CheckOutAsk, 'patron' | 'item'>): Refusal {
  return refuse('no-rule', { category: ask.patron.category_name, item_type: ask.item.item_type_name })
}

/**
 * Decides a check-out. Refused: every reason that applies, the first to tell first. Lent: the due date, the rule, the
 * steps, what to say, and what a person overrode. A card that has expired, when that is overridden, does not
 * cut the loan back.
 */
export function decideCheckOut(ask: CheckOutAsk): CheckOutDecision {
  const { patron, now, calendar, is_special } = ask
  const today = localTimeAt(calendar, now).on
  const found = patronEligibility(patron, today)
  const match = ruleFor(ask)
  const rule = match?.rule ?? null
  const limits = limitsReached(ask, rule)
  const fresh = limits.filter(({ facts }) => !(ask.limits_shown?.includes(limitKey(facts as LimitScope)) ?? true))
  found.push(...itemRefusals(ask, rule, today), ...limits.filter((one) => !fresh.includes(one)))
  if (match === null) {
    found.push(noRule(ask), ...fresh)
    return { kind: 'refused', refusals: sortRefusals(found, ask.overridden).refusals }
  }
  const card_expires_on = isCardExpired(patron, today) ? null : patron.expires_on
  const lender_due_on = lastDayHere(ask.item.lender, ask.policy.settings)
  const asked: DueAsk = { ...match, now, calendar, card_expires_on, lender_due_on, renewal: null, is_special }
  const due = dueDate(asked)
  if (isRefusal(due)) found.push(due)
  const { refusals: stopping, alerts, overrode } = sortRefusals(found, ask.overridden)
  const refusals = [...stopping, ...fresh]
  if (isRefusal(due) || refusals.length > 0) return { kind: 'refused', refusals }
  const sealed = sealedDue({ due, asked, rules: ask.rules, question: questionOf(ask), many: ask.many })
  return { kind: 'lend', due_at: due.due_at, rule: match.rule, steps: due.steps, sealed, alerts, overrode }
}
