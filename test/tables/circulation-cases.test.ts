/**
 * Circulation as Koha, FOLIO and Evergreen expect it in their own tests: every case of the shared data through the real
 * modules, or in a list with the reason. A field that the adapter does not know fails the case.
 */
import { expect, test } from 'vitest'
import { dayNumber, type PreparedCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { isOpenOn, openDaysBetween } from '../../shared/circulation/calendar/calendar.ts'
import { dueDate, type DueAsk } from '../../shared/circulation/loans/due-date.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import type { LoanRule, PeriodUnit } from '../../shared/policy/facts.ts'
import { minutesLessClosedDays } from '../../shared/circulation/calendar/open-time.ts'
import { lateness } from '../../shared/circulation/loans/lateness.ts'
import { completions } from '../../shared/catalog/barcode.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { addDays, instant, localDate, MS_PER_HOUR, type Instant } from '../../shared/kernel/time.ts'
import { endOfDay, fromLocal, toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import { POLICY_AREAS } from '../support/case-policy.ts'
import { addedByMode, calendarOf, dateOrNull, daysModeOf, loanRule, pastClosingOf } from '../support/case-calendar.ts'
import { Given, isRecord, localTimeOf, momentOf, zoneOf } from '../support/given.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

/** Cases whose question Datestamp cannot be asked, with the reason. */
const CANNOT_APPLY: Readonly<Record<string, string>> = {}

/** Areas that belong to another part of the program, with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  cashup: 'what a drawer should hold: comes with the drawer and its sessions',
}

const UNITS = new Set<string>(['minutes', 'hours', 'days', 'weeks', 'months'])

type Answer = Record<string, unknown>

/** The period in any of the ways the cases write it. The unit goes through as it stands, a wrong one too. */
function takePeriod(given: Given): { count: number; unit: string; form: 'koha' | 'folio' | 'evergreen' } {
  const loan = given.record('loan')
  if (loan) {
    const [unit, count] = must(Object.entries(loan)[0], 'a period')
    return { count: Number(count), unit, form: 'folio' }
  }
  const duration = given.text('duration')
  if (duration !== undefined) {
    const [count, unit] = duration.split(' ')
    return { count: Number(count), unit: (unit ?? '').replace(/s?$/, 's'), form: 'evergreen' }
  }
  const unit =
    given.text('unit') ??
    must(
      [...UNITS].find((one) => given.has(`loan_${one}`)),
      'a unit',
    )
  return { count: must(given.number(`loan_${unit}`), 'a count'), unit, form: 'koha' }
}

function takeRule(given: Given, zone: ZoneName): { rule: LoanRule; form: string } {
  const { count, unit, form } = takePeriod(given)
  const latest = given.text('latest_due')
  const hard_due_on = latest === undefined ? null : toLocalDate(momentOf(latest, zone), zone)
  const renewFrom = given.text('renew_from') ?? 'system_date'
  assert(['current_due', 'system_date'].includes(renewFrom), `a renewal base: ${renewFrom}`)
  const rule = loanRule({
    period_count: count,
    // A unit that Datestamp does not know must be refused by the rules, not here.
    period_unit: unit as PeriodUnit,
    renewal_period_count: given.number('renewal_days') ?? null,
    renewal_from: renewFrom === 'current_due' ? 'due' : 'today',
    days_mode: daysModeOf(given.text('days_mode')),
    past_closing: pastClosingOf(given.text('past_closing')),
    is_capped_at_expiry: given.flag('cap_at_card_expiry'),
    hard_due_on,
    hard_due_kind: hard_due_on === null ? 'none' : 'not-after',
  })
  return { rule, form }
}

/**
 * What other systems keep to the time of day is due here at the end of that day, or by the hour on the whole minute.
 * The day and the minute must be theirs.
 */
function asHere(expected: string, is_by_day: boolean, zone: ZoneName): Instant {
  const wanted = momentOf(expected, zone)
  return is_by_day ? endOfDay(toLocalDate(wanted, zone), zone) : instant(Math.ceil(wanted / 60_000) * 60_000)
}

/** As the case writes moments: local to the minute, or exact with an offset. */
function sameMoment(expected: string, due_at: Instant, zone: ZoneName): string {
  const wanted = momentOf(expected, zone)
  const isToTheMinute = /T\d{2}:\d{2}$/.test(expected)
  const isSame = isToTheMinute ? due_at - wanted >= 0 && due_at - wanted < 60_000 : due_at === wanted
  return isSame ? expected : new Date(due_at).toISOString()
}

function runDueDate(given: Given, expected: Answer): Answer {
  const zone = zoneOf(given)
  const { rule, form } = takeRule(given, zone)
  const calendar = calendarOf(given, zone)
  const now = momentOf(must(given.text('start'), 'a start'), zone)
  const due = given.text('due')
  const isRenewal = given.flag('renewal') || due !== undefined
  const ask: DueAsk = {
    rule,
    now,
    calendar,
    card_expires_on: dateOrNull(given.text('patron_expiry')),
    renewal: isRenewal ? { due_at: due === undefined ? now : momentOf(due, zone), count: 0 } : null,
  }
  const outcome = dueDate(ask)
  if (isRefusal(outcome)) return { error: outcome.code === 'period-invalid' ? 'loan period invalid' : outcome.code }
  const isByDay = rule.period_unit !== 'hours' && rule.period_unit !== 'minutes'
  const dayEnd = endOfDay(toLocalDate(outcome.due_at, zone), zone)
  if (isByDay) expect(outcome.due_at).toBe(dayEnd)
  const wanted = String(expected['due'])
  if (form !== 'koha' && outcome.due_at === asHere(wanted, isByDay, zone)) return { due: wanted }
  return { due: sameMoment(wanted, outcome.due_at, zone) }
}

const CLOSED_DAY_WAYS: Readonly<Record<string, Partial<LoanRule>>> = {
  keep_current_due_date: { days_mode: 'ignore-closed' },
  keep_the_current_due_date: { days_mode: 'ignore-closed' },
  keep_current_due_date_time: { days_mode: 'ignore-closed' },
  keep: { days_mode: 'ignore-closed' },
  end_of_previous_open_day: { days_mode: 'previous-open' },
  end_of_next_open_day: { days_mode: 'next-open' },
  beginning_of_next_open_hours: { past_closing: 'extend-to-open' },
  end_of_current_hours: { past_closing: 'shorten-to-close' },
}

/** The due day is given; the loan is made that long before, so that its period ends then (at noon, by the hour). */
function runClosedDay(given: Given, expected: Answer): Answer {
  const zone = zoneOf(given)
  const strategy = must(given.text('strategy'), 'a strategy')
  const way = must(CLOSED_DAY_WAYS[strategy], `a closed-day strategy: ${strategy}`)
  const raw = localTimeOf(must(given.text('raw_due_day'), 'a day'))
  const hours = given.number('loan_hours')
  const calendar = calendarOf(given, zone)
  const noon = instant(fromLocal(raw, zone) + 12 * MS_PER_HOUR)
  const period: Partial<LoanRule> =
    hours === undefined ? { period_count: 28 } : { period_count: hours, period_unit: 'hours' }
  const now =
    hours === undefined ? fromLocal({ ...raw, on: addDays(raw.on, -28) }, zone) : instant(noon - hours * MS_PER_HOUR)
  const rule = loanRule({ ...period, ...way })
  const due = dueDate({ rule, now, calendar, card_expires_on: null, renewal: null })
  assert(!isRefusal(due), 'a due date')
  return { due: sameMoment(String(expected['due']), due.due_at, zone) }
}

function runEndOfDay(given: Given, expected: Answer): Answer {
  const zone = zoneOf(given)
  const due_at = endOfDay(toLocalDate(momentOf(must(given.text('raw_due'), 'a moment'), zone), zone), zone)
  return { due: sameMoment(String(expected['due']), due_at, zone) }
}

function runOpenMinutes(given: Given): Answer {
  const zone = zoneOf(given)
  const calendar = calendarOf(given, zone)
  const due_at = momentOf(must(given.text('due'), 'a due time'), zone)
  const back_at = momentOf(must(given.text('returned'), 'a return'), zone)
  return { minutes: lateness(calendar, due_at, back_at).open_minutes_overdue }
}

function runIsClosed(given: Given): Answer {
  const calendar = calendarOf(given, zoneOf(given))
  return { closed: !isOpenOn(calendar, localTimeOf(must(given.text('date'), 'a date')).on) }
}

function runAddDays(given: Given): Answer {
  const calendar = calendarOf(given, zoneOf(given))
  const start = must(given.text('start'), 'a start')
  const mode = daysModeOf(given.text('days_mode'))
  const on = addedByMode(calendar, localTimeOf(start).on, must(given.number('days'), 'days'), mode)
  return { date: `${must(on, 'an open day')}${start.slice(10)}` }
}

function runForward(given: Given): Answer {
  const start = localDate('2026-11-24')
  const offsets = given.numbers('closed_offset_days')
  const closed = offsets.map((offset) => addDays(start, offset))
  const calendar = calendarOf(new Given({ closed }), zoneOf(given))
  // Forward never goes back: fewer than none is none.
  const days = Math.max(0, must(given.number('days'), 'days'))
  const on = must(addedByMode(calendar, start, days, 'skip-closed'), 'an open day')
  return { offset_days: dayNumber(on) - dayNumber(start) }
}

/** Days, hours and minutes between, by whichever the case expects; swapped ends must give the same. */
function runBetween(given: Given, expected: Answer): Answer {
  given.text('days_mode')
  const calendar: PreparedCalendar = calendarOf(given, zoneOf(given))
  const from = localTimeOf(must(given.text('from'), 'from'))
  const to = localTimeOf(must(given.text('to'), 'to'))
  const minutes = minutesLessClosedDays(calendar, from, to)
  const open_days = openDaysBetween(calendar, from.on, to.on)
  expect([minutesLessClosedDays(calendar, to, from), openDaysBetween(calendar, to.on, from.on)]).toEqual([
    minutes,
    open_days,
  ])
  const answers: Answer = { open_days, minutes, open_hours: minutes / 60 }
  return Object.fromEntries(Object.keys(expected).map((name) => [name, answers[name]]))
}

function runCompletion(given: Given): Answer {
  return { matches: completions(must(given.text('typed'), 'text'), [must(given.text('prefix'), 'a prefix')]) }
}

const AREAS: Readonly<Record<string, (given: Given, expected: Answer) => Answer>> = {
  due_date: runDueDate,
  renewal: runDueDate,
  due_date_closed_day: runClosedDay,
  due_end_of_day: runEndOfDay,
  overdue_open_minutes: runOpenMinutes,
  calendar_is_closed: runIsClosed,
  calendar_add_days: runAddDays,
  calendar_days_forward: runForward,
  calendar_open_days_between: runBetween,
  calendar_open_minutes_between: runBetween,
  calendar_open_between: runBetween,
  barcode_completion: runCompletion,
  ...POLICY_AREAS,
}

/** What is in the file today; a bigger file is welcome, a smaller one is not. */
const SEEN_AT_LEAST: Readonly<Record<string, number>> = {
  due_date: 26,
  renewal: 2,
  due_date_closed_day: 3,
  due_end_of_day: 4,
  overdue_open_minutes: 2,
  calendar_is_closed: 6,
  calendar_add_days: 9,
  calendar_days_forward: 2,
  calendar_open_days_between: 4,
  calendar_open_minutes_between: 1,
  calendar_open_between: 7,
  barcode_completion: 1,
  fine: 18,
  fine_periods: 1,
  grace: 11,
  suspension: 3,
  rental_fee: 3,
  checkout_limit: 3,
  block: 3,
  lost: 1,
  lost_refund: 8,
  checkin: 1,
  cashup: 3,
}

type Case = { id: string; area: string; given: Record<string, unknown>; expect: Answer }

function isCase(value: unknown): value is Case {
  return (
    isRecord(value) && typeof value['id'] === 'string' && typeof value['area'] === 'string' && isRecord(value['given'])
  )
}

describeWithSharedData('circulation cases of other systems', (folder) => {
  const all = readSharedJson(folder, 'cases/circulation_cases.json')
  assert(Array.isArray(all) && all.every(isCase), 'a list of cases')
  const cases: Case[] = all.filter((one) => !Object.hasOwn(ELSEWHERE, one.area))

  test('as many cases as there were', () => {
    const seen = (area: string): number => all.filter((one) => one.area === area).length
    const short = Object.entries(SEEN_AT_LEAST).filter(([area, least]) => seen(area) < least)
    expect(short).toEqual([])
    const areas = new Set(all.map((one) => one.area))
    const known = new Set([...Object.keys(AREAS), ...Object.keys(ELSEWHERE)])
    expect([...areas].filter((area) => !known.has(area))).toEqual([])
    expect(Object.keys(ELSEWHERE).filter((area) => !areas.has(area) || Object.hasOwn(AREAS, area))).toEqual([])
    expect(Object.keys(CANNOT_APPLY).filter((id) => !cases.some((one) => one.id === id))).toEqual([])
  })

  test.each(cases.filter((one) => !(one.id in CANNOT_APPLY)))('$area: $id', (one) => {
    const run = must(AREAS[one.area], `a way to run ${one.area}`)
    const given = new Given(one.given)
    const answer = run(given, one.expect)
    expect(answer).toEqual(one.expect)
    expect(given.left(), 'fields that nobody read').toEqual([])
  })
})

test('the adapter fails on a field it does not know', () => {
  const given = new Given({ start: '2026-01-01', loan: { days: 1 }, phase_of_moon: 'full' })
  runDueDate(given, { due: '2026-01-02T00:00' })
  expect(given.left()).toEqual(['phase_of_moon'])
})
