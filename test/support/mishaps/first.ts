/** The first two lists: what causes were made for, and what was first measured without one. */
import type { Seeded } from '../../../bench/support/seeded.ts'
import {
  BILLS,
  GOODS,
  PIECES,
  ROLL,
  atMove,
  atSlip,
  changeOf,
  isCash,
  lineTotal,
  slipOf,
  slipTotal,
  some,
  typedAs,
  withSlip,
  withTax,
} from './day.ts'
import type { Happen, Line, Slip } from './day.ts'

/** Two neighbors of the digits change places; 0.50 has three digits. */
function swapped(amount: number, random: Seeded): number | null {
  const digits = String(amount).padStart(3, '0').split('')
  const at = random.whole(digits.length - 1)
  ;[digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? '']
  return Number(digits.join(''))
}

function tenfold(amount: number, random: Seeded): number | null {
  if (random.chance(0.5) || amount > 2000) return amount % 10 === 0 ? amount / 10 : null
  return amount * 10
}

/** Keyed under one tender and paid by another. */
const keyed =
  (as: Slip['tender']): Happen =>
  (day, random) => {
    const slip = slipOf(day, random, (one) => one.tender === as)
    const total = slip ? slipTotal(slip) : 0
    if (!slip) return null
    const isShort = as === 'cash'
    return { off: isShort ? -total : total, others: [isShort ? total : -total], truth: { number: slip.number }, day }
  }

/** A bill was entered, and so its change given, and a smaller one lay in the hand. */
const largerBill: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => isCash(one) && BILLS.includes(one.tendered) && changeOf(one) > 0)
  const given = slip && BILLS[BILLS.indexOf(slip.tendered) - 1]
  return slip && given && given >= slipTotal(slip)
    ? { off: given - slip.tendered, truth: { number: slip.number }, day }
    : null
}

const countedOff =
  (sign: 1 | -1): Happen =>
  (day, random) => {
    const piece = random.pick(PIECES)
    return { off: sign * piece, truth: { piece }, day }
  }

const rollLeftOut: Happen = (day, random) => {
  const piece = random.pick([25, 10, 5, 1])
  return { off: -piece * (ROLL[piece] ?? 0), truth: { piece }, day }
}

const notEntered: Happen = (day, random) => {
  const { code, price, tax_bp } = random.pick(GOODS.filter((one) => one.price !== null))
  const quantity = code === 'COPY' ? 1 + random.whole(12) : 1 + random.whole(2)
  return { off: withTax(quantity * (price ?? 0), tax_bp), truth: { product: code }, day }
}

const fineNotEntered: Happen = (day, random) => ({ off: random.pick(day.owed), truth: {}, day })

const enteredTwice: Happen = (day, random) => {
  // A charge that was paid is owed no more.
  const slip = slipOf(day, random, (one) => isCash(one) && one.lines.every(({ product }) => product !== ''))
  if (!slip) return null
  const again = { ...slip, number: 90 }
  const slips = day.slips.flatMap((one) => (one === slip ? [one, again] : [one]))
  return { off: -slipTotal(slip), truth: { number: 90 }, day: { ...day, slips } }
}

const voidKept: Happen = (day, random) => {
  const slip = slipOf(day, random, isCash)
  return (
    slip && { off: slipTotal(slip), truth: { number: slip.number }, day: withSlip(day, { ...slip, isVoided: true }) }
  )
}

const all = () => true
/** What the causes are made for. */
export const TUNED: Readonly<Record<string, Happen>> = {
  'entered and never put in': atSlip(all, (slip) => -slipTotal(slip)),
  'entered twice': enteredTwice,
  'refund entered and not handed out': atMove(['refund'], (move) => move.amount),
  'tenth or tenfold of a price typed': typedAs(tenfold),
  'digits of a typed price swapped': typedAs(swapped),
  'change not given': atSlip(all, changeOf),
  'change given twice': atSlip(all, (slip) => -changeOf(slip)),
  'sale not entered': notEntered,
  'payment not entered': fineNotEntered,
  'piece left out of the count': countedOff(-1),
  'piece counted twice': countedOff(1),
  'roll left out of the count': rollLeftOut,
  'change as for a larger bill': largerBill,
  'card or check keyed as cash': keyed('cash'),
  'cash keyed as card': keyed('card'),
  'void entered and not given back': voidKept,
}

/** A patron paid for two things, and one of them was entered. */
const lineLeftOut: Happen = (day, random) => {
  const isPriced = ({ product }: Line) => GOODS.some((one) => one.code === product && one.price !== null)
  const slip = slipOf(day, random, (one) => isCash(one) && one.lines.length > 1 && one.lines.some(isPriced))
  const left = slip?.lines.find(isPriced)
  if (!slip || !left) return null
  const lines = slip.lines.filter((one) => one !== left)
  const entered = { ...slip, lines, tendered: slipTotal({ lines }) }
  return { off: lineTotal(left), truth: { product: left.product }, day: withSlip(day, entered) }
}

const otherCoin: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => isCash(one) && changeOf(one) % 100 > 25)
  const off = random.pick([25 - 10, 10 - 25, 10 - 5, 5 - 10, 10 - 1])
  return slip && { off, truth: { number: slip.number }, day }
}

const stuckBills: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => isCash(one) && changeOf(one) >= 100)
  const piece = slip && random.pick([100, 500, 1000].filter((one) => one <= changeOf(slip)))
  return slip && piece ? { off: -piece, truth: { piece, number: slip.number }, day } : null
}

const refundToCard: Happen = (day, random) => {
  const move = some(
    day.moves.filter((one) => one.what === 'refund'),
    random,
  )
  return move && { off: move.amount, others: [-move.amount], truth: { number: move.number }, day }
}

const slippedMove: Happen = (day, random) => {
  const move = some(
    day.moves.filter((one) => one.what === 'paid-out' && one.amount % 10 === 0),
    random,
  )
  if (!move) return null
  const amount = move.amount / 10
  const moves = day.moves.map((one) => (one === move ? { ...one, amount } : one))
  return { off: amount - move.amount, truth: { number: move.number }, day: { ...day, moves } }
}

/** One digit became its neighbor on the keys: 5.50 for 4.50. */
export function neighborKey(amount: number, random: Seeded): number | null {
  const size = 10 ** random.whole(String(amount).length)
  const digit = Math.trunc(amount / size) % 10
  const other = digit + (random.chance(0.5) ? 1 : -1)
  return other < 0 || other > 9 ? null : amount + (other - digit) * size
}

/** What was first measured without a cause of its own. */
export const UNTUNED: Readonly<Record<string, Happen>> = {
  'one of two things left out of a receipt': lineLeftOut,
  'drop entered and not taken out': atMove(['drop'], (move) => move.amount),
  'paid out handed out twice': atMove(['paid-out'], (move) => -move.amount),
  'tenth of an amount paid out typed': slippedMove,
  'coin for another as change': otherCoin,
  'two bills stuck together in change': stuckBills,
  'refund entered as cash and given to the card': refundToCard,
  'neighbor key in a typed price': typedAs(neighborKey),
}
