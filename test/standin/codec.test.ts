/** The stand-in carries between worlds what structured clone carries, and refuses what that refuses. */
import { describe, expect, test } from 'vitest'
import { makeCodec } from './codec.ts'

const { encode, decode } = makeCodec()

describe('between worlds', () => {
  test.each<[string, unknown]>([
    ['text', 'Día de los Muertos “quoted” \u2028'],
    ['numbers that JSON cannot say', [NaN, Infinity, -Infinity, 12n]],
    ['nothing, in its two kinds', { one: null, other: undefined }],
    ['a date', new Date(1_700_000_000_000)],
    ['bytes', new Uint8Array([0, 127, 128, 255])],
    ['names that look like the codec’s own', { $date: 1, $$date: 2, $undefined: { $bytes: 'x' } }],
    ['names that every object has', [{ constructor: 1 }, { toString: 2 }, { hasOwnProperty: 3 }]],
    ['one value in two places', ((same) => [same, same])({ id: 1 })],
  ])('%s comes back the same', (_name, value) => {
    expect(decode(encode(value))).toEqual(value)
  })

  test.each<[string, () => unknown]>([
    ['a function', () => ({ fn: () => 1 })],
    ['a symbol', () => Symbol('x')],
    [
      'a circle',
      () => {
        const circle: { self?: unknown } = {}
        circle.self = circle
        return circle
      },
    ],
  ])('%s is refused', (_name, make) => {
    expect(() => encode(make())).toThrow('could not be cloned')
  })
})
