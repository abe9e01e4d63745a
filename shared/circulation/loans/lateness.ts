/**
 * How late an item is: in calendar days, in days the branch was open, in minutes its doors were open.
 * Before the due date it is zero.
 */
import { daysBetween, type Instant } from '../../kernel/time.ts'
import { localTimeAt, type PreparedCalendar } from '../calendar/calendar-index.ts'
import { openDaysBetween } from '../calendar/calendar.ts'
import { openMinutesBetween } from '../calendar/open-time.ts'

export type Lateness = {
  readonly is_overdue: boolean
  /** Midnights of the library's calendar passed since; zero on the due day itself, however many hours late. */
  readonly days_overdue: number
  /** The same, closed days not counted. */
  readonly open_days_overdue: number
  /** Minutes in which the doors were open: what a fine by the hour may count. */
  readonly open_minutes_overdue: number
}

const ON_TIME: Lateness = { is_overdue: false, days_overdue: 0, open_days_overdue: 0, open_minutes_overdue: 0 }

/** How late an item due at that time is at `at`. */
export function lateness(calendar: PreparedCalendar, due_at: Instant, at: Instant): Lateness {
  if (at <= due_at) return ON_TIME
  const due = localTimeAt(calendar, due_at)
  const back = localTimeAt(calendar, at)
  return {
    is_overdue: true,
    days_overdue: daysBetween(due.on, back.on),
    open_days_overdue: openDaysBetween(calendar, due.on, back.on),
    open_minutes_overdue: openMinutesBetween(calendar, due, back),
  }
}
