/**
 * Who may answer for a child, and who may see what, as a librarian reads it. The libraries are those of the policies;
 * where one says nothing of titles, none are told.
 */
import { describe, expect, test } from 'vitest'
import { guardianFault, guardianOfFamily, seesOf } from '../../shared/patron/guardians.ts'

const WARD = 7

describe('who may answer for a child', () => {
  test.each([
    ['a parent of 40', { age_count: 40 }, { age_count: 9 }, null],
    ['a parent whose birth date nobody knows', { age_count: null }, { age_count: 9 }, null],
    ['a parent, of somebody whose birth date nobody knows', { age_count: 40 }, { age_count: null }, null],
    ['somebody of exactly 18', { age_count: 18 }, { age_count: 9 }, null],
    ['a sister of 17', { age_count: 17 }, { age_count: 9 }, 'minor'],
    ['the child itself', { patron_id: WARD, age_count: 9 }, { age_count: 9 }, 'self'],
    ['somebody for whom another answers', { age_count: 40, guardian_patron_id: 3 }, { age_count: 9 }, 'ward'],
    ['a parent, of a child who is 18', { age_count: 40 }, { age_count: 18 }, 'not-needed'],
    ['a parent, of somebody who is a guardian', { age_count: 70 }, { age_count: null, has_wards: true }, 'has-wards'],
  ] as const)('%s', (_who, guardian, ward, fault) => {
    const known = { patron_id: 1, guardian_patron_id: null, ...guardian }
    expect(guardianFault(known, { patron_id: WARD, has_wards: false, ...ward })).toBe(fault)
  })

  test('a card that nobody has', () => {
    expect(guardianFault(null, { patron_id: WARD, age_count: 9, has_wards: false })).toBe('unknown')
  })

  test('of the next child: the parent, and whoever answers for a brother or a sister', () => {
    expect(guardianOfFamily({ patron_id: 1, guardian_patron_id: null })).toBe(1)
    expect(guardianOfFamily({ patron_id: 2, guardian_patron_id: 1 })).toBe(1)
  })
})

/** Below which age a guardian is told titles: null says it of nobody. */
const LIBRARIES: readonly (readonly [library: string, below: number | null])[] = [
  ['Deerfield Public Library', null],
  ['Winnetka-Northfield Public Library District', null],
  ['Cook Memorial Public Library District', null],
  ['Nippersink Public Library District', null],
  ['a library that tells of children, and not of teenagers', 13],
  ['a library that tells until 16', 16],
  ['a library that tells of every minor', 18],
]

/** What a guardian is told of a child of 8, a teenager of 13 and of 17, and of somebody who is 18. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  none: ['sums', 'sums', 'sums', 'nothing'],
  '13': ['titles', 'sums', 'sums', 'nothing'],
  '16': ['titles', 'titles', 'sums', 'nothing'],
  '18': ['titles', 'titles', 'titles', 'nothing'],
}

describe('what a guardian is told at the desk', () => {
  test.each(LIBRARIES)('%s', (_library, below) => {
    expect([8, 13, 17, 18].map((age) => seesOf('guardian', age, below))).toEqual(TOLD[below ?? 'none'])
  })

  test('a brother or sister is told nothing, and everybody all of their own', () => {
    expect([seesOf('other', 8, 18), seesOf('self', 8, null), seesOf('self', 40, null)]).toEqual([
      'nothing',
      'titles',
      'titles',
    ])
  })

  test('without a birth date: what is owed, and no title', () => {
    expect(seesOf('guardian', null, 18)).toBe('sums')
  })
})
