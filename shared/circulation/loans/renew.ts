/**
 * May this loan be renewed, and until when? One pure decision over facts read before. Must never shorten a loan: a
 * renewal that would not move the due date is refused.
 */
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { localTimeAt } from '../calendar/calendar-index.ts'
import { noRule, questionOf, ruleFor, type CheckOutAsk } from './check-out.ts'
import { isCardExpired, patronRefusals, sortRefusals } from '../decision.ts'
import { dueDate, type Due, type DueAsk } from './due-date.ts'
import { lastDayHere } from './lender.ts'
import type { DueStep, SealedStep } from '../../journal/events/due-steps.ts'
import type { LoanFacts, LoanRule } from '../../policy/facts.ts'
import { isRefusal, refuse, type Refusal } from '../../refusals/refusals.ts'
import { sealedDue, type SealedDue } from './sealed-due.ts'

/** As for a check-out; `patron` is the one who has the item, whoever is at the desk. */
export type RenewalAsk = Omit<CheckOutAsk, 'is_special' | 'limits_shown'> & {
  /** Renewed by telephone or automatically: the clerk does not have the item in hand. */
  readonly is_unseen: boolean
}

export type RenewalDecision =
  | {
      readonly kind: 'renew'
      readonly due_at: Instant
      readonly rule: LoanRule
      readonly renewals_count: number
      /** Zero again whenever the item was seen. */
      readonly unseen_renewals_count: number
      readonly steps: readonly DueStep[]
      /** What the seal says instead, where date and rule would tell whose loan it is. */
      readonly sealed: SealedDue | null
      readonly alerts: readonly Refusal[]
      readonly overrode: readonly Refusal[]
    }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }

/**
 * Every "no" about the loan: whether it is still lent at all, or billed as lost, how often it was renewed, who waits;
 * that it is recalled says already that somebody does.
 */
function loanStatus(ask: RenewalAsk, loan: LoanFacts, rule: LoanRule | null): Refusal[] {
  const due = loan.due_at
  const found: Refusal[] = []
  if (loan.loan_status !== 'out') found.push(refuse('due-date-stands'))
  if (ask.item.status === 'withdrawn') found.push(refuse('renewal-withdrawn', { due }))
  const limit = rule?.renewals_count_max ?? null
  if (limit !== null && loan.renewals_count >= limit) {
    found.push(refuse('renewals-used', { count: loan.renewals_count, limit, due }))
  }
  const { settings } = ask.policy
  const unseen = loan.unseen_renewals_count
  const unseen_max = settings.renewals_unseen_count_max
  if (ask.is_unseen && unseen_max !== null && unseen >= unseen_max) {
    found.push(refuse('unseen-renewals-used', { count: unseen, limit: unseen_max, due }))
  }
  if (loan.is_recalled) return [...found, refuse('renewal-recalled', { due })]
  if (settings.is_hold_blocking_renewal && ask.item.hold && !ask.item.hold.is_same_patron) {
    found.push(refuse('renewal-hold-waits', { due }))
  }
  return found
}

/** Every "no" about the patron: all of them, or where the library lets blocked accounts renew, only a bar. */
function accountRefusals(ask: RenewalAsk, today: LocalDate): Refusal[] {
  const found = patronRefusals(ask.patron, today)
  const isBlocking = ask.policy.settings.is_account_blocking_renewal
  return isBlocking ? found : found.filter((refusal) => refusal.code === 'patron-barred')
}

/** Said where the library counts it, so that a caller hears when the item must be shown. */
function unseenSteps({ policy }: RenewalAsk, unseen: number): readonly SealedStep[] {
  const most = policy.settings.renewals_unseen_count_max
  return most === null || unseen === 0 ? [] : [{ code: 'unseen', unseen_count: unseen, limit_count: most }]
}

/** Decides a renewal. Refused: every reason that applies, the first to tell first. */
export function decideRenewal(ask: RenewalAsk): RenewalDecision {
  const { patron, item, now, calendar, overridden } = ask
  if (item.loan === null) return { kind: 'refused', refusals: [refuse('not-out')] }
  const today = localTimeAt(calendar, now).on
  const match = ruleFor(ask)
  const found = accountRefusals(ask, today)
  found.push(...loanStatus(ask, item.loan, match?.rule ?? null))
  if (match === null) {
    found.push(noRule(ask))
    return { kind: 'refused', refusals: sortRefusals(found, overridden).refusals }
  }
  const card_expires_on = isCardExpired(patron, today) ? null : patron.expires_on
  const renewal = { due_at: item.loan.due_at, count: item.loan.renewals_count }
  const lender_due_on = lastDayHere(item.lender, ask.policy.settings)
  const asked: DueAsk = { ...match, now, calendar, card_expires_on, lender_due_on, renewal }
  const due = dueDate(asked)
  if (isRefusal(due)) found.push(due)
  else if (due.due_at <= item.loan.due_at) found.push(refuse('renewal-no-gain', { due: item.loan.due_at }))
  const { refusals, alerts, overrode } = sortRefusals(found, overridden)
  if (isRefusal(due) || refusals.length > 0) return { kind: 'refused', refusals }
  const before = item.loan.unseen_renewals_count
  const unseen = ask.is_unseen ? before + 1 : 0
  const seen = unseenSteps(ask, unseen)
  return {
    kind: 'renew',
    due_at: due.due_at,
    rule: match.rule,
    renewals_count: renewal.count + 1,
    unseen_renewals_count: unseen,
    steps: [...due.steps, ...seen],
    sealed: sealedRenewal(ask, asked, due, seen),
    alerts,
    overrode,
  }
}

/** Counted from the date that is sealed of the loan, where that is another. */
function sealedRenewal(ask: RenewalAsk, asked: DueAsk, due: Due, seen: readonly SealedStep[]): SealedDue | null {
  const before = asked.renewal && { ...asked.renewal, due_at: ask.item.loan?.sealed_due_at ?? asked.renewal.due_at }
  const from = { ...asked, renewal: before }
  const sealed = sealedDue({ due, asked: from, rules: ask.rules, question: questionOf(ask), many: ask.many })
  return sealed && { ...sealed, steps: [...sealed.steps, ...seen] }
}
