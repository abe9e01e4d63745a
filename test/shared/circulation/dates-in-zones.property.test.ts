/**
 * Every date that is taken from outside can be counted with and shown in every time zone there is; and so can every
 * date there is at all, since a store may hold one from before there were bounds.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayNumber,
  endOfDayAt,
  localTimeAt,
  prepareCalendar,
  type PreparedCalendar,
  rangesOfDay,
} from '../../../shared/circulation/calendar/calendar-index.ts'
import {
  addOpenDays,
  closedDaysCount,
  isOpenOn,
  nextOpenDay,
  previousOpenDay,
  closedFacts,
} from '../../../shared/circulation/calendar/calendar.ts'
import { dueDate } from '../../../shared/circulation/loans/due-date.ts'
import { isRefusal } from '../../../shared/refusals/refusals.ts'
import { fineNow } from '../../../shared/circulation/fines/fine.ts'
import { afterOutage, coversDue } from '../../../shared/circulation/fines/fine-waiver.ts'
import { holdExpires, shelfUntil, suspendUntilMax } from '../../../shared/circulation/holds/hold-shelf.ts'
import { lateness } from '../../../shared/circulation/loans/lateness.ts'
import { windowEnd } from '../../../shared/circulation/lost/lost.ts'
import { lastClosing, nextOpening } from '../../../shared/circulation/calendar/open-time.ts'
import { DEFAULT_SETTINGS } from '../../../shared/policy/library-settings.ts'
import { decideSetDue } from '../../../shared/circulation/loans/set-due.ts'
import { suspendedUntil } from '../../../shared/circulation/fines/suspension.ts'
import { ageOn } from '../../../shared/catalog/read-people.ts'
import { datesIn } from '../../../shared/words/dates.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { FIRST_DATE, LAST_DATE, PERIOD_DAYS_MAX } from '../../../shared/kernel/date-bounds.ts'
import {
  addDays,
  addMonths,
  CALENDAR_FIRST,
  CALENDAR_LAST,
  daysBetween,
  instant,
  localDate,
  minuteOfDay,
  parseLocalDate,
  type LocalDate,
} from '../../../shared/kernel/time.ts'
import {
  endOfDay,
  fromLocal,
  parseZoneName,
  startOfDay,
  toLocal,
  toLocalDate,
  type ZoneName,
} from '../../../shared/kernel/zone.ts'
import { checkOutReceipt } from '../../../shared/receipt/check-out-paper.ts'
import { statement } from '../../../shared/receipt/account/statement.ts'
import { recallNotice } from '../../../shared/receipt/recall-notice.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import { es } from '../../../shared/receipt/words/es.ts'
import { closing, loanRule, range } from '../../support/case-calendar.ts'
import { ASKED, fineRule, preparedOf } from '../../support/policy-made.ts'
import { CHECK_OUT, RECALL_NOTICE, STATEMENT, SWEETGRASS } from '../receipt/papers.ts'
import { PLAIN_FINE } from '../../support/plain-facts.ts'

const ZONES = Intl.supportedValuesOf('timeZone').map((name) => must(parseZoneName(name), name))
const EN = datesIn('en', 'en-US')
const TODAY = localDate('2026-11-24')
const NOW = instant(Date.UTC(2026, 10, 24, 18))
const RUNS_A_ZONE = 5
const DAY = [range('09:00', '18:00')]
const POLICY = preparedOf({
  fine_rules: [fineRule({ grace_count: 3, grace_unit: 'open-days', per_unit: 'open-hours' })],
})

function datesOf(first: LocalDate, last: LocalDate): fc.Arbitrary<LocalDate> {
  const day = fc.integer({ min: 0, max: daysBetween(first, last) }).map((days) => addDays(first, days))
  // The ends of time are where it breaks: they come as often as all the rest.
  const ends = [0, 1, 2, 6, 7, 8, 30].flatMap((days) => [addDays(first, days), addDays(last, -days)])
  return fc.oneof(fc.constantFrom(...ends), day)
}

const taken = datesOf(FIRST_DATE, LAST_DATE)
const anyAtAll = datesOf(CALENDAR_FIRST, CALENDAR_LAST)

/** Samoa had no December 30, 2011: a day that a zone left out is none of its dates. */
function isThere(on: LocalDate, zone: ZoneName): boolean {
  return on === CALENDAR_LAST || startOfDay(on, zone) < startOfDay(addDays(on, 1), zone)
}

/** Closed on Sundays and on the date itself. */
function calendarIn(zone: ZoneName, on: LocalDate): PreparedCalendar {
  return prepareCalendar({ zone, week: [[], DAY, DAY, DAY, DAY, DAY, DAY], closed: [closing(on)] })
}

function shown(on: LocalDate, zone: ZoneName): readonly string[] {
  const at = endOfDay(on, zone)
  const facts = { ...CHECK_OUT, zone, printed_at: NOW }
  const loan = { ...SWEETGRASS, due_at: at, renewals_left_count: null }
  const owed = { ...loan, fine_so_far_cents: cents(0), is_recalled: false }
  const papers = [en, es].map((words) =>
    JSON.stringify([
      checkOutReceipt({ ...facts, items: [loan] }, words),
      statement({ ...STATEMENT, zone, card_expires_on: on, loans: [owed] }, words),
      recallNotice({ ...RECALL_NOTICE, zone, due_at: at }, words),
    ]),
  )
  return [
    EN.date(on, TODAY),
    EN.dateLong(on, TODAY),
    EN.month(on),
    EN.moment(at, zone, TODAY),
    EN.moment(startOfDay(on, zone), zone, TODAY),
    EN.momentLong(at, zone, TODAY),
    ...papers,
  ]
}

/** Everything that counts from a date or towards it. */
function counted(on: LocalDate, zone: ZoneName): readonly LocalDate[] {
  const calendar = calendarIn(zone, on)
  const at = endOfDayAt(calendar, on)
  const local = localTimeAt(calendar, at)
  const moments = [nextOpening(calendar, local), lastClosing(calendar, local)].flatMap((one) => (one ? [one.on] : []))
  isOpenOn(calendar, on)
  closedFacts(calendar, on)
  rangesOfDay(calendar, dayNumber(on))
  closedDaysCount(calendar, addDays(on, -30), addDays(on, 30))
  lateness(calendar, at, NOW)
  const span = { from_at_ms: startOfDay(on, zone), to_at_ms: at }
  coversDue(calendar, span, at)
  ageOn(on, TODAY)
  ageOn(TODAY, on)
  const fine = { ...PLAIN_FINE, policy: POLICY, asked: ASKED, calendar, price_cents: cents(777) }
  fineNow({ ...fine, due_at: at, until_at: NOW })
  const card = { card_expires_on: on, rule: loanRule({ is_capped_at_expiry: true }), loan_status: 'out' }
  decideSetDue({ ...card, due_on: on, now: NOW, due_at: NOW, calendar, settings: DEFAULT_SETTINGS })
  return [
    local.on,
    ...moments,
    nextOpenDay(calendar, on) ?? on,
    previousOpenDay(calendar, on) ?? on,
    addOpenDays(calendar, on, 21) ?? on,
    addMonths(on, 1200),
    addMonths(on, -1200),
    addDays(on, PERIOD_DAYS_MAX),
    addDays(on, -PERIOD_DAYS_MAX),
    toLocalDate(windowEnd(calendar, at, 10_000, 'months'), zone),
    toLocalDate(afterOutage(calendar, at, at), zone),
    shelfUntil(calendar, on, DEFAULT_SETTINGS),
    holdExpires(on, DEFAULT_SETTINGS) ?? on,
    suspendUntilMax(on, DEFAULT_SETTINGS) ?? on,
    suspendedUntil(on, PERIOD_DAYS_MAX, null) ?? on,
  ]
}

/** What a loan would be due by rules that know of the date, in each of the ways they can. */
function dueBy(on: LocalDate, zone: ZoneName): readonly LocalDate[] {
  const calendar = calendarIn(zone, on)
  const plain = { now: NOW, calendar, card_expires_on: on, lender_due_on: on, renewal: null }
  const kinds = ['exactly', 'not-before', 'not-after'] as const
  const renewal = { due_at: endOfDay(on, zone), count: 1 }
  const asks = [
    ...kinds.map((hard_due_kind) => ({ ...plain, rule: loanRule({ hard_due_on: on, hard_due_kind }) })),
    { ...plain, rule: loanRule({ is_capped_at_expiry: true, period_count: PERIOD_DAYS_MAX }) },
    { ...plain, lender_due_on: null, renewal, rule: loanRule({ renewal_from: 'due', days_mode: 'skip-closed' }) },
    {
      ...plain,
      renewal,
      rule: loanRule({ renewal_from: 'due', period_unit: 'hours', past_closing: 'extend-to-open' }),
    },
    { ...plain, renewal, rule: loanRule({ renewal_from: 'due', period_unit: 'months', period_count: 1200 }) },
  ]
  return asks.flatMap((ask) => {
    const due = dueDate(ask)
    return isRefusal(due) ? [] : [toLocalDate(due.due_at, zone)]
  })
}

describe.each([
  ['that is taken', taken, 60],
  // Lateness since the year 1000 is counted hour by hour: fewer of those.
  ['there is', anyAtAll, 12],
])('every date %s, in each of the zones', (_name, dates, numRuns) => {
  test('is the date that its end, its noon and its beginning show', () => {
    for (const in_zone of ZONES) {
      fc.assert(
        fc.property(fc.constant(in_zone), dates, (zone, on) => {
          fc.pre(isThere(on, zone))
          const noon = fromLocal({ on, minute: minuteOfDay(720), past_minute_ms: 0 }, zone)
          expect(toLocal(noon, zone)).toMatchObject({ on, minute: 720 })
          expect(localTimeAt(calendarIn(zone, on), noon)).toEqual(toLocal(noon, zone))
          expect([startOfDay(on, zone), endOfDay(on, zone)].map((at) => toLocalDate(at, zone))).toEqual([on, on])
        }),
        { numRuns: RUNS_A_ZONE },
      )
    }
  })

  test('is said whole, at the desk and on paper', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...ZONES), (on, zone) => {
        for (const words of shown(on, zone)) expect(words).not.toMatch(/undefined|NaN|Invalid/)
      }),
      { numRuns },
    )
  })

  test('can be counted from and towards, and what comes of it is a date', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...ZONES), (on, zone) => {
        for (const found of counted(on, zone)) expect(parseLocalDate(found)).toBe(found)
      }),
      { numRuns },
    )
  })

  test('gives a due date within the bounds, or none', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...ZONES), (on, zone) => {
        for (const due_on of dueBy(on, zone)) expect(due_on <= LAST_DATE).toBe(true)
      }),
      { numRuns },
    )
  })
})

test.each([
  ['America/Nuuk', '2025-03-29', '2025-03-30T00:59:59Z'],
  ['America/Nuuk', '2025-10-25', '2025-10-26T01:59:59Z'],
  ['America/Santiago', '2026-09-05', '2026-09-06T03:59:59Z'],
  ['America/Santiago', '2026-04-04', '2026-04-05T03:59:59Z'],
  ['America/Havana', '2026-10-31', '2026-11-01T03:59:59Z'],
  ['America/Chicago', '2026-11-01', '2026-11-02T05:59:59Z'],
])('where clocks change about midnight, %s ends %s at %s', (name, day, ends) => {
  const zone = must(parseZoneName(name), name)
  expect(endOfDay(localDate(day), zone)).toBe(Date.parse(ends))
})

test('there are zones enough to be sure', () => {
  expect(ZONES.length).toBeGreaterThan(400)
})
