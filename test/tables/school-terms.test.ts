/**
 * Loans of a school year: a schedule says for each term which loans are due on which day. Chicago, open every day
 * but Sundays; students' loans are refused between terms, the faculty's then run for their ordinary four weeks.
 */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { dueDate, type DueAsk } from '../../shared/circulation/loans/due-date.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import type { FixedDate, LoanRule } from '../../shared/policy/facts.ts'
import { findRule, prepareRules } from '../../shared/policy/policy.ts'
import { must } from '../../shared/kernel/assert.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../shared/kernel/ids.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocal } from '../../shared/kernel/zone.ts'
import { loanRule, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const HOURS = [range('08:00', '22:00')]
const BRANCH = prepareCalendar({
  zone: CHICAGO,
  week: [[], HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  closed: [],
})

/** One line of a schedule: its name, first and last day of lending, and when it all is due. */
function term(schedule_code: string, from: string, to: string, due: string): FixedDate {
  const days = { loans_from_on: localDate(from), loans_to_on: localDate(to), due_on: localDate(due) }
  return { date_code: `${schedule_code} ${from}`, schedule_code, ...days }
}

/** Spring follows fall at once; between spring and summer nothing is said, nor after summer. */
const DATES: readonly FixedDate[] = [
  term('STUDENTS', '2028-01-08', '2028-05-12', '2028-05-19'),
  term('STUDENTS', '2027-08-23', '2028-01-07', '2028-01-07'),
  term('STUDENTS', '2028-05-29', '2028-08-04', '2028-08-11'),
  term('FACULTY', '2027-08-23', '2028-02-29', '2028-02-29'),
  term('FACULTY', '2028-03-01', '2028-05-12', '2028-06-30'),
]

const STUDENT: Partial<LoanRule> = {
  rule_code: 'student',
  period_count: 28,
  days_mode: 'next-open',
  hard_due_kind: 'exactly',
  schedule_code: 'STUDENTS',
  outside_kind: 'refuse',
}
const FACULTY: Partial<LoanRule> = {
  ...STUDENT,
  rule_code: 'faculty',
  category_code: categoryCode('FACULTY'),
  schedule_code: 'FACULTY',
  outside_kind: 'ordinary',
}
const AT = branchCode('MAIN')
const BOOK = itemTypeCode('BOOK')

type Change = { readonly rule?: Partial<LoanRule>; readonly ask?: Partial<DueAsk> }

/** "2028-01-07 23:59", or the code of the refusal; by the rule that holds for that kind of patron. */
function due(who: 'STUDENT' | 'FACULTY', at: string, { rule = {}, ask = {} }: Change = {}): string {
  const rules = prepareRules([loanRule({ ...STUDENT, ...rule }), loanRule({ ...FACULTY, ...rule })], DATES)
  const asked = { branch_code: AT, category_code: categoryCode(who), item_type_code: BOOK }
  const found = must(findRule(rules, asked), 'a rule')
  const now = momentOf(at, CHICAGO)
  const outcome = dueDate({ ...found, now, calendar: BRANCH, card_expires_on: null, renewal: null, ...ask })
  if (isRefusal(outcome)) return outcome.code
  const { on, minute } = toLocal(outcome.due_at, CHICAGO)
  const clock = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0'))
  return `${on} ${clock.join(':')}`
}

describe('the day of the loan says which term it falls under', () => {
  test.each([
    // who       lent                due
    ['STUDENT', '2027-08-23T08:00', '2028-01-07 23:59'],
    ['STUDENT', '2027-12-01T12:00', '2028-01-07 23:59'],
    // The last minute of the fall, and the first of the spring: the same night in the library's zone.
    ['STUDENT', '2028-01-07T23:59', '2028-01-07 23:59'],
    ['STUDENT', '2028-01-08T00:00', '2028-05-19 23:59'],
    ['STUDENT', '2028-02-29T12:00', '2028-05-19 23:59'],
    ['STUDENT', '2028-05-12T21:59', '2028-05-19 23:59'],
    ['STUDENT', '2028-05-29T09:00', '2028-08-11 23:59'],
    // A leap year's last day of February is a last day like others.
    ['FACULTY', '2028-02-28T12:00', '2028-02-29 23:59'],
    ['FACULTY', '2028-02-29T23:59', '2028-02-29 23:59'],
    ['FACULTY', '2028-03-01T00:00', '2028-06-30 23:59'],
  ] as const)('%s, lent %s: due %s', (who, lent, expected) => {
    expect(due(who, lent)).toBe(expected)
  })

  test('a moment that is the next day in the computer’s zone, or in London, is still the library’s day', () => {
    expect(due('STUDENT', '2028-01-08T05:30:00Z')).toBe('2028-01-07 23:59')
    expect(due('STUDENT', '2028-01-08T06:00:00Z')).toBe('2028-05-19 23:59')
  })
})

describe('outside every range', () => {
  test.each([
    ['STUDENT', '2027-08-22T12:00', 'outside-schedule'],
    ['STUDENT', '2028-05-13T12:00', 'outside-schedule'],
    ['STUDENT', '2028-05-28T23:59', 'outside-schedule'],
    ['STUDENT', '2028-08-05T12:00', 'outside-schedule'],
    // The faculty's rule falls back on its period: 28 days.
    ['FACULTY', '2028-05-15T12:00', '2028-06-12 23:59'],
    ['FACULTY', '2027-08-20T12:00', '2027-09-17 23:59'],
  ] as const)('%s, lent %s: %s', (who, lent, expected) => {
    expect(due(who, lent)).toBe(expected)
  })

  test('a rule that names a schedule without a single date goes by its setting too', () => {
    const gone = { schedule_code: 'GONE' }
    expect(due('STUDENT', '2028-02-01T12:00', { rule: { ...gone, outside_kind: 'refuse' } })).toBe('outside-schedule')
    expect(due('STUDENT', '2028-02-01T12:00', { rule: { ...gone, outside_kind: 'ordinary' } })).toBe('2028-02-29 23:59')
  })
})

describe('a schedule as a ceiling or a floor', () => {
  test.each([
    ['not-after', '2028-05-12T12:00', '2028-05-19 23:59'],
    ['not-after', '2028-03-01T12:00', '2028-03-29 23:59'],
    ['not-before', '2028-05-12T12:00', '2028-06-09 23:59'],
    ['not-before', '2028-03-01T12:00', '2028-05-19 23:59'],
  ] as const)('%s, lent %s: due %s', (hard_due_kind, lent, expected) => {
    expect(due('STUDENT', lent, { rule: { hard_due_kind } })).toBe(expected)
  })

  test('a loan by the hour is never due after it either', () => {
    const rule = { hard_due_kind: 'not-after', period_count: 300, period_unit: 'hours' } as const
    expect(due('STUDENT', '2028-05-12T12:00', { rule })).toBe('2028-05-19 23:59')
  })
})

describe('a renewal asks by its own day', () => {
  const renewed = (at: string, due_on: string): Change => ({
    ask: { renewal: { due_at: momentOf(`${due_on}T23:59:59`, CHICAGO), count: 0 } },
    rule: { renewal_from: at === 'due' ? 'due' : 'today' },
  })
  test.each([
    // Within the term: the same date, which the renewal then refuses as no gain.
    ['today', '2027-12-01T12:00', '2028-01-07', '2028-01-07 23:59'],
    ['today', '2028-01-07T23:59', '2028-01-07', '2028-01-07 23:59'],
    // Over the border: the next term's.
    ['today', '2028-01-08T00:00', '2028-01-07', '2028-05-19 23:59'],
    ['due', '2028-01-08T00:00', '2028-01-07', '2028-05-19 23:59'],
    // Counted from a due date that lies in the next term, it is still made in this one.
    ['due', '2027-12-01T12:00', '2028-01-20', '2028-01-07 23:59'],
    ['today', '2028-05-15T12:00', '2028-05-19', 'outside-schedule'],
  ] as const)('from %s, on %s, due %s: %s', (from, at, due_on, expected) => {
    expect(due('STUDENT', at, renewed(from, due_on))).toBe(expected)
  })
})

describe('what else moves a date', () => {
  test('the card’s expiry and what must go back to its lender cut it further', () => {
    const rule = { is_capped_at_expiry: true }
    expect(due('STUDENT', '2028-02-01T12:00', { rule, ask: { card_expires_on: localDate('2028-03-31') } })).toBe(
      '2028-03-31 23:59',
    )
    expect(due('STUDENT', '2028-02-01T12:00', { ask: { lender_due_on: localDate('2028-02-10') } })).toBe(
      '2028-02-10 23:59',
    )
  })

  test('a closed day does not: the schedule’s date is a person’s word', () => {
    const dates = [term('SUNDAY', '2028-01-01', '2028-04-30', '2028-04-30')]
    const rule = loanRule({ ...STUDENT, schedule_code: 'SUNDAY' })
    const now = momentOf('2028-02-01T12:00', CHICAGO)
    const outcome = dueDate({ rule, schedule: dates, now, calendar: BRANCH, card_expires_on: null, renewal: null })
    expect(isRefusal(outcome) ? outcome.code : toLocal(outcome.due_at, CHICAGO).on).toBe('2028-04-30')
  })
})
