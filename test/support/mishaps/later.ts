/**
 * More mishaps of a drawer, in three lists: each was written down before it was measured, and causes for what it lacked
 * were made after its first measure. At the end are amounts that nothing tells.
 */
import * as made from './day.ts'
import type { Happen, Line } from './day.ts'
import { neighborKey } from './first.ts'

const isPriced = ({ product }: Line) => made.GOODS.some((one) => one.code === product && one.price !== null)

/** One more was entered of a sale than was paid for. */
const oneMore: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && one.lines.some(isPriced))
  const meant = slip?.lines.find(isPriced)
  if (!slip || !meant) return null
  const more = { ...meant, quantity: meant.quantity + 1 }
  const lines = slip.lines.map((one) => (one === meant ? more : one))
  const entered = { ...slip, lines, tendered: made.slipTotal({ lines }) }
  const off = made.lineTotal(meant) - made.lineTotal(more)
  return { off, truth: { number: slip.number }, day: made.withSlip(day, entered) }
}

/** A product was paid for, and another one was entered. */
const otherProduct: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && one.lines.some(isPriced))
  const meant = slip?.lines.find(isPriced)
  const other = made.some(
    made.GOODS.filter((one) => one.price !== null && one.code !== meant?.product),
    random,
  )
  if (!slip || !meant || !other) return null
  const wrong = { ...meant, product: other.code, each: other.price ?? 0, tax_bp: other.tax_bp }
  const lines = slip.lines.map((one) => (one === meant ? wrong : one))
  const entered = { ...slip, lines, tendered: made.slipTotal({ lines }) }
  const off = made.lineTotal(meant) - made.lineTotal(wrong)
  return { off, truth: { number: slip.number }, day: made.withSlip(day, entered) }
}

/** 4.50 became 44.50 or 45.50. */
const digitTwice = made.typedAs((meant, random) => {
  const digits = String(meant)
  const at = random.whole(digits.length)
  return digits.length > 3 ? null : Number(digits.slice(0, at + 1) + digits.slice(at))
})

/** Half was paid by card, and all of it entered as cash. */
const halfByCard: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && made.slipTotal(one) >= 500)
  const half = slip ? Math.round(made.slipTotal(slip) / 200) * 100 : 0
  return slip && { off: -half, others: [half], truth: { number: slip.number }, day }
}

/** The number of one piece was entered in the field of the next one. */
const otherField: Happen = (day, random) => {
  const at = random.whole(made.PIECES.length - 1)
  const [piece = 0, next = 0] = made.PIECES.slice(at, at + 2)
  const count = day.counted[piece] ?? 0
  const counted = { ...day.counted, [piece]: 0, [next]: (day.counted[next] ?? 0) + count }
  return count < 2 ? null : { off: count * (next - piece), truth: { piece: next }, day: { ...day, counted } }
}

/** One receipt was voided, and the money of another one given back. */
const otherVoided: Happen = (day, random) => {
  const [meant, voided] = [made.slipOf(day, random, made.isCash), made.slipOf(day, random, made.isCash)]
  if (!meant || !voided) return null
  const off = made.slipTotal(voided) - made.slipTotal(meant)
  return { off, truth: { number: voided.number }, day: made.withSlip(day, { ...voided, isVoided: true }) }
}

/** A smaller bill was entered than lay in the hand. */
const smallerBill = made.atSlip(
  (slip) => made.BILLS.includes(slip.tendered) && made.changeOf(slip) > 0 && slip.tendered < 5000,
  (slip) => (made.BILLS[made.BILLS.indexOf(slip.tendered) + 1] ?? slip.tendered) - slip.tendered,
)

/** A bill went out for a purchase, and its change did not come back. */
const changeKept: Happen = (day, random) => {
  const move = made.some(
    day.moves.filter((one) => one.what === 'paid-out'),
    random,
  )
  const bill = made.BILLS.find((one) => one > (move?.amount ?? 0))
  return move && bill !== undefined ? { off: move.amount - bill, truth: { number: move.number }, day } : null
}

const billTooFew: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && made.changeOf(one) >= 100)
  const piece =
    slip &&
    made.some(
      made.PIECES.filter((one) => one >= 100 && one <= made.changeOf(slip)),
      random,
    )
  return slip && piece ? { off: piece, truth: { piece }, day } : null
}

/** Written down before they were measured. */
export const NEW: Readonly<Record<string, Happen>> = {
  'one more of a sale entered than paid': oneMore,
  'another product entered': otherProduct,
  'digit of a typed price twice': digitTwice,
  'half by card, all keyed as cash': halfByCard,
  'count entered in the field of the next piece': otherField,
  'another receipt voided than given back': otherVoided,
  'refund handed out twice': made.atMove(['refund'], (move) => -move.amount),
  'change as for a smaller bill': smallerBill,
  'change of a purchase not brought back': changeKept,
  'bill too few in the change': billTooFew,
}

const twoLeftOut: Happen = (day, random) => {
  const piece = random.pick(made.PIECES)
  return { off: -2 * piece, truth: { piece }, day }
}

const stackTwice: Happen = (day, random) => {
  const piece = random.pick([2000, 1000, 500, 100])
  const count = day.counted[piece] ?? 0
  const counted = { ...day.counted, [piece]: count * 2 }
  return count < 2 ? null : { off: count * piece, truth: { piece }, day: { ...day, counted } }
}

const countNeighbor: Happen = (day, random) => {
  const piece = random.pick(made.PIECES)
  const count = day.counted[piece] ?? 0
  const typed = neighborKey(count, random)
  if (typed === null || typed === count || count < 1) return null
  return {
    off: (typed - count) * piece,
    truth: { piece },
    day: { ...day, counted: { ...day.counted, [piece]: typed } },
  }
}

const quantityTwice: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && one.lines.some(isPriced))
  const meant = slip?.lines.find(isPriced)
  if (!slip || !meant || meant.quantity > 9) return null
  const more = { ...meant, quantity: meant.quantity * 11 }
  const lines = slip.lines.map((one) => (one === meant ? more : one))
  const entered = { ...slip, lines, tendered: made.slipTotal({ lines }) }
  const off = made.lineTotal(meant) - made.lineTotal(more)
  return { off, truth: { number: slip.number }, day: made.withSlip(day, entered) }
}

const refundNeighbor: Happen = (day, random) => {
  const move = made.some(
    day.moves.filter((one) => one.what === 'refund'),
    random,
  )
  const amount = move && neighborKey(move.amount, random)
  if (!move || !amount || amount === move.amount) return null
  const moves = day.moves.map((one) => (one === move ? { ...one, amount } : one))
  return { off: amount - move.amount, truth: { number: move.number }, day: { ...day, moves } }
}

const twoProducts: Happen = (day, random) => {
  const all = made.GOODS.filter((one) => one.price !== null)
  const [one, other] = [random.pick(all), random.pick(all)]
  const off = made.withTax(one.price ?? 0, one.tax_bp) + made.withTax(other.price ?? 0, other.tax_bp)
  return one === other ? null : { off, truth: { product: one.code }, day }
}

/** Written down after causes were made for those above; they were mended after the first measure of these. */
export const LATER: Readonly<Record<string, Happen>> = {
  'two of a piece left out': twoLeftOut,
  'stack of bills counted twice': stackTwice,
  'neighbor key in a count': countNeighbor,
  'digit of a quantity twice': quantityTwice,
  'neighbor key in a refund': refundNeighbor,
  'two products not entered': twoProducts,
  'tax not taken': made.atSlip(
    () => true,
    (slip) => slip.lines.reduce((sum, one) => sum + one.quantity * one.each, 0) - made.slipTotal(slip),
  ),
  'paid out that was paid in': made.atMove(['paid-out'], (move) => 2 * move.amount),
  'a dollar too much as change': (day) => ({ off: -100, truth: { piece: 100 }, day }),
  'drop of one bill less than entered': (day) => ({ off: 2000, truth: { piece: 2000 }, day }),
}

/** A part of what is owed was meant to be paid, and typed as another one. */
const partMistyped: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && one.lines.length === 1 && isFine(one))
  const meant = slip?.lines[0]
  const each = meant ? neighborKey(meant.each, random) : null
  if (!slip || !meant || !each || each === meant.each) return null
  const lines = [{ ...meant, each, isPart: true }]
  const entered = { ...slip, lines, tendered: made.slipTotal({ lines }) }
  return { off: made.lineTotal(meant) - each, truth: { number: slip.number }, day: made.withSlip(day, entered) }
}
const isFine = ({ lines }: made.Slip) => lines.every(({ product }) => product === '')

/** Change as if the amount were rounded down to the dollar: 5.00 less 3.75 is 2.00. */
const dollarOff = made.atSlip(
  (slip) => made.changeOf(slip) % 100 > 0,
  (slip) => -(100 - (made.changeOf(slip) % 100)),
)
const coinsKept = made.atSlip(
  (slip) => made.changeOf(slip) > 100 && made.changeOf(slip) % 100 > 0,
  (slip) => made.changeOf(slip) % 100,
)
const billsOnlyKept = made.atSlip(
  (slip) => made.changeOf(slip) > 100 && made.changeOf(slip) % 100 > 0,
  (slip) => Math.trunc(made.changeOf(slip) / 100) * 100,
)

const rollTwice: Happen = (day, random) => {
  const piece = random.pick([25, 10, 5, 1])
  const size = made.ROLL[piece] ?? 0
  const counted = { ...day.counted, [piece]: (day.counted[piece] ?? 0) + size }
  return { off: piece * size, truth: { piece }, day: { ...day, counted } }
}

const checkHalf: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => one.tender === 'check' && made.slipTotal(one) > 500)
  return slip && { off: 500, others: [-500], truth: { number: slip.number }, day }
}

const dropDigits: Happen = (day, random) => {
  const move = made.some(
    day.moves.filter((one) => one.what === 'drop' && one.amount < 10_000),
    random,
  )
  if (!move) return null
  const amount = move.amount * 10
  const moves = day.moves.map((one) => (one === move ? { ...one, amount } : one))
  return { off: amount - move.amount, truth: { number: move.number }, day: { ...day, moves } }
}

/** Written down after these; causes were made after their first measure. */
export const LAST: Readonly<Record<string, Happen>> = {
  'neighbor key in a part of a charge': partMistyped,
  'change of a whole dollar for its coins': dollarOff,
  'coins of the change kept': coinsKept,
  'bills of the change not given': billsOnlyKept,
  'roll counted twice': rollTwice,
  'part in cash, all keyed as check': checkHalf,
  'tenfold of a drop typed': dropDigits,
  'drop handed over twice': made.atMove(['drop'], (move) => -move.amount),
  'three of a piece counted too many': (day, random) => {
    const piece = random.pick(made.PIECES)
    return { off: 3 * piece, truth: { piece }, day }
  },
  'void entered of what was paid out again': made.atMove(['refund'], (move) => 2 * move.amount),
}

/** Any amount, of a cause that nothing tells. */
export const unknown =
  (most_cents: number): Happen =>
  (day, random) => {
    const off = (1 + random.whole(most_cents)) * (random.chance(0.5) ? 1 : -1)
    return { off, truth: {}, day }
  }
