/**
 * A rule's loan period: read once, refused when it makes no sense. Must never guess a period.
 */
import { addDays, addMonths, MS_PER_HOUR, MS_PER_MINUTE, type LocalDate } from '../../kernel/time.ts'
import type { PreparedCalendar } from '../calendar/calendar-index.ts'
import { addOpenDays } from '../calendar/calendar.ts'
import type { DaysMode, LoanRule, PeriodUnit } from '../../policy/facts.ts'

/** A period of days, weeks or months. */
export type DayPeriod = {
  readonly kind: 'days'
  readonly count: number
  readonly unit: 'days' | 'weeks' | 'months'
  /** Whole weeks may move by whole weeks. */
  readonly isWholeWeeks: boolean
}

/** A period of hours or minutes. */
export type TimePeriod = {
  readonly kind: 'time'
  readonly ms: number
  readonly count: number
  readonly unit: 'hours' | 'minutes'
}

/** The longest period of each unit: a century. Anything longer is a slip of the pen. */
const COUNT_MAX: Readonly<Record<PeriodUnit, number>> = {
  minutes: 52_560_000,
  hours: 876_000,
  days: 36_500,
  weeks: 5_200,
  months: 1_200,
}

/**
 * The period of a loan or a renewal; null when it cannot be used, such as a period of zero: a rule without renewals has
 * 0 renewals. A renewal without a period of its own has the loan's. A special loan has the longer period of the rule.
 */
export function loanPeriod(rule: LoanRule, isRenewal: boolean, isSpecial = false): DayPeriod | TimePeriod | null {
  const special = isSpecial ? rule.special_period_count : null
  const own = isRenewal ? rule.renewal_period_count : special
  const count = own ?? rule.period_count
  const unit = rule.period_unit
  if (!Number.isInteger(count) || count < 1 || !Object.hasOwn(COUNT_MAX, unit)) return null
  if (count > COUNT_MAX[unit]) return null
  if (unit === 'hours' || unit === 'minutes') {
    return { kind: 'time', ms: count * (unit === 'hours' ? MS_PER_HOUR : MS_PER_MINUTE), count, unit }
  }
  return { kind: 'days', count, unit, isWholeWeeks: unit === 'weeks' || (unit === 'days' && count % 7 === 0) }
}

/**
 * The day on which the period ends, before closed days move it. `skip-closed` counts open days only, a week as seven;
 * months are counted on the calendar always, and the 31st becomes the last day of a shorter month. Null when the branch
 * has no open day for a year.
 */
export function dayAfterPeriod(
  calendar: PreparedCalendar,
  mode: DaysMode,
  from: LocalDate,
  period: DayPeriod,
): LocalDate | null {
  if (period.unit === 'months') return addMonths(from, period.count)
  const days = period.unit === 'weeks' ? period.count * 7 : period.count
  return mode === 'skip-closed' ? addOpenDays(calendar, from, days) : addDays(from, days)
}

/** What was counted: 21 days, 1 week, 21 open days. */
export function countedDays(period: DayPeriod, mode: DaysMode) {
  if (mode !== 'skip-closed' || period.unit === 'months') return { period_count: period.count, unit: period.unit }
  return { period_count: period.unit === 'weeks' ? period.count * 7 : period.count, unit: 'open days' as const }
}
