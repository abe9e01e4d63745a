/** What a librarian is told of the schedules of fixed due dates before they are saved, and in time before they end. */
import { describe, expect, test } from 'vitest'
import type { FixedDate, LoanRule } from '../../../shared/policy/facts.ts'
import { checkPolicy } from '../../../shared/circulation/policy-check/policy-check.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { loanRule } from '../../support/case-calendar.ts'
import { ADULT, BOOK, MAPLE, policyOf } from '../../support/policy-made.ts'

const CODES = { branch_codes: [MAPLE], category_codes: [ADULT], item_type_codes: [BOOK] }
const BY_SCHEDULE: Partial<LoanRule> = { rule_code: 'ALL', hard_due_kind: 'exactly', schedule_code: 'TERMS' }

function term(date_code: string, from: string, to: string, due: string, schedule_code = 'TERMS'): FixedDate {
  const days = { loans_from_on: localDate(from), loans_to_on: localDate(to), due_on: localDate(due) }
  return { date_code, schedule_code, ...days }
}

const FALL = term('fall', '2026-08-24', '2026-12-18', '2026-12-18')
const SPRING = term('spring', '2026-12-19', '2027-05-14', '2027-05-21')

/** "stops fixed_date overlap: fall, spring" for each finding. */
function found(fixed_dates: readonly FixedDate[], today = '2026-09-01', rule: Partial<LoanRule> = {}): string[] {
  const policy = policyOf({ loan_rules: [loanRule({ ...BY_SCHEDULE, ...rule })], fixed_dates })
  return checkPolicy(policy, CODES, localDate(today)).map(
    ({ kind, table, fact, codes }) => `${kind} ${table} ${fact.code}: ${codes.join(', ')}`,
  )
}

test('terms that follow each other are told of by silence, in whatever order they stand', () => {
  expect(found([FALL, SPRING])).toEqual([])
  expect(found([SPRING, FALL])).toEqual([])
})

describe('what stops', () => {
  test.each([
    [
      'the wrong way round',
      [term('fall', '2026-12-18', '2026-08-24', '2026-12-18'), SPRING],
      'stops fixed_date order: fall',
    ],
    [
      'due before its end',
      [term('fall', '2026-08-24', '2026-12-18', '2026-12-17'), SPRING],
      'stops fixed_date due-before-end: fall',
    ],
    [
      'two dates for a day',
      [FALL, { ...SPRING, loans_from_on: localDate('2026-12-18') }],
      'stops fixed_date overlap: fall, spring',
    ],
    [
      'a name without a schedule',
      [FALL, SPRING].map((one) => ({ ...one, schedule_code: 'OTHER' })),
      'stops loan_rule stranger',
    ],
  ] as const)('%s', (_what, dates, expected) => {
    expect(found(dates)).toEqual([expect.stringContaining(expected)])
  })

  test('a range that lies within one that is not its neighbor', () => {
    const year = term('year', '2026-08-24', '2027-08-20', '2027-08-20')
    const within = term('week', '2027-01-04', '2027-01-10', '2027-01-10')
    const later = term('later', '2027-06-01', '2027-08-01', '2027-08-01')
    expect(found([year, within, later])).toEqual([
      'stops fixed_date overlap: year, week',
      'stops fixed_date overlap: year, later',
    ])
  })

  test('ranges of two schedules may overlap', () => {
    expect(found([FALL, SPRING, { ...FALL, date_code: 'all fall', schedule_code: 'FACULTY' }])).toEqual([])
  })

  test.each([
    [{ hard_due_on: localDate('2026-12-18') }, 'two-dates'],
    [{ hard_due_kind: 'none' }, 'date-idle'],
    [{ schedule_code: null }, 'no-date'],
  ] as const)('a rule with %j: %s', (rule, code) => {
    expect(found([FALL, SPRING], '2026-09-01', rule)).toEqual([`stops loan_rule ${code}: ALL`])
  })
})

describe('days left out between two terms', () => {
  const later = (loans_from_on: string): FixedDate => ({ ...SPRING, loans_from_on: localDate(loans_from_on) })
  test.each([
    ['one day', '2026-12-20', '2026-09-01', ['warns fixed_date days-left-out: fall, spring']],
    ['a month', '2027-01-18', '2026-09-01', ['warns fixed_date days-left-out: fall, spring']],
    ['its last day', '2027-01-18', '2027-01-17', ['warns fixed_date days-left-out: fall, spring']],
    ['over by now', '2027-01-18', '2027-01-18', []],
  ] as const)('%s', (_what, from, today, expected) => {
    expect(found([FALL, later(from)], today)).toEqual(expected)
  })
})

describe('the end of a schedule is told in time', () => {
  test.each([
    ['2027-03-14', []],
    ['2027-03-15', ['warns fixed_date ending: spring']],
    ['2027-05-14', ['warns fixed_date ending: spring']],
    ['2027-05-15', ['warns fixed_date ended: spring']],
    ['2030-01-01', ['warns fixed_date ended: spring']],
  ] as const)('on %s', (today, expected) => {
    expect(found([FALL, SPRING], today)).toEqual(expected)
  })
})
