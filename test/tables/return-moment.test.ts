/** When a return counts as back, one line a situation. Maple Street, open Monday to Saturday 9 to 6. */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { returnMoment } from '../../shared/circulation/calendar/return-moment.ts'
import { DEFAULT_SETTINGS } from '../../shared/policy/library-settings.ts'
import { must } from '../../shared/kernel/assert.ts'
import { localDate, type Instant } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName } from '../../shared/kernel/zone.ts'
import { closing, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const HOURS = [range('09:00', '18:00')]
const CALENDAR = prepareCalendar({
  zone: CHICAGO,
  week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  closed: [closing('2026-11-26', { reason: 'Thanksgiving' })],
})

/** "2026-11-24" is the end of that day: when a loan by the day is due. */
function at(text: string): Instant {
  return text.includes('T') ? momentOf(text, CHICAGO) : endOfDay(localDate(text), CHICAGO)
}

describe('when it counts as back', () => {
  const NOW = at('2026-11-24T09:10')
  const moment = (
    back_on: string | null,
    is_book_drop = false,
    out = '2026-11-01T10:00',
    settings = DEFAULT_SETTINGS,
  ) => {
    const on = back_on === null ? null : localDate(back_on)
    return returnMoment({ calendar: CALENDAR, now: NOW, out_at: at(out), back_on: on, is_book_drop, settings })
  }
  const KEPT = { ...DEFAULT_SETTINGS, is_book_drop_backdated: false }

  test.each<[string, ReturnType<typeof moment>, string]>([
    ['now', moment(null), '2026-11-24T09:10'],
    ['dated back', moment('2026-11-21'), '2026-11-21'],
    ['dated to a day still to come: now', moment('3001-01-23'), '2026-11-24T09:10'],
    ['dated to today: now', moment('2026-11-24'), '2026-11-24T09:10'],
    ['dated too far back: as far as allowed', moment('2026-01-01', false, '2025-12-01T10:00'), '2026-10-25'],
    ['dated before it was lent: when it was lent', moment('2026-11-10', false, '2026-11-20T10:00'), '2026-11-20T10:00'],
    ['from the book drop: last closing', moment(null, true), '2026-11-23T18:00'],
    ['lent after the last closing, it was not in the drop', moment(null, true, '2026-11-24T08:00'), '2026-11-24T09:10'],
    ['from the book drop, in a library that counts it as now', moment(null, true, undefined, KEPT), '2026-11-24T09:10'],
    ['a person’s date holds before the book drop', moment('2026-11-20', true), '2026-11-20'],
  ])('%s', (_, { back_at }, wanted) => {
    expect(back_at).toBe(at(wanted))
  })

  test.each<[string, ReturnType<typeof moment>, ReturnType<typeof moment>['steps']]>([
    [
      'dated too far back',
      moment('2026-01-01', false, '2025-12-01T10:00'),
      [
        { code: 'dated-back-at-most', days_count: 30 },
        { code: 'dated-back', on: localDate('2026-10-25') },
      ],
    ],
    [
      'dated before it was lent',
      moment('2026-11-10', false, '2026-11-20T10:00'),
      [{ code: 'dated-back', on: localDate('2026-11-10') }, { code: 'not-before-lent' }],
    ],
    ['from the book drop', moment(null, true), [{ code: 'from-book-drop', closed_ms: at('2026-11-23T18:00') }]],
    ['now', moment(null), []],
  ])('%s: why', (_, { steps }, wanted) => {
    expect(steps).toEqual(wanted)
  })
})

test('a day that is still to come is told, today is nothing to tell', () => {
  const said = (on: string) =>
    returnMoment({
      calendar: CALENDAR,
      now: at('2026-11-24T09:10'),
      out_at: null,
      back_on: localDate(on),
      is_book_drop: false,
      settings: DEFAULT_SETTINGS,
    }).steps
  expect(said('2026-11-24')).toEqual([])
  expect(said('2026-11-25')).toEqual([{ code: 'return-day-ahead', on: '2026-11-25' }])
  expect(said('2026-11-23')).toEqual([{ code: 'dated-back', on: '2026-11-23' }])
})
