/**
 * Makes calendars and loan rules from the terms of other systems: the one place where cases from outside are
 * translated.
 */
import { prepareCalendar, type PreparedCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { addOpenDays, settleDay } from '../../shared/circulation/calendar/calendar.ts'
import type { ClosedDays, DaysMode, LoanRule, OpenRange, PastClosing } from '../../shared/policy/facts.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { addDays, localDate, parseMinuteOfDay, weekday, type LocalDate } from '../../shared/kernel/time.ts'
import type { ZoneName } from '../../shared/kernel/zone.ts'
import { isRecord, type Given } from './given.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Koha's names for our days modes. `noDays` is its tests' word for any mode that uses the calendar. */
const DAYS_MODES: Readonly<Record<string, DaysMode>> = {
  Days: 'ignore-closed',
  Calendar: 'skip-closed',
  Datedue: 'next-open',
  Dayweek: 'same-weekday',
  noDays: 'next-open',
}

const PAST_CLOSINGS: Readonly<Record<string, PastClosing>> = {
  ignore: 'keep',
  keep: 'keep',
  shorten_to_close: 'shorten-to-close',
  extend_to_next_open: 'extend-to-open',
}

export function daysModeOf(name: string | undefined): DaysMode {
  return name === undefined ? 'ignore-closed' : must(DAYS_MODES[name], `a days mode: ${name}`)
}

export function pastClosingOf(name: string | undefined): PastClosing {
  return name === undefined ? 'keep' : must(PAST_CLOSINGS[name], `a past-closing way: ${name}`)
}

/** Adds days by a days mode, as a due date does; null without an open day for a year. */
export function addedByMode(
  calendar: PreparedCalendar,
  on: LocalDate,
  count: number,
  mode: DaysMode,
): LocalDate | null {
  if (mode === 'skip-closed' && count !== 0) return addOpenDays(calendar, on, count)
  return settleDay(calendar, addDays(on, count), mode, count % 7 === 0, count < 0)
}

export function range(opens: string, closes: string): OpenRange {
  return { opens: must(parseMinuteOfDay(opens), opens), closes: must(parseMinuteOfDay(closes), closes) }
}

export function closing(from: string, change: Partial<Omit<ClosedDays, 'from_on'>> = {}): ClosedDays {
  const from_on = localDate(from)
  return { from_on, to_on: from_on, is_yearly: false, is_open: false, reason: '', ...change }
}

/** Hours by date, as FOLIO's calendar answers them: each date gives its weekday's hours; days unnamed are closed. */
function weekOfOpenings(openings: Record<string, unknown>): { week: OpenRange[][]; closed: ClosedDays[] } {
  const week: OpenRange[][] = Array.from({ length: 7 }, () => [])
  const seen = new Map<number, string>()
  for (const [on, hours] of Object.entries(openings)) {
    const day = weekday(localDate(on))
    const said = JSON.stringify(hours)
    assert((seen.get(day) ?? said) === said, 'one weekday with two kinds of hours needs another translation')
    seen.set(day, said)
    if (hours === null) continue
    assert(Array.isArray(hours), 'hours are a list')
    week[day] = hours.map((pair: unknown) => {
      assert(Array.isArray(pair) && pair.length === 2, 'a range has two ends')
      return range(String(pair[0]), String(pair[1]))
    })
  }
  return { week, closed: [] }
}

function weekOfClosedDays(given: Given): { week: OpenRange[][]; closed: ClosedDays[] } {
  const hours = range(given.text('open') ?? '00:00', given.text('close') ?? '24:00')
  const closedWeekdays = given.texts('closed_weekdays')
  const week = WEEKDAYS.map((name) => (closedWeekdays.includes(name) ? [] : [hours]))
  assert(
    closedWeekdays.every((name) => WEEKDAYS.includes(name)),
    'weekdays by their names',
  )
  const closed = [
    ...given.texts('closed').map((on) => closing(on)),
    ...given.texts('closed_yearly').map((on) => closing(`2000-${on}`, { is_yearly: true })),
    ...given.texts('open_exceptions').map((on) => closing(on, { is_open: true })),
  ]
  return { week, closed }
}

/** The calendar that a case's fields describe. */
export function calendarOf(given: Given, zone: ZoneName): PreparedCalendar {
  const isByDate = given.has('openings')
  const openings = given.take('openings') ?? {}
  assert(isRecord(openings), 'openings by date, or none at all')
  const { week, closed } = isByDate ? weekOfOpenings(openings) : weekOfClosedDays(given)
  return prepareCalendar({ zone, week, closed })
}

/** A plain rule for any patron and item: 21 days, closed days ignored. */
export function loanRule(change: Partial<LoanRule> = {}): LoanRule {
  return {
    rule_code: 'TEST',
    branch_code: '*',
    category_code: '*',
    item_type_code: '*',
    is_for_loan: true,
    period_count: 21,
    period_unit: 'days',
    days_mode: 'ignore-closed',
    past_closing: 'keep',
    hard_due_on: null,
    hard_due_kind: 'none',
    schedule_code: null,
    outside_kind: 'refuse',
    is_capped_at_expiry: false,
    renewals_count_max: null,
    renewal_period_count: null,
    renewal_from: 'today',
    loans_count_max: null,
    special_period_count: null,
    ...change,
  }
}

export function dateOrNull(text: string | undefined): LocalDate | null {
  return text === undefined ? null : localDate(text)
}
