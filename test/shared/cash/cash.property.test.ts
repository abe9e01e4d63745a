/** What always holds of money that is handed over, spread, counted and left, by whatever amounts. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveFloat } from '../../../shared/cash/leave-float.ts'
import { payDown } from '../../../shared/cash/pay-down.ts'
import { eachPiece, PIECES_CENTS, piecesTotal, type Pieces } from '../../../shared/cash/pieces.ts'
import { CASH_ROUNDINGS, nearestFive, REFUND_ROUNDINGS } from '../../../shared/cash/rounding.ts'
import { cashRefund, settle } from '../../../shared/cash/settle.ts'
import { OTHER_TENDERS } from '../../../shared/ledger/drawer-acts.ts'
import { cents } from '../../../shared/kernel/money.ts'

const amount = fc.integer({ min: 0, max: 50_000 }).map(cents)
const rules = fc.record({ rounding: fc.constantFrom(...CASH_ROUNDINGS), is_exact_possible: fc.boolean() })
const handed = fc.record({
  cash_cents: amount,
  others: fc.array(fc.record({ tender: fc.constantFrom(...OTHER_TENDERS), amount_cents: amount }), { maxLength: 3 }),
})
const drawer = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: PIECES_CENTS.length, maxLength: PIECES_CENTS.length })
  .map((counts): Pieces => eachPiece((piece) => counts[PIECES_CENTS.indexOf(piece)] ?? 0))

test('what is tendered less the change is what is paid with the rounding', () => {
  fc.assert(
    fc.property(amount, handed, rules, (due, tendered, by) => {
      const done = settle(due, tendered, by)
      const byOthers = tendered.others.reduce((sum, one) => sum + one.amount_cents, 0)
      if ('code' in done) {
        const short = byOthers + tendered.cash_cents < due + 3
        expect(done.code === 'other-over' ? byOthers > due : short).toBe(true)
        expect(done.amount_cents).toBeGreaterThan(0)
        return
      }
      expect(done.drawer_cents + byOthers).toBe(due + done.rounding_cents)
      expect(done.drawer_cents + done.change_cents).toBe(tendered.cash_cents)
      expect(Math.abs(done.rounding_cents)).toBeLessThanOrEqual(by.rounding === 'off' ? 0 : 2)
      expect(Math.min(done.change_cents, done.drawer_cents)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('what checks and cards pay alone is never rounded', () => {
  fc.assert(
    fc.property(amount, rules, (due, by) => {
      const done = settle(due, { cash_cents: cents(0), others: [{ tender: 'card', amount_cents: due }] }, by)
      expect(done).toEqual({ drawer_cents: 0, change_cents: 0, rounding_cents: 0 })
    }),
  )
})

test('a mirrored refund takes back the rounding of the sale', () => {
  fc.assert(
    fc.property(amount, (due) => {
      const by = { rounding: 'always', is_exact_possible: true } as const
      const sale = settle(due, { cash_cents: nearestFive(due), others: [] }, by)
      const back = cashRefund(due, { ...by, refunds: 'mirrored' })
      if ('code' in sale) throw new Error(sale.code)
      // Plus zero: a refund of nothing is not minus nothing.
      expect([sale.drawer_cents + back.drawer_cents, sale.rounding_cents + back.rounding_cents + 0]).toEqual([0, 0])
    }),
  )
})

test('in whatever parts a receipt goes back, the cash is the mirror of their sum, and never more than it took', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 })
  const receipt = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.boolean())
  fc.assert(
    fc.property(receipt, shares, fc.constantFrom(...REFUND_ROUNDINGS), ([due, hasPennies], parts, refunds) => {
      const rounding = 'always'
      const drawer_cents = hasPennies ? due : nearestFive(cents(due))
      const taken = { due_cents: due, drawer_cents }
      const by = { rounding, is_exact_possible: true, refunds } as const
      const paidFor = (amount: number, refunded_cents: number, paid_cents: number): number =>
        0 - cashRefund(cents(amount), by, { taken, refunded_cents, paid_cents }).drawer_cents
      let [refunded, paid] = [0, 0]
      for (const share of [...parts, 100]) {
        const amount = Math.ceil(((due - refunded) * share) / 100)
        if (amount === 0) continue
        const out = paidFor(amount, refunded, paid)
        expect(out).toBeGreaterThanOrEqual(0)
        refunded += amount
        paid += out
        // The same as if all of it had gone back at once.
        expect(paid).toBe(paidFor(refunded, 0, 0))
        expect(paid).toBeLessThanOrEqual(drawer_cents)
        if (refunds === 'exact') expect(paid).toBeLessThanOrEqual(refunded)
        else if (refunded < due) expect(paid).toBe(Math.min(nearestFive(cents(refunded)), drawer_cents))
      }
      if (refunds === 'mirrored') expect(paid).toBe(drawer_cents)
    }),
  )
})

test('a payment is spread to the cent, and no charge is paid above what is owed', () => {
  const owing = fc.uniqueArray(fc.record({ charge_ref: fc.nat(99).map((at) => `D.1.${at}`), owed_cents: amount }), {
    selector: (one) => one.charge_ref,
    maxLength: 6,
  })
  fc.assert(
    fc.property(owing, amount, (charges, paid) => {
      const { lines, over_cents } = payDown(charges, paid)
      expect(lines.reduce((sum, line) => sum + line.amount_cents, 0) + over_cents).toBe(paid)
      for (const line of lines) {
        const owed = charges.find((one) => one.charge_ref === line.charge_ref)?.owed_cents ?? 0
        expect(line.amount_cents).toBeLessThanOrEqual(owed)
      }
      expect(new Set(lines.map((line) => line.charge_ref)).size).toBe(lines.length)
      // What is not paid whole is the last that is paid.
      const partly = lines.findIndex(({ charge_ref, amount_cents }) =>
        charges.some((one) => one.charge_ref === charge_ref && one.owed_cents > amount_cents),
      )
      expect(partly === -1 || partly === lines.length - 1).toBe(true)
    }),
  )
})

test('what is left and what goes out are the pieces that were counted', () => {
  fc.assert(
    fc.property(drawer, amount, drawer, (counted, leave, wish) => {
      const recipe = piecesTotal(wish) <= leave ? wish : {}
      const { left, out, missing_cents, to_order } = leaveFloat(counted, leave, recipe)
      for (const piece of PIECES_CENTS) {
        expect((left[piece] ?? 0) + (out[piece] ?? 0)).toBe(counted[piece] ?? 0)
        expect((left[piece] ?? 0) + (to_order[piece] ?? 0)).toBeGreaterThanOrEqual(recipe[piece] ?? 0)
      }
      expect(piecesTotal(left) + missing_cents).toBe(leave)
      expect(missing_cents).toBeGreaterThanOrEqual(0)
    }),
  )
})
