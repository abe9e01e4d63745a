/** What a person probably hands over, and a sale as it is typed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextNote, nextNotes } from '../../../shared/cash/pay/next-notes.ts'
import { NOTES_CENTS } from '../../../shared/cash/pieces.ts'
import { isSaleBegun, readQuickSale } from '../../../shared/cash/pay/quick-sale.ts'
import { cents } from '../../../shared/kernel/money.ts'

describe('the next notes up', () => {
  it.each([
    [375, [500, 1000, 2000, 5000, 10_000]],
    [75, [100, 500, 1000, 2000, 5000, 10_000]],
    [500, [1000, 2000, 5000, 10_000]],
    [1250, [2000, 5000, 10_000]],
    [9999, [10_000]],
    [10_000, [12_000, 15_000, 20_000]],
    [12_300, [14_000, 15_000, 20_000]],
    [0, [...NOTES_CENTS]],
  ])('of %i are %j', (due, notes) => {
    expect(nextNotes(cents(due))).toEqual(notes)
  })

  it('are always more than is due, each more than the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (due) => {
        const notes = nextNotes(cents(due))
        expect(notes.length).toBeGreaterThan(0)
        for (const [at, note] of notes.entries()) expect(note).toBeGreaterThan(notes[at - 1] ?? due)
      }),
    )
  })

  it.each([
    ['nothing', null, 500],
    ['the first', 500, 1000],
    ['the second', 1000, 2000],
    ['an amount that is no note', 450, 500],
    ['the largest', 10_000, 10_000],
  ])('after %s', (_, given, next) => {
    expect(nextNote(cents(375), given === null ? null : cents(given))).toBe(next)
  })
})

describe('a sale as it is typed', () => {
  it.each([
    ['12*c', 'C', 12],
    ['1*A', 'A', 1],
    [' 3 * b ', 'B', 3],
    ['999*z', 'Z', 999],
  ])('“%s”', (text, letter, quantity_count) => {
    expect(readQuickSale(text)).toEqual({ letter, quantity_count })
  })

  it.each(['', 'c', '*c', '12', '12*', '0*c', '012*c', '1000*c', '12*cc', '12c', '12*1', '-2*c', '1.5*c', '12*é'])(
    '“%s” is none',
    (text) => {
      expect(readQuickSale(text)).toBeNull()
    },
  )

  it('is begun with its star, and no name or number is', () => {
    const texts = ['12*', ' 3 * b', '12*cc', '12', '0*c', '2123', 'garcia*', '']
    expect(texts.map(isSaleBegun)).toEqual([true, true, true, false, false, false, false, false])
  })
})
