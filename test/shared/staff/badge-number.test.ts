/** Numbers for new badges are drawn: valid, and telling nothing of each other (security review S2-1). */
import { expect, test } from 'vitest'
import { isLuhn } from '../../../shared/catalog/isbn.ts'
import { drawnBadge, isDrawnBadge } from '../../../shared/staff/badge-number.ts'
import { seededRandom } from '../../main/support/fakes.ts'

test('have 14 digits, a right check digit, and none follows another', () => {
  const random = seededRandom(5)
  const numbers = Array.from({ length: 500 }, () => drawnBadge(random))
  expect(numbers.filter((number) => !/^29999\d{9}$/.test(number) || !isLuhn(number))).toEqual([])
  expect(numbers.filter((number) => !isDrawnBadge(number))).toEqual([])
  expect(new Set(numbers).size).toBe(500)
  const steps = numbers.slice(1).map((number, at) => Math.abs(Number(number) - Number(numbers[at])))
  expect(steps.filter((step) => step < 100)).toEqual([])
})

test.each(['21234000000011', '31234000000011', '29999', '2999900000001X'])('%s is none of them', (text) => {
  expect(isDrawnBadge(text)).toBe(false)
})

test('use every digit about as often', () => {
  const random = seededRandom(6)
  const drawn = Array.from({ length: 1_000 }, () => drawnBadge(random).slice(5, 13)).join('')
  const counts = '0123456789'.split('').map((digit) => drawn.split(digit).length - 1)
  expect(Math.min(...counts)).toBeGreaterThan(700)
  expect(Math.max(...counts)).toBeLessThan(900)
})

test('bytes that would make a digit more likely are not used', () => {
  const bytes = [255, 250, 7, 0, 1, 2, 3, 4]
  expect(drawnBadge({ bytes: () => new Uint8Array(bytes) }).slice(5, 13)).toBe('70123470')
})
