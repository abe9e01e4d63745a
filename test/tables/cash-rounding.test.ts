/** What a library's rounding takes and gives back, each mode to the cent, and what of it stays on an account. */
import { describe, expect, test } from 'vitest'
import { cashRefund, isPartRounded, settle, withCredit, type KeptAsCredit } from '../../shared/cash/settle.ts'
import type { CashRounding } from '../../shared/cash/rounding.ts'
import { cents } from '../../shared/kernel/money.ts'

type Mode = readonly [says: string, rounding: CashRounding, can_make_exact_change: boolean, kept: KeptAsCredit]

const OFF: Mode = ['off', 'off', false, 'nothing']
const ALWAYS: Mode = ['always', 'always', true, 'nothing']
const NO_PENNIES: Mode = ['only without pennies, and there are none', 'no-exact-change', false, 'nothing']
const PENNIES: Mode = ['only without pennies, and there are some', 'no-exact-change', true, 'nothing']
const CREDITED: Mode = ['always, the difference to the account', 'always', true, 'rounding']
const KEPT: Mode = ['always, the change to the account', 'always', true, 'change']
const KEPT_OFF: Mode = ['off, the change to the account', 'off', true, 'change']

describe('a payment', () => {
  test.each([
    //        due, given: stays, change, rounded, on the account
    [OFF, 52, 100, 52, 48, 0, 0],
    [ALWAYS, 52, 100, 50, 50, -2, 0],
    [ALWAYS, 53, 100, 55, 45, 2, 0],
    [ALWAYS, 53, 53, 53, 0, 0, 0],
    [ALWAYS, 1, 1, 1, 0, 0, 0],
    [ALWAYS, 2, 2, 2, 0, 0, 0],
    [KEPT, 2, 5, 5, 0, 0, 3],
    [NO_PENNIES, 58, 100, 60, 40, 2, 0],
    [PENNIES, 58, 100, 58, 42, 0, 0],
    [CREDITED, 58, 100, 60, 40, 0, 2],
    [CREDITED, 57, 100, 55, 45, -2, 0],
    [CREDITED, 58, 58, 58, 0, 0, 0],
    [CREDITED, 55, 100, 55, 45, 0, 0],
    [KEPT, 58, 100, 100, 0, 0, 42],
    [KEPT, 57, 100, 100, 0, 0, 43],
    [KEPT, 58, 58, 58, 0, 0, 0],
    [KEPT, 58, 60, 60, 0, 0, 2],
    // Only what rounding let off is left: there is nothing to keep.
    [KEPT, 57, 55, 55, 0, -2, 0],
    [KEPT_OFF, 58, 100, 100, 0, 0, 42],
    [KEPT_OFF, 100, 100, 100, 0, 0, 0],
  ] as const)('%s: %i due, %i given', (mode, due, given, stays, change, off, credit) => {
    const [, rounding, is_exact_possible, kept] = mode
    const settled = settle(cents(due), { cash_cents: cents(given), others: [] }, { rounding, is_exact_possible })
    if ('code' in settled) throw new Error(settled.code)
    const all = withCredit(settled, kept)
    expect([all.drawer_cents, all.change_cents, all.rounding_cents, all.credit_cents]).toEqual([
      stays,
      change,
      off,
      credit,
    ])
    // What stays is what was due, what was rounded, and what is on the account.
    expect(all.drawer_cents).toBe(due + all.rounding_cents + all.credit_cents)
    expect(all.drawer_cents + all.change_cents).toBe(given)
  })
})

describe('a debt is rounded once, by the payment that settles it', () => {
  test.each([
    // is it a part, due now, paid before, rounded by: refused?
    ['a part, up', true, 8, 0, 2, true],
    ['a part, down', true, 7, 0, -2, true],
    ['a part, to nothing', true, 2, 0, -2, true],
    ['a part, to the cent', true, 7, 0, 0, false],
    ['the whole, down', false, 1252, 0, -2, false],
    ['the whole, to nothing', false, 2, 0, -2, false],
    ['the rest, down as the whole would be', false, 752, 500, -2, false],
    ['the rest, down by more than the whole would be', false, 7, 1244, -2, true],
    ['the rest, where the whole is not rounded', false, 2, 1248, -2, true],
    ['the rest, where the whole would go up', false, 2, 1251, -2, true],
    ['the rest, up', false, 3, 1250, 2, false],
  ] as const)('%s', (_, is_part, due_cents, before_cents, rounding, isRefused) => {
    expect(isPartRounded(rounding, { is_part, due_cents, before_cents })).toBe(isRefused)
  })
})

describe('a refund in cash', () => {
  test.each([
    ['exact', ALWAYS, 58, 58, 0],
    ['exact', NO_PENNIES, 57, 57, 0],
    ['exact', OFF, 58, 58, 0],
    ['mirrored', ALWAYS, 58, 60, -2],
    ['mirrored', ALWAYS, 57, 55, 2],
    ['mirrored', ALWAYS, 55, 55, 0],
    ['mirrored', NO_PENNIES, 58, 60, -2],
    ['mirrored', PENNIES, 58, 58, 0],
    ['mirrored', OFF, 58, 58, 0],
  ] as const)('%s, %s: of %i', (refunds, [, rounding, is_exact_possible], amount, out, off) => {
    const back = cashRefund(cents(amount), { refunds, rounding, is_exact_possible })
    expect([0 - back.drawer_cents, back.rounding_cents]).toEqual([out, off])
    // What a sale of the same amount was rounded by comes back with the opposite sign (pos-peers I4).
    const sale = settle(cents(amount), { cash_cents: cents(1000), others: [] }, { rounding, is_exact_possible })
    if (refunds === 'mirrored') expect('code' in sale ? null : sale.rounding_cents + off).toBe(0)
  })
})

/** A refund of each amount in turn, of a receipt that took so much for what it was due in cash. */
describe('refunds of one receipt are rounded once, over their sum', () => {
  type Row = readonly [Mode, 'exact' | 'mirrored', number, number, readonly number[], readonly number[]]
  const TWENTY = Array.from({ length: 20 }, () => 3)
  test.each<Row>([
    // mode, refunds, due, taken, refunded, paid out
    [ALWAYS, 'mirrored', 60, 60, TWENTY, TWENTY.map((_, at) => ((at % 5) % 2 === 0 ? 5 : 0))],
    [ALWAYS, 'mirrored', 58, 60, [58], [60]],
    [ALWAYS, 'mirrored', 58, 60, [29, 29], [30, 30]],
    [ALWAYS, 'mirrored', 57, 55, [3, 54], [5, 50]],
    [ALWAYS, 'mirrored', 57, 55, [2, 55], [0, 55]],
    // Somebody had the pennies: the whole comes back as it was taken.
    [ALWAYS, 'mirrored', 3, 3, [3], [3]],
    [ALWAYS, 'mirrored', 58, 58, [57, 1], [55, 3]],
    [ALWAYS, 'exact', 58, 60, [29, 29], [29, 29]],
    // Rounding let two cents off: they are not given back.
    [ALWAYS, 'exact', 57, 55, [57], [55]],
    [ALWAYS, 'exact', 57, 55, [50, 7], [50, 5]],
    // Above what the cash paid: what a card paid goes back in cash.
    [ALWAYS, 'mirrored', 57, 55, [57, 43], [55, 45]],
    [OFF, 'mirrored', 58, 58, [3, 3, 52], [3, 3, 52]],
  ])('%s, %s: %i was due, %i taken', ([, rounding, is_exact_possible], refunds, due, taken, parts, out) => {
    let [refunded, paid] = [0, 0]
    const outs = parts.map((part) => {
      const side = { taken: { due_cents: due, drawer_cents: taken }, refunded_cents: refunded, paid_cents: paid }
      const { drawer_cents, rounding_cents } = cashRefund(cents(part), { refunds, rounding, is_exact_possible }, side)
      expect(rounding_cents - drawer_cents).toBe(part)
      refunded += part
      paid -= drawer_cents
      return 0 - drawer_cents
    })
    expect(outs).toEqual(out)
  })
})
