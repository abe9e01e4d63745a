/**
 * Mishaps of a drawer as handbooks and forums of cashiers, tellers and libraries name them, but for those that an
 * earlier list has. Written down before they were measured.
 */
import * as made from './day.ts'
import type { Happen, Line, Slip } from './day.ts'

const COINS = [25, 10, 5, 1]
const BILLS = [2000, 1000, 500, 100]

/** One digit changed places with the next one. */
function transposed(amount: number, at: number): number {
  const digits = Array.from(String(amount))
  const [one = '', next = ''] = digits.slice(at, at + 2)
  return Number([...digits.slice(0, at), next, one, ...digits.slice(at + 2)].join(''))
}

/** Its label says another coin than it has. */
const rollOfOther: Happen = (day, random) => {
  const [as, is] = [random.pick(COINS), random.pick(COINS)]
  const worth = (piece: number) => piece * (made.ROLL[piece] ?? 0)
  const counted = { ...day.counted, [as]: (day.counted[as] ?? 0) + (made.ROLL[as] ?? 0) }
  return { off: worth(as) - worth(is), truth: { piece: as }, day: { ...day, counted } }
}

const fromSafe: Happen = (day, random) => {
  return { off: random.pick([1000, 500, 200, 50, 2000, 4000, 2500]), truth: {}, day }
}
const dropNotEntered: Happen = (day, random) => ({ off: -2000 * (1 + random.whole(10)), truth: {}, day })
/** For stamps, milk, a courier. */
const paidNotEntered: Happen = (day, random) => {
  return { off: -random.pick([66, 132, 349, 425, 500, 780, 899, 1000, 1250, 1475, 2000, 2360]), truth: {}, day }
}

const floatTyped: Happen = (day, random) => {
  const float = 5000 + random.whole(10_000)
  const typed = transposed(float, random.whole(String(float).length - 1))
  return { off: float - typed, truth: { number: made.OPENED }, day: { ...day, float: typed } }
}
const totalTyped: Happen = (day, random) => {
  const total = 8000 + random.whole(20_000)
  const typed = transposed(total, random.whole(String(total).length - 1))
  return { off: typed - total, truth: { number: made.COUNTED }, day: { ...day, counted: {}, total: typed } }
}

/** First in cash; then the patron paid by card after all, and the first one stayed. */
const alsoByCard: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => one.tender === 'card')
  if (!slip) return null
  const first: Slip = { ...slip, number: 90, tender: 'cash', tendered: made.slipTotal(slip) }
  const slips = day.slips.flatMap((one) => (one === slip ? [first, one] : [one]))
  return { off: -made.slipTotal(slip), truth: { number: 90 }, day: { ...day, slips } }
}

/** Costs 21.10, and the patron has 21.00. */
const letOff = made.atSlip(
  (slip) => made.changeOf(slip) === 0,
  (slip, random) => -(made.slipTotal(slip) % random.pick([5, 10, 25, 100])),
)

const counterfeit: Happen = (day, random) => {
  const piece = random.pick([2000, 2000, 1000, 500])
  return { off: -piece, truth: { piece }, day }
}

/** The next bill lay in the hand. */
const rungExact = made.atSlip(
  (slip) => made.changeOf(slip) === 0,
  (slip) => (made.BILLS.find((one) => one > made.slipTotal(slip)) ?? made.slipTotal(slip)) - made.slipTotal(slip),
)

const changeTransposed = made.atSlip(
  (slip) => made.changeOf(slip) >= 100,
  (slip, random) => {
    const change = made.changeOf(slip)
    return change - transposed(change, random.whole(String(change).length - 1))
  },
)

const cardRefund: Happen = (day, random) => {
  const move = made.some(
    day.moves.filter((one) => one.what === 'refund'),
    random,
  )
  if (!move) return null
  const moves = day.moves.map((one) => (one === move ? { ...one, isByCard: true } : one))
  return { off: -move.amount, others: [move.amount], truth: { number: move.number }, day: { ...day, moves } }
}

const copiesBack: Happen = (day, random) => {
  return { off: -10 * (1 + random.whole(15)), truth: { product: 'COPY' }, day }
}

/** The change was to stay on the account, was entered so, and was given out of habit. */
const keptAndGiven: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && made.changeOf(one) > 0)
  if (!slip) return null
  const kept: Line = { product: '', quantity: 1, each: made.changeOf(slip), tax_bp: 0, isPart: true }
  const entered = { ...slip, lines: [...slip.lines, kept] }
  return { off: -kept.each, truth: { number: slip.number }, day: made.withSlip(day, entered) }
}

const quantityDouble: Happen = (day, random) => {
  const isPriced = ({ product }: Line) => made.GOODS.some((one) => one.code === product && one.price !== null)
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && one.lines.some(isPriced))
  const meant = slip?.lines.find(isPriced)
  if (!slip || !meant) return null
  const twice = { ...meant, quantity: meant.quantity * 2 }
  const lines = slip.lines.map((one) => (one === meant ? twice : one))
  const entered = { ...slip, lines, tendered: made.slipTotal({ lines }) }
  const off = made.lineTotal(meant) - made.lineTotal(twice)
  return { off, truth: { number: slip.number }, day: made.withSlip(day, entered) }
}

/** Whole dollars of a coin or a bill. */
const worthForCount: Happen = (day, random) => {
  const piece = random.pick([2000, 1000, 500, 25, 10, 5])
  const dollars = piece < 100 ? 1 + random.whole(6) : (piece / 100) * (1 + random.whole(9))
  const count = (dollars * 100) / piece
  return {
    off: (dollars - count) * piece,
    truth: { piece },
    day: { ...day, counted: { ...day.counted, [piece]: dollars } },
  }
}

/** Some lay in the place of the next one, and were counted with it. */
const inNextPlace =
  (pieces: readonly number[], most: number): Happen =>
  (day, random) => {
    const at = random.whole(pieces.length - 1)
    const pair = pieces.slice(at, at + 2)
    const [is = 0, as = 0] = random.chance(0.5) ? pair : pair.toReversed()
    const count = 1 + random.whole(most)
    const counted = { ...day.counted, [as]: (day.counted[as] ?? 0) + count }
    return { off: count * (as - is), truth: { piece: as }, day: { ...day, counted } }
  }

export const READ: Readonly<Record<string, Happen>> = {
  'roll of one coin counted as of another': rollOfOther,
  'change from the safe not entered': fromSafe,
  'drop not entered': dropNotEntered,
  'paid out and not entered': paidNotEntered,
  'digits of the float swapped': floatTyped,
  'digits of the counted total swapped': totalTyped,
  'in cash and by card, paid by card': alsoByCard,
  'odd cents let off': letOff,
  'counterfeit bill taken out': counterfeit,
  'rung as exact, change not given': rungExact,
  'digits of the change swapped': changeTransposed,
  'refund entered to the card and given in cash': cardRefund,
  'copies paid back and not entered': copiesBack,
  'change kept on the account and given': keptAndGiven,
  'twice as many entered as paid': quantityDouble,
  'dollars typed for how many': worthForCount,
  'coins in the next place': inNextPlace(COINS, 5),
  'bill in the next place': inNextPlace(BILLS, 1),
}

/** A patron adds the odd cents once the change is on the screen; it is given as it stands there. */
const centsAdded = made.atSlip(
  (slip) => made.changeOf(slip) > 0 && made.slipTotal(slip) % 100 > 0,
  (slip) => made.slipTotal(slip) % 100,
)

/** A receipt of another drawer; its money lies in this one. */
const otherDrawer: Happen = (day, random) => {
  const slip = made.slipOf(day, random, made.isCash)
  return (
    slip && { off: made.slipTotal(slip), truth: {}, day: { ...day, slips: day.slips.filter((one) => one !== slip) } }
  )
}

const halfLetOff = made.atSlip(
  ({ lines }) => lines.every(({ product }) => product === ''),
  (slip) => -Math.round(made.slipTotal(slip) / 2),
)

const dollarsAsCents = made.typedAs((meant, random) => {
  if (random.chance(0.3)) return meant * 100
  return meant % 100 === 0 ? meant / 100 : null
})

const coinOfChange: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => made.isCash(one) && made.changeOf(one) % 100 > 0)
  const coins = COINS.filter((one) => slip && one <= made.changeOf(slip) % 100)
  const piece = made.some(coins, random)
  return piece === null ? null : { off: (random.chance(0.5) ? 1 : -1) * piece, truth: { piece }, day }
}

const cashBack: Happen = (day, random) => {
  const slip = made.slipOf(day, random, (one) => one.tender === 'card')
  const back = random.pick([500, 1000, 2000])
  return slip && { off: -back, others: [back], truth: { number: slip.number }, day }
}

/** Read and written down after causes were made for those above. */
export const AGAIN: Readonly<Record<string, Happen>> = {
  'odd cents added after the entry': centsAdded,
  'money of a receipt of another drawer': otherDrawer,
  'paid back in cash and not entered': made.atSlip(
    () => true,
    (slip) => -made.slipTotal(slip),
  ),
  'half of a fine let off': halfLetOff,
  'whole dollars lent': (day, random) => ({ off: -100 * (1 + random.whole(20)), truth: {}, day }),
  'few coins miscounted': (day, random) => {
    const piece = random.pick(COINS)
    return { off: (random.chance(0.5) ? 1 : -1) * piece * (1 + random.whole(5)), truth: { piece }, day }
  },
  'coin too many or too few as change': coinOfChange,
  'dollars typed as cents': dollarsAsCents,
  'pennies of the change not given': made.atSlip(
    (slip) => made.changeOf(slip) % 5 > 0,
    (slip) => made.changeOf(slip) % 5,
  ),
  'bill of the float counted twice': (day, random) => {
    const piece = random.pick(BILLS)
    return { off: -piece, truth: { piece }, day }
  },
  'cash back on a card': cashBack,
}
