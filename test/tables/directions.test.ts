/** Where a book stands, said to a patron: which sign speaks for which call number. */
import { describe, expect, test } from 'vitest'
import { directionsTo, isBackwards, type ShelfSign } from '../../shared/catalog/shelf/signs.ts'
import { checkPolicy } from '../../shared/circulation/policy-check.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { policyOf } from '../support/policy-made.ts'

function sign(branch_code: string, location: string, from: string | null, to: string | null, words: string): ShelfSign {
  return { sign_code: words, branch_code, location, from_number: from, to_number: to, words }
}

const SIGNS = [
  sign('*', 'Fiction', null, null, 'ask upstairs'),
  sign('MAPLE', 'Fiction', 'FIC A', 'FIC L', 'Aisle 4'),
  sign('MAPLE', 'Fiction', 'FIC M', 'FIC Z', 'Aisle 5'),
  sign('MAPLE', 'Nonfiction', '500', '599', 'Aisle 2'),
  sign('MAPLE', 'Nonfiction', '640', '649', 'the kitchen corner'),
  sign('MAPLE', 'Films', null, null, 'the racks'),
]

describe('the sign over a book', () => {
  test.each([
    ['MAPLE', 'Fiction', 'FIC ATW', 'Aisle 4'],
    ['MAPLE', 'Fiction', 'FIC LEE', 'Aisle 4'],
    ['MAPLE', 'Fiction', 'FIC MOR', 'Aisle 5'],
    ['MAPLE', 'fiction ', 'FIC ZOL', 'Aisle 5'],
    ['NORTH', 'Fiction', 'FIC ATW', 'ask upstairs'],
    ['MAPLE', 'Fiction', '', 'ask upstairs'],
    ['MAPLE', 'Nonfiction', '599.99 ABC', 'Aisle 2'],
    ['MAPLE', 'Nonfiction', '641.5 CHI', 'the kitchen corner'],
    ['MAPLE', 'Nonfiction', '600 A', null],
    ['NORTH', 'Nonfiction', '641.5 CHI', null],
    ['MAPLE', 'Nonfiction', 'J 641.5', null],
    ['MAPLE', 'Films', 'DVD FIC SPI', 'the racks'],
    ['MAPLE', 'Music', 'CD 781', null],
  ])('at %s in %s, %s: %s', (branch_code, location, call_number, words) => {
    expect(directionsTo({ branch_code, location, call_number }, SIGNS, { profile: null, options: {} })).toBe(words)
  })
})

test.each([
  ['500', '599', false],
  ['FIC A', 'FIC A', false],
  ['599', '500', true],
  ['FIC M', 'FIC A', true],
])('a stretch from %s to %s ends before it begins: %s', (from, to, isWrong) => {
  expect(isBackwards(sign('*', 'Fiction', from, to, 'x'))).toBe(isWrong)
})

test('what is wrong with a sign is said before it is saved', () => {
  const shelf_signs = [
    sign('*', 'Fiction', 'FIC M', 'FIC A', 'Aisle 1'),
    sign('*', 'Fiction', 'FIC M', null, 'Aisle 2'),
  ]
  const policy = policyOf({ shelf_signs })
  const codes = { branch_codes: [], category_codes: [], item_type_codes: [] }
  expect(checkPolicy(policy, codes, localDate('2026-11-24')).map(({ kind, says }) => `${kind}: ${says}`)).toEqual([
    'stops: The sign “Aisle 1” ends before it begins: FIC M to FIC A.',
    'stops: The sign “Aisle 2” needs both numbers, or neither for all of the place.',
  ])
})
