/** Dates, times and amounts as people at a desk say them: by the language of the reader, and the library's place. */
import { expect, test } from 'vitest'
import { datesIn } from '../../../shared/words/dates.ts'
import { moneyIn } from '../../../shared/words/money.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate, minuteOfDay } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { momentOf } from '../../support/given.ts'

const TODAY = localDate('2026-11-24')
const EN = datesIn('en', 'en-US')
const ES = datesIn('es', 'en-US')
const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')

test.each([
  ['2026-11-24', 'Tue, Nov 24', 'November 24'],
  ['2026-12-05', 'Sat, Dec 5', 'December 5'],
  ['2027-10-24', 'Sun, Oct 24', 'October 24'],
  ['2027-11-24', 'Wed, Nov 24, 2027', 'November 24, 2027'],
  ['2025-11-24', 'Mon, Nov 24, 2025', 'November 24, 2025'],
  ['2026-01-01', 'Thu, Jan 1', 'January 1'],
])('%s is said %s', (on, short, long) => {
  expect(EN.date(localDate(on), TODAY)).toBe(short)
  expect(EN.dateLong(localDate(on), TODAY)).toBe(long)
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
  expect(EN.time(minuteOfDay(minute))).toBe(text)
})

test('a due moment: the day for a loan by the day, the time for today, both for another day', () => {
  const said = (at: string) => EN.moment(momentOf(at, CHICAGO), CHICAGO, TODAY)
  expect(said('2026-12-15T23:59:59')).toBe('Tue, Dec 15')
  expect(said('2026-11-24T16:15')).toBe('4:15 PM')
  expect(said('2026-11-25T09:00')).toBe('Wed, Nov 25, 9:00 AM')
  expect(EN.weekday(0)).toBe('Sunday')
})

test('Spanish in the United States has a clock of twelve hours, and names noon and midnight', () => {
  expect(ES.dateYear(localDate('2026-12-15'))).toBe('mar, 15 de dic de 2026')
  expect([0, 5, 720, 855].map((minute) => ES.time(minuteOfDay(minute)))).toEqual([
    'medianoche',
    '12:05 a.m.',
    'mediodía',
    '2:15 p.m.',
  ])
})

test.each([
  ['en-US', '$4.50', '-$0.05', '$1,204.00'],
  ['es-US', '$4.50', '-$0.05', '$1,204.00'],
  ['en-CA', '$4.50', '-$0.05', '$1,204.00'],
  ['en-GB', '£4.50', '-£0.05', '£1,204.00'],
] as const)('amounts in %s', (locale, ...said) => {
  expect([450, -5, 120_400].map((amount) => moneyIn(locale)(cents(amount)))).toEqual(said)
})
