/** What could have been entered otherwise than it was paid: amounts, lines, products, money paid in and out. Pure. */
import { cents } from '../../kernel/money.ts'
import { NOTES_CENTS } from '../pieces.ts'
import { taxOf } from '../tax.ts'
import type { CashReceipt, DrawerEvidence } from './drawer-evidence.ts'
import { eachStanding, ofMove, type Possible } from './possible.ts'

type Good = DrawerEvidence['goods'][number]

/** An amount was typed otherwise than it was meant, and what was meant was paid: with its tax, if any. */
export function mistyped({ receipts, moves, totals }: DrawerEvidence, meantBy: (typed: number) => readonly number[]) {
  const ofReceipts = receipts
    .filter((one) => !one.is_voided)
    .flatMap(({ full_receipt_number, typed }) =>
      typed.map((one) => ({ ...one, sign: 1, of: { receipt: full_receipt_number } })),
    )
  const ofMoves = moves
    .filter(({ is_typed }) => is_typed)
    .map((one) => {
      const plain = { each_cents: cents(Math.abs(one.drawer_cents)), quantity_count: 1, tax_bp: 0 }
      const { by_cents: _by, ...of } = ofMove(one, 0)
      return { ...plain, sign: Math.sign(one.drawer_cents), of }
    })
  const ofTotals = totals.map(({ event_ref, typed_cents, is_float }) => {
    return { each_cents: typed_cents, quantity_count: 1, tax_bp: 0, sign: is_float ? 1 : -1, of: { event_ref } }
  })
  return [...ofReceipts, ...ofMoves, ...ofTotals].flatMap(({ each_cents, quantity_count, tax_bp, sign, of }) => {
    const paid = (each: number) => each * quantity_count + taxOf(each * quantity_count, tax_bp)
    const meantCents = meantBy(each_cents).filter((meant) => meant > 0)
    return meantCents.map((meant): Possible => {
      const by_cents = sign * (paid(meant) - paid(each_cents))
      return { ...of, by_cents, note_cents: each_cents, meant_cents: cents(meant) }
    })
  })
}

const goodOf = ({ goods }: DrawerEvidence, product: string | null) =>
  goods.find((one) => one.product_code === product) ?? null
const priceOf = (good: Good, count: number) => {
  const net = good.price_cents * count
  return net + taxOf(net, good.tax_bp)
}

/** Each line of a sale at a set price, with its product. */
function eachSold(evidence: DrawerEvidence, offBy: (good: Good, count: number) => readonly Possible[]) {
  return evidence.receipts
    .filter((one) => !one.is_voided)
    .flatMap(({ full_receipt_number, lines }) =>
      lines.flatMap(({ product_code, quantity_count }): readonly Possible[] => {
        const good = goodOf(evidence, product_code)
        return good === null ? [] : offBy(good, quantity_count).map((one) => ({ ...one, receipt: full_receipt_number }))
      }),
    )
}

export function quantitiesOther(evidence: DrawerEvidence, meantBy: (typed: number) => readonly number[]) {
  return eachSold(evidence, (good, count) =>
    meantBy(count)
      .filter((meant) => meant > 0 && meant <= 100)
      .map((meant) => {
        const by_cents = priceOf(good, meant) - priceOf(good, count)
        return { by_cents, product_code: good.product_code, by_count: meant - count }
      }),
  )
}

export function otherProducts(evidence: DrawerEvidence): readonly Possible[] {
  return eachSold(evidence, (good, count) =>
    evidence.goods.map((other) => {
      return { by_cents: priceOf(other, count) - priceOf(good, count), product_code: other.product_code }
    }),
  )
}

/** One of several lines was entered, and nobody paid it. */
export function linesNotTaken(evidence: DrawerEvidence): readonly Possible[] {
  return eachStanding(evidence, ({ lines }) =>
    lines.length > 1 ? lines.map(({ amount_cents, tax_cents }) => -amount_cents - tax_cents) : [],
  )
}

export const taxIn = ({ lines }: CashReceipt) => lines.reduce((sum, { tax_cents }) => sum + tax_cents, 0)

/** What came in was entered as what went out, or the reverse. */
export function otherWay({ moves }: DrawerEvidence): readonly Possible[] {
  return moves.map((one) => ofMove(one, -2 * one.drawer_cents))
}

/** A bill went out for a purchase, and what was left of it did not come back. */
export function changeNotBack({ moves }: DrawerEvidence): readonly Possible[] {
  return moves
    .filter((one) => one.is_paid && one.drawer_cents < 0)
    .flatMap((one) =>
      NOTES_CENTS.filter((note) => note > -one.drawer_cents).map((note) => {
        return { ...ofMove(one, -one.drawer_cents - note), note_cents: cents(note) }
      }),
    )
}

/** Of small things more are sold at once. */
const SMALL_CENTS = 100

/** @param sign below zero: they were given back, as copies that came out blank */
export function saleNotEntered({ goods }: DrawerEvidence, sign: 1 | -1): readonly Possible[] {
  return goods.flatMap((good) =>
    Array.from({ length: good.price_cents < SMALL_CENTS ? 20 : 3 }, (_, at): Possible => {
      const by_count = at + 1
      return { by_cents: sign * priceOf(good, by_count), product_code: good.product_code, by_count }
    }),
  )
}

/** One each of what was sold on the same day. */
export function sellsToday({ goods, receipts }: DrawerEvidence): readonly Possible[] {
  const sold = new Set(receipts.flatMap(({ lines }) => lines.map(({ product_code }) => product_code)))
  return goods
    .filter(({ product_code }) => sold.has(product_code))
    .map((good) => ({ by_cents: priceOf(good, 1), product_code: good.product_code, by_count: 1 }))
}

/** Whole dollars and rolls that came in or went out: a drop, coins from the safe, a donation. */
const ROUND_CENTS = [
  ...Array.from({ length: 20 }, (_, at) => (at + 1) * 100),
  ...Array.from({ length: 16 }, (_, at) => (at + 5) * 500),
  ...Array.from({ length: 20 }, (_, at) => (at + 1) * 2000),
]
export function moveNotEntered(): readonly Possible[] {
  return [...new Set(ROUND_CENTS)].flatMap((amount) => [{ by_cents: amount }, { by_cents: -amount }])
}

export function paymentNotEntered({ owing_count }: DrawerEvidence, variance: number): readonly Possible[] {
  return owing_count === 0 ? [] : [{ by_cents: variance, by_count: owing_count }]
}
