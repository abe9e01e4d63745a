/**
 * The library's time zone: converts moments to what its clock shows, and back, across daylight-saving changes. Must
 * never use the machine's own zone: a laptop set to the wrong one would change every due date.
 */
import { Temporal } from 'temporal-polyfill'
import { brand, type Brand } from './brand.ts'
import { rememberLast } from './remember.ts'
import {
  CALENDAR_FIRST,
  CALENDAR_LAST,
  instant,
  localDate,
  minuteOfDay,
  type Instant,
  type LocalDate,
  type MinuteOfDay,
} from './time.ts'

/** An IANA zone name such as "America/Chicago", known to this machine. */
export type ZoneName = Brand<string, 'ZoneName'>

/** What the library's clock shows: a date, a minute, and the milliseconds past that minute. */
export type LocalTime = { readonly on: LocalDate; readonly minute: MinuteOfDay; readonly past_minute_ms: number }

/** Reads an IANA zone name; null when this machine does not know it. */
export function parseZoneName(text: string): ZoneName | null {
  try {
    return brand<ZoneName>(new Intl.DateTimeFormat('en-US', { timeZone: text }).resolvedOptions().timeZone)
  } catch (fault) {
    if (fault instanceof RangeError) return null
    throw fault
  }
}

const YEAR_FIRST = Number(CALENDAR_FIRST.slice(0, 4))
const YEAR_LAST = Number(CALENDAR_LAST.slice(0, 4))

/**
 * What the clock of that zone shows. A moment outside the calendar becomes its first or last moment: the end of
 * 9999-12-31 is in the year 10000 of some zones, and a page that shows it must not fault.
 */
export function toLocal(at: Instant, zone: ZoneName): LocalTime {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  if (local.year > YEAR_LAST) return { on: CALENDAR_LAST, minute: minuteOfDay(1439), past_minute_ms: 59_999 }
  if (local.year < YEAR_FIRST) return { on: CALENDAR_FIRST, minute: minuteOfDay(0), past_minute_ms: 0 }
  const on = localDate(local.toPlainDate().toString())
  return {
    on,
    minute: minuteOfDay(local.hour * 60 + local.minute),
    past_minute_ms: local.second * 1000 + local.millisecond,
  }
}

const dateOfSecond = rememberLast((second: number, zone: ZoneName) => toLocal(instant(second * 1000), zone).on)

/** One scan asks for the day many times. Clocks are put forward and back on whole seconds. */
export function toLocalDate(at: Instant, zone: ZoneName): LocalDate {
  return dateOfSecond(Math.floor(at / 1000), zone)
}

/**
 * The moment at which the library's clock shows this. In the hour that spring skips, clocks have moved forward (02:15
 * becomes 03:15); in the hour that fall repeats, it is the earlier moment.
 */
export function fromLocal(local: LocalTime, zone: ZoneName): Instant {
  const endOfDay = local.minute === 1440
  const date = Temporal.PlainDate.from(local.on)
  const day = endOfDay ? date.add({ days: 1 }) : date
  const minute = endOfDay ? 0 : local.minute
  const time = { hour: Math.trunc(minute / 60), minute: minute % 60 }
  const at = day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' })
  return instant(at.epochMilliseconds + local.past_minute_ms)
}

/**
 * The last second of that day in the library's zone: when a loan by the day is due. 23:59:59, except where clocks move
 * forward over midnight: Greenland's Saturday in March ends at 22:59:59.
 */
export function endOfDay(on: LocalDate, zone: ZoneName): Instant {
  return instant(fromLocal({ on, minute: minuteOfDay(1440), past_minute_ms: 0 }, zone) - 1000)
}

export function startOfDay(on: LocalDate, zone: ZoneName): Instant {
  return fromLocal({ on, minute: minuteOfDay(0), past_minute_ms: 0 }, zone)
}
