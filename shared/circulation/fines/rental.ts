/** What borrowing itself costs: once, or by the hour or day of the loan. Must never charge for lateness. */
import { cents, type Cents } from '../../kernel/money.ts'
import { MS_PER_HOUR, type Instant } from '../../kernel/time.ts'
import { closedDaysWithin, dayNumber, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import type { ChargeStep } from './charge-steps.ts'
import { minutesLessClosedDays } from '../calendar/open-time.ts'
import type { RentalRule } from '../../policy/policy-facts.ts'
import type { PreparedPolicy } from '../../policy/policy-index.ts'
import { findScoped, ruleStep, type RuleStep, type ScopeQuestion } from '../../policy/scoped.ts'

export type Rental = {
  readonly amount_cents: Cents
  readonly rule: RentalRule
  readonly units_count: number
  readonly steps: readonly (RuleStep | ChargeStep)[]
}

export type RentalAsk = {
  readonly policy: PreparedPolicy
  readonly asked: ScopeQuestion
  readonly calendar: PreparedCalendar
  /** The loan's start, or at a renewal the due date it is extended from. */
  readonly from_at: Instant
  readonly due_at: Instant
  readonly is_renewal: boolean
}

const MINUTES_PER_HOUR = 60

/** An hour that has begun is charged whole. Days are those after the first, up to the due day. */
function unitsOf(ask: RentalAsk, rule: RentalRule): number {
  const { calendar, from_at, due_at } = ask
  if (rule.per_unit === 'loan') return 1
  const from = localTimeAt(calendar, from_at)
  const due = localTimeAt(calendar, due_at)
  if (rule.per_unit === 'days') {
    const [first, last] = [dayNumber(from.on), dayNumber(due.on)]
    return Math.max(0, last - first - (rule.is_closed_counted ? 0 : closedDaysWithin(calendar, first + 1, last)))
  }
  const hours = rule.is_closed_counted
    ? (due_at - from_at) / MS_PER_HOUR
    : minutesLessClosedDays(calendar, from, due) / MINUTES_PER_HOUR
  return Math.max(0, Math.ceil(hours))
}

/** The fee for a loan or a renewal; null where borrowing this costs nothing. */
export function rentalFee(ask: RentalAsk): Rental | null {
  const rule = findScoped(ask.policy.rentals, ask.asked)
  if (rule === null || rule.amount_cents === 0 || (ask.is_renewal && !rule.is_charged_on_renewal)) return null
  const units_count = unitsOf(ask, rule)
  if (units_count === 0) return null
  const { amount_cents: rate_cents, per_unit } = rule
  const unit = per_unit === 'loan' ? null : per_unit
  const steps = [ruleStep('rental', rule), { code: 'rental-rate', units_count, unit, rate_cents }] as const
  return { amount_cents: cents(units_count * rate_cents), rule, units_count, steps }
}
