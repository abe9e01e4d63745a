/** The calendar of a branch: what closes and opens a day, walks that end, and a real library's thousand closings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dateOfDay,
  dayNumber,
  prepareCalendar,
  rangesOfDay,
  type PreparedCalendar,
} from '../../../shared/circulation/calendar/calendar-index.ts'
import {
  addOpenDays,
  closedFacts,
  isOpenOn,
  nextOpenDay,
  openDaysBetween,
  previousOpenDay,
} from '../../../shared/circulation/calendar/calendar.ts'
import type { ClosedDays, OpenRange } from '../../../shared/policy/facts.ts'
import {
  isOpenAt,
  lastClosing,
  minutesLessClosedDays,
  nextOpening,
  openMinutesBetween,
} from '../../../shared/circulation/calendar/open-time.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { addDays, daysBetween, localDate, minuteOfDay, weekday } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { addedByMode, closing, range } from '../../support/case-calendar.ts'
import { localTimeOf } from '../../support/given.ts'

const UTC = must(parseZoneName('UTC'), 'a zone')
const DAY = [range('09:00', '17:00')]
const WEEK = [[], DAY, DAY, DAY, DAY, DAY, DAY]
const on = localDate

function branch(closed: readonly ClosedDays[], week: readonly (readonly OpenRange[])[] = WEEK): PreparedCalendar {
  return prepareCalendar({ zone: UTC, week, closed })
}

describe('open or closed', () => {
  const calendar = branch([
    closing('2026-12-24', { to_on: on('2027-01-02'), is_yearly: true, reason: 'winter break' }),
    closing('2024-02-29', { is_yearly: true, reason: 'leap day' }),
    closing('2026-07-01', { to_on: on('2026-07-31'), reason: 'building works' }),
    closing('2026-07-04', { reason: 'Independence Day' }),
    closing('2026-07-12', { is_open: true, reason: 'book sale' }),
    closing('2026-12-28', { is_open: true, reason: '' }),
    closing('2026-09-10', { to_on: on('2026-09-01'), reason: 'ends before it begins' }),
  ])
  test.each([
    ['2026-06-30', null],
    ['2026-06-28', 'every week'],
    ['2026-07-01', 'building works'],
    ['2026-07-04', 'building works'],
    ['2026-07-31', 'building works'],
    ['2026-08-01', null],
    ['2026-07-12', null],
    ['2026-12-24', 'winter break'],
    ['2031-01-02', 'winter break'],
    ['2031-01-03', null],
    ['1999-12-31', 'winter break'],
    ['2026-12-28', null],
    ['2027-12-28', 'winter break'],
    ['2028-02-29', 'leap day'],
    ['2027-03-01', null],
    ['2026-09-08', null],
  ])('%s: %s', (date, expected) => {
    const { is_weekly, reason } = closedFacts(calendar, on(date))
    expect(isOpenOn(calendar, on(date)) ? null : is_weekly ? 'every week' : reason).toBe(expected)
  })

  test('a day that an exception opens has the hours of the next weekday that has any', () => {
    expect(rangesOfDay(calendar, dayNumber(on('2026-07-12')))).toEqual(DAY)
    expect(rangesOfDay(calendar, dayNumber(on('2026-07-13')))).toEqual([])
    const never = branch([closing('2026-07-12', { is_open: true })], [])
    expect(rangesOfDay(never, dayNumber(on('2026-07-12')))).toEqual([range('00:00', '24:00')])
  })

  test('hours out of order are put in order, and those that close before they open are left out', () => {
    const ranges = [range('13:00', '17:00'), range('09:00', '12:00'), range('11:00', '12:30'), range('20:00', '08:30')]
    expect(rangesOfDay(branch([], [[], ranges]), dayNumber(on('2026-06-29')))).toEqual([
      range('09:00', '12:30'),
      range('13:00', '17:00'),
    ])
    expect(isOpenOn(branch([], [[], [range('20:00', '08:30')]]), on('2026-06-29'))).toBe(false)
  })
})

describe('walks', () => {
  test('that find nothing within a year say so', () => {
    const never = branch([closing('1000-01-01', { to_on: on('9999-12-31') })])
    expect(nextOpenDay(never, on('2026-06-30'))).toBeNull()
    expect(previousOpenDay(never, on('2026-06-30'))).toBeNull()
    expect(addOpenDays(never, on('2026-06-30'), 3)).toBeNull()
    expect(nextOpening(never, localTimeOf('2026-06-30T10:00'))).toBeNull()
    expect(lastClosing(never, localTimeOf('2026-06-30T10:00'))).toBeNull()
    const longClosed = branch([closing('2026-07-01', { to_on: on('2027-06-30') })])
    expect(nextOpenDay(longClosed, on('2026-07-01'))).toBe('2027-07-01')
  })

  test.each([
    [0, 'next-open', '2026-07-06'],
    [1, 'next-open', '2026-07-06'],
    [-1, 'next-open', '2026-07-04'],
    [0, 'skip-closed', '2026-07-06'],
    [7, 'same-weekday', '2026-07-13'],
    [7, 'previous-open', '2026-07-11'],
    [7, 'ignore-closed', '2026-07-12'],
    [-6, 'skip-closed', '2026-06-29'],
  ] as const)('%i days from a closed Sunday, %s: %s', (days, mode, date) => {
    expect(addedByMode(branch([]), on('2026-07-05'), days, mode)).toBe(date)
  })

  test('times against hours', () => {
    const calendar = branch([], [[], [range('09:00', '12:00'), range('13:00', '17:00')]])
    const at = (time: string) => localTimeOf(`2026-06-29T${time}`)
    expect(['08:59', '09:00', '12:00', '12:30', '17:00', '17:01'].map((time) => isOpenAt(calendar, at(time)))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ])
    expect(nextOpening(calendar, at('12:30'))).toEqual(at('13:00'))
    expect(nextOpening(calendar, at('17:30'))).toEqual(localTimeOf('2026-07-06T09:00'))
    expect(lastClosing(calendar, at('12:30'))).toEqual(at('12:00'))
    expect(lastClosing(calendar, at('08:00'))).toEqual(localTimeOf('2026-06-22T17:00'))
  })
})

/** Small calendars of any shape, in one month. */
const anyCalendar = fc
  .record({
    week: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    closed: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 0, max: 12 }),
        is_open: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ week, closed }) => {
    const entries = closed.map(({ from, length, is_open }) => {
      const first = addDays(on('2026-07-01'), from)
      return closing(first, { to_on: addDays(first, length), is_open })
    })
    return { week: week.map((isOpen) => (isOpen ? DAY : [])), entries }
  })

describe('for any calendar', () => {
  test('the prepared calendar agrees with reading every entry', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: -5, max: 90 }), ({ week, entries }, offset) => {
        const date = addDays(on('2026-07-01'), offset)
        const covers = (is_open: boolean) =>
          entries.some((entry) => entry.is_open === is_open && entry.from_on <= date && date <= entry.to_on)
        const slow = covers(true) || ((week[weekday(date)] ?? []).length > 0 && !covers(false))
        expect(isOpenOn(branch(entries, week), date)).toBe(slow)
      }),
      { numRuns: 2000 },
    )
  })

  test('open days added and counted agree; order does not matter', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1, max: 40 }), ({ week, entries }, count) => {
        const calendar = branch(entries, week)
        const start = nextOpenDay(calendar, on('2026-07-01'))
        const end = start && addOpenDays(calendar, start, count)
        if (start === null || end === null) return
        expect(isOpenOn(calendar, end)).toBe(true)
        expect(openDaysBetween(calendar, start, end)).toBe(count)
        expect(openDaysBetween(calendar, end, start)).toBe(count)
        expect(addOpenDays(calendar, end, -count)).toBe(start)
      }),
    )
  })

  test('open minutes, and minutes less closed days, add up at any point between, and never exceed what passed', () => {
    const minute = fc.integer({ min: 0, max: 60 * 1440 })
    const local = (minutes: number) => ({
      on: addDays(on('2026-07-01'), Math.trunc(minutes / 1440)),
      minute: minuteOfDay(minutes % 1440),
      past_minute_ms: 0,
    })
    fc.assert(
      fc.property(anyCalendar, fc.tuple(minute, minute, minute), ({ week, entries }, times) => {
        const calendar = branch(entries, week)
        const [first = 0, middle = 0, last = 0] = times.toSorted((one, other) => one - other)
        const whole = openMinutesBetween(calendar, local(first), local(last))
        const parts =
          openMinutesBetween(calendar, local(first), local(middle)) +
          openMinutesBetween(calendar, local(middle), local(last))
        expect(whole).toBe(parts)
        expect(whole).toBeLessThanOrEqual(last - first)
        const less = (from: number, to: number): number => minutesLessClosedDays(calendar, local(from), local(to))
        expect(less(first, last)).toBe(less(first, middle) + less(middle, last))
        expect(less(first, last)).toBeLessThanOrEqual(last - first)
      }),
    )
  })

  test('day numbers and dates are the same thing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -350_000, max: 2_900_000 }), (day) => {
        expect(dayNumber(dateOfDay(day))).toBe(day)
        expect(daysBetween(on('1970-01-01'), dateOfDay(day))).toBe(day)
      }),
    )
  })
})
