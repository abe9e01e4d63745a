/**
 * Time: instants, dates of the library's calendar, and durations. Pure: the clock is a port that is passed in. Never
 * reads the clock or the machine's own time zone.
 */
import { assert } from './assert.ts'
import { brand, type Brand } from './brand.ts'

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>

/** A day of the library's calendar, "2026-12-15". Not a moment: it becomes one only in a zone. */
export type LocalDate = Brand<string, 'LocalDate'>

/** A wall-clock time of day, in minutes after midnight, 0 to 1440 (1440 is the end of the day). */
export type MinuteOfDay = Brand<number, 'MinuteOfDay'>

/** Tells the time. The desk's is the machine's clock, a test's is a fake. */
export type Clock = { readonly now: () => Instant }

export const MS_PER_MINUTE = 60_000
export const MS_PER_HOUR = 3_600_000
export const MS_PER_DAY = 86_400_000
const INSTANT_MAX_MS = 8.64e15

export function instant(at_ms: number): Instant {
  assert(Number.isInteger(at_ms) && Math.abs(at_ms) <= INSTANT_MAX_MS, `not an instant: ${at_ms}`)
  return brand<Instant>(at_ms)
}

/** Days since 1970-01-01, for arithmetic on dates without any zone. */
function dayNumber(on: string): number {
  return Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / MS_PER_DAY
}

/** Reads "2026-12-15"; null for anything else, such as 2026-02-30. Years 1000 to 9999. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return null
  const day = dayNumber(text)
  return Number.isFinite(day) && dateText(day) === text ? brand<LocalDate>(text) : null
}

/** A date known to be valid, from code or storage. Throws when it is not. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text)
  assert(parsed !== null, `not a date: ${text}`)
  return parsed
}

function dateText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/**
 * The first and the last date that exist here. A sum that would pass one of them stops there: a page that shows an old
 * wrong date must not fault. Dates from outside have narrower bounds (date-bounds.ts).
 */
export const CALENDAR_FIRST = localDate('1000-01-01')
export const CALENDAR_LAST = localDate('9999-12-31')
const DAY_FIRST = dayNumber(CALENDAR_FIRST)
const DAY_LAST = dayNumber(CALENDAR_LAST)
const MONTH_FIRST = 1000 * 12
const MONTH_LAST = 9999 * 12 + 11

/** Adds days, up to the first or the last date of the calendar. */
export function addDays(on: LocalDate, days: number): LocalDate {
  return localDate(dateText(Math.min(Math.max(dayNumber(on) + days, DAY_FIRST), DAY_LAST)))
}

/** Adds months; the 31st becomes the last day of a shorter month. Stops where `addDays` does. */
export function addMonths(on: LocalDate, months: number): LocalDate {
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months
  if (index < MONTH_FIRST) return CALENDAR_FIRST
  if (index > MONTH_LAST) return CALENDAR_LAST
  const first_ms = Date.UTC(Math.floor(index / 12), index % 12, 1)
  const length = (Date.UTC(Math.floor(index / 12), (index % 12) + 1, 1) - first_ms) / MS_PER_DAY
  return localDate(dateText(first_ms / MS_PER_DAY + Math.min(Number(on.slice(8, 10)), length) - 1))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** 0 Sunday to 6 Saturday. */
export function weekday(on: LocalDate): number {
  return (((dayNumber(on) + 4) % 7) + 7) % 7
}

/** Reads "09:30", "9:30" or "24:00" (the end of the day); null for anything else. */
export function parseMinuteOfDay(text: string): MinuteOfDay | null {
  const match = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text)
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return Number(match[2]) < 60 && minutes <= 1440 ? brand<MinuteOfDay>(minutes) : null
}

export function minuteOfDay(minutes: number): MinuteOfDay {
  assert(Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440, `not a minute of the day: ${minutes}`)
  return brand<MinuteOfDay>(minutes)
}
