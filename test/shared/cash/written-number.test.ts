/** Which numbers on bags and on papers are one number, however they are written. */
import { expect, test } from 'vitest'
import { bagKey, paperKey } from '../../../shared/cash/numbers/written-number.ts'

test.each([
  ['B-5', 'b 5', true],
  ['B-5', 'B\u20135', true],
  ['B-5', 'B\u00A05', true],
  ['\uFF22-5', 'B5', true],
  ['B-5', 'B-05', false],
  ['B-5', 'B-50', false],
])('bags %s and %s are the same: %s', (one, other, isSame) => {
  expect(bagKey(one) === bagKey(other)).toBe(isSame)
})

test.each([' - ', '', '\u2014'])('a bag named %j has no number', (text) => {
  expect(bagKey(text)).toBe('')
})

test.each([
  ['P-017', 'p 17', true],
  ['P-017', 'P.17', true],
  ['P-017', 'P017', true],
  ['0143', '143', true],
  ['No. 143', 'no143', true],
  ['P-1-7', 'P 1/7', true],
  ['P-1-7', 'P-17', false],
  ['P-170', 'P-17', false],
  ['A17', 'B17', false],
])('papers %s and %s are the same: %s', (one, other, isSame) => {
  expect(paperKey(one) === paperKey(other)).toBe(isSame)
})
