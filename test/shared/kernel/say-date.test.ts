/** Dates and times as people at a desk say them. */
import { expect, test } from 'vitest'
import { sayDate, sayDateLong, sayMoment, sayTime, sayWeekday } from '../../../shared/kernel/say-date.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate, minuteOfDay } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { momentOf } from '../../support/given.ts'

const TODAY = localDate('2026-11-24')
const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')

test.each([
  ['2026-11-24', 'Tue, Nov 24', 'November 24'],
  ['2026-12-05', 'Sat, Dec 5', 'December 5'],
  ['2027-10-24', 'Sun, Oct 24', 'October 24'],
  ['2027-11-24', 'Wed, Nov 24, 2027', 'November 24, 2027'],
  ['2025-11-24', 'Mon, Nov 24, 2025', 'November 24, 2025'],
  ['2026-01-01', 'Thu, Jan 1', 'January 1'],
])('%s is said %s', (on, short, long) => {
  expect(sayDate(localDate(on), TODAY)).toBe(short)
  expect(sayDateLong(localDate(on), TODAY)).toBe(long)
})

test.each([
  [0, 'midnight'],
  [5, '12:05 AM'],
  [570, '9:30 AM'],
  [720, 'noon'],
  [725, '12:05 PM'],
  [855, '2:15 PM'],
  [1440, 'midnight'],
])('minute %i is %s', (minute, text) => {
  expect(sayTime(minuteOfDay(minute))).toBe(text)
})

test('a due moment: the day for a loan by the day, the time for today, both for another day', () => {
  const said = (at: string) => sayMoment(momentOf(at, CHICAGO), CHICAGO, TODAY)
  expect(said('2026-12-15T23:59:59')).toBe('Tue, Dec 15')
  expect(said('2026-11-24T16:15')).toBe('4:15 PM')
  expect(said('2026-11-25T09:00')).toBe('Wed, Nov 25, 9:00 AM')
  expect(sayWeekday(0)).toBe('Sunday')
})
