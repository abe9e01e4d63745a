/** What applies at a drawer: the library's rows, or the defaults where it has none. */
import { describe, expect, test } from 'vitest'
import { PIECES_CENTS, piecesTotal } from '../../shared/cash/pieces.ts'
import { CASH_ROUNDINGS, REFUND_ROUNDINGS } from '../../shared/cash/rounding.ts'
import { cashRulesOf, drawersAt, reasonsFor, varianceNeed } from '../../shared/cash/rules.ts'
import { branchCode } from '../../shared/kernel/ids.ts'
import { cents } from '../../shared/kernel/money.ts'
import { PIECE_CODES, REASON_USES, type VarianceNeed } from '../../shared/policy/cash-facts.ts'
import { DEFAULT_SETTINGS, readSettings } from '../../shared/policy/library-settings.ts'
import type { LibraryPolicy } from '../../shared/policy/policy-facts.ts'
import { SETTINGS_ASKED } from '../../shared/policy/settings.ts'
import { drawerName, reasonName } from '../../shared/words/cash-names.ts'
import { en } from '../../shared/words/en/en.ts'
import { es } from '../../shared/words/es/es.ts'
import { product } from '../support/cash-made.ts'
import { MAPLE, policyOf } from '../support/policy-made.ts'

const NONE = cashRulesOf(policyOf())

describe('a library that has set nothing', () => {
  test('can take money: one drawer, a float of $100.00, counted without $2 bills and half dollars', () => {
    expect(NONE.drawers).toEqual([{ drawer_code: 'DRAWER-1', name: '', branch_code: '*' }])
    expect([NONE.float_total_cents, piecesTotal(NONE.float_recipe)]).toEqual([10_000, 0])
    expect(PIECES_CENTS.filter((piece) => !NONE.counted_pieces.includes(piece))).toEqual([200, 50])
    expect([NONE.rounding, NONE.refund_rounding]).toEqual(['off', 'exact'])
    expect([NONE.products, NONE.past_products]).toEqual([[], []])
  })

  test.each(REASON_USES)('has a reason for %s, named in each language', (use) => {
    const reasons = reasonsFor(NONE, use)
    expect(reasons.length).toBeGreaterThan(0)
    for (const { words } of [{ words: en }, { words: es }]) {
      const names = reasons.map((reason) => reasonName(words, reason))
      expect(new Set(names).size).toBe(reasons.length)
      expect(names.filter((name) => reasons.some((reason) => reason.reason_code === name))).toEqual([])
    }
    const isOfFund = use === 'paid-in' || use === 'paid-out'
    expect([...new Set(reasons.map((reason) => reason.fund))]).toEqual([isOfFund ? 'other' : ''])
  })

  test('names its drawer', () => {
    expect(NONE.drawers.map((drawer) => [drawerName(en, drawer), drawerName(es, drawer)])).toEqual([
      ['Cash drawer', 'Caja'],
    ])
  })
})

describe('what an over or short takes', () => {
  const own = cashRulesOf(
    policyOf({
      variance_tiers: [
        { tier_code: 'BIG', from_cents: cents(5000), needs: 'sign-off' },
        { tier_code: 'FIVE', from_cents: cents(500), needs: 'reason' },
        { tier_code: 'ODD', from_cents: cents(9000), needs: 'note' },
      ],
    }),
  )
  test.each<readonly [string, number, number, VarianceNeed | null]>([
    ['by default, nothing when it is right', 0, 0, null],
    ['a cent short', 0, -1, 'reason'],
    ['$9.99 over', 0, 999, 'reason'],
    ['$10.00 short', 0, -1000, 'note'],
    ['$25.00 over', 0, 2500, 'sign-off'],
    ['in a library that lets $4.99 pass', 1, -499, null],
    ['and asks from $5.00', 1, 500, 'reason'],
    ['or signs off from $50.00', 1, -5000, 'sign-off'],
    ['more never takes less', 1, 9000, 'sign-off'],
  ])('%s', (_says, at, variance, need) => {
    expect(varianceNeed(at === 0 ? NONE : own, cents(variance))).toBe(need)
  })
})

describe('what a library has set', () => {
  const rules = (change: Partial<LibraryPolicy>) => cashRulesOf(policyOf(change))

  test('products come in its order; one that is off sale is kept for past receipts', () => {
    const { products, past_products } = rules({
      products: [
        product('TOTE', { order_number: 20 }),
        product('COPY', { order_number: 10, key_letter: 'C', fund: 'copies' }),
        product('FAX', { is_active: false }),
        product('GIFT', { order_number: 30, kind: 'donation', price_cents: null, tax_bp: 825 }),
        product('FRIENDS', { order_number: 40, kind: 'held', price_cents: null, payee: 'FRIENDS' }),
      ],
    })
    expect(products.map((one) => [one.product_code, one.key_letter, one.fund, one.payee, one.tax_bp])).toEqual([
      ['COPY', 'C', 'copies', '', 0],
      ['TOTE', '', 'sales', '', 0],
      ['GIFT', '', 'donations', '', 0],
      ['FRIENDS', '', 'sales', 'FRIENDS', 0],
    ])
    expect(past_products.map((one) => one.product_code)).toEqual(['FAX'])
  })

  test('its reasons replace the usual ones of the same use alone', () => {
    const own = { reason_code: 'STAMPS', name: 'Stamps', used_for: 'paid-out', fund: 'office' } as const
    const { reasons } = rules({ cash_reasons: [own] })
    expect(reasons.filter((one) => one.used_for === 'paid-out')).toEqual([own])
    expect(reasons.filter((one) => one.used_for === 'void')).toEqual(reasonsFor(NONE, 'void'))
  })

  test('a float is never less than its recipe', () => {
    const float_pieces = [
      { piece_code: '1000', pieces_count: 12 },
      { piece_code: '25', pieces_count: 40 },
    ]
    expect(rules({ float_pieces })).toMatchObject({ float_recipe: { 1000: 12, 25: 40 }, float_total_cents: 13_000 })
  })

  test('a branch has its own drawers and those of no branch, or else all', () => {
    const drawers = rules({
      cash_drawers: [
        { drawer_code: 'M1', name: 'Maple desk', branch_code: MAPLE },
        { drawer_code: 'VAN', name: 'Bookmobile', branch_code: '*' },
      ],
    })
    const codes = (branch: string) => drawersAt(drawers, branch).map((one) => one.drawer_code)
    expect([codes('MAPLE'), codes('NORTH')]).toEqual([['M1', 'VAN'], ['VAN']])
    const only = rules({ cash_drawers: [{ drawer_code: 'M1', name: 'Maple desk', branch_code: branchCode('MAPLE') }] })
    expect(drawersAt(only, 'NORTH').map((one) => one.drawer_code)).toEqual(['M1'])
  })
})

test('the rules of cash have every piece and rounding that the drawer knows', () => {
  expect(PIECE_CODES).toEqual(PIECES_CENTS.map(String))
  const all = JSON.stringify(PIECES_CENTS)
  expect(readSettings([{ name: 'counted_pieces_cents', value: all }]).counted_pieces_cents).toEqual(PIECES_CENTS)
  expect(SETTINGS_ASKED.cash_rounding.column.options).toEqual(CASH_ROUNDINGS)
  expect(SETTINGS_ASKED.refund_rounding.column.options).toEqual(REFUND_ROUNDINGS)
  expect(DEFAULT_SETTINGS.cash_rounding).toBe('off')
})
