/** Where a book stands, said to a patron: which sign speaks for which call number, and what a sign cannot mean. */
import { describe, expect, test } from 'vitest'
import type { ShelfProfile } from '../../shared/catalog/call-number/profile.ts'
import { isInRange } from '../support/in-range.ts'
import { signProblem } from '../../shared/catalog/shelf/sign-check.ts'
import { signFinder, type ShelfSign } from '../../shared/catalog/shelf/signs.ts'
import { checkPolicy } from '../../shared/circulation/policy-check/policy-check.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { policyOf } from '../support/policy-made.ts'

function sign(branch_code: string, location: string, from: string | null, to: string | null, words: string): ShelfSign {
  return { sign_code: words, branch_code, location, from_number: from, to_number: to, words }
}

const AS_IT_LOOKS = { profileOf: () => null, options: {} }

const SIGNS = [
  sign('*', 'Fiction', null, null, 'ask upstairs'),
  sign('MAPLE', 'Fiction', 'FIC A', 'FIC L', 'Aisle 4'),
  sign('MAPLE', 'Fiction', 'FIC M', 'FIC Z', 'Aisle 5'),
  sign('MAPLE', 'Nonfiction', '500', '599', 'Aisle 2'),
  sign('MAPLE', 'Nonfiction', '640', '649', 'the kitchen corner'),
  sign('MAPLE', 'Nonfiction', '641.5', '641.5', 'the cookbook case'),
  sign('MAPLE', 'Nonfiction', '900', '999', 'Aisle 9'),
  sign('MAPLE', 'Films', null, null, 'the racks'),
  sign('MAPLE', 'Stacks', 'A', 'B', 'Floor 1'),
  sign('MAPLE', 'Stacks', 'BC', 'BJ', 'Floor 1, the alcove'),
  sign('MAPLE', 'Stacks', 'PN', 'PZ', 'Floor 3'),
  sign('MAPLE', 'Stacks', 'T1', 'TZ', 'Floor 4'),
  sign('MAPLE', 'Children', 'E', 'E', 'the low shelves'),
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
    ['MAPLE', 'Nonfiction', '640.1 CHI', 'the kitchen corner'],
    ['MAPLE', 'Nonfiction', '641.59 CHI', 'the cookbook case'],
    ['MAPLE', 'Nonfiction', '641.6 CHI', 'the kitchen corner'],
    ['MAPLE', 'Nonfiction', '600 A', null],
    ['MAPLE', 'Nonfiction', '921 LIN', 'Aisle 9'],
    ['MAPLE', 'Nonfiction', 'B LINCOLN', null],
    ['NORTH', 'Nonfiction', '641.5 CHI', null],
    ['MAPLE', 'Nonfiction', 'J 641.5', null],
    ['MAPLE', 'Films', 'DVD FIC SPI', 'the racks'],
    ['MAPLE', 'Music', 'CD 781', null],
    ['MAPLE', 'Stacks', 'AE5 .E363', 'Floor 1'],
    ['MAPLE', 'Stacks', 'BX1 .A3', 'Floor 1'],
    ['MAPLE', 'Stacks', 'BF173 .F85', 'Floor 1, the alcove'],
    ['MAPLE', 'Stacks', 'PM101 .A3', null],
    ['MAPLE', 'Stacks', 'PN1 .A3', 'Floor 3'],
    ['MAPLE', 'Stacks', 'PS3537.T4753 A6', 'Floor 3'],
    ['MAPLE', 'Stacks', 'PZ7 .R79', 'Floor 3'],
    ['MAPLE', 'Stacks', 'Q1 .A3', null],
    ['MAPLE', 'Stacks', 'TX715 .B4', 'Floor 4'],
    ['MAPLE', 'Stacks', 'U10 .A3', null],
    ['MAPLE', 'Children', 'E SEU', 'the low shelves'],
    ['MAPLE', 'Children', 'J FIC ROW', null],
  ])('at %s in %s, %s: %s', (branch_code, location, call_number, words) => {
    const found = signFinder(SIGNS, AS_IT_LOOKS)({ branch_code, location, call_number })
    expect(found?.words ?? null).toBe(words)
  })
})

// number                  | from        | to          | profile   | stands there
test.each<[string, string, string, ShelfProfile, boolean]>([
  ['641.5 CHI', '640', '649', 'dewey', true],
  ['649.99 ABC', '640', '649', 'dewey', true],
  ['650', '640', '649', 'dewey', false],
  ['639.9', '640', '649', 'dewey', false],
  ['64', '640', '649', 'dewey', false],
  ['J 641.5', '640', '649', 'dewey', false],
  ['J 641.5', 'J 600', 'J 699', 'dewey', true],
  ['J 641.5', 'J', 'J', 'dewey', true],
  ['641.5', 'J', 'J', 'dewey', false],
  ['REF 031 WOR', 'REF', 'REF', 'dewey', true],
  ['813.54 MOR', '813', '813', 'dewey', true],
  ['814 MOR', '813', '813', 'dewey', false],
  ['899.999 ABC', '800', '899', 'dewey', true],
  ['800', '800', '899', 'dewey', true],
  ['813.54 MOR', '813.54 A', '813.54 M', 'dewey', true],
  ['813.54 NAB', '813.54 A', '813.54 M', 'dewey', false],
  ['005.13/3', '000', '099', 'dewey', true],
  ['FIC ROW', '640', '649', 'dewey', false],
  ['QA76.73 .C15', 'QA', 'QA', 'lc', true],
  ['QB1 .A3', 'QA', 'QA', 'lc', false],
  ['QA76.73 .C15', 'QA1', 'QA99', 'lc', true],
  ['QA100 .B3', 'QA1', 'QA99', 'lc', false],
  ['AB 101.41 .A100', 'AB 101.4', 'AB 101.4', 'lc', true],
  ['AB 101.5', 'AB 101.4', 'AB 101.4', 'lc', false],
  ['P1 .A3', 'P', 'PZ', 'lc', true],
  ['PA3975 .A2', 'P', 'P', 'lc', true],
  ['KFN5001 .A3', 'KF', 'KF', 'lc', true],
  ['REF PN41 .B4', 'REF PN', 'REF PZ', 'lc', true],
  ['PN41 .B4', 'REF PN', 'REF PZ', 'lc', false],
  ['WB 115 .H3', 'W', 'WZ', 'lc', true],
  ['QS 17 .A3', 'QS', 'QZ', 'lc', true],
  ['A 1.9:2000', 'A', 'A', 'lc', true],
  ['not a number', 'PN', 'PZ', 'lc', false],
  ['FIC Morrison', 'FIC A', 'FIC M', 'fiction', true],
  ['FIC Nabokov', 'FIC A', 'FIC M', 'fiction', false],
  ['FIC Nabokov', 'FIC', 'FIC', 'fiction', true],
  ['FIC Morrison', 'A', 'M', 'fiction', true],
  ['MYS CHR', 'MYS', 'MYS', 'fiction', true],
  ['FIC CHR', 'MYS', 'MYS', 'fiction', false],
  ['B LINCOLN', 'B A', 'B L', 'biography', true],
  ['B OBAMA', 'B', 'B', 'biography', true],
  ['921 OBAMA', '921', '921', 'biography', true],
  ['J B OBAMA', 'B', 'B', 'biography', false],
  ['The Best Man', 'A', 'C', 'title', true],
  ['DVD STA', 'DVD', 'DVD', 'title', true],
  ['DVD STA', 'DVD A', 'DVD F', 'title', false],
  ['LAPTOP 10', 'LAPTOP', 'LAPTOP', 'numbered', true],
  ['LAPTOP 10', 'LAPTOP 1', 'LAPTOP 9', 'numbered', false],
])('%s between %s and %s (%s): %s', (number, from, to, kind, isThere) => {
  expect(isInRange(number, from, to, kind)).toBe(isThere)
})

test('a word of the library’s own is a section', () => {
  const options = { prefixes: ['', 'MAKER LAB'] }
  expect(isInRange('MAKER LAB 621.9 A', 'MAKER LAB', 'MAKER LAB', 'dewey', options)).toBe(true)
  expect(isInRange('MAKER LAB 621.9 A', 'MAKER LAB 600', 'MAKER LAB 699', 'dewey', options)).toBe(true)
  expect(isInRange('621.9 A', 'MAKER LAB', 'MAKER LAB', 'dewey', options)).toBe(false)
})

test.each<[string | null, string | null, string | null]>([
  ['500', '599', null],
  ['FIC A', 'FIC A', null],
  ['PN', 'PZ', null],
  ['T1', 'TZ', null],
  ['P', 'PN', null],
  ['REF', 'REF', null],
  ['B', 'B', null],
  ['E', 'E', null],
  ['921 A', '921 M', null],
  ['Adams', 'St. James', null],
  ['LAPTOP 1', 'LAPTOP 20', null],
  ['1', '5000', null],
  ['5000', '1', 'sign-order'],
  [null, null, null],
  ['FIC M', null, 'sign-half'],
  ['599', '500', 'sign-order'],
  ['FIC M', 'FIC A', 'sign-order'],
  ['PZ', 'PN', 'sign-order'],
  ['TZ', 'T1', 'sign-order'],
  ['500', 'PZ', 'sign-mixed'],
  ['QA1', '599', 'sign-mixed'],
  ['500', 'FIC M', 'sign-mixed'],
  ['QA1', 'FIC M', 'sign-mixed'],
  ['?', 'PZ', 'sign-unreadable'],
  ['800s', '899', 'sign-unreadable'],
  ['500', 'J 599', 'sign-prefix'],
])('a sign from %s to %s: %s', (from_number, to_number, what) => {
  expect(signProblem({ from_number, to_number, words: 'Aisle 7' }, {})?.flaw.code ?? null).toBe(what)
})

test('what is wrong with signs is said before they are saved', () => {
  const shelf_signs = [
    sign('*', 'Fiction', 'FIC M', 'FIC A', 'Aisle 1'),
    sign('*', 'Fiction', 'FIC M', null, 'Aisle 2'),
    sign('*', 'Books', '500', '599', 'Aisle 3'),
    sign('*', 'books', '550', '650', 'Aisle 4'),
    sign('NORTH', 'Books', '550', '650', 'Aisle 5'),
    sign('*', 'Stacks', 'P', 'PN', 'Aisle 6'),
    sign('*', 'Stacks', 'PN', 'PZ', 'Aisle 7'),
    sign('*', 'Stacks', 'A', 'B', 'Aisle 8'),
    sign('*', 'Stacks', 'BC', 'BX', 'Aisle 9'),
    sign('*', 'Films', null, null, 'Rack 1'),
    sign('*', 'Films', null, null, 'Rack 2'),
  ]
  const policy = policyOf({ shelf_signs })
  const codes = { branch_codes: [], category_codes: [], item_type_codes: [] }
  const found = checkPolicy(policy, codes, localDate('2026-11-24'))
  expect(found.map(({ kind, fact, codes: about }) => `${kind} ${fact.code}: ${about.join(', ')}`)).toEqual([
    'stops sign-order: Aisle 1',
    'stops sign-half: Aisle 2',
    'warns sign-overlap: Aisle 3, Aisle 4',
    'warns sign-overlap: Aisle 6, Aisle 7',
    'warns sign-wholes: Rack 1, Rack 2',
  ])
})
