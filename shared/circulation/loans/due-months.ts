/**
 * The months from a check-out to its due date, to be drawn: closed days, the days that the due date passed through, and
 * where it ended. Decides nothing; the due date is made in due-date.ts.
 */
import { addDays, addMonths, localDate, type LocalDate } from '../../kernel/time.ts'
import type { PreparedCalendar } from '../calendar/calendar-index.ts'
import { isOpenOn } from '../calendar/calendar.ts'

/** `passed`: the due date fell here first, and went on. `within`: the item is out. */
type DayMark = 'plain' | 'out' | 'within' | 'passed' | 'due'
export type CalendarDay = { readonly on: LocalDate; readonly is_closed: boolean; readonly mark: DayMark }
export type CalendarMonth = { readonly first_on: LocalDate; readonly days: readonly CalendarDay[] }

/** Of a longer loan only the first month and the last are drawn. */
const MONTHS_MAX = 3

/** Of every day that a month can have, how many come before it. No day follows the last of all days. */
const NUMBERS = Array.from({ length: 31 }, (_none, at) => at)

function firstOf(on: LocalDate): LocalDate {
  return localDate(`${on.slice(0, 7)}-01`)
}

function monthsBetween(from_on: LocalDate, due_on: LocalDate): readonly LocalDate[] {
  const last = firstOf(due_on)
  const months = [firstOf(from_on)]
  for (let at = 1; at < MONTHS_MAX && months.at(-1) !== last; at += 1) months.push(addMonths(firstOf(from_on), at))
  return months.at(-1) === last ? months : [firstOf(from_on), last]
}

/** @param passed_on the days on which the due date fell before it was moved on */
export function dueMonths(
  calendar: PreparedCalendar,
  from_on: LocalDate,
  due_on: LocalDate,
  passed_on: readonly LocalDate[],
): readonly CalendarMonth[] {
  const markOf = (on: LocalDate): DayMark => {
    if (on === due_on) return 'due'
    if (on === from_on) return 'out'
    if (passed_on.includes(on)) return 'passed'
    return on > from_on && on < due_on ? 'within' : 'plain'
  }
  return monthsBetween(from_on, due_on).map((first_on) => {
    const month = NUMBERS.map((at) => addDays(first_on, at)).filter((on) => firstOf(on) === first_on)
    return { first_on, days: month.map((on) => ({ on, is_closed: !isOpenOn(calendar, on), mark: markOf(on) })) }
  })
}
