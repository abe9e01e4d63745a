/** Dates, times of day and the library's zone: round trips, month ends, and the two odd nights of the year. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../../shared/kernel/assert.ts'
import {
  addDays,
  addMonths,
  daysBetween,
  instant,
  localDate,
  minuteOfDay,
  MS_PER_HOUR,
  parseLocalDate,
  parseMinuteOfDay,
  weekday,
  type LocalDate,
} from '../../../shared/kernel/time.ts'
import { endOfDay, fromLocal, parseZoneName, startOfDay, toLocal, toLocalDate } from '../../../shared/kernel/zone.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const zones = ['America/Chicago', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC']
const anyZone = fc.constantFrom(...zones).map((name) => must(parseZoneName(name), name))
const anyDate = fc.integer({ min: 0, max: 47_481 }).map((days) => addDays(localDate('1970-01-01'), days))

describe('dates', () => {
  test.each([
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '2026-1-1',
    '',
    '0999-01-01',
    '2026-01-01T00:00',
  ])('%j is no date', (text) => {
    expect(parseLocalDate(text)).toBeNull()
  })
  test('days added and counted agree', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (on, days) => {
        const later = addDays(on, days)
        expect(daysBetween(on, later)).toBe(days)
        expect(addDays(later, -days)).toBe(on)
        expect(weekday(later)).toBe((((weekday(on) + days) % 7) + 7) % 7)
        expect(parseLocalDate(later)).toBe(later)
      }),
    )
  })
  test('the weekday of days that everybody knows', () => {
    expect([
      weekday(localDate('1970-01-01')),
      weekday(localDate('2000-01-01')),
      weekday(localDate('2026-11-24')),
    ]).toEqual([4, 6, 2])
  })
})

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-10-31', 2, '2026-12-31'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months: %s', (on, months, wanted) => {
    expect(addMonths(localDate(on), months)).toBe(wanted)
  })
  test('the month is always the right one, the day the same or the last', () => {
    const monthIndex = (on: LocalDate) => Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7))
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (on, months) => {
        const moved = addMonths(on, months)
        expect(monthIndex(moved) - monthIndex(on)).toBe(months)
        const isSameDay = moved.slice(8) === on.slice(8)
        expect(isSameDay || (moved.slice(8) < on.slice(8) && addDays(moved, 1).endsWith('-01'))).toBe(true)
      }),
    )
  })
})

test('times of day', () => {
  expect([parseMinuteOfDay('9:30'), parseMinuteOfDay('24:00'), parseMinuteOfDay('00:00')]).toEqual([570, 1440, 0])
  expect(['24:01', '9:60', '9', '', '-1:00', '9:30pm'].map((text) => parseMinuteOfDay(text))).toEqual(
    Array(6).fill(null),
  )
})

describe('the library’s zone', () => {
  test('every moment goes to the clock on the wall and back, the hour that autumn repeats excepted', () => {
    fc.assert(
      fc.property(anyZone, fc.integer({ min: 0, max: 4_102_444_800_000 }), (zone, at_ms) => {
        const at = instant(at_ms)
        const local = toLocal(at, zone)
        const again = fromLocal(local, zone)
        expect(toLocal(again, zone)).toEqual(local)
        expect([0, MS_PER_HOUR, MS_PER_HOUR / 2]).toContain(at - again)
      }),
      { numRuns: 500 },
    )
  })
  test('a day begins and ends on its own date, and its end is a second before the next begins', () => {
    fc.assert(
      fc.property(anyZone, anyDate, (zone, on) => {
        fc.pre(
          toLocalDate(startOfDay(on, zone), zone) === on && toLocalDate(startOfDay(addDays(on, 1), zone), zone) !== on,
        )
        const next = addDays(on, 1)
        fc.pre(toLocal(startOfDay(next, zone), zone).minute === 0 && toLocalDate(startOfDay(next, zone), zone) === next)
        expect(toLocalDate(endOfDay(on, zone), zone)).toBe(on)
        expect(startOfDay(next, zone) - endOfDay(on, zone)).toBe(1000)
      }),
      { numRuns: 300 },
    )
  })
  test('spring skips an hour, autumn repeats one, and the end of a day is midnight', () => {
    const wall = (on: string, minute: number) => ({ on: localDate(on), minute: minuteOfDay(minute), past_minute_ms: 0 })
    expect(fromLocal(wall('2026-03-08', 135), CHICAGO)).toBe(Date.parse('2026-03-08T03:15:00-05:00'))
    expect(fromLocal(wall('2026-11-01', 90), CHICAGO)).toBe(Date.parse('2026-11-01T01:30:00-05:00'))
    expect(fromLocal(wall('2026-11-24', 1440), CHICAGO)).toBe(startOfDay(localDate('2026-11-25'), CHICAGO))
    expect(endOfDay(localDate('2026-03-08'), CHICAGO) - startOfDay(localDate('2026-03-08'), CHICAGO)).toBe(
      23 * MS_PER_HOUR - 1000,
    )
    expect(endOfDay(localDate('2026-11-01'), CHICAGO) - startOfDay(localDate('2026-11-01'), CHICAGO)).toBe(
      25 * MS_PER_HOUR - 1000,
    )
  })
  test('a zone that nobody knows is none', () => {
    expect(['Mars/Olympus', '', 'America'].map((name) => parseZoneName(name))).toEqual([null, null, null])
  })
})
