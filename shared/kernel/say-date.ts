/**
 * Dates and times as people at a desk say them: "Tue, Dec 15", "2:15 PM". English, built by hand so that it is fast and
 * the same on every machine. Never reads a clock or the machine's own language or zone.
 */
import { daysBetween, weekday, type Instant, type LocalDate, type MinuteOfDay } from './time.ts'
import { toLocal, type LocalTime, type ZoneName } from './zone.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Further away than this, a date without its year could be taken for another year's. */
const YEAR_UNSAID_DAYS = 334

/** The minute and second at which a loan by the day is due: shown as the day alone. */
export const END_OF_DAY_MINUTE = 1439

/** Whether the date needs its year to be clear. */
export function isFarOff(on: LocalDate, today: LocalDate): boolean {
  return Math.abs(daysBetween(today, on)) > YEAR_UNSAID_DAYS
}

/** ", 2027" when the date needs its year, otherwise empty. */
function yearTail(on: LocalDate, today: LocalDate): string {
  return isFarOff(on, today) ? `, ${on.slice(0, 4)}` : ''
}

/** "Tue, Dec 15"; with its year, "Wed, Dec 15, 2027", when it is more than about eleven months from `today`. */
export function sayDate(on: LocalDate, today: LocalDate): string {
  const month = MONTHS[Number(on.slice(5, 7)) - 1] ?? ''
  return `${DAYS[weekday(on)] ?? ''}, ${month} ${Number(on.slice(8, 10))}${yearTail(on, today)}`
}

/** "2:15 PM", "noon", "midnight": a wall-clock time of day. */
export function sayTime(minute: MinuteOfDay): string {
  if (minute === 720) return 'noon'
  if (minute === 0 || minute === 1440) return 'midnight'
  const hour = Math.trunc(minute / 60)
  const past = String(minute % 60).padStart(2, '0')
  return `${hour % 12 === 0 ? 12 : hour % 12}:${past} ${hour < 12 ? 'AM' : 'PM'}`
}

/** "Tue, Dec 15, 2:15 PM"; the day alone at the end of the day; the time alone when it is today. */
export function sayLocalTime(local: LocalTime, today: LocalDate): string {
  if (local.minute === END_OF_DAY_MINUTE) return sayDate(local.on, today)
  if (local.on === today) return sayTime(local.minute)
  return `${sayDate(local.on, today)}, ${sayTime(local.minute)}`
}

/** When an item is due, in the library's zone: "Tue, Dec 15" for a loan by the day, otherwise with the time. */
export function sayMoment(at: Instant, zone: ZoneName, today: LocalDate): string {
  return sayLocalTime(toLocal(at, zone), today)
}
