/**
 * Days of grace, in both meanings: late beyond grace pays from the first day, or days of grace are never paid. Answers
 * from when lateness is charged. Must never look at an amount.
 */
import { addDays, instant, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '../../kernel/time.ts'
import { fromLocal } from '../../kernel/zone.ts'
import { endOfDayAt, localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { addOpenDays } from '../calendar/calendar.ts'
import type { FineRule, GraceUnit } from '../../policy/policy-facts.ts'

export type GraceRule = Pick<FineRule, 'grace_count' | 'grace_unit' | 'grace_kind' | 'is_grace_kept_on_recall'>

/** The minute at which loans by the day are due. */
const LAST_MINUTE = 1439

const DAYS: Readonly<Record<GraceUnit, number>> = {
  minutes: 0,
  hours: 0,
  days: 1,
  'open-days': 1,
  weeks: 7,
  months: 31,
}

/** Whether a loan due then is a loan by the day: due at the end of a day. */
export function isDueByDay(calendar: PreparedCalendar, due_at: Instant): boolean {
  return localTimeAt(calendar, due_at).minute === LAST_MINUTE
}

/** The moment up to which nothing is charged. A branch without an open day for a year has no open days of grace. */
export function graceEnd(calendar: PreparedCalendar, due_at: Instant, rule: GraceRule): Instant {
  const { grace_count: count, grace_unit: unit } = rule
  if (count <= 0) return due_at
  if (unit === 'minutes') return instant(due_at + count * MS_PER_MINUTE)
  if (unit === 'hours') return instant(due_at + count * MS_PER_HOUR)
  const due = localTimeAt(calendar, due_at)
  const on = unit === 'open-days' ? addOpenDays(calendar, due.on, count) : addDays(due.on, count * DAYS[unit])
  if (on === null) return due_at
  return due.minute === LAST_MINUTE ? endOfDayAt(calendar, on) : fromLocal({ ...due, on }, calendar.zone)
}

/**
 * From when lateness is charged, for an item that came back (or is looked at) at `until_at`: the due time, or the end
 * of grace where days of grace are never paid. Null: it is not late, or within grace.
 */
export function chargedFrom(
  calendar: PreparedCalendar,
  due_at: Instant,
  until_at: Instant,
  rule: GraceRule,
  is_recalled: boolean,
): Instant | null {
  if (until_at <= due_at) return null
  if (rule.grace_count <= 0 || (is_recalled && !rule.is_grace_kept_on_recall)) return due_at
  const end = graceEnd(calendar, due_at, rule)
  if (until_at <= end) return null
  return rule.grace_kind === 'deducted' ? end : due_at
}
