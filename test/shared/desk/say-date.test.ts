/** Dates and times as people at a desk say them. */
import { expect, test } from 'vitest'
import { sayDate, sayDateLong, sayMoment, sayTime, sayWeekday } from '../../../shared/desk/say-date.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate, minuteOfDay } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { momentOf } from '../../support/given.ts'

const TODAY = localDate('2026-11-24')
const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')

test.each([
  ['2026-11-24', 'Tue 24 Nov', '24 November'],
  ['2026-12-05', 'Sat 5 Dec', '5 December'],
  ['2027-10-24', 'Sun 24 Oct', '24 October'],
  ['2027-11-24', 'Wed 24 Nov 2027', '24 November 2027'],
  ['2025-11-24', 'Mon 24 Nov 2025', '24 November 2025'],
  ['2026-01-01', 'Thu 1 Jan', '1 January'],
])('%s is said %s', (on, short, long) => {
  expect(sayDate(localDate(on), TODAY)).toBe(short)
  expect(sayDateLong(localDate(on), TODAY)).toBe(long)
})

test.each([
  [0, 'midnight'],
  [5, '12:05 am'],
  [570, '9:30 am'],
  [720, 'noon'],
  [725, '12:05 pm'],
  [855, '2:15 pm'],
  [1440, 'midnight'],
])('minute %i is %s', (minute, text) => {
  expect(sayTime(minuteOfDay(minute))).toBe(text)
})

test('a due moment: the day for a loan by the day, the time for today, both for another day', () => {
  const said = (at: string) => sayMoment(momentOf(at, CHICAGO), CHICAGO, TODAY)
  expect(said('2026-12-15T23:59:59')).toBe('Tue 15 Dec')
  expect(said('2026-11-24T16:15')).toBe('4:15 pm')
  expect(said('2026-11-25T09:00')).toBe('Wed 25 Nov, 9:00 am')
  expect(sayWeekday(0)).toBe('Sunday')
})
