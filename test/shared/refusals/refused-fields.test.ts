/** At which field of a form a refusal is said. */
import { expect, test } from 'vitest'
import { refusedField } from '../../../shared/refusals/refused-fields.ts'

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
  expect(refusedField(code, WAIVE)).toBe(name)
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
  expect(refusedField(code, PAPER)).toBe(name)
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
  expect(refusedField(code, BAG)).toBe(name)
})
