/**
 * Debts and credits that came with the library's data, and what became of them here: with their opening transfers every
 * account together comes to nothing, and the row alone tells how they stood when they came.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf, balancesOf } from '../../../shared/cash/balances.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { NO_BALANCES, posted, REFUND_METHODS, refundDue, totalsOf } from '../../../shared/ledger/accounts.ts'
import { applied, chargeState, openedBefore, reduced, restored } from '../../../shared/ledger/charge.ts'
import { CREDIT_KINDS } from '../../../shared/ledger/charge-kinds.ts'
import { openingTransfers, type Opened } from '../../../shared/ledger/opening.ts'

const NOTHING = cents(0)
const size = fc.integer({ min: 1, max: 50_000 })
const debt = fc.tuple(size, fc.nat(), fc.constantFrom('lost', 'overdue', 'Photocopy')).map(([amount, owed, kind]) => {
  const sums = { amount_cents: cents(amount), owed_cents: cents(owed % (amount + 1)), refund_due_cents: NOTHING }
  return { charge_ref: 'C1', kind, ...sums } as const
})
const credit = fc.tuple(size, fc.constantFrom(...REFUND_METHODS)).map(([amount, method]) => {
  const sums = { amount_cents: cents(amount), owed_cents: NOTHING, refund_due_cents: cents(amount) }
  return { method, row: { charge_ref: 'credit:1', kind: CREDIT_KINDS[method], ...sums } } as const
})
const total = (opened: Opened): number =>
  [...balancesOf(openingTransfers(opened)).values()].reduce<number>((sum, one) => sum + one, 0)

test('a debt opens with what is owed, and what was settled before is in the account of the former system', () => {
  fc.assert(
    fc.property(debt, (row) => {
      const transfers = openingTransfers(row)
      const balances = transfers.reduce((sums, one) => posted(sums, one, row.charge_ref), NO_BALANCES)
      const { amount_cents, owed_cents } = row
      expect(totalsOf(balances)).toEqual({ owed_cents, refund_due_cents: 0, worth_cents: amount_cents })
      expect(balanceOf(balancesOf(transfers), { account: 'opening' })).toBe(amount_cents - owed_cents)
      expect(total(row)).toBe(0)
      expect(chargeState(row, [])).toMatchObject({ owed_cents, worth_cents: amount_cents, balances })
    }),
  )
})

test('a credit opens as a refund due by its method, and brought no income', () => {
  fc.assert(
    fc.property(credit, ({ row, method }) => {
      const state = chargeState(row, [])
      expect(state.balances).toEqual({ ...NO_BALANCES, [refundDue(method)]: -row.amount_cents })
      expect(state).toMatchObject({ owed_cents: 0, worth_cents: 0, refund_due_cents: row.amount_cents })
      expect(total(row)).toBe(0)
    }),
  )
})

test('what moved here since leaves the opening as it was', () => {
  fc.assert(
    fc.property(debt, credit, size, size, (row, { row: credited }, off, on) => {
      const less = reduced(chargeState(row, []), Math.min(off, row.amount_cents), 'waived')
      const more = restored(less.state, Math.min(on, less.state.amount_cents - less.state.worth_cents))
      const paid = applied(chargeState(credited, []), more.state, Number.POSITIVE_INFINITY)
      const moved = [...less.transfers, ...more.transfers, ...paid.transfers].map((one) => ({ ...one, of: null }))
      expect(openedBefore(paid.taker, moved)).toEqual(openingTransfers(row))
      expect(openedBefore(paid.giver, moved)).toEqual(openingTransfers(credited))
      expect(chargeState(paid.taker, moved)).toEqual(paid.taker)
      expect(chargeState(paid.giver, moved)).toEqual(paid.giver)
      const all = balancesOf([...openedBefore(paid.taker, moved), ...openedBefore(paid.giver, moved), ...moved])
      expect([...all.values()].reduce<number>((sum, one) => sum + one, 0)).toBe(0)
      expect(balanceOf(all, { account: 'receivable', charge_ref: row.charge_ref })).toBe(paid.taker.owed_cents)
    }),
  )
})

test('a row that says what cannot be is read all the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }), size, (owed, due, amount) => {
      const sums = { amount_cents: cents(amount), owed_cents: cents(owed), refund_due_cents: cents(due) }
      const row = { charge_ref: 'C1', kind: CREDIT_KINDS.check, ...sums }
      expect(total(row)).toBe(0)
      expect(chargeState(row, [])).toMatchObject({ owed_cents: owed, refund_due_cents: due })
    }),
  )
})
