/**
 * Dates and times as people say them, in a language and by the custom of a place: "Thu, Dec 17" and "jue, 17 de dic" in
 * Illinois, "Thu, Dec 17" in London. Must never read a clock or the machine's own language or zone.
 */
import { dateOrder, type DateOrder } from '../kernel/date-order.ts'
import { tagOf, type Language, type Locale } from '../kernel/language.ts'
import { daysBetween, minuteOfDay, type Instant, type LocalDate, type MinuteOfDay } from '../kernel/time.ts'
import { toLocal, type LocalTime, type ZoneName } from '../kernel/zone.ts'

/** Further away than this, a date without its year could be taken for another year's. */
const YEAR_UNSAID_DAYS = 334

/** The minute at which a loan by the day is due: said as the day alone. */
export const END_OF_DAY_MINUTE = 1439

const SHAPES = {
  short: { weekday: 'short', month: 'short', day: 'numeric' },
  short_year: { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
  long: { month: 'long', day: 'numeric' },
  long_year: { month: 'long', day: 'numeric', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
  day: { month: 'short', day: 'numeric' },
  plain: { month: 'short', day: 'numeric', year: 'numeric' },
  weekday: { weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  hour: { hour: 'numeric' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>

const HALF_DAYS: Readonly<Record<Language, { readonly noon: string; readonly midnight: string }>> = {
  en: { noon: 'noon', midnight: 'midnight' },
  es: { noon: 'mediodía', midnight: 'medianoche' },
}

export type Dates = {
  /** "Tue, Dec 15"; with its year when it is more than some eleven months from `today`. */
  readonly date: (on: LocalDate, today: LocalDate) => string
  /** "Tue, Dec 15, 2026". */
  readonly dateYear: (on: LocalDate) => string
  /** "December 15", for a voice; the year as in `date`. */
  readonly dateLong: (on: LocalDate, today: LocalDate) => string
  /** "Aug 2027": when a card expires, as it is printed on the card. */
  readonly month: (on: LocalDate) => string
  /** "Jun 15, 1985". */
  readonly plain: (on: LocalDate) => string
  /** In which order figures are typed. */
  readonly order: DateOrder
  /** "12/15" and "6/15/1985": how a date and a birth date may be typed here. */
  readonly typed_day: string
  readonly typed_birth: string
  /** "Apr 12": a birth date as it is asked, without the year. */
  readonly dayOfYear: (on: LocalDate) => string
  /** "Sunday" for 0 to "Saturday" for 6. */
  readonly weekday: (day: number) => string
  /** "2:15 PM", "noon", "midnight": a wall-clock time of day. */
  readonly time: (minute: MinuteOfDay) => string
  /** "2 PM" for 14, "noon" for 12: as a column of a picture is named. */
  readonly hour: (hour: number) => string
  /** "Tue, Dec 15, 2:15 PM"; the day alone at the end of the day; the time alone when it is today. */
  readonly localTime: (local: LocalTime, today: LocalDate) => string
  /** When something is due, in the library's zone. */
  readonly moment: (at: Instant, zone: ZoneName, today: LocalDate) => string
  /** The same for a voice. */
  readonly momentLong: (at: Instant, zone: ZoneName, today: LocalDate) => string
}

/** A calendar date has no zone: it is shown in the one in which it was made. */
const utc = (on: LocalDate): Date => new Date(`${on}T00:00:00Z`)
/** The first of 2023 was a Sunday. */
const sunday = (plus: number): Date => new Date(Date.UTC(2023, 0, 1 + plus))

/** Most of what a desk lends in an hour is due on a few days: each is worded once. */
const SAID_MAX = 500

function make(language: Language, locale: Locale): Dates {
  const tag = tagOf(language, locale)
  const formats = new Map(
    Object.entries(SHAPES).map(([name, shape]) => [name, new Intl.DateTimeFormat(tag, { ...shape, timeZone: 'UTC' })]),
  )
  const order = dateOrder(language, locale)
  const isDayFirst = order.first === 'day'
  const said = new Map<string, string>()
  const say = (name: keyof typeof SHAPES, date: Date): string => {
    const key = `${name} ${date.getTime()}`
    const known = said.get(key)
    if (known !== undefined) return known
    // Some versions of the tables behind this put other spaces between the words than others.
    const text = (formats.get(name)?.format(date) ?? '').replace(/\s/gu, ' ')
    if (said.size >= SAID_MAX) said.clear()
    said.set(key, text)
    return text
  }
  const isFar = (on: LocalDate, today: LocalDate): boolean => Math.abs(daysBetween(today, on)) > YEAR_UNSAID_DAYS
  const date: Dates['date'] = (on, today) => say(isFar(on, today) ? 'short_year' : 'short', utc(on))
  const dateLong: Dates['dateLong'] = (on, today) => say(isFar(on, today) ? 'long_year' : 'long', utc(on))
  const time: Dates['time'] = (minute) => {
    if (minute === 720) return HALF_DAYS[language].noon
    if (minute === 0 || minute === 1440) return HALF_DAYS[language].midnight
    return say('time', new Date(minute * 60_000))
  }
  const localTime: Dates['localTime'] = (local, today) => {
    if (local.minute === END_OF_DAY_MINUTE) return date(local.on, today)
    return local.on === today ? time(local.minute) : `${date(local.on, today)}, ${time(local.minute)}`
  }
  return {
    date,
    dateYear: (on) => say('short_year', utc(on)),
    dateLong,
    month: (on) => say('month', utc(on)),
    plain: (on) => say('plain', utc(on)),
    order,
    typed_day: isDayFirst ? '15/12' : '12/15',
    typed_birth: isDayFirst ? '15/6/1985' : '6/15/1985',
    dayOfYear: (on) => say('day', utc(on)),
    weekday: (day) => say('weekday', sunday(day)),
    time,
    hour: (hour) => (hour % 12 === 0 ? time(minuteOfDay(hour * 60)) : say('hour', new Date(hour * 3_600_000))),
    localTime,
    moment: (at, zone, today) => localTime(toLocal(at, zone), today),
    momentLong: (at, zone, today) => {
      const local = toLocal(at, zone)
      return local.minute === END_OF_DAY_MINUTE ? dateLong(local.on, today) : localTime(local, today)
    },
  }
}

const MADE = new Map<string, Dates>()

export function datesIn(language: Language, locale: Locale): Dates {
  const name = `${language} ${locale}`
  const dates = MADE.get(name) ?? make(language, locale)
  MADE.set(name, dates)
  return dates
}
