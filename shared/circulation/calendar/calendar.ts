/**
 * Walks over a branch's calendar: open or closed and why, the next and the last open day, days added by each way of
 * counting, open days between. Must never look further than a year for an open day: a branch may have none.
 */
import type { LocalDate } from '../../kernel/time.ts'
import {
  closedDaysWithin,
  closingReason,
  dateOfDay,
  dayNumber,
  isOpenDay,
  weekdayOfDay,
  type DayNumber,
  type PreparedCalendar,
} from './calendar-index.ts'
import type { DaysMode } from '../../policy/facts.ts'

/** How far a search for an open day goes, in days. Further than any real closing; then the calendar is wrong. */
export const SEARCH_DAYS_MAX = 366

export function isOpenOn(calendar: PreparedCalendar, on: LocalDate): boolean {
  return isOpenDay(calendar, dayNumber(on))
}

/** A closed day as steps tell of it: closed every week, or once, with the reason that was written down. */
export function closedFacts(calendar: PreparedCalendar, on: LocalDate) {
  const reason = closingReason(calendar, dayNumber(on))
  return { closed_on: on, is_weekly: reason === null, reason: reason ?? '' }
}

/** The first open day from `day` on, that day included, in steps of `stride` days; null after a year's search. */
function findOpenDay(calendar: PreparedCalendar, day: DayNumber, stride: number): DayNumber | null {
  for (let gone = 0; gone <= SEARCH_DAYS_MAX; gone += Math.abs(stride)) {
    const candidate = day + Math.sign(stride) * gone
    if (isOpenDay(calendar, candidate)) return candidate
  }
  return null
}

/** That day when it is open, else the next open one; null when the branch has none for a year. */
export function nextOpenDay(calendar: PreparedCalendar, on: LocalDate): LocalDate | null {
  const day = findOpenDay(calendar, dayNumber(on), 1)
  return day === null ? null : dateOfDay(day)
}

/** That day when it is open, else the last open one before it; null when the branch had none for a year. */
export function previousOpenDay(calendar: PreparedCalendar, on: LocalDate): LocalDate | null {
  const day = findOpenDay(calendar, dayNumber(on), -1)
  return day === null ? null : dateOfDay(day)
}

/** That day when it is open, else the same weekday of a later week; null when that weekday is never open in a year. */
export function nextOpenSameWeekday(calendar: PreparedCalendar, on: LocalDate): LocalDate | null {
  const day = dayNumber(on)
  if ((calendar.week[weekdayOfDay(day)] ?? []).length === 0 && !isOpenDay(calendar, day)) return null
  const found = findOpenDay(calendar, day, 7)
  return found === null ? null : dateOfDay(found)
}

/** `count` open days on from that day, or back when negative; the day itself does not count. Null as above. */
export function addOpenDays(calendar: PreparedCalendar, on: LocalDate, count: number): LocalDate | null {
  const step = count < 0 ? -1 : 1
  let day = dayNumber(on)
  for (let left = Math.abs(count); left > 0; left -= 1) {
    const next = findOpenDay(calendar, day + step, step)
    if (next === null) return null
    day = next
  }
  return dateOfDay(day)
}

/**
 * Where a loan's end on that day goes under a days mode. `isWholeWeeks` lets `same-weekday` move by weeks; `back` is
 * the direction for days counted backwards. Null when the branch has no open day for a year.
 */
export function settleDay(
  calendar: PreparedCalendar,
  on: LocalDate,
  mode: DaysMode,
  isWholeWeeks: boolean,
  back = false,
): LocalDate | null {
  if (mode === 'ignore-closed') return on
  if (mode === 'previous-open' || back) return previousOpenDay(calendar, on)
  const sameWeekday = mode === 'same-weekday' && isWholeWeeks ? nextOpenSameWeekday(calendar, on) : null
  return sameWeekday ?? nextOpenDay(calendar, on)
}

/** How many of the days from one to the other, both included, are closed. Needs `from` not after `to`. */
export function closedDaysCount(calendar: PreparedCalendar, from: LocalDate, to: LocalDate): number {
  return closedDaysWithin(calendar, dayNumber(from), dayNumber(to))
}

/**
 * Steps from one open day to another: the days between, less every closed day touched. Zero rather than negative when
 * both ends are closed. The order of the two does not matter.
 */
export function openDaysBetween(calendar: PreparedCalendar, one: LocalDate, other: LocalDate): number {
  const [from, to] = one <= other ? [one, other] : [other, one]
  return Math.max(0, dayNumber(to) - dayNumber(from) - closedDaysCount(calendar, from, to))
}
