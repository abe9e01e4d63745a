/** Bars read back by a reader of our own that knows only the published tables' sums, and two worked examples. */
import { expect, test } from 'vitest'
import { canDraw } from '../../../shared/catalog/symbology.ts'
import { bars } from '../../../shared/receipt/bars.ts'

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)
/** Cut into signs of six widths; the stop of seven is left over. */
const signs = (widths: readonly number[]): readonly string[] =>
  (widths.slice(0, -7).join('').match(/\d{6}/g) ?? []).map(String)

// The worked example of the standard begins in set A and has 54; in set B the start, and so the check, is one more.
test('Code 128 of "PJJ123C" has the check sign 55', () => {
  const drawn = bars('PJJ123C', 'code128')
  expect(signs(drawn).at(0)).toBe('211214')
  expect(signs(drawn).at(-1)).toBe('311321')
  expect(drawn.slice(-7).join('')).toBe('2331112')
})

test.each([['31234000123457'], ['123456789012345'], ['JON-4471'], ['~ !']])(
  'Code 128 of %s: each sign is eleven wide with an even sum of bars',
  (value) => {
    const drawn = bars(value, 'code128')
    for (const sign of signs(drawn)) {
      const widths = Array.from(sign, Number)
      expect(sum(widths)).toBe(11)
      expect(sum(widths.filter((_, at) => at % 2 === 0)) % 2).toBe(0)
    }
    expect(sum(drawn)).toBe(signs(drawn).length * 11 + 13)
  },
)

test('fourteen digits are seven signs of two digits each, beside start, check and stop', () => {
  expect(signs(bars('31234000123457', 'code128'))).toHaveLength(9)
})

test('Codabar of "1" between two A', () => {
  expect(bars('1', 'codabar').join('')).toBe(['1133131', '1111331', '1133131'].join('1'))
})

test.each([
  ['31234000123457', 'codabar', true],
  ['JON-4471', 'codabar', false],
  ['JON-4471', 'code128', true],
  ['', 'code128', false],
  ['ñ', 'code128', false],
  ['1'.repeat(41), 'codabar', false],
] as const)('%s as %s: %s', (value, symbology, can) => {
  expect(canDraw(value, symbology)).toBe(can)
  if (!can) expect(() => bars(value, symbology)).toThrow('a value that these bars can draw')
})
