/**
 * Due dates as a desk meets them, with the steps that explain each. A branch open Monday to Saturday, closed at
 * Thanksgiving and Christmas, in Chicago.
 */
import { describe, expect, test } from 'vitest'
import { prepareCalendar, type PreparedCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { dueDate, type Due, type DueAsk } from '../../shared/circulation/loans/due-date.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import type { DueStep } from '../../shared/journal/events/due-steps.ts'
import type { LoanRule } from '../../shared/policy/facts.ts'
import { datesIn } from '../../shared/words/dates.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName, toLocal, toLocalDate } from '../../shared/kernel/zone.ts'
import { closing, loanRule, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const HOURS = [range('09:00', '12:00'), range('13:00', '18:00')]
const BRANCH = prepareCalendar({
  zone: CHICAGO,
  week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  closed: [
    closing('2026-11-26', { reason: 'Thanksgiving' }),
    closing('2000-12-24', { to_on: localDate('2000-12-25'), is_yearly: true, reason: 'Christmas' }),
    closing('2027-02-01', { to_on: localDate('2027-02-12'), reason: 'new carpet' }),
    closing('2027-02-07', { is_open: true, reason: 'book fair' }),
  ],
})

/** Tuesday November 24, 2026, 2:15 PM. */
const TUESDAY = '2026-11-24T14:15'

function ask(rule: Partial<LoanRule>, change: Partial<DueAsk> & { at?: string } = {}): Due {
  const { at = TUESDAY, ...rest } = change
  const asked = { rule: loanRule(rule), calendar: BRANCH, card_expires_on: null, renewal: null, ...rest }
  const due = dueDate({ ...asked, now: momentOf(at, CHICAGO) })
  assert(!isRefusal(due), 'a due date')
  return due
}

function said(due: Due, at = TUESDAY): string {
  return datesIn('en', 'en-US').moment(due.due_at, CHICAGO, localDate(at.slice(0, 10)))
}

const weeks = (period_count: number): Partial<LoanRule> => ({ period_count, period_unit: 'weeks' })
const days = (period_count: number): Partial<LoanRule> => ({ period_count, period_unit: 'days' })
const hours = (period_count: number): Partial<LoanRule> => ({ period_count, period_unit: 'hours' })

type Unit = Extract<DueStep, { code: 'days-from' }>['unit']

/** Counted from Tuesday. */
function counted(period_count: number, unit: Unit): DueStep {
  return { code: 'days-from', period_count, unit, from_on: '2026-11-24', renewal_number: 0, is_from_due: false }
}

function moved(closed_on: string, reason: string, to_on: string): DueStep {
  return { code: 'closed-day', closed_on, is_weekly: reason === '', reason, to_on }
}

describe('loans by day, week and month', () => {
  test.each([
    // rule                                                    due               the steps
    [days(21), 'Tue, Dec 15', [counted(21, 'days')]],
    [weeks(3), 'Tue, Dec 15', [counted(3, 'weeks')]],
    [{ period_count: 1, period_unit: 'months' }, 'Thu, Dec 24', [counted(1, 'months')]],
    [{ ...days(2), days_mode: 'ignore-closed' }, 'Thu, Nov 26', [counted(2, 'days')]],
    [
      { ...days(2), days_mode: 'next-open' },
      'Fri, Nov 27',
      [counted(2, 'days'), moved('2026-11-26', 'Thanksgiving', '2026-11-27')],
    ],
    [
      { ...days(2), days_mode: 'previous-open' },
      'Wed, Nov 25',
      [counted(2, 'days'), moved('2026-11-26', 'Thanksgiving', '2026-11-25')],
    ],
    [{ ...days(3), days_mode: 'skip-closed' }, 'Sat, Nov 28', [counted(3, 'open days')]],
    [{ ...weeks(1), days_mode: 'skip-closed' }, 'Thu, Dec 3', [counted(7, 'open days')]],
    [
      { ...days(5), days_mode: 'same-weekday' },
      'Mon, Nov 30',
      [counted(5, 'days'), moved('2026-11-29', '', '2026-11-30')],
    ],
    [
      { period_count: 1, period_unit: 'months', days_mode: 'next-open' },
      'Sat, Dec 26',
      [counted(1, 'months'), moved('2026-12-24', 'Christmas', '2026-12-26')],
    ],
  ] as const)('%j is due %s', (rule, due_text, steps) => {
    const due = ask(rule)
    expect(said(due)).toBe(due_text)
    expect(due.steps).toEqual(steps)
    expect(toLocal(due.due_at, CHICAGO)).toMatchObject({ minute: 1439, past_minute_ms: 59_000 })
  })

  test('the same weekday a week later, but never a weekday that is always closed', () => {
    const due = ask({ ...weeks(2), days_mode: 'same-weekday' }, { at: '2026-11-12T10:00' })
    expect(said(due)).toBe('Thu, Dec 3')
    const sunday = ask({ ...weeks(1), days_mode: 'same-weekday' }, { at: '2026-11-22T10:00' })
    expect(said(sunday)).toBe('Mon, Nov 30')
  })

  test('a day back never goes before the day the loan starts', () => {
    expect(said(ask({ ...days(1), days_mode: 'previous-open' }, { at: '2027-02-05T10:00' }))).toBe('Sun, Feb 7')
  })

  test('an exception opens a day in the middle of a closing', () => {
    expect(said(ask({ ...days(10), days_mode: 'next-open' }, { at: '2027-01-25T10:00' }))).toBe('Sun, Feb 7')
  })

  test('the 31st of January and a month is the last of February', () => {
    const due = ask({ period_count: 1, period_unit: 'months' }, { at: '2028-01-31T10:00' })
    expect(toLocalDate(due.due_at, CHICAGO)).toBe('2028-02-29')
  })
})

describe('the date that a rule fixes', () => {
  const until = (kind: LoanRule['hard_due_kind'], on: string): Partial<LoanRule> => ({
    hard_due_kind: kind,
    hard_due_on: localDate(on),
  })
  const fixed = (use: Extract<DueStep, { code: 'fixed-date' }>['use'], due_on: string): DueStep => {
    return { code: 'fixed-date', use, due_on, range: null }
  }
  test.each([
    [until('not-after', '2026-12-11'), 'Fri, Dec 11', fixed('not-after', '2026-12-11')],
    [until('not-after', '2026-12-18'), 'Tue, Dec 15', counted(21, 'days')],
    [until('exactly', '2026-12-18'), 'Fri, Dec 18', fixed('exactly', '2026-12-18')],
    [until('exactly', '2026-12-11'), 'Fri, Dec 11', fixed('exactly', '2026-12-11')],
    [until('not-before', '2026-12-18'), 'Fri, Dec 18', fixed('not-before', '2026-12-18')],
    [until('not-before', '2026-12-11'), 'Tue, Dec 15', counted(21, 'days')],
    [until('not-after', '2026-11-24'), 'Tue, Nov 24', fixed('not-after', '2026-11-24')],
    [until('exactly', '2026-12-15'), 'Tue, Dec 15', counted(21, 'days')],
    [until('none', '2026-12-11'), 'Tue, Dec 15', counted(21, 'days')],
    [until('not-after', '2026-05-15'), 'Tue, Dec 15', fixed('passed', '2026-05-15')],
  ])('%j: due %s', (rule, due_text, last) => {
    const due = ask({ ...days(21), ...rule })
    expect(said(due)).toBe(due_text)
    expect(due.steps.at(-1)).toEqual(last)
  })
})

describe('the card’s expiry', () => {
  const capped: Partial<LoanRule> = { ...days(21), days_mode: 'next-open', is_capped_at_expiry: true }
  const on = (date: string): Partial<DueAsk> => ({ card_expires_on: localDate(date) })
  test('cuts the loan back, over closed days to the last open one', () => {
    expect(said(ask(capped, on('2026-12-10')))).toBe('Thu, Dec 10')
    const due = ask(capped, on('2026-11-26'))
    expect(said(due)).toBe('Wed, Nov 25')
    // Never says which day: when a card expires is its owner's.
    expect(due.steps.slice(1)).toEqual([{ code: 'card-expires', is_closed: true }])
  })
  test('does not cut where it comes later or the rule does not ask, nor back over ignored closed days', () => {
    expect(said(ask(capped, on('2027-06-01')))).toBe('Tue, Dec 15')
    expect(said(ask({ ...capped, is_capped_at_expiry: false }, on('2026-12-10')))).toBe('Tue, Dec 15')
    expect(said(ask({ ...capped, days_mode: 'ignore-closed' }, on('2026-11-26')))).toBe('Thu, Nov 26')
  })
  test('on the day of the loan itself, closed or not, is that day', () => {
    const due = ask(capped, { ...on('2026-11-26'), at: '2026-11-26T10:00' })
    expect(toLocalDate(due.due_at, CHICAGO)).toBe('2026-11-26')
  })
  test('cuts a loan by the hour back to the end of that day', () => {
    const due = ask({ ...hours(24), is_capped_at_expiry: true }, on('2026-11-24'))
    expect(toLocal(due.due_at, CHICAGO)).toMatchObject({ on: '2026-11-24', minute: 1439 })
  })
  test('wins over the date that a rule fixes', () => {
    const rule = { ...capped, hard_due_kind: 'exactly', hard_due_on: localDate('2026-12-18') } as const
    expect(said(ask(rule, on('2026-12-10')))).toBe('Thu, Dec 10')
  })
})

describe('loans by hour and minute', () => {
  const at = (local: string): number => momentOf(local, CHICAGO)
  test.each([
    // rule                                                        taken at               due
    [hours(2), TUESDAY, '4:15 PM'],
    [{ period_count: 45, period_unit: 'minutes' }, TUESDAY, '3:00 PM'],
    [hours(2), '2026-11-24T14:15:20', '4:16 PM'],
    [{ ...hours(2), past_closing: 'shorten-to-close' }, '2026-11-24T17:00', '6:00 PM'],
    [{ ...hours(1), past_closing: 'shorten-to-close' }, '2026-11-24T17:00', '6:00 PM'],
    [{ ...hours(2), past_closing: 'extend-to-open' }, '2026-11-24T17:00', 'Wed, Nov 25, 9:00 AM'],
    [{ ...hours(2), past_closing: 'extend-to-open' }, '2026-11-25T17:00', 'Fri, Nov 27, 9:00 AM'],
    [{ ...hours(2), past_closing: 'keep' }, '2026-11-24T17:00', '7:00 PM'],
    [{ ...hours(1), past_closing: 'shorten-to-close' }, '2026-11-24T11:30', 'noon'],
    [{ ...hours(1), past_closing: 'extend-to-open' }, '2026-11-24T11:30', '1:00 PM'],
    [{ ...hours(1), past_closing: 'shorten-to-close' }, '2026-11-24T07:30', '9:00 AM'],
    [{ ...hours(24), days_mode: 'next-open' }, '2026-11-25T15:00', 'Fri, Nov 27, 9:00 AM'],
    [{ ...hours(24), days_mode: 'previous-open' }, '2026-11-25T15:00', '6:00 PM'],
    [{ ...hours(24), days_mode: 'next-open', past_closing: 'shorten-to-close' }, '2026-11-25T15:00', '6:00 PM'],
    [{ ...hours(24), days_mode: 'skip-closed' }, '2026-11-25T15:00', 'Fri, Nov 27, 3:00 PM'],
    [{ ...hours(24), days_mode: 'skip-closed' }, '2026-11-24T15:00', 'Wed, Nov 25, 3:00 PM'],
  ] as const)('%j taken at %s is due %s', (rule, at, due_text) => {
    expect(said(ask(rule, { at }), at)).toBe(due_text)
  })

  test.each([
    [{ ...hours(2), past_closing: 'keep' }, TUESDAY, [{ code: 'hours-from', period_count: 2, unit: 'hours' }]],
    [
      { ...hours(2), past_closing: 'shorten-to-close' },
      '2026-11-24T17:00',
      [
        { code: 'hours-from' },
        { code: 'closed-then', closed_ms: at('2026-11-24T19:00'), to_ms: at('2026-11-24T18:00') },
      ],
    ],
    [
      { ...hours(2), past_closing: 'extend-to-open' },
      '2026-11-24T17:00',
      [
        { code: 'hours-from' },
        { code: 'closed-then', closed_ms: at('2026-11-24T19:00'), to_ms: at('2026-11-25T09:00') },
      ],
    ],
    [
      { ...hours(24), days_mode: 'next-open' },
      '2026-11-25T15:00',
      [
        { code: 'hours-from', is_closed_skipped: false },
        { code: 'closed-day-hours', reason: 'Thanksgiving', to_ms: at('2026-11-27T09:00'), is_back: false },
      ],
    ],
    [
      { ...hours(24), days_mode: 'skip-closed' },
      '2026-11-25T15:00',
      [{ code: 'hours-from', period_count: 24, is_closed_skipped: true }],
    ],
  ] as const)('%j taken at %s is told step by step', (rule, taken, steps) => {
    expect(ask(rule, { at: taken }).steps).toMatchObject(steps)
  })

  test('the second hour of an autumn night is an hour, not two', () => {
    const now = momentOf('2026-11-01T01:30:00-06:00', CHICAGO)
    const due = dueDate({ rule: loanRule(hours(1)), now, calendar: BRANCH, card_expires_on: null, renewal: null })
    assert(!isRefusal(due), 'a due date')
    expect(due.due_at - now).toBe(3_600_000)
  })
})

describe('what another library lent', () => {
  const back = (on: string): Partial<DueAsk> => ({ lender_due_on: localDate(on) })
  test.each([
    ['it need not be back yet', days(21), '2026-12-20', 'Tue, Dec 15', false],
    ['it is due no later than the day it must leave', days(21), '2026-12-09', 'Wed, Dec 9', true],
    [
      'that day is closed: the last open day before it',
      { ...days(21), days_mode: 'next-open' },
      '2026-12-06',
      'Sat, Dec 5',
      true,
    ],
    ['it should have left already: today', days(21), '2026-11-20', 'Tue, Nov 24', true],
    ['a loan by the hour that ends before: as it is', hours(2), '2026-11-24', '4:15 PM', false],
  ] as const)('%s', (_what, rule, last, text, isCut) => {
    const due = ask(rule, back(last))
    expect(said(due)).toContain(text)
    expect(due.steps.some(({ code }) => code === 'lender')).toBe(isCut)
  })
})

describe('renewals', () => {
  const renewal = (due: string, count = 0): Partial<DueAsk> => ({ renewal: { due_at: momentOf(due, CHICAGO), count } })
  test.each([
    [{ ...days(21) }, renewal('2026-12-01T23:59'), 'Tue, Dec 15'],
    [{ ...days(21), renewal_from: 'due' }, renewal('2026-12-01T23:59'), 'Tue, Dec 22'],
    [{ ...days(21), renewal_period_count: 7 }, renewal('2026-11-25T23:59'), 'Tue, Dec 1'],
    [{ ...days(7), renewal_from: 'due' }, renewal('2026-06-01T23:59'), 'Tue, Dec 1'],
    [{ ...hours(2), renewal_from: 'due' }, renewal('2026-11-24T15:00'), '5:00 PM'],
  ] as const)('%j', (rule, change, due_text) => {
    expect(said(ask(rule, change))).toBe(due_text)
  })

  test('tell which one it is, and from when they count', () => {
    const { steps } = ask({ ...days(7), renewal_from: 'due' }, renewal('2026-12-15T23:59', 1))
    const from = { code: 'days-from', from_on: '2026-12-15', renewal_number: 2, is_from_due: true }
    expect(steps).toMatchObject([from])
  })
  test('from a date long past count from today, and say so', () => {
    const { steps } = ask({ ...days(7), renewal_from: 'due' }, renewal('2026-06-01T23:59'))
    expect(steps).toMatchObject([{ code: 'days-from', from_on: '2026-11-24' }, { code: 'from-today' }])
  })
})

describe('what is refused', () => {
  const refusalOf = (
    rule: Partial<LoanRule>,
    calendar: PreparedCalendar = BRANCH,
    change: Partial<DueAsk> = {},
  ): string => {
    const now = momentOf(TUESDAY, CHICAGO)
    const due = dueDate({ rule: loanRule(rule), now, calendar, card_expires_on: null, renewal: null, ...change })
    return isRefusal(due) ? due.code : 'due'
  }
  const never = prepareCalendar({ zone: CHICAGO, week: [[], [], [], [], [], [], []], closed: [] })
  const renewal = { renewal: { due_at: momentOf(TUESDAY, CHICAGO), count: 0 } }

  test.each([days(0), days(-1), days(1.5), days(Number.NaN), days(40_000), hours(0), hours(-3), hours(1e12)])(
    'the period %j',
    (rule) => {
      expect(refusalOf(rule)).toBe('period-invalid')
    },
  )
  test.each([0, -1])('a renewal period of %j, though the loan has one', (renewal_period_count) => {
    expect(refusalOf({ ...days(21), renewal_period_count }, BRANCH, renewal)).toBe('period-invalid')
    expect(refusalOf({ ...days(21), renewal_period_count }, BRANCH)).toBe('due')
  })
  test('a branch that is never open, unless nobody looks at the calendar', () => {
    const modes = ['skip-closed', 'next-open', 'same-weekday', 'previous-open'] as const
    const answers = modes.flatMap((days_mode) => [
      refusalOf({ ...days(21), days_mode }, never),
      refusalOf({ ...hours(3), days_mode }, never),
    ])
    expect(answers).toEqual(Array.from({ length: 8 }, () => 'calendar-all-closed'))
    expect(refusalOf({ ...hours(3), past_closing: 'extend-to-open' }, never)).toBe('calendar-all-closed')
    expect(refusalOf(days(21), never)).toBe('due')
  })
  test('a date after the last that is taken, however a rule comes to it', () => {
    const hard_due_on = localDate('9999-12-31')
    const answers = [
      refusalOf({ ...days(21), hard_due_on, hard_due_kind: 'exactly' }),
      refusalOf({ ...days(21), hard_due_on, hard_due_kind: 'not-before' }),
      refusalOf({ ...days(21), renewal_from: 'due' }, BRANCH, {
        renewal: { due_at: endOfDay(localDate('9999-12-31'), CHICAGO), count: 0 },
      }),
    ]
    expect(answers).toEqual(['due-too-far', 'due-too-far', 'due-too-far'])
    expect(refusalOf({ ...days(21), hard_due_on, hard_due_kind: 'not-after' })).toBe('due')
  })
  test('the words name what to mend', () => {
    const now = momentOf(TUESDAY, CHICAGO)
    const rule = loanRule({ ...days(0), rule_code: 'ADULT-DVD' })
    expect(dueDate({ rule, now, calendar: BRANCH, card_expires_on: null, renewal: null })).toEqual({
      code: 'period-invalid',
      facts: { rule: 'ADULT-DVD' },
    })
  })
})
