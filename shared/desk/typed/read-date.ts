/**
 * Reads a date as a clerk types it: "12/15", "15 dec", "+7", "today", "2026-12-15". Figures are read in the order of
 * the language and the place, and the other way around where only that is a date. A date without its year, or its
 * century, is the nearest one; a birth date has its year, and lies in the past. Pure; guesses nothing that it cannot
 * parse.
 */
import { monthAndDay, turned, type DateOrder, type Reading } from '../../kernel/date-order.ts'
import { monthNumber } from '../../kernel/month-names.ts'
import { addDays, daysBetween, parseLocalDate, type LocalDate } from '../../kernel/time.ts'

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
export function readDate(text: string, { today, order }: Reading): LocalDate | null {
  const said = text.trim().toLowerCase()
  const days = WORDS[said]
  if (days !== undefined) return addDays(today, days)
  const shift = /^([+-])\s?(\d{1,5})$/.exec(said)
  if (shift) {
    const count = Number(shift[2])
    return count > DAYS_MAX ? null : addDays(today, shift[1] === '-' ? -count : count)
  }
  return parseLocalDate(said) ?? monthDay(said, order, (on, year) => nearest(on, year, today))
}

/** The same of a birth date: "6/15/1985", "15 jun 85", "1985-06-15"; null without its year. */
export function readBirthDate(text: string, { today, order }: Reading): LocalDate | null {
  const said = text.trim().toLowerCase()
  return parseLocalDate(said) ?? monthDay(said, order, (on, year) => latest(on, year, today))
}

/** What the figures would be in the other order; null where they are no other date. */
export function otherReading(text: string, { today, order }: Reading, read: typeof readDate): LocalDate | null {
  if (!FIGURES.test(text.trim())) return null
  const on = read(text, { today, order })
  const other = read(text, { today, order: turned(order) })
  return other === on ? null : other
}

/** The day of a month in a year; null where there is none. */
type OnDay = (year: number) => LocalDate | null
type PickYear = (on: OnDay, year: string | undefined) => LocalDate | null

const FIGURES = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/
const DAY_MONTH = /^(\d{1,2})[.º]?\s?(?:de\s)?([a-z]{3,10})\.?,?(?:\s(?:del?\s)?(\d{4}|\d{2}))?$/
const MONTH_DAY = /^([a-z]{3,10})\.?\s?(\d{1,2}),?(?:\s(\d{4}|\d{2}))?$/

/** "12/15", "12/15/27", "15 dec", "15 de junio de 1985", "dec 15 2027". */
function monthDay(said: string, order: DateOrder, pick: PickYear): LocalDate | null {
  const dated = (month: number, day: number, year: string | undefined): LocalDate | null => {
    const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'))
    return pick((of) => parseLocalDate(`${of}-${mm}-${dd}`), year)
  }
  const figures = FIGURES.exec(said)
  if (figures) {
    const [month, day] = monthAndDay([Number(figures[1]), Number(figures[2])], order)
    return dated(month, day, figures[3]) ?? dated(day, month, figures[3])
  }
  const dayFirst = DAY_MONTH.exec(said)
  if (dayFirst) return dated(monthNumber(dayFirst[2] ?? ''), Number(dayFirst[1]), dayFirst[3])
  const monthFirst = MONTH_DAY.exec(said)
  return monthFirst && dated(monthNumber(monthFirst[1] ?? ''), Number(monthFirst[2]), monthFirst[3])
}

function nearest(on: OnDay, year: string | undefined, today: LocalDate): LocalDate | null {
  const thisYear = Number(today.slice(0, 4))
  if (year?.length === 4) return on(Number(year))
  const short = thisYear - (thisYear % 100) + Number(year ?? '0')
  const years = year === undefined ? [thisYear, thisYear + 1, thisYear - 1] : [short, short - 100, short + 100]
  const near = years.map(on).filter((one) => one !== null)
  return near.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
}

/** The last one that has been. */
function latest(on: OnDay, year: string | undefined, today: LocalDate): LocalDate | null {
  if (year === undefined) return null
  if (year.length === 4) return on(Number(year))
  const thisYear = Number(today.slice(0, 4))
  const short = thisYear - (thisYear % 100) + Number(year)
  return [short, short - 100].map(on).find((one) => one !== null && one <= today) ?? null
}
