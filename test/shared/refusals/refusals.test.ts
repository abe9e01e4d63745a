/** The list of refusals: what the program asks of each entry. Their words are tested in the catalog. */
import { expect, test } from 'vitest'
import { refuse, REFUSAL_CODES, refusalEntry } from '../../../shared/refusals/refusals.ts'
import { foundByLending, isRefusalKept } from '../../../shared/refusals/overrides.ts'
import { cents } from '../../../shared/kernel/money.ts'

test('a question can be answered by somebody, an alert needs nobody', () => {
  const of = (kind: string) => REFUSAL_CODES.filter((code) => refusalEntry(code).class === kind)
  expect(of('decide').length).toBeGreaterThan(0)
  expect(of('decide').filter((code) => refusalEntry(code).grant === null)).toEqual([])
  expect(of('alert').filter((code) => refusalEntry(code).grant !== null)).toEqual([])
})

test('the person is told before the thing, the thing before the rule', () => {
  const rank = (code: string): number => (REFUSAL_CODES as readonly string[]).indexOf(code)
  const told = ['desk-locked', 'patron-barred', 'owes-too-much', 'suspended', 'item-lost', 'no-rule', 'hold-waits']
  expect(told.toSorted((one, other) => rank(one) - rank(other))).toEqual(told)
})

test('a refusal holds what is known, raw', () => {
  const facts = { owed: cents(1200), limit: cents(1000) }
  expect(refuse('owes-too-much', facts)).toEqual({ code: 'owes-too-much', facts })
  expect(refuse('hold-waits')).toEqual({ code: 'hold-waits', facts: {} })
})

test('the work log keeps what a rule or a role refused, no question and no slip of the hand', () => {
  const kept = (['owes-too-much', 'not-permitted', 'hold-waits', 'barcode-empty'] as const).map(isRefusalKept)
  expect(kept).toEqual([true, true, false, false])
})

test.each([
  ['missing', 'item-found'],
  ['trace', 'item-found'],
  ['in-transit', 'item-arrived'],
  ['on-order', 'item-not-ready'],
  ['available', null],
])('lending what is %s: %s', (status, code) => {
  expect(foundByLending(status)).toBe(code)
})
