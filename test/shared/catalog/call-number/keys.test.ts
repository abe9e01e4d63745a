/** Keys of call numbers: what must hold for any text, prefixes and ranges as a library sets them, and guessing. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  callNumberKey,
  classKey,
  inShelfOrder,
  isCallNumber,
  shelfKey,
  type Placed,
} from '../../../../shared/catalog/call-number/call-number.ts'
import { guessProfile, guessShelf } from '../../../../shared/catalog/call-number/guess.ts'
import { SHELF_PROFILES, type ShelfOptions, type ShelfProfile } from '../../../../shared/catalog/call-number/profile.ts'
import { compareKeys } from '../../../../shared/catalog/fold.ts'
import { leastYards } from '../../../support/processor-time.ts'

const profile = fc.constantFrom(...SHELF_PROFILES)
const PIECES =
  "REF|J|B|FIC|DVD|813|.54|/08|'|QA|76|.C15| | |.|,|-|v.|3|c.|2|no. 10|K.|240|1990|b|Jan|St.|La|Plante|ß|é|Ж|村|\u0000|’"
const piece = fc.constantFrom(...PIECES.split('|'))
/** Anything at all, and things that look like call numbers. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
)

/** Below zero when `one` stands before `other`. */
function compareCallNumbers(one: string, other: string, kind: ShelfProfile, options: ShelfOptions = {}): number {
  return compareKeys(callNumberKey(one, kind, options), callNumberKey(other, kind, options))
}

describe('any text', () => {
  test('has a key, in every profile, and a guessed profile', () => {
    fc.assert(
      fc.property(text, profile, (one, kind) => {
        const key = callNumberKey(one, kind)
        expect(key).not.toBe('')
        expect(key).not.toMatch(/[\n\uffff]/)
        expect(key.startsWith(classKey(one, kind))).toBe(true)
        expect(SHELF_PROFILES).toContain(guessProfile(one))
        // What cannot be read stands behind everything that can.
        expect(key.startsWith('~')).toBe(!isCallNumber(one, kind))
      }),
      { numRuns: 5000 },
    )
  })

  test('is the same in capitals and with other spaces at its ends', () => {
    const latin = fc.array(
      piece.filter((one) => /^[ -~é]*$/.test(one)),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(latin, profile, (pieces, kind) => {
        const one = pieces.join('')
        expect(callNumberKey(one.toUpperCase(), kind)).toBe(callNumberKey(one.toLowerCase(), kind))
        expect(callNumberKey(`  ${one} `, kind)).toBe(callNumberKey(one, kind))
      }),
      { numRuns: 2000 },
    )
  })

  test('stays quick when it is long', () => {
    const units = ['9', 'A.', '1/', 'v. ', '1-', 'a', "a'", 'j ', ' ', 'é', 'FIC, ', '1,000', 'a, May ', ', ']
    for (const unit of units) {
      const long = unit.repeat(20_000 / unit.length)
      for (const kind of SHELF_PROFILES) {
        const yards = leastYards(() => {
          callNumberKey(long, kind)
          guessProfile(long)
          shelfKey({ call_number: long, profile: kind, author: long, title: long })
        }, 2)
        expect(yards, `${kind}: ${unit}`).toBeLessThan(300)
      }
    }
  })
})

test('a longer number never comes before the one it goes on from', () => {
  const base = fc.constantFrom('813', '813.54', 'J 567.9', 'REF 031', '005.13/3', '641.5 CHI', '523.1 H394')
  const more = fc.constantFrom(' ROW', ' v.2', ' c.2', ' 1990', ' ROW v.2', ' H98c', ' folio')
  fc.assert(
    fc.property(base, more, (one, tail) => {
      expect(compareCallNumbers(one, one + tail, 'dewey')).toBeLessThan(0)
    }),
  )
})

test('decimals of Dewey stand by value, whatever the primes', () => {
  const number = fc.tuple(
    fc.integer({ min: 0, max: 999 }),
    fc.string({ unit: fc.constantFrom('0', '1', '5', '9'), maxLength: 8 }),
  )
  fc.assert(
    fc.property(number, number, fc.constantFrom('.', '/.', "'.", './'), (one, other, point) => {
      const written = ([whole, decimals]: readonly [number, string], sign: string): string =>
        decimals === '' ? `${whole}` : `${String(whole).padStart(3, '0')}${sign}${decimals}`
      const value = ([whole, decimals]: readonly [number, string]): number => Number(`${whole}.${decimals}0`)
      const order = compareCallNumbers(written(one, '.'), written(other, point), 'dewey')
      expect(order).toBe(Math.sign(value(one) - value(other)))
    }),
    { numRuns: 2000 },
  )
})

test('the B of a life says nothing behind the numbers of lives, and is an author elsewhere', () => {
  expect(callNumberKey('782.42166092 B', 'dewey')).toBe(callNumberKey('782.42166092', 'dewey'))
  expect(callNumberKey('947.084/1092 B RAP', 'dewey')).toBe(callNumberKey('947.0841092 RAP', 'dewey'))
  expect(callNumberKey('921 B LINCOLN', 'dewey')).toBe(callNumberKey('921 LINCOLN', 'dewey'))
  expect(callNumberKey('567.9 B', 'dewey')).not.toBe(callNumberKey('567.9', 'dewey'))
  expect(callNumberKey('782.42166092 BEA', 'dewey')).not.toBe(callNumberKey('782.42166092', 'dewey'))
})

describe('prefixes', () => {
  const list = ['LARGE PRINT 599', '599', 'J 599', 'DVD 599', 'REF 599', 'J REF 599', 'LOCAL 599']
  const sorted = (prefixes?: readonly string[]): string[] =>
    list.toSorted((one, other) => compareCallNumbers(one, other, 'dewey', prefixes ? { prefixes } : {}))

  test('none first, then by alphabet', () => {
    expect(sorted()).toEqual(['599', 'DVD 599', 'J 599', 'J REF 599', 'LARGE PRINT 599', 'LOCAL 599', 'REF 599'])
  })
  test('in the library’s own order, the others behind', () => {
    expect(sorted(['REF', '', 'Large Print', 'J'])).toEqual([
      'REF 599',
      '599',
      'LARGE PRINT 599',
      'J 599',
      'J REF 599',
      'DVD 599',
      'LOCAL 599',
    ])
  })
  test('a word of the library’s own is a prefix of fiction, too', () => {
    expect(callNumberKey('BIGTOWN Rowling', 'fiction')).toBe(' bigtown!rowling')
    expect(callNumberKey('BIGTOWN Rowling', 'fiction', { prefixes: ['BIGTOWN'] })).toBe('!000 rowling')
  })
  test('a surname or an initial is none', () => {
    expect(classKey('Young, Louisa', 'fiction')).toBe(' young')
    expect(classKey('E. Lockhart', 'fiction')).toBe(' e')
    expect(classKey('J FIC Young', 'fiction')).toBe('"j young')
    expect(classKey('FIC', 'fiction')).toBe(' fic')
    expect(callNumberKey('DVD Local Hero', 'title')).toBe('"dvd local hero')
    expect(callNumberKey('DVD J Frozen', 'title')).toBe('"dvd"j frozen')
    expect(callNumberKey('J DVD Frozen', 'title')).toBe('"j"dvd frozen')
    expect(callNumberKey('Local Hero', 'title')).toBe(' local hero')
  })
})

describe('items', () => {
  const item = (call_number: string, author: string, title: string, kind: ShelfProfile | null = 'fiction'): Placed => ({
    call_number,
    profile: kind,
    author,
    title,
  })

  test('of one number stand by author, title and volume', () => {
    const shelf = [
      item('FIC ROW', 'Rowell, Rainbow', 'Eleanor & Park'),
      item('FIC ROW', 'Rowling, J. K.', 'The Casual Vacancy'),
      item('FIC ROW', 'Rowling, J. K.', 'Harry Potter'),
      item('FIC ROW v.2', 'Rowling, J. K.', 'Harry Potter'),
      item('FIC ROW v.10', 'Rowling, J. K.', 'Harry Potter'),
      item('FIC ROW', 'Rowling, Jane', 'An Apple'),
    ]
    expect(inShelfOrder(shelf.toReversed())).toEqual(shelf)
  })

  test('are sorted as their keys are, and those of equal keys stay as they came', () => {
    const placed = fc.record({
      call_number: fc.oneof(text, fc.constantFrom('FIC ROW', 'FIC ROW v.2', '813 ROW', '')),
      profile: fc.option(profile, { nil: null }),
      author: fc.constantFrom('', 'Rowling, J. K.', 'La Plante, Lynda'),
      title: fc.constantFrom('', 'The 39 Steps', 'El amor'),
      language: fc.constantFrom('', 'spa'),
    })
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 20 }), (items) => {
        const keys = items.map((item) => shelfKey(item))
        const byKey = items
          .map((one, at) => ({ one, key: keys[at] ?? '' }))
          .toSorted((one, other) => compareKeys(one.key, other.key))
        expect(inShelfOrder(items)).toEqual(byKey.map(({ one }) => one))
        const numbers = items.map((one) => shelfKey(one, { ties: 'any-order' }))
        expect(numbers.every((number, at) => (keys[at] ?? '').startsWith(number.split('\n')[0] ?? '?'))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

test.each<[string, ShelfProfile]>([
  ['641.5 CHI', 'dewey'],
  ['REF 031 WOR', 'dewey'],
  ['J 567.9 DIN', 'dewey'],
  ['J567.9 DIN', 'dewey'],
  ['DVD 791.43 STA', 'dewey'],
  ['QA76.73.C15 K47 1988', 'lc'],
  ['E 61 B56', 'lc'],
  ['E185.86 .E7', 'lc'],
  ['GN 473 .R45', 'lc'],
  ['PT2605.E4 Z61613 1997', 'lc'],
  ['REF QA76', 'lc'],
  ['FIC ROW', 'fiction'],
  ['J FIC ROW', 'fiction'],
  ['MYS CHR', 'fiction'],
  ['García Márquez, Gabriel', 'fiction'],
  ['B LINCOLN', 'biography'],
  ['B-L736k', 'biography'],
  ['JB LIN', 'biography'],
  ['DVD STA', 'title'],
  ['New Republic', 'title'],
  ['v.3 no.10', 'volume'],
  ['LAPTOP 3', 'numbered'],
  ['ACQ42', 'numbered'],
  ['', 'title'],
])('%j is taken for %s', (number, kind) => {
  expect(guessProfile(number)).toBe(kind)
})

test('a shelf is what most of its numbers are', () => {
  expect(guessShelf(['FIC ROW', 'FIC KIN', '813 ROW'])).toBe('fiction')
  expect(guessShelf(['FIC ROW', '813 ROW'])).toBe('dewey')
  expect(guessShelf([])).toBe('dewey')
})
