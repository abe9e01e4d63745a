/** The calendar from a check-out to its due date: Thanksgiving and Sundays are closed. */
import { expect, test } from 'vitest'
import { prepareCalendar } from '../../../shared/circulation/calendar/calendar-index.ts'
import { dueMonths } from '../../../shared/circulation/loans/due-months.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { closing, range } from '../../support/case-calendar.ts'

const HOURS = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({
  zone: must(parseZoneName('America/Chicago'), 'a zone'),
  week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  closed: [closing('2026-11-26', { reason: 'Thanksgiving' })],
})

const MARKS = { plain: '', out: 'o', within: '-', passed: 'p', due: 'd' }

/** "24o 25- 26p× 27d": the marked days of each month, × where closed. */
function drawn(from: string, due: string, passed: readonly string[] = []): readonly string[] {
  const months = dueMonths(CALENDAR, localDate(from), localDate(due), passed.map(localDate))
  return months.map(({ days }) =>
    days
      .filter(({ mark }) => mark !== 'plain')
      .map(({ on, mark, is_closed }) => `${Number(on.slice(8))}${MARKS[mark]}${is_closed ? '×' : ''}`)
      .join(' '),
  )
}

test.each<[string, readonly string[], readonly string[]]>([
  ['a closed day is passed over', ['2026-11-24', '2026-11-27', '2026-11-26'], ['24o 25- 26p× 27d']],
  ['a loan over the end of a month', ['2026-11-28', '2026-12-02'], ['28o 29-× 30-', '1- 2d']],
  ['due on the day itself', ['2026-11-24', '2026-11-24'], ['24d']],
  ['due on the last of all days', ['2026-11-29', '9999-12-02'], ['29o× 30-', '1- 2d']],
  ['a year: the first month and the last', ['2026-11-29', '2027-11-02'], ['29o× 30-', '1- 2d']],
])('%s', (_, [from = '', due = '', ...passed], marks) => {
  expect(drawn(from, due, passed)).toEqual(marks)
})

test('every day of a month is there, with what is closed', () => {
  const [november] = dueMonths(CALENDAR, localDate('2026-11-02'), localDate('2026-11-20'), [])
  expect(november?.days).toHaveLength(30)
  const closed = november?.days.filter(({ is_closed }) => is_closed).map(({ on }) => on.slice(8))
  expect(closed).toEqual(['01', '08', '15', '22', '26', '29'])
})
