/** A surprise count by chance: about one session in so many, and never where the library wants none. */
import { expect, test } from 'vitest'
import { DRAW_BYTES, isCountDrawn } from '../../shared/cash/evidence/surprise-draw.ts'
import { seededRandom } from '../main/support/fakes.ts'

test.each([2, 3, 10, 30])('one in %i: of 30,000 draws about as many', (one_in_count) => {
  const random = seededRandom(one_in_count)
  const draws = Array.from({ length: 30_000 }, () => isCountDrawn(one_in_count, random.bytes(DRAW_BYTES)))
  const expected = 30_000 / one_in_count
  const spread = Math.sqrt(expected * (1 - 1 / one_in_count))
  expect(Math.abs(draws.filter(Boolean).length - expected)).toBeLessThan(5 * spread)
})

test.each<[string, number, readonly number[], boolean]>([
  ['none is wanted', 0, [0, 0, 0, 0], false],
  ['each session is drawn', 1, [255, 255, 255, 255], true],
  ['one in two, the last that is drawn', 2, [127, 255, 255, 255], true],
  ['one in two, the first that is not', 2, [128, 0, 0, 0], false],
])('%s', (_, one_in_count, bytes, isDrawn) => {
  expect(isCountDrawn(one_in_count, Uint8Array.from(bytes))).toBe(isDrawn)
})
