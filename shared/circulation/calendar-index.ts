/**
 * The calendar of a branch, put in order once so that each question costs a few comparisons however many closings it
 * holds (a real library's had 1,091). Days are counted from 1970-01-01 inside. Must never hold a rule of lending.
 */
import { addDays, daysBetween, localDate, minuteOfDay, type Instant, type LocalDate } from '../kernel/time.ts'
import { endOfDay, toLocal, type LocalTime, type ZoneName } from '../kernel/zone.ts'
import type { CalendarFacts, ClosedDays, OpenRange } from './facts.ts'

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
type Memo = { readonly ends: Map<LocalDate, Instant>; at: Instant | null; local: LocalTime | null }

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
const MS_PER_DAY = 86_400_000
const MEMO_MAX = 1000
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

/** Each month-and-day has its place in a table of 12 × 31, 29 February too. */
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
    memo: { ends: new Map(), at: null, local: null },
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

/** What the library's clock shows at that moment. */
export function localTimeAt(calendar: PreparedCalendar, at: Instant): LocalTime {
  const { memo } = calendar
  if (memo.at === at && memo.local) return memo.local
  memo.local = toLocal(at, calendar.zone)
  memo.at = at
  return memo.local
}

/** 23:59:59 of that day in the library's zone. */
export function endOfDayAt(calendar: PreparedCalendar, on: LocalDate): Instant {
  const { ends } = calendar.memo
  const known = ends.get(on)
  if (known !== undefined) return known
  if (ends.size >= MEMO_MAX) ends.clear()
  const end = endOfDay(on, calendar.zone)
  ends.set(on, end)
  return end
}
