/**
 * Time of day against a branch's hours: open now, next opening, last closing, open minutes between two moments of the
 * library's clock. Counts what the clock on the wall shows, so an hour that spring skips is not lost to anyone.
 * Must never look further than a year for an opening.
 */
import { minuteOfDay, MS_PER_MINUTE } from '../../kernel/time.ts'
import type { LocalTime } from '../../kernel/zone.ts'
import {
  closedDaysWithin,
  dateOfDay,
  dayNumber,
  rangesOfDay,
  type DayNumber,
  type PreparedCalendar,
} from './calendar-index.ts'
import { SEARCH_DAYS_MAX } from './calendar.ts'

const MS_PER_DAY = 1440 * MS_PER_MINUTE

/** Milliseconds since midnight on the wall. */
function msOfDay(local: LocalTime): number {
  return local.minute * MS_PER_MINUTE + local.past_minute_ms
}

/** Milliseconds of wall-clock time since 1970-01-01T00:00 of that clock. */
function wallMs(local: LocalTime): number {
  return dayNumber(local.on) * MS_PER_DAY + msOfDay(local)
}

function atMinute(day: DayNumber, minute: number): LocalTime {
  return { on: dateOfDay(day), minute: minuteOfDay(minute), past_minute_ms: 0 }
}

/** Whether the doors are open, the minute of closing included: a book due at closing time can still come back. */
export function isOpenAt(calendar: PreparedCalendar, local: LocalTime): boolean {
  const ms = msOfDay(local)
  return rangesOfDay(calendar, dayNumber(local.on)).some(
    (range) => range.opens * MS_PER_MINUTE <= ms && ms <= range.closes * MS_PER_MINUTE,
  )
}

/** When the branch next opens, at that time or later; null when it does not for a year. */
export function nextOpening(calendar: PreparedCalendar, local: LocalTime): LocalTime | null {
  const first = dayNumber(local.on)
  for (let day = first; day <= first + SEARCH_DAYS_MAX; day += 1) {
    const floor = day === first ? msOfDay(local) : 0
    const range = rangesOfDay(calendar, day).find((one) => one.opens * MS_PER_MINUTE >= floor)
    if (range) return atMinute(day, range.opens)
  }
  return null
}

/** When the branch last closed, at that time or before; null when it did not for a year. */
export function lastClosing(calendar: PreparedCalendar, local: LocalTime): LocalTime | null {
  const first = dayNumber(local.on)
  for (let day = first; day >= first - SEARCH_DAYS_MAX; day -= 1) {
    const ceiling = day === first ? msOfDay(local) : MS_PER_DAY
    const range = rangesOfDay(calendar, day).findLast((one) => one.closes * MS_PER_MINUTE <= ceiling)
    if (range) return atMinute(day, range.closes)
  }
  return null
}

/** The wall-clock time `minutes` after another, closed days left out whole. Null when none is open for a year. */
export function addMinutesOnOpenDays(calendar: PreparedCalendar, local: LocalTime, minutes: number): LocalTime | null {
  let left = msOfDay(local) + minutes * MS_PER_MINUTE
  let day = dayNumber(local.on)
  let searched = 0
  while (left >= MS_PER_DAY) {
    day += 1
    if (rangesOfDay(calendar, day).length > 0) {
      left -= MS_PER_DAY
      searched = 0
    } else searched += 1
    if (searched > SEARCH_DAYS_MAX) return null
  }
  const minute = minuteOfDay(Math.trunc(left / MS_PER_MINUTE))
  return { on: dateOfDay(day), minute, past_minute_ms: left % MS_PER_MINUTE }
}

/** Whole minutes between two wall-clock times in which the doors were open. The order of the two does not matter. */
export function openMinutesBetween(calendar: PreparedCalendar, one: LocalTime, other: LocalTime): number {
  const [from, to] = wallMs(one) <= wallMs(other) ? [one, other] : [other, one]
  const first = dayNumber(from.on)
  const last = dayNumber(to.on)
  let open_ms = 0
  for (let day = first; day <= last; day += 1) {
    const start = day === first ? msOfDay(from) : 0
    const end = day === last ? msOfDay(to) : MS_PER_DAY
    for (const range of rangesOfDay(calendar, day)) {
      const overlap = Math.min(end, range.closes * MS_PER_MINUTE) - Math.max(start, range.opens * MS_PER_MINUTE)
      if (overlap > 0) open_ms += overlap
    }
  }
  return Math.trunc(open_ms / MS_PER_MINUTE)
}

/** How much of a day is between two times on the wall; zero when the day is open. */
function closedMs(calendar: PreparedCalendar, day: DayNumber, from_ms: number, to_ms: number): number {
  return rangesOfDay(calendar, day).length > 0 ? 0 : to_ms - from_ms
}

/**
 * Whole wall-clock minutes between two times, less those on closed days. Opening hours are not considered.
 * What "so many days, closed days not counted" is when hours matter. Never less as time passes.
 */
export function minutesLessClosedDays(calendar: PreparedCalendar, one: LocalTime, other: LocalTime): number {
  const [from, to] = wallMs(one) <= wallMs(other) ? [one, other] : [other, one]
  const first = dayNumber(from.on)
  const last = dayNumber(to.on)
  if (first === last) {
    const passed_ms = msOfDay(to) - msOfDay(from)
    return Math.trunc((passed_ms - closedMs(calendar, first, msOfDay(from), msOfDay(to))) / MS_PER_MINUTE)
  }
  const ends_ms = closedMs(calendar, first, msOfDay(from), MS_PER_DAY) + closedMs(calendar, last, 0, msOfDay(to))
  const between_ms = closedDaysWithin(calendar, first + 1, last - 1) * MS_PER_DAY
  return Math.trunc((wallMs(to) - wallMs(from) - ends_ms - between_ms) / MS_PER_MINUTE)
}
