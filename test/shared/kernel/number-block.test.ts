/** Numbers of patrons, titles and items: which is given next, when more are asked for, and what a desk alone does. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ASK_BELOW,
  BLOCK_SIZE,
  blockAfter,
  LEAP_MIN,
  leasedBeyond,
  RESERVE_SIZE,
  reserveOf,
  RESERVES_FROM,
  takeNumber,
  wantsBlock,
  withBlock,
  type Leased,
} from '../../../shared/kernel/number-block.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { seededRandom } from '../../main/support/fakes.ts'

const reserve = reserveOf(0)

test.each<[string, Leased['blocks'], { number: number; left: Leased['blocks'] }]>([
  ['a new block: its first', [{ next: 1, end: 4 }], { number: 1, left: [{ next: 2, end: 4 }] }],
  ['the last of a block', [{ next: 3, end: 4 }], { number: 3, left: [{ next: 4, end: 4 }] }],
  [
    'one is used up: the next one goes on',
    [
      { next: 4, end: 4 },
      { next: 90, end: 99 },
    ],
    { number: 90, left: [{ next: 91, end: 99 }] },
  ],
  ['all are used up and nobody answers: the reserve', [{ next: 4, end: 4 }], { number: RESERVES_FROM, left: [] }],
])('%s', (_what, blocks, expected) => {
  const taken = takeNumber({ blocks, reserve })
  expect({ number: taken?.number, left: taken?.left.blocks }).toEqual(expected)
})

test('a reserve that is used up as well gives nothing, and never a number of another desk', () => {
  expect(takeNumber({ blocks: [], reserve: { next: reserve.end, end: reserve.end } })).toBeNull()
  expect(reserveOf(1).next).toBe(reserve.end)
  expect(reserve.end - reserve.next).toBe(RESERVE_SIZE)
})

test('a desk asks for more while it can still go on', () => {
  const leftOf = (count: number): Leased => ({ blocks: [{ next: 1, end: 1 + count }], reserve })
  expect(wantsBlock(leftOf(ASK_BELOW))).toBe(false)
  expect(wantsBlock(leftOf(ASK_BELOW - 1))).toBe(true)
  expect(wantsBlock({ blocks: [], reserve })).toBe(true)
})

test('a block that was answered twice counts once; one that overlaps is refused', () => {
  const leased = withBlock({ blocks: [], reserve }, { next: 10, end: 20 })
  const used = takeNumber(leased)?.left ?? leased
  expect(withBlock(used, { next: 10, end: 20 })).toEqual(used)
  expect(() => withBlock(used, { next: 15, end: 25 })).toThrow('leased twice')
  expect(() => withBlock(used, { next: reserve.next, end: reserve.next + 1 })).toThrow('leased twice')
})

test('two computers that take turns on one folder leap each time, and never come to the end of the numbers', () => {
  const random = seededRandom(7)
  let highest = 0
  for (let turn = 0; turn < 20_000; turn += 1) {
    const { next } = must(leasedBeyond(highest, random).blocks[0], 'a block')
    expect(next).toBeGreaterThan(highest)
    if (turn < 2_000) expect(next - highest).toBeGreaterThan(LEAP_MIN)
    highest = blockAfter(next - 1).end - 1
  }
  expect(highest).toBeLessThan(RESERVES_FROM)
})

test('whatever the network does, no number is given twice, and none is missing while a reserve is left', () => {
  // Each step gives one number; the authority answers or does not.
  const steps = fc.array(fc.record({ gives: fc.integer({ min: 1, max: 600 }), isAway: fc.boolean() }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(steps, (days) => {
      let highest = 0
      let leased: Leased = { blocks: [], reserve }
      const given = new Set<number>()
      let count = 0
      for (const { gives, isAway } of days) {
        for (let one = 0; one < gives; one += 1) {
          if (wantsBlock(leased) && !isAway) {
            const block = blockAfter(highest)
            highest = block.end - 1
            leased = withBlock(leased, block)
          }
          const taken = takeNumber(leased)
          if (!taken) throw new Error('a reserve is left')
          leased = taken.left
          given.add(taken.number)
          count += 1
        }
      }
      expect(given.size).toBe(count)
      const isLeased = (number: number): boolean => number >= 1 && (number <= highest || number >= reserve.next)
      expect([...given].every(isLeased)).toBe(true)
      expect(BLOCK_SIZE).toBeGreaterThan(ASK_BELOW)
    }),
    { numRuns: 60 },
  )
})
