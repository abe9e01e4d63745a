/**
 * How late something is: in days of the calendar, in days the branch was open, in minutes its doors were open.
 * Must never count before the due date: early is nought.
 */
import { daysBetween, type Instant } from '../kernel/time.ts'
import { endOfDay, toLocalDate, type ZoneName } from '../kernel/zone.ts'
import { localTimeAt, type PreparedCalendar } from './calendar-index.ts'
import { openDaysBetween } from './calendar.ts'
import { openMinutesBetween } from './open-time.ts'

export type Lateness = {
  readonly is_overdue: boolean
  /** Midnights of the library's calendar passed since; nought on the due day itself, however many hours late. */
  readonly days_overdue: number
  /** The same, closed days not counted. */
  readonly open_days_overdue: number
  /** Minutes in which the doors were open: what a fine by the hour may count. */
  readonly open_minutes_overdue: number
}

const ON_TIME: Lateness = { is_overdue: false, days_overdue: 0, open_days_overdue: 0, open_minutes_overdue: 0 }

/** 23:59:59, in the library's zone, of the day on which that moment falls there. */
export function dueEndOfDay(raw: Instant, zone: ZoneName): Instant {
  return endOfDay(toLocalDate(raw, zone), zone)
}

/** Minutes since it was due in which the doors were open; nought when it came back in time. */
export function overdueOpenMinutes(calendar: PreparedCalendar, due_at: Instant, back_at: Instant): number {
  if (back_at <= due_at) return 0
  return openMinutesBetween(calendar, localTimeAt(calendar, due_at), localTimeAt(calendar, back_at))
}

/** How late something that was due then is at `at`. */
export function lateness(calendar: PreparedCalendar, due_at: Instant, at: Instant): Lateness {
  if (at <= due_at) return ON_TIME
  const due_on = localTimeAt(calendar, due_at).on
  const on = localTimeAt(calendar, at).on
  return {
    is_overdue: true,
    days_overdue: daysBetween(due_on, on),
    open_days_overdue: openDaysBetween(calendar, due_on, on),
    open_minutes_overdue: overdueOpenMinutes(calendar, due_at, at),
  }
}
