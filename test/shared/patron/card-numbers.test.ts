/** Card numbers: check digits, ranges, and that two desks never give the same number. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLuhn } from '../../../shared/catalog/isbn.ts'
import {
  cardNumber,
  cardsLeft,
  isFewLeft,
  nextCard,
  scannedCardFault,
  type Reached,
} from '../../../shared/patron/card-numbers.ts'
import type { CardRange } from '../../../shared/policy/card-facts.ts'
import { cardRange } from '../../support/cards-made.ts'

const NONE: Reached = new Map()
const isFree = (): boolean => false

describe('a number', () => {
  test.each([
    ['2103100000000', '21031000000000'],
    ['2103100000001', '21031000000018'],
  ])('%s has its check digit', (body, barcode) => {
    expect(isLuhn(barcode)).toBe(true)
    expect(cardNumber(body, 'mod-10')).toBe(barcode)
    expect(cardNumber(body, 'none')).toBe(body)
  })

  test('the first of the range, then the one after what was reached', () => {
    const ranges = [cardRange('A')]
    expect(nextCard(ranges, 'K4N7QW', NONE, isFree)).toEqual({
      range_code: 'A',
      barcode: cardNumber('2103100000000', 'mod-10'),
      next_number: '2103100000001',
    })
    const reached = new Map([['A', '2103100000007']])
    expect(nextCard(ranges, 'K4N7QW', reached, isFree)?.next_number).toBe('2103100000008')
  })

  test('one that somebody has is passed over', () => {
    const taken = cardNumber('2103100000000', 'mod-10')
    const given = nextCard([cardRange('A')], 'K4N7QW', NONE, (barcode) => barcode === taken)
    expect(given?.next_number).toBe('2103100000002')
  })

  test('a used-up range goes on in the next one, and at its end nowhere', () => {
    const second = cardRange('B', { from_number: '2103100005000', to_number: '2103100005000' })
    const ranges = [cardRange('A'), second]
    const used = new Map([['A', '2103100001000']])
    expect(nextCard(ranges, 'K4N7QW', used, isFree)?.range_code).toBe('B')
    expect(cardsLeft(ranges, 'K4N7QW', used)).toBe(1)
    expect(nextCard(ranges, 'K4N7QW', new Map([...used, ['B', '2103100005001']]), isFree)).toBeNull()
  })

  test('after a restore, none until the range begins elsewhere', () => {
    const range = cardRange('A')
    const unsure = new Map([['A', `?${range.from_number}`]])
    expect([nextCard([range], 'K4N7QW', unsure, isFree), cardsLeft([range], 'K4N7QW', unsure)]).toEqual([null, 0])
    const from_number = '2103100000500'
    expect(nextCard([{ ...range, from_number }], 'K4N7QW', unsure, isFree)?.next_number).toBe('2103100000501')
  })

  test.each([
    ['9998', '9999', 'mod-10', ['99986', '99994']],
    ['9998', '9999', 'none', ['9998', '9999']],
    ['0', '9', 'none', ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']],
    ['9999999999998', '9999999999999', 'mod-10', ['99999999999985', '99999999999993']],
    ['99999999999999', '99999999999999', 'none', ['99999999999999']],
    ['2103100000999', '2103100000999', 'mod-10', ['21031000009993']],
  ] as const)('%s to %s, check digit %s: each once, then none', (from_number, to_number, check_kind, all) => {
    const ranges = [cardRange('A', { from_number, to_number, check_kind })]
    const kept = new Map<string, string>()
    const given: string[] = []
    for (let at = 0; at < 20; at += 1) {
      expect(cardsLeft(ranges, 'K4N7QW', kept)).toBe(all.length - given.length)
      const card = nextCard(ranges, 'K4N7QW', kept, isFree)
      if (card === null) break
      kept.set(card.range_code, card.next_number)
      given.push(card.barcode)
    }
    expect(given).toEqual(all)
    expect(given.every((barcode) => check_kind === 'none' || isLuhn(barcode))).toBe(true)
  })

  test('what was reached in numbers of another length is not of this range', () => {
    const range = cardRange('A', { from_number: '2000', to_number: '2999' })
    expect(nextCard([range], 'K4N7QW', new Map([['A', '21031000005']]), isFree)?.next_number).toBe('2001')
    expect(nextCard([range], 'K4N7QW', new Map([['A', '900']]), isFree)?.next_number).toBe('2001')
  })

  test('a desk without a range of its own gives none', () => {
    expect(nextCard([cardRange('A', { terminal_code: null })], 'K4N7QW', NONE, isFree)).toBeNull()
    expect(cardsLeft([cardRange('A', { terminal_code: 'OTHER' })], 'K4N7QW', NONE)).toBeNull()
  })

  test('the level is told in time', () => {
    expect([null, 0, 99, 100].map(isFewLeft)).toEqual([false, true, true, false])
  })
})

describe('a card in print', () => {
  const PRINTED = cardRange('P', { terminal_code: null, from_number: '2103100010000', to_number: '2103100019999' })
  const RANGES = [
    cardRange('A'),
    cardRange('B', { terminal_code: 'OTHER', from_number: '2103100002000', to_number: '2103100002999' }),
    PRINTED,
  ]
  test.each([
    ['of the printed ones', cardNumber('2103100012345', 'mod-10'), null],
    ['of this desk', cardNumber('2103100000042', 'mod-10'), null],
    ['of another desk', cardNumber('2103100002042', 'mod-10'), 'other-desk'],
    ['of another library', '21999000012345', 'not-ours'],
    ['misread: a wrong check digit', '21031000123450', 'not-ours'],
    ['no number at all', 'ABC', 'not-ours'],
  ])('%s', (_, barcode, fault) => expect(scannedCardFault(barcode, RANGES, 'K4N7QW')).toBe(fault))

  test('where no cards are in print, any card can be given', () => {
    expect(scannedCardFault('21999000012345', [cardRange('A')], 'K4N7QW')).toBeNull()
  })
})

/** Ranges next to each other, cut at random and dealt to two desks. */
const dealt = fc
  .uniqueArray(fc.integer({ min: 0, max: 4000 }), { minLength: 2, maxLength: 12 })
  .chain((cuts) =>
    fc.tuple(fc.constant(cuts.toSorted((a, b) => a - b)), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 })),
  )
  .map(([cuts, whose]) =>
    cuts.slice(1).map((end, index): CardRange => {
      const body = (at: number): string => String(2_103_100_000_000 + at)
      const terminal_code = whose[index] ? 'ONE' : 'TWO'
      return cardRange(`R${index}`, { terminal_code, from_number: body(cuts[index] ?? 0), to_number: body(end - 1) })
    }),
  )

describe('two desks without a network', () => {
  test('never give the same number, in whatever order and however often they start again', () => {
    fc.assert(
      fc.property(dealt, fc.array(fc.constantFrom('ONE', 'TWO'), { maxLength: 1000 }), (ranges, acts) => {
        const kept = { ONE: new Map<string, string>(), TWO: new Map<string, string>() }
        const given: string[] = []
        for (const desk of acts) {
          const card = nextCard(ranges, desk, kept[desk], isFree)
          if (card === null) continue
          kept[desk].set(card.range_code, card.next_number)
          given.push(card.barcode)
        }
        expect(new Set(given).size).toBe(given.length)
        expect(given.every((barcode) => barcode.length === 14 && isLuhn(barcode))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
