/**
 * Ordinary mishaps of a cash drawer at a public library that were on no list before, written down without a look at
 * the causes, each with how often it comes beside the others. None of them is a thing that only a thief does.
 */
import type { Seeded } from '../../../bench/support/seeded.ts'
import {
  atSlip,
  BILLS,
  changeOf,
  COUNTED,
  isCash,
  lineTotal,
  PIECES,
  slipOf,
  slipTotal,
  some,
  typedAs,
  withSlip,
  type Happen,
  type MadeDay,
  type Move,
  type Slip,
} from './day.ts'

const digitsOf = (value: number) => Array.from(String(value))
const without = (value: number, at: number) => Number(digitsOf(value).toSpliced(at, 1).join(''))

/** Two digits beside each other that differ, swapped. */
function swapped(value: number, random: Seeded): number | null {
  const digits = digitsOf(value)
  const at = some(
    digits.flatMap((digit, place) => (place > 0 && digit !== digits[place - 1] ? [place] : [])),
    random,
  )
  return at === null ? null : Number(digits.toSpliced(at - 1, 2, digits[at] ?? '', digits[at - 1] ?? '').join(''))
}

/** What is read for another on a sticker that is written by hand. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  0: '6',
  1: '7',
  3: '8',
  4: '9',
  5: '6',
  6: '0',
  7: '1',
  8: '3',
  9: '4',
}
/** The keys beside one on a pad of numbers. */
const BESIDE: Readonly<Record<string, string>> = {
  0: '1',
  1: '24',
  2: '135',
  3: '26',
  4: '157',
  5: '2468',
  6: '359',
  7: '48',
  8: '579',
  9: '68',
}

function oneReplaced(value: number, by: (digit: string) => string, random: Seeded): number | null {
  const digits = digitsOf(value)
  const at = some(
    digits.flatMap((digit, place) => (by(digit) === '' ? [] : [place])),
    random,
  )
  return at === null ? null : Number(digits.toSpliced(at, 1, random.pick(Array.from(by(digits[at] ?? '')))).join(''))
}

/** A kind of piece has another number in the count than there are. */
const atCount =
  (enteredOf: (pieces: number, random: Seeded) => number | null): Happen =>
  (day, random) => {
    const piece = random.pick(PIECES)
    const pieces = day.counted[piece] ?? 0
    const entered = pieces === 0 ? null : enteredOf(pieces, random)
    if (entered === null || entered === pieces) return null
    return {
      off: (entered - pieces) * piece,
      truth: { piece },
      day: { ...day, counted: { ...day.counted, [piece]: entered } },
    }
  }

/** The number of dimes is written beside the nickels, and the other way around. */
const countsExchanged: Happen = (day, random) => {
  const at = 1 + random.whole(PIECES.length - 1)
  const [larger, smaller] = [PIECES[at - 1] ?? 0, PIECES[at] ?? 0]
  const [ofLarger, ofSmaller] = [day.counted[larger] ?? 0, day.counted[smaller] ?? 0]
  const counted = { ...day.counted, [larger]: ofSmaller, [smaller]: ofLarger }
  return {
    off: (ofSmaller - ofLarger) * (larger - smaller),
    truth: { piece: ofSmaller > ofLarger ? larger : smaller },
    day: { ...day, counted },
  }
}

const neighborInTotal: Happen = (day, random) => {
  const lay = 8_000 + random.whole(40_000)
  const total = oneReplaced(lay, (digit) => BESIDE[digit] ?? '', random)
  return total === null ? null : { off: total - lay, truth: { number: COUNTED }, day: { ...day, counted: {}, total } }
}

/** The bills of the change as they are given out, from the largest. */
function billsOf(change: number): readonly number[] {
  let left = change
  return BILLS.toReversed().flatMap((bill) => {
    const count = Math.trunc(left / bill)
    left -= count * bill
    return Array.from({ length: count }, () => bill)
  })
}

/** A five for a one, or the one for a five: what lies beside it in the tray. */
const otherBill = atSlip(
  (slip) => changeOf(slip) >= 100,
  (slip, random) => {
    const bill = random.pick(billsOf(changeOf(slip)))
    const at = BILLS.indexOf(bill)
    const given = random.pick([BILLS[at - 1], BILLS[at + 1]].filter((one) => one !== undefined && one <= 2000))
    return bill - (given ?? bill)
  },
)

const before = (day: MadeDay, slip: Slip) => day.slips[day.slips.indexOf(slip) - 1]

const changeOfTheOneBefore: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => {
    const last = before(day, one)
    return isCash(one) && changeOf(one) > 0 && last !== undefined && isCash(last) && changeOf(last) > 0
  })
  const last = slip && before(day, slip)
  return slip && last ? { off: changeOf(slip) - changeOf(last), truth: { number: slip.number }, day } : null
}

/** A receipt is made wrong, made again as it should be, and the wrong one is not voided. */
const wrongOneNotVoided: Happen = (day, random) => {
  const right = slipOf(day, random, (one) => {
    const last = before(day, one)
    return isCash(one) && last !== undefined && !last.isVoided
  })
  const last = right && before(day, right)
  const [first, ...rest] = right?.lines ?? []
  if (!right || !last || !first) return null
  const extra = { product: random.pick(['COPY', 'COLOR']), quantity: 1 + random.whole(5), tax_bp: 0 }
  const longer = [...right.lines, { ...extra, each: extra.product === 'COPY' ? 10 : 35 }]
  const other = rest.length > 0 ? rest : first.product === '' ? longer : [{ ...first, quantity: first.quantity + 1 }]
  const lines = random.pick([longer, other])
  const wrong: Slip = { ...last, lines, tender: 'cash', tendered: slipTotal({ lines }) }
  return { off: -slipTotal(wrong), truth: { number: wrong.number }, day: withSlip(day, wrong) }
}

/** Twelve pages came out of the copier and were paid, ten were entered. */
const fewerCopies: Happen = (day, random) => {
  const slip = slipOf(
    day,
    random,
    (one) => isCash(one) && one.lines.some((line) => line.product === 'COPY' && line.quantity > 1),
  )
  const line = slip?.lines.find((one) => one.product === 'COPY' && one.quantity > 1)
  if (!slip || !line) return null
  const left_out = 1 + random.whole(Math.min(3, line.quantity - 1))
  const lines = slip.lines.map((one) => (one === line ? { ...one, quantity: one.quantity - left_out } : one))
  const off = left_out * line.each
  const tendered = Math.max(slip.tendered - off, slipTotal({ lines }))
  return { off, truth: { product: 'COPY' }, day: withSlip(day, { ...slip, lines, tendered }) }
}

const lineNotPaid = atSlip(
  ({ lines }) => lines.length > 1,
  ({ lines }, random) => -lineTotal(random.pick(lines)),
)

/** "I only have five dollars": the rest stays owed, and was entered as paid. */
const wholeEntered: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => isCash(one) && one.lines.length === 1 && one.lines[0]?.product === '')
  const paid =
    slip &&
    some(
      [100, 200, 300, 500, 1000, 1500, 2000].filter((one) => one < slipTotal(slip)),
      random,
    )
  if (!slip || paid === null) return null
  const total = slipTotal(slip)
  return { off: paid - total, truth: { number: slip.number }, day: withSlip(day, { ...slip, tendered: total }) }
}

/** The charge above or below it in the list of what the patron owes. */
const otherCharge: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => isCash(one) && one.lines.length === 1 && one.lines[0]?.product === '')
  if (!slip) return null
  const entered = withSlip(day, { ...slip, tendered: slipTotal(slip) })
  return { off: random.pick(day.owed) - slipTotal(slip), truth: { number: slip.number }, day: entered }
}

/** The fine was paid in cash, and what the clerk pressed was to let it off. */
const paidAndWaived: Happen = (day, random) => {
  const waived = Array.from({ length: 1 + random.whole(5) }, (_, at) => ({
    number: 301 + at,
    amount: random.pick(day.owed),
  }))
  const { number, amount } = random.pick(waived)
  return { off: amount, truth: { number }, day: { ...day, waived } }
}

const moveOf = (day: MadeDay, what: readonly Move['what'][], random: Seeded) =>
  some(
    day.moves.filter((one) => what.includes(one.what)),
    random,
  )

const paidOutSwapped: Happen = (day, random) => {
  const move = moveOf(day, ['paid-out'], random)
  const amount = move && swapped(move.amount, random)
  if (!move || !amount) return null
  const moves = day.moves.map((one) => (one === move ? { ...one, amount } : one))
  return { off: amount - move.amount, truth: { number: move.number }, day: { ...day, moves } }
}

const outTwice: Happen = (day, random) => {
  const move = moveOf(day, ['refund', 'paid-out'], random)
  const again = move && { ...move, number: 101 + day.moves.length }
  return again && { off: move.amount, truth: { number: again.number }, day: { ...day, moves: [...day.moves, again] } }
}

const twentyMoreDropped: Happen = (day, random) =>
  moveOf(day, ['drop'], random) && { off: -2000, truth: { piece: 2000 }, day }

/** The card was paid, the receipt voided, and bills were handed back: the terminal still has the payment. */
const cardVoidedInCash: Happen = (day, random) => {
  const slip = slipOf(day, random, (one) => one.tender === 'card')
  const total = slip && slipTotal(slip)
  const voided = slip && withSlip(day, { ...slip, isVoided: true })
  return slip && total && voided ? { off: -total, others: [total], truth: { number: slip.number }, day: voided } : null
}

/** There are no pennies in the drawer: each total is taken to the nearest five cents. */
const nickels: Happen = (day) => {
  const totals = day.slips.filter((one) => isCash(one) && !one.isVoided).map((one) => slipTotal(one))
  return { off: totals.reduce((sum, one) => sum + Math.round(one / 5) * 5 - one, 0), truth: {}, day }
}

const cutAt = (value: number, random: Seeded) => without(value, random.whole(digitsOf(value).length))

/** How often each comes beside the others, and how. */
export const FRESH: Readonly<Record<string, readonly [often: number, happen: Happen]>> = {
  'bill for another in the change': [5, otherBill],
  'wrong receipt made again and not voided': [5, wrongOneNotVoided],
  'fewer copies entered than paid': [4, fewerCopies],
  'row of the count left empty': [3, atCount(() => 0)],
  'digits of a count swapped': [3, atCount((pieces, random) => swapped(pieces, random))],
  'line of a receipt not paid': [3, lineNotPaid],
  'part paid, the whole entered': [3, wholeEntered],
  'another charge entered than paid': [3, otherCharge],
  'fine paid and let off in the books': [3, paidAndWaived],
  'digit of a typed price misread': [
    3,
    typedAs((meant, random) => oneReplaced(meant, (digit) => LOOKS_LIKE[digit] ?? '', random)),
  ],
  'refund or payment out entered twice': [3, outTwice],
  'every total taken to the nickel': [3, nickels],
  'digit of a count left out': [2, atCount((pieces, random) => (pieces < 10 ? null : cutAt(pieces, random)))],
  'counts of two pieces exchanged': [2, countsExchanged],
  'total given as the change': [
    2,
    atSlip(
      (slip) => changeOf(slip) > 0,
      (slip) => changeOf(slip) - slipTotal(slip),
    ),
  ],
  'change of the receipt before': [2, changeOfTheOneBefore],
  'cents of a typed price left out': [2, typedAs((meant) => meant - (meant % 100))],
  'digit of a typed price left out': [2, typedAs((meant, random) => cutAt(meant, random))],
  'digits of a payment out swapped': [2, paidOutSwapped],
  'drop of one bill more than entered': [2, twentyMoreDropped],
  'card receipt voided, given back in cash': [2, cardVoidedInCash],
  'neighbor key in the counted total': [1, neighborInTotal],
  'bill handed back with the change': [
    1,
    atSlip(
      (slip) => BILLS.includes(slip.tendered) && changeOf(slip) > 0,
      (slip) => -slip.tendered,
    ),
  ],
}
