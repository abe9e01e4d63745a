/**
 * How many units of lateness a fine rule charges: minutes, hours, hours of opening, days, weeks. A loan by the day
 * counts the midnights passed; a loan by the hour that is charged by the day counts 24 hours.
 * Must never look at an amount.
 */
import { MS_PER_MINUTE, type Instant } from '../../kernel/time.ts'
import { closedDaysWithin, dayNumber, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { isDueByDay } from './grace.ts'
import { minutesLessClosedDays, openMinutesBetween } from '../calendar/open-time.ts'
import type { FineRule, FineUnit } from '../../policy/policy-facts.ts'

export type UnitRule = Pick<FineRule, 'per_count' | 'per_unit' | 'is_partial_unit_charged' | 'is_closed_counted'>

export type UnitsLate = {
  /** Times the amount is charged: units late over `per_count`. */
  readonly count: number
  /** Closed days that were left out. */
  readonly closed_days_count: number
  /** 4 days, 90 minutes: what was counted, before `per_count`. */
  readonly late_count: number
  readonly late_unit: LateUnit
}

const MINUTES: Readonly<Record<FineUnit, number>> = {
  minutes: 1,
  'open-minutes': 1,
  hours: 60,
  'open-hours': 60,
  days: 1440,
  weeks: 7 * 1440,
  months: 31 * 1440,
  years: 365 * 1440,
}

const MINUTES_PER_DAY = 1440

export type LateUnit = 'minutes' | 'open-minutes' | 'hours' | 'open-hours' | 'days'

function isByTheClock(unit: FineUnit): unit is Exclude<LateUnit, 'days'> {
  return unit === 'minutes' || unit === 'hours' || unit === 'open-minutes' || unit === 'open-hours'
}

function unitOf(unit: FineUnit): LateUnit {
  return isByTheClock(unit) ? unit : 'days'
}

/** Days charged and closed days left out, of those after the day of `from` up to the day of `until`. */
function daysLate(calendar: PreparedCalendar, from: Instant, until: Instant, is_closed_counted: boolean) {
  const first = dayNumber(localTimeAt(calendar, from).on)
  const last = dayNumber(localTimeAt(calendar, until).on)
  const closed = is_closed_counted ? 0 : closedDaysWithin(calendar, first + 1, last)
  return { days: Math.max(0, last - first - closed), closed }
}

function minutesLate(calendar: PreparedCalendar, from: Instant, until: Instant, rule: UnitRule): number {
  if (rule.per_unit === 'open-minutes' || rule.per_unit === 'open-hours') {
    return openMinutesBetween(calendar, localTimeAt(calendar, from), localTimeAt(calendar, until))
  }
  if (rule.is_closed_counted) return (until - from) / MS_PER_MINUTE
  return minutesLessClosedDays(calendar, localTimeAt(calendar, from), localTimeAt(calendar, until))
}

/** What is charged between two moments; `due_at` says whether the loan is by the day. Zero in the wrong order. */
export function unitsLate(
  calendar: PreparedCalendar,
  due_at: Instant,
  from: Instant,
  until: Instant,
  rule: UnitRule,
): UnitsLate {
  const per = rule.per_count * MINUTES[rule.per_unit]
  if (until <= from || per <= 0) {
    return { count: 0, closed_days_count: 0, late_count: 0, late_unit: unitOf(rule.per_unit) }
  }
  const whole = (count: number): number => (rule.is_partial_unit_charged ? Math.ceil(count) : Math.trunc(count))
  if (!isByTheClock(rule.per_unit) && isDueByDay(calendar, due_at)) {
    const { days, closed } = daysLate(calendar, from, until, rule.is_closed_counted)
    return {
      count: whole((days * MINUTES_PER_DAY) / per),
      closed_days_count: closed,
      late_count: days,
      late_unit: 'days',
    }
  }
  const minutes = minutesLate(calendar, from, until, rule)
  const unit = unitOf(rule.per_unit)
  const units = whole(minutes / MINUTES[unit])
  return { count: whole(minutes / per), closed_days_count: 0, late_count: units, late_unit: unit }
}
