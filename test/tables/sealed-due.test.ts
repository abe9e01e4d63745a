/**
 * Which due date and rule are sealed of a loan. Adults and teens are many here; there is one homebound patron, and one
 * of the staff. Books go out for 21 days, to the homebound for 90; only the staff may borrow what is for reference.
 * Adults' books are due when the card expires, if that comes first. Lent on Tue November 24, 2026.
 */
import { describe, expect, test } from 'vitest'
import { prepareCalendar } from '../../shared/circulation/calendar/calendar-index.ts'
import { dueDate } from '../../shared/circulation/loans/due-date.ts'
import { isOfFew, sealedDue } from '../../shared/circulation/loans/sealed-due.ts'
import { branchCode, categoryCode, itemTypeCode } from '../../shared/kernel/ids.ts'
import { assert, must } from '../../shared/kernel/assert.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { endOfDay, parseZoneName, toLocalDate } from '../../shared/kernel/zone.ts'
import type { LoanRule } from '../../shared/policy/facts.ts'
import { findRule, prepareRules } from '../../shared/policy/policy.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import { loanRule, range } from '../support/case-calendar.ts'
import { momentOf } from '../support/given.ts'

const CHICAGO = must(parseZoneName('America/Chicago'), 'a zone')
const ALL_DAY = [range('09:00', '18:00')]
const calendar = prepareCalendar({ zone: CHICAGO, week: Array.from({ length: 7 }, () => ALL_DAY), closed: [] })
const now = momentOf('2026-11-24T14:15', CHICAGO)

const rule = (rule_code: string, category: string, type: string, change: Partial<LoanRule>): LoanRule =>
  loanRule({
    rule_code,
    category_code: category === '*' ? '*' : categoryCode(category),
    item_type_code: itemTypeCode(type),
    ...change,
  })
const rules = prepareRules([
  rule('book', '*', 'BOOK', { is_capped_at_expiry: true }),
  rule('teen', 'TEEN', 'BOOK', { period_count: 14 }),
  rule('homebound', 'HOMEBOUND', 'BOOK', { period_count: 90, is_capped_at_expiry: true }),
  rule('reference', '*', 'REFERENCE', { is_for_loan: false }),
  rule('staff reference', 'STAFF', 'REFERENCE', { period_count: 1 }),
])
const MANY = ['ADULT', 'TEEN'].map(categoryCode)

type Loan = { readonly category: string; readonly type: string; readonly expires_on: string; readonly renewed?: true }

function made({ category, type, expires_on, renewed }: Loan, many: typeof MANY | null = MANY) {
  const question = {
    branch_code: branchCode('MAPLE'),
    category_code: categoryCode(category),
    item_type_code: itemTypeCode(type),
  }
  const found = must(findRule(rules, question), 'a rule')
  const renewal = renewed ? { due_at: endOfDay(localDate('2026-11-30'), CHICAGO), count: 0 } : null
  const asked = { ...found, now, calendar, card_expires_on: localDate(expires_on), renewal }
  const due = dueDate(asked)
  assert(!isRefusal(due), 'a due date')
  return { found, due, sealed: sealedDue({ due, asked, rules, question, many }) }
}

const day = (at: Parameters<typeof toLocalDate>[0]): string => toLocalDate(at, CHICAGO)

describe('a loan', () => {
  test.each<[string, Loan, due: string, sealed: 'as it is' | [due: string, rule: string]]>([
    ['of an adult', { category: 'ADULT', type: 'BOOK', expires_on: '2027-08-31' }, '2026-12-15', 'as it is'],
    ['of a teen', { category: 'TEEN', type: 'BOOK', expires_on: '2027-08-31' }, '2026-12-08', 'as it is'],
    [
      'due the very day the card expires',
      { category: 'ADULT', type: 'BOOK', expires_on: '2026-12-15' },
      '2026-12-15',
      'as it is',
    ],
    [
      'cut back to the day the card expires',
      { category: 'ADULT', type: 'BOOK', expires_on: '2026-12-05' },
      '2026-12-05',
      ['2026-12-15', 'book'],
    ],
    [
      'of the one homebound patron',
      { category: 'HOMEBOUND', type: 'BOOK', expires_on: '2028-03-31' },
      '2027-02-22',
      ['2026-12-15', 'book'],
    ],
    [
      'of the homebound patron, cut back as well',
      { category: 'HOMEBOUND', type: 'BOOK', expires_on: '2026-12-24' },
      '2026-12-24',
      ['2026-12-15', 'book'],
    ],
    [
      'of the one patron who is staff, by a rule for all',
      { category: 'STAFF', type: 'BOOK', expires_on: '2028-03-31' },
      '2026-12-15',
      'as it is',
    ],
    [
      'that only the staff may have',
      { category: 'STAFF', type: 'REFERENCE', expires_on: '2028-03-31' },
      '2026-11-25',
      ['2026-11-24', ''],
    ],
    [
      'renewed until the card expires',
      { category: 'ADULT', type: 'BOOK', expires_on: '2026-12-05', renewed: true },
      '2026-12-05',
      ['2026-12-15', 'book'],
    ],
    [
      'that only the staff may have, renewed',
      { category: 'STAFF', type: 'REFERENCE', expires_on: '2028-03-31', renewed: true },
      '2026-11-25',
      ['2026-11-30', ''],
    ],
  ])('%s', (_what, loan, due_on, sealed_as) => {
    const { due, sealed } = made(loan)
    expect(day(due.due_at)).toBe(due_on)
    expect(sealed === null ? 'as it is' : [day(sealed.due_at), sealed.rule_code]).toEqual(sealed_as)
    for (const step of sealed?.steps ?? []) expect(step).toMatchObject({ code: 'days-from', period_count: 21 })
  })
})

test('who is not counted counts as many: only the expiry of a card is kept from the seal', () => {
  const homebound = { category: 'HOMEBOUND', type: 'BOOK' }
  expect(made({ ...homebound, expires_on: '2028-03-31' }, null).sealed).toBeNull()
  expect(made({ ...homebound, expires_on: '2026-12-24' }, null).sealed).toMatchObject({ rule_code: 'homebound' })
})

test('a rule for all is never a rule for few', () => {
  const { found } = made({ category: 'STAFF', type: 'BOOK', expires_on: '2028-03-31' })
  expect(isOfFew(found.rule, [])).toBe(false)
  expect(isOfFew({ category_code: categoryCode('STAFF') }, [])).toBe(true)
})
