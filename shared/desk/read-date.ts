/**
 * Reads a date as a clerk types it: "12/15", "15 dec", "+7", "today", "2026-12-15". Month before day, as on a calendar.
 * A date without its year, or its century, is the nearest one. Pure; guesses nothing that it cannot parse.
 */
import { addDays, daysBetween, parseLocalDate, type LocalDate } from '../kernel/time.ts'

/** In both languages of the desk; no name begins like another's of the other. */
const MONTHS = [
  ['jan', 'ene'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec', 'dic'],
] as const
const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  hoy: 0,
  mañana: 1,
  ayer: -1,
}
/** Further away than this, "+n" is a slip of the hand. */
const DAYS_MAX = 36_500

/** @returns the date, or null for any other text */
export function readDate(text: string, today: LocalDate): LocalDate | null {
  const said = text.trim().toLowerCase()
  const days = WORDS[said]
  if (days !== undefined) return addDays(today, days)
  const shift = /^([+-])\s?(\d{1,5})$/.exec(said)
  if (shift) {
    const count = Number(shift[2])
    return count > DAYS_MAX ? null : addDays(today, shift[1] === '-' ? -count : count)
  }
  return parseLocalDate(said) ?? monthDay(said, today)
}

function monthNumber(word: string): number {
  return word.length < 3 ? 0 : MONTHS.findIndex((names) => names.some((name) => word.startsWith(name))) + 1
}

/** "12/15", "12/15/27", "15 dec", "dec 15 2027". */
function monthDay(said: string, today: LocalDate): LocalDate | null {
  const figures = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/.exec(said)
  if (figures) return dated(Number(figures[1]), Number(figures[2]), figures[3], today)
  const dayFirst = /^(\d{1,2})\.?\s?([a-z]{3,10})\.?,?(?:\s(\d{4}|\d{2}))?$/.exec(said)
  if (dayFirst) return dated(monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]), dayFirst[3], today)
  const monthFirst = /^([a-z]{3,10})\.?\s?(\d{1,2}),?(?:\s(\d{4}|\d{2}))?$/.exec(said)
  if (monthFirst) return dated(monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]), monthFirst[3], today)
  return null
}

function dated(month: number, day: number, year: string | undefined, today: LocalDate): LocalDate | null {
  const on = (of: number): LocalDate | null =>
    parseLocalDate(`${of}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  const thisYear = Number(today.slice(0, 4))
  if (year?.length === 4) return on(Number(year))
  const short = thisYear - (thisYear % 100) + Number(year ?? '0')
  const years = year === undefined ? [thisYear, thisYear + 1, thisYear - 1] : [short, short - 100, short + 100]
  const near = years.map(on).filter((one) => one !== null)
  return near.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
}
