/** Money goes in and out of text without losing a cent, and what is not money is not read. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCents, cents, centsText, moneyText, parseCents } from '../../../shared/kernel/money.ts'

const anyCents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((amount) => cents(amount))

describe('reading', () => {
  test.each([
    ['3.75', 375],
    ['$3.75', 375],
    ['-0.50', -50],
    ['-$0.50', -50],
    ['3', 300],
    ['1,200.00', 120_000],
    ['0.29', 29],
    ['1.15', 115],
    ['-0.00', 0],
    [' 5.00 ', 500],
    ['9999999.99', 999_999_999],
  ])('%s', (text, amount) => {
    expect(parseCents(text)).toBe(amount)
  })
  test.each([
    '',
    '.',
    '.5',
    '5.',
    '1.2',
    '1.234',
    '12,00',
    '1,20.00',
    '1e3',
    '٣',
    '½',
    '--1',
    '$',
    '3.75 USD',
    '99999999',
  ])('%j is not money', (text) => {
    expect(parseCents(text)).toBeNull()
  })
})

test('what is written is read as the same, with and without the sign of the currency', () => {
  fc.assert(
    fc.property(anyCents, (amount) => {
      fc.pre(Math.abs(amount) < 1_000_000_000)
      expect(parseCents(centsText(amount))).toBe(amount)
      expect(parseCents(moneyText(amount))).toBe(amount)
      expect(centsText(amount)).toMatch(/^-?\d+\.\d{2}$/)
    }),
    { numRuns: 3000 },
  )
})

test('sums are exact, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100_000, max: 100_000 }), { maxLength: 50 }), (amounts) => {
      const list = amounts.map((amount) => cents(amount))
      const exact = amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)
      expect(BigInt(addCents(...list))).toBe(exact)
      expect(addCents(...list.toReversed())).toBe(addCents(...list))
    }),
  )
  expect(addCents(cents(10), cents(20))).toBe(30)
})

test('a fraction, or more than ten million, is a fault and not an amount', () => {
  for (const amount of [0.1, 1.5, Number.NaN, Infinity, 1_000_000_001]) expect(() => cents(amount)).toThrow('cents')
})
