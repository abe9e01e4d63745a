/**
 * The calendar of a branch, put in order once so that each question costs a few comparisons however many closings it
 * holds (a real library's had 1,091). Days are counted from 1970-01-01 inside. Must never hold a rule of lending.
 */
import {
  addDays,
  daysBetween,
  instant,
  localDate,
  minuteOfDay,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type Instant,
  type LocalDate,
} from '../../kernel/time.ts'
import { endOfDay, toLocal, type LocalTime, type ZoneName } from '../../kernel/zone.ts'
import type { CalendarFacts, ClosedDays, OpenRange } from '../../policy/facts.ts'

/** Days since 1970-01-01: what the walks count in. */
export type DayNumber = number

/** Stretches of days that do not overlap, in order, and the days that come back each year. */
type Spans = {
  readonly from_days: readonly DayNumber[]
  readonly to_days: readonly DayNumber[]
  readonly reasons: readonly string[]
  /** Reason by `yearSlot`; empty when nothing is yearly. */
  readonly yearly: readonly (string | undefined)[]
}

/** Answers worth keeping: the same few due dates and the same moment are asked again and again. */
type Memo = {
  readonly ends: Map<LocalDate, Instant>
  /** How far the library's clock is from UTC at the beginning of a day. */
  readonly offsets: Map<number, number>
  /** How many closed days there were from `first` up to and including each day after it. */
  closed: { readonly first: DayNumber; readonly counts: number[] } | null
  at: Instant | null
  local: LocalTime | null
}

export type PreparedCalendar = {
  readonly zone: ZoneName
  /** Seven entries, Sunday first: ranges in order, none overlapping. */
  readonly week: readonly (readonly OpenRange[])[]
  readonly closed: Spans
  readonly opened: Spans
  readonly memo: Memo
}

const ALL_DAY: readonly OpenRange[] = [{ opens: minuteOfDay(0), closes: minuteOfDay(1440) }]
const EPOCH = localDate('1970-01-01')
const MEMO_MAX = 1000
/** No zone puts its clock forward and back in less: Recife did in 2000 within an hour less than a week. */
const OFFSET_DAYS = 6
/** Sums of closed days are kept from this long before the first day asked about, and never over more than a century. */
const CLOSED_SUM_DAYS_BACK = 800
const CLOSED_SUM_DAYS_MAX = 36_500
const DAYS_IN_YEAR = 365
const YEAR_SLOTS = 12 * 31

export function dayNumber(on: LocalDate): DayNumber {
  return daysBetween(EPOCH, on)
}

export function dateOfDay(day: DayNumber): LocalDate {
  return addDays(EPOCH, day)
}

/** 0 Sunday to 6 Saturday; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7
}

/** Each month-and-day has its place in a table of 12 × 31, February 29 too. */
function yearSlot(day: DayNumber): number {
  const date = new Date(day * MS_PER_DAY)
  return date.getUTCMonth() * 31 + date.getUTCDate() - 1
}

function yearlySlots(entries: readonly ClosedDays[]): (string | undefined)[] {
  if (entries.length === 0) return []
  const slots: (string | undefined)[] = Array.from({ length: YEAR_SLOTS }, () => undefined)
  for (const entry of entries) {
    const first = dayNumber(entry.from_on)
    const last = dayNumber(entry.to_on)
    const end = last - first >= DAYS_IN_YEAR ? null : yearSlot(last)
    let slot = yearSlot(first)
    for (let filled = 0; filled < YEAR_SLOTS; filled += 1) {
      slots[slot] ??= entry.reason
      if (slot === end) break
      slot = (slot + 1) % YEAR_SLOTS
    }
  }
  return slots
}

function prepareSpans(entries: readonly ClosedDays[]): Spans {
  const single = entries
    .filter((entry) => !entry.is_yearly && entry.from_on <= entry.to_on)
    .map((entry) => ({ from: dayNumber(entry.from_on), to: dayNumber(entry.to_on), reason: entry.reason }))
    .sort((one, other) => one.from - other.from || one.to - other.to)
  const from_days: DayNumber[] = []
  const to_days: DayNumber[] = []
  const reasons: string[] = []
  let covered = Number.NEGATIVE_INFINITY
  for (const span of single) {
    if (span.to <= covered) continue
    from_days.push(Math.max(span.from, covered + 1))
    to_days.push(span.to)
    reasons.push(span.reason)
    covered = span.to
  }
  return { from_days, to_days, reasons, yearly: yearlySlots(entries.filter((entry) => entry.is_yearly)) }
}

/** Ranges in order, touching and overlapping ones joined, those that close before they open left out. */
function orderedRanges(ranges: readonly OpenRange[]): readonly OpenRange[] {
  const sorted = ranges.filter((range) => range.opens < range.closes).sort((one, other) => one.opens - other.opens)
  const joined: OpenRange[] = []
  for (const range of sorted) {
    const last = joined.at(-1)
    if (last && range.opens <= last.closes) {
      if (range.closes > last.closes) joined[joined.length - 1] = { opens: last.opens, closes: range.closes }
    } else joined.push(range)
  }
  return joined
}

/** Puts a branch's calendar in order. Do it once when the calendar is read, not once a loan. */
export function prepareCalendar(facts: CalendarFacts): PreparedCalendar {
  return {
    zone: facts.zone,
    week: Array.from({ length: 7 }, (_, day) => orderedRanges(facts.week[day] ?? [])),
    closed: prepareSpans(facts.closed.filter((entry) => !entry.is_open)),
    opened: prepareSpans(facts.closed.filter((entry) => entry.is_open)),
    memo: { ends: new Map(), offsets: new Map(), closed: null, at: null, local: null },
  }
}

/** The reason given for that day, '' when an entry gives none; null when no entry covers it. */
function reasonIn(spans: Spans, day: DayNumber): string | null {
  let low = 0
  let high = spans.from_days.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if ((spans.from_days[middle] ?? 0) > day) high = middle - 1
    else if ((spans.to_days[middle] ?? 0) < day) low = middle + 1
    else return spans.reasons[middle] ?? ''
  }
  return spans.yearly.length === 0 ? null : (spans.yearly[yearSlot(day)] ?? null)
}

/** Open on that day? An exception that opens wins over every closing and over the week. */
export function isOpenDay(calendar: PreparedCalendar, day: DayNumber): boolean {
  const isUsual = (calendar.week[weekdayOfDay(day)] ?? []).length > 0
  const isClosed = !isUsual || reasonIn(calendar.closed, day) !== null
  return !isClosed || reasonIn(calendar.opened, day) !== null
}

/** Why that day is closed: an entry's reason, or null when only the week closes it. Ask only of a closed day. */
export function closingReason(calendar: PreparedCalendar, day: DayNumber): string | null {
  return reasonIn(calendar.closed, day)
}

/**
 * The hours of a day, empty when closed. A day that only an exception opens, on a weekday without hours, has those of
 * the next weekday that has any; where no weekday has hours it is open around the clock.
 */
export function rangesOfDay(calendar: PreparedCalendar, day: DayNumber): readonly OpenRange[] {
  if (!isOpenDay(calendar, day)) return []
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const ranges = calendar.week[weekdayOfDay(day + ahead)] ?? []
    if (ranges.length > 0) return ranges
  }
  return ALL_DAY
}

/** Milliseconds by which the library's clock is ahead of UTC at that day's beginning in UTC. */
function offsetAt(calendar: PreparedCalendar, utc_day: number): number {
  const { offsets } = calendar.memo
  const known = offsets.get(utc_day)
  if (known !== undefined) return known
  const moment = instant(utc_day * MS_PER_DAY)
  const local = toLocal(moment, calendar.zone)
  const offset = dayNumber(local.on) * MS_PER_DAY + local.minute * MS_PER_MINUTE + local.past_minute_ms - moment
  if (offsets.size >= MEMO_MAX) offsets.clear()
  offsets.set(utc_day, offset)
  return offset
}

/** The same at any moment, from the two ends of the days around it; null when the clock is changed in them. */
function offsetOf(calendar: PreparedCalendar, at: Instant): number | null {
  const from = Math.floor(at / MS_PER_DAY / OFFSET_DAYS) * OFFSET_DAYS
  const offset = offsetAt(calendar, from)
  return offset === offsetAt(calendar, from + OFFSET_DAYS) ? offset : null
}

/** What the library's clock shows at that moment. */
export function localTimeAt(calendar: PreparedCalendar, at: Instant): LocalTime {
  const { memo } = calendar
  if (memo.at === at && memo.local) return memo.local
  const offset = offsetOf(calendar, at)
  memo.local = offset === null ? toLocal(at, calendar.zone) : localOf(at + offset)
  memo.at = at
  return memo.local
}

function localOf(wall_ms: number): LocalTime {
  const day = Math.floor(wall_ms / MS_PER_DAY)
  const ms = wall_ms - day * MS_PER_DAY
  const minute = minuteOfDay(Math.trunc(ms / MS_PER_MINUTE))
  return { on: dateOfDay(day), minute, past_minute_ms: ms % MS_PER_MINUTE }
}

/** Closed days from one day to another, both included; zero when `to` is before `from`. */
export function closedDaysWithin(calendar: PreparedCalendar, from: DayNumber, to: DayNumber): number {
  if (to < from) return 0
  if (to - from > CLOSED_SUM_DAYS_MAX) {
    let count = 0
    for (let day = from; day <= to; day += 1) if (!isOpenDay(calendar, day)) count += 1
    return count
  }
  const { memo } = calendar
  const isInReach = memo.closed !== null && from > memo.closed.first && from - memo.closed.first < CLOSED_SUM_DAYS_MAX
  if (!memo.closed || !isInReach) memo.closed = { first: from - CLOSED_SUM_DAYS_BACK, counts: [0] }
  const { first, counts } = memo.closed
  for (let day = first + counts.length; day <= to; day += 1) {
    counts.push((counts.at(-1) ?? 0) + (isOpenDay(calendar, day) ? 0 : 1))
  }
  return (counts[to - first] ?? 0) - (counts[from - 1 - first] ?? 0)
}

/** The last second of that day in the library's zone. */
export function endOfDayAt(calendar: PreparedCalendar, on: LocalDate): Instant {
  const { ends } = calendar.memo
  const known = ends.get(on)
  if (known !== undefined) return known
  if (ends.size >= MEMO_MAX) ends.clear()
  const end = endOfDay(on, calendar.zone)
  ends.set(on, end)
  return end
}
