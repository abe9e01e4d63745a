/**
 * Days at a desk and what goes wrong on them, from a seed, with an arithmetic of its own: what was entered, what lay in
 * the drawer, what was counted. It shares no code with what explains a difference.
 */
import { seeded, type Seeded } from '../../../bench/support/seeded.ts'

export type Line = {
  /** Empty: a charge is paid. */
  readonly product: string
  readonly quantity: number
  readonly each: number
  readonly tax_bp: number
  /** A part of a charge, which is typed. */
  readonly isPart?: boolean
}
export type Slip = {
  readonly number: number
  readonly lines: readonly Line[]
  readonly tender: 'cash' | 'card' | 'check'
  readonly tendered: number
  readonly isVoided: boolean
}
export type Move = {
  readonly number: number
  readonly what: 'refund' | 'paid-out' | 'drop'
  readonly amount: number
  readonly isByCard?: boolean
}
/** The entries of the opening and of the count. */
export const OPENED = 900
export const COUNTED = 901
export type MadeDay = {
  readonly slips: readonly Slip[]
  readonly moves: readonly Move[]
  /** What patrons owe. */
  readonly owed: readonly number[]
  /** What was let off, each with the number of its entry. */
  readonly waived?: readonly { readonly number: number; readonly amount: number }[]
  /** How many of each piece were counted. */
  readonly counted: Readonly<Record<number, number>>
  /** Of a float or a count that was typed. */
  readonly float?: number
  readonly total?: number
}

/** What is true, as a person finds it out; what is not of its kind is left out. */
export type Truth = { readonly number?: number; readonly product?: string; readonly piece?: number }
export type Happened = {
  /** Over, or below zero short. */
  readonly off: number
  /** The other tenders, counted apart. */
  readonly others?: readonly number[]
  readonly truth: Truth
  readonly day: MadeDay
}
export type Happen = (day: MadeDay, random: Seeded) => Happened | null

/** Price null: it is asked. */
export const GOODS: readonly { code: string; price: number | null; tax_bp: number }[] = [
  { code: 'COPY', price: 10, tax_bp: 0 },
  { code: 'COLOR', price: 35, tax_bp: 0 },
  { code: 'CARD', price: 300, tax_bp: 0 },
  { code: 'BAG', price: 450, tax_bp: 825 },
  { code: 'EARBUDS', price: 299, tax_bp: 825 },
  { code: 'BOOK', price: null, tax_bp: 825 },
  { code: 'GIFT', price: null, tax_bp: 0 },
]
const FINES = [25, 50, 75, 100, 120, 175, 200, 250, 320, 500, 650, 999, 1250, 1899, 2499]
const ASKED = [50, 100, 150, 225, 250, 360, 475, 500, 630, 720, 850, 1000, 1250, 1600, 2500]
export const BILLS = [100, 500, 1000, 2000, 5000]
export const ROLL: Readonly<Record<number, number>> = { 1: 50, 5: 40, 10: 50, 25: 40 }
export const PIECES = [2000, 1000, 500, 100, 25, 10, 5, 1]

export const withTax = (net: number, tax_bp: number): number => net + Math.round((net * tax_bp) / 10_000)
export const lineTotal = (line: Line) => withTax(line.quantity * line.each, line.tax_bp)
export const slipTotal = ({ lines }: Pick<Slip, 'lines'>): number => lines.reduce((sum, one) => sum + lineTotal(one), 0)
export const changeOf = (slip: Slip) => slip.tendered - slipTotal(slip)

function lineMade(random: Seeded): Line {
  if (random.chance(0.5)) return { product: '', quantity: 1, each: random.pick(FINES), tax_bp: 0 }
  const { code, price, tax_bp } = random.pick(GOODS)
  const quantity = code === 'COPY' ? 1 + random.whole(20) : random.chance(0.85) ? 1 : 2
  return { product: code, quantity: price === null ? 1 : quantity, each: price ?? random.pick(ASKED), tax_bp }
}

/** What is handed over: to the cent, the next bill, or some of it. */
function handed(total: number, random: Seeded): number {
  const bills = BILLS.filter((one) => one > total)
  return bills.length === 0 || random.chance(0.4) ? total : (bills[random.skewed([0, 1, 2], 0.3)] ?? total)
}

function dayMade(random: Seeded): MadeDay {
  const slips = Array.from({ length: 25 + random.whole(25) }, (_, at): Slip => {
    const lines = Array.from({ length: random.chance(0.75) ? 1 : 2 + random.whole(2) }, () => lineMade(random))
    const tender = random.chance(0.7) ? 'cash' : random.chance(0.8) ? 'card' : 'check'
    const tendered = tender === 'cash' ? handed(slipTotal({ lines }), random) : 0
    return { number: at + 1, lines, tender, tendered, isVoided: random.chance(0.03) }
  })
  const moves = Array.from({ length: 1 + random.whole(4) }, (_, at): Move => {
    const what = random.pick(['refund', 'paid-out', 'drop'] as const)
    return { number: 101 + at, what, amount: what === 'drop' ? 2000 * (1 + random.whole(5)) : random.pick(ASKED) }
  })
  const counted = Object.fromEntries(PIECES.map((one) => [one, random.whole(one > 500 ? 12 : 60)]))
  return { slips, moves, owed: Array.from({ length: 12 }, () => random.pick(FINES)), counted }
}

export const some = <T>(list: readonly T[], random: Seeded): T | null => (list.length === 0 ? null : random.pick(list))

export function slipOf(day: MadeDay, random: Seeded, fits: (slip: Slip) => boolean): Slip | null {
  return some(
    day.slips.filter((one) => !one.isVoided && fits(one)),
    random,
  )
}
export const isCash = ({ tender }: Slip) => tender === 'cash'
export const withSlip = (day: MadeDay, slip: Slip): MadeDay => {
  return { ...day, slips: day.slips.map((one) => (one.number === slip.number ? slip : one)) }
}

/** A receipt in cash of which something makes the drawer off. Null: by nothing. */
export const atSlip =
  (fits: (slip: Slip) => boolean, offOf: (slip: Slip, random: Seeded) => number): Happen =>
  (day, random) => {
    const slip = slipOf(day, random, (one) => isCash(one) && fits(one))
    const off = slip && offOf(slip, random)
    return slip && off ? { off, truth: { number: slip.number }, day } : null
  }

export const atMove =
  (what: readonly Move['what'][], offOf: (move: Move) => number): Happen =>
  (day, random) => {
    const move = some(
      day.moves.filter((one) => what.includes(one.what)),
      random,
    )
    return move && { off: offOf(move), truth: { number: move.number }, day }
  }

/** A price was typed otherwise than it was meant and paid. */
export const typedAs =
  (typedOf: (meant: number, random: Seeded) => number | null): Happen =>
  (day, random) => {
    const isAsked = (line: Line) => GOODS.some((one) => one.code === line.product && one.price === null)
    const slip = slipOf(day, random, (one) => isCash(one) && one.lines.some(isAsked))
    const meant = slip?.lines.find(isAsked)
    const each = meant ? typedOf(meant.each, random) : null
    if (!slip || !meant || each === null || each === meant.each || each < 1) return null
    const lines = slip.lines.map((one) => (one === meant ? { ...one, each } : one))
    const typed = { ...slip, lines, tendered: slipTotal({ lines }) }
    return { off: slipTotal(slip) - slipTotal(typed), truth: { number: slip.number }, day: withSlip(day, typed) }
  }

export function mishapBy(happen: Happen, seed: number): Happened | null {
  const random = seeded(seed)
  return happen(dayMade(random), random)
}
