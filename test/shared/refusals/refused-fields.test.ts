/** At which field of a form a refusal is said. */
import { expect, test } from 'vitest'
import { isMendedBy, refusedAbout, refusedField } from '../../../shared/refusals/refused-fields.ts'
import { refuse } from '../../../shared/refusals/refusals.ts'

const WAIVE = [
  { name: 'charge_ref', kind: 'choice' },
  { name: 'amount_cents', kind: 'money' },
  { name: 'reason', kind: 'choice' },
]

test.each([
  ['more-than-owed', 'amount_cents'],
  ['amount-missing', 'amount_cents'],
  ['due-date-past', null],
  ['charge-unknown', null],
])('%s of a waive: %s', (code, name) => {
  expect(refusedField({ code }, WAIVE)).toBe(name)
})

const PAPER = [
  { name: 'paper_number', kind: 'text' },
  { name: 'written_on', kind: 'date' },
  { name: 'time', kind: 'text' },
]

test.each([
  ['paper-number-used', 'paper_number'],
  ['paper-day-ahead', 'written_on'],
  ['paper-day-old', 'written_on'],
  ['paper-time-ahead', 'time'],
  ['paper-time-unread', 'time'],
  ['drawer-not-open', null],
])('%s of a receipt on paper: %s', (code, name) => {
  expect(refusedField({ code }, PAPER)).toBe(name)
})

const BAG = [
  { name: 'total_cents', kind: 'total' },
  { name: 'bag_number', kind: 'text' },
  { name: 'receiver_code', kind: 'choice' },
]

test.each([
  ['drawer-holds-less', 'total_cents'],
  ['safe-holds-less', 'total_cents'],
  ['bag-number-used', 'bag_number'],
  ['bag-number-missing', 'bag_number'],
  ['receiver-same', 'receiver_code'],
  ['drawer-not-open', null],
])('%s of money that goes into a bag: %s', (code, name) => {
  expect(refusedField({ code }, BAG)).toBe(name)
})

const FAMILY = [
  { name: 'members.1', kind: 'tick' },
  { name: 'checked.1', kind: 'tick' },
  { name: 'checked.4', kind: 'tick' },
]

test('an address of a family that was not asked for: its own box', () => {
  const about = refusedAbout(refuse('family-address-unchecked', { field: 'checked.4' })) ?? ''
  expect(refusedField({ code: 'family-address-unchecked', about }, FAMILY)).toBe('checked.4')
})

test.each(['card-given', 'card-range-used-up', 'card-range-unsure'])('%s of another card: its number', (code) => {
  const asks = [
    { name: 'reason', kind: 'choice' },
    { name: 'barcode', kind: 'card' },
  ]
  expect(refusedField({ code }, asks)).toBe('barcode')
})

const NEW_PATRON = [
  { name: 'typed.surname', kind: 'text' },
  { name: 'typed.born_on', kind: 'date' },
  { name: 'proofs.LICENSE', kind: 'tick' },
  { name: 'proofs.BILL', kind: 'tick' },
  { name: 'category_code', kind: 'choice' },
  { name: 'household_count', kind: 'number' },
  { name: 'basis_cents', kind: 'money' },
]

test.each([
  ['patron-field-wrong', 'born_on', 'typed.born_on'],
  ['patron-field-wrong', 'guardian', null],
  ['card-category-missing', undefined, 'category_code'],
  ['proofs-missing', undefined, 'proofs.LICENSE'],
  ['fee-unknown', 'household', 'household_count'],
  ['fee-unknown', 'basis', 'basis_cents'],
  ['card-given', undefined, null],
])('%s %s of a new patron: %s', (code, about, name) => {
  expect(refusedField({ code, about }, NEW_PATRON)).toBe(name)
})

test('the facts of a refusal say which field it is about', () => {
  expect(refusedAbout(refuse('patron-field-wrong', { field: 'phone', fault: 'not-phone', limit: 0 }))).toBe('phone')
  expect(refusedAbout(refuse('fee-unknown', { asks: 'basis' }))).toBe('basis')
  expect(refusedAbout(refuse('card-category-missing'))).toBe(null)
})

const CARD = [
  { name: 'reason', kind: 'choice' },
  { name: 'which', kind: 'choice' },
  { name: 'barcode', kind: 'text' },
]

test.each([
  ['card-given', 'barcode'],
  ['card-not-ours', 'barcode'],
  ['card-number-missing', 'barcode'],
  ['card-none', null],
  ['card-unclear', 'which'],
])('%s of another card: %s', (code, name) => {
  expect(refusedField({ code }, CARD)).toBe(name)
})

test.each([
  ['typed.phone', 'typed.phone', true],
  ['typed.phone', 'typed.email', false],
  ['proofs.LICENSE', 'proofs.BILL', true],
  ['category_code', 'typed.born_on', true],
  ['category_code', 'typed.email', false],
])('what is wrong with %s may be right once %s is typed in: %s', (wrong, typed, isMended) => {
  expect(isMendedBy(wrong, typed)).toBe(isMended)
})
