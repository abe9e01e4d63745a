/** What a registration says about a field: each row is what a clerk types, and the code of what is wrong with it. */
import { describe, expect, test } from 'vitest'
import { categoryCode } from '../../shared/kernel/ids.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { fieldProblem, fieldsOf, formProblems, needOf, type Typed } from '../../shared/patron/registration.ts'
import type { PatronField } from '../../shared/kernel/patron-field.ts'
import type { FieldRule } from '../../shared/policy/card-facts.ts'

const TODAY = localDate('2026-11-24')

const ROWS: readonly (readonly [PatronField, string, string | null])[] = [
  ['surname', 'Márquez', null],
  ['surname', 'بن علي', null],
  ['surname', 'אבן־עזרא', null],
  ['surname', 'Sunny 🌻', null],
  ['surname', "O'Brien-Nguyễn", null],
  ['surname', '   ', 'required'],
  ['surname', 'x'.repeat(101), 'too-long'],
  ['surname', '🌻'.repeat(100), null],
  ['given', '', null],
  ['given', 'Ann\nMarie', 'one-line'],
  ['born_on', '2019-03-06', null],
  ['born_on', '2026-11-24', null],
  ['born_on', '2026-11-25', 'in-future'],
  ['born_on', '2206-03-06', 'in-future'],
  ['born_on', '1880-01-01', 'too-early'],
  ['born_on', '1905-01-01', 'too-early'],
  ['born_on', '1906-01-01', null],
  ['born_on', '2019-02-30', 'no-date'],
  ['born_on', 'March', 'no-date'],
  ['phone', '847-555-0134', null],
  ['phone', '(847) 555-0134 x12', null],
  ['phone', '+52 55 1234 5678', null],
  ['phone', '555-CALL-NOW', 'not-phone'],
  ['phone', '555-01', 'not-phone'],
  ['phone', '847-555-0134 or 847-555-0199', 'two-phones'],
  ['phone', '847-555-0134 847-555-0199', 'two-phones'],
  ['phone', '847-555-0134, 847-555-0199', 'two-phones'],
  ['email', 'ana@example.org', null],
  ['email', 'ana@example', 'not-email'],
  ['email', 'ana at example.org', 'not-email'],
  ['street', '920 Waukegan Road', null],
  ['street', '9'.repeat(2000), 'too-long'],
  ['postal_code', '60015-4321', null],
  ['notice_kind', '', null],
  ['notice_kind', 'text', null],
  ['notice_kind', 'pigeon', 'not-listed'],
  ['history_consent_kind', 'no', null],
  ['history_consent_kind', 'maybe', 'not-listed'],
  ['news_consent_kind', 'yes', null],
]

describe('a field', () => {
  test.each(ROWS)('%s: %s', (field, typed, code) => {
    const need = field === 'surname' ? 'required' : 'suggested'
    expect(fieldProblem(field, typed, need, TODAY)?.code ?? null).toBe(code)
  })
})

const rule = (
  field_name: PatronField,
  category_code: FieldRule['category_code'],
  need_kind: FieldRule['need_kind'],
) => ({
  rule_code: `${field_name} ${category_code}`,
  field_name,
  category_code,
  need_kind,
})
const CHILD = categoryCode('CHILD')
const RULES = [
  rule('guardian', CHILD, 'required'),
  rule('guardian', '*', 'off'),
  rule('email', '*', 'required'),
  rule('email', CHILD, 'offered'),
]
const TYPED: Typed = {
  surname: 'Ortiz',
  given: 'Leo',
  preferred_given: '',
  born_on: '1880-01-01',
  postal_code: '60015',
  city: 'Deerfield',
  region: 'IL',
  street: '1 Elm St',
  phone: '',
  email: '',
  guardian: '',
  language: 'es',
  notice_kind: '',
  history_consent_kind: '',
  news_consent_kind: '',
}

describe('how much a field matters', () => {
  test.each([
    ['guardian', 'CHILD', 'required'],
    ['guardian', 'ADULT', 'off'],
    ['email', 'CHILD', 'offered'],
    ['email', 'ADULT', 'required'],
    ['surname', 'ADULT', 'required'],
    ['born_on', 'ADULT', 'suggested'],
  ] as const)('%s of %s is %s', (field, category, need) => expect(needOf(RULES, field, category)).toBe(need))

  test('what is left out is not in the form; the others keep their order', () => {
    expect(fieldsOf(RULES, 'ADULT').map(({ field }) => field)).not.toContain('guardian')
    expect(
      fieldsOf(RULES, 'CHILD')
        .map(({ field }) => field)
        .slice(0, 4),
    ).toEqual(['surname', 'given', 'preferred_given', 'born_on'])
  })

  test('a form tells every problem by its field', () => {
    const told = (category: string) =>
      formProblems(RULES, TYPED, category, TODAY).map(({ field, problem }) => `${field} ${problem.code}`)
    expect(told('CHILD')).toEqual(['born_on too-early', 'guardian required'])
    expect(told('ADULT')).toEqual(['born_on too-early', 'email required'])
  })
})
