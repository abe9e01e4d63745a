/** Who may be linked as family without guardianship, and which of two records names the other. */
import { describe, expect, test } from 'vitest'
import { familyLinkFault, linksBetween, namedBy } from '../../shared/patron/family-links.ts'

const linked = (patron_id: number, family_patron_id: number | null = null) => ({ patron_id, family_patron_id })

describe('who may be linked', () => {
  test.each([
    ['two who are linked to nobody', linked(1), linked(2), [], null],
    ['a third one, to somebody who is linked', linked(3), linked(1, 2), [], null],
    ['somebody who is linked, to a third one', linked(1, 2), linked(3), [2], null],
    ['two who are linked to others', linked(1, 2), linked(3, 4), [2], 'full'],
    ['oneself', linked(1), linked(1), [], 'self'],
    ['a card that nobody has', linked(1), null, [], 'unknown'],
    ['a child, a guardian or family of before', linked(1), linked(2), [2], 'known'],
  ] as const)('%s', (_who, one, other, shown, fault) => {
    expect(familyLinkFault(one, other, new Set<number>(shown))).toBe(fault)
  })
})

test('the open record names the other, unless it names somebody already', () => {
  expect(namedBy(linked(1), linked(2, 9))).toEqual({ of: 1, names: 2 })
  expect(namedBy(linked(1, 9), linked(2))).toEqual({ of: 2, names: 1 })
})

test('a link is found from both sides, and twice where both name each other', () => {
  expect(linksBetween(linked(1, 2), linked(2))).toEqual([1])
  expect(linksBetween(linked(2), linked(1, 2))).toEqual([1])
  expect(linksBetween(linked(1, 2), linked(2, 1))).toEqual([1, 2])
  expect(linksBetween(linked(1, 9), linked(2, 9))).toEqual([])
})
