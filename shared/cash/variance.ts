/**
 * Why a drawer may be over or short: what could explain the difference to the cent, most likely first. Pure. It names
 * candidates and settles nothing: a person decides.
 */
import { cents, type Cents } from '../kernel/money.ts'
import { countOf, NOTES_CENTS, PIECES_CENTS, type PieceCents, type Pieces } from './pieces.ts'

/** What is known of a payment in cash. Amounts are what the drawer holds more by it. */
export type CashReceipt = {
  /** As it is printed. */
  readonly receipt_number: string
  readonly drawer_cents: Cents
  readonly tendered_cents: Cents
  /** What it was for; two with the same are the same thing paid twice. */
  readonly lines_key: string
  readonly is_voided: boolean
  /** A person typed the amount, rather than paying all that is owed. */
  readonly is_typed: boolean
}

/** What a session shows of itself. */
export type DrawerEvidence = {
  /** In order. */
  readonly receipts: readonly CashReceipt[]
  /** Other amounts that a person typed: paid out is below zero. */
  readonly typed: readonly { readonly event_ref: string; readonly drawer_cents: Cents }[]
  /** By how much checks and cards were over or short. */
  readonly others_cents: readonly Cents[]
  /** Receipts that the printer has had and the journal has not: what they were for, where known. */
  readonly printed_only: readonly { readonly receipt_number: string; readonly drawer_cents: Cents | null }[]
  /** Cash that was moved, and of which the other person counted another amount: by how much the drawer is off by it. */
  readonly moved: readonly { readonly event_ref: string; readonly by_cents: Cents }[]
  readonly swaps_count: number
  readonly counted: Pieces
}

/** What may have happened, and to what. `receipts`: any one of these. */
export type VarianceCause =
  | { readonly code: 'moved-otherwise'; readonly event_refs: readonly string[] }
  | { readonly code: 'other-tender'; readonly receipts: readonly string[] }
  | { readonly code: 'printed-only'; readonly receipts: readonly string[] }
  | { readonly code: 'entered-twice'; readonly receipts: readonly string[] }
  | { readonly code: 'void-not-given-back'; readonly receipts: readonly string[] }
  | { readonly code: 'not-taken'; readonly receipts: readonly string[] }
  | { readonly code: 'wrong-note'; readonly receipts: readonly string[]; readonly note_cents: Cents }
  | {
      readonly code: 'change-wrong-note'
      readonly receipts: readonly string[]
      readonly given_cents: Cents
      readonly meant_cents: Cents
    }
  | { readonly code: 'digits-swapped'; readonly receipts: readonly string[]; readonly event_refs: readonly string[] }
  | { readonly code: 'swap-wrong' }
  | { readonly code: 'pieces-miscounted'; readonly piece_cents: PieceCents; readonly by_count: number }

/** One cause, or two that come to the difference together. */
export type VarianceCandidate = { readonly causes: readonly VarianceCause[] }

type Found = { readonly cause: VarianceCause; readonly by_cents: number; readonly weight: number }

/** How telling each cause is: those that leave a trace of their own come first. */
const WEIGHTS = {
  'other-tender': 100,
  'moved-otherwise': 95,
  'printed-only': 90,
  'entered-twice': 80,
  'void-not-given-back': 80,
  'digits-swapped': 60,
  'not-taken': 55,
  'wrong-note': 50,
  'pieces-miscounted': 40,
  'swap-wrong': 45,
  'change-wrong-note': 38,
} as const satisfies Readonly<Record<VarianceCause['code'], number>>

/** Every kind of cause. */
export const VARIANCE_CODES = [
  'moved-otherwise',
  'other-tender',
  'printed-only',
  'entered-twice',
  'void-not-given-back',
  'digits-swapped',
  'not-taken',
  'wrong-note',
  'swap-wrong',
  'pieces-miscounted',
  'change-wrong-note',
] as const satisfies readonly VarianceCause['code'][]

/**
 * @param variance_cents counted less expected: below zero is short
 * @returns nothing where nothing explains it, or where there is nothing to explain
 */
export function explainVariance(variance_cents: Cents, evidence: DrawerEvidence): readonly VarianceCandidate[] {
  if (variance_cents === 0) return []
  const all = everyCause(evidence)
  const single = all.filter((one) => one.by_cents === variance_cents)
  const pairs = pairsOf(all, variance_cents)
  const ordered = [
    ...single.map(({ cause, weight }) => ({ causes: [cause], weight })),
    ...pairs.map(([a, b]) => ({ causes: [a.cause, b.cause], weight: (a.weight * b.weight) / 400 })),
  ]
  return ordered.toSorted((a, b) => b.weight - a.weight).map(({ causes }) => ({ causes }))
}

/** Everything that could have happened, by how much each would move the drawer. */
function everyCause(evidence: DrawerEvidence): readonly Found[] {
  return [
    ...movedOtherwise(evidence),
    ...otherTender(evidence),
    ...printedOnly(evidence),
    ...enteredTwice(evidence),
    ...voidsKept(evidence),
    ...notTaken(evidence),
    ...wrongNotes(evidence),
    ...wrongChange(evidence),
    ...digitsSwapped(evidence),
    ...swapsWrong(evidence),
    ...miscounted(evidence),
  ]
}

/** Two traces that come to the difference together; a pair of guesses would explain anything. */
function pairsOf(all: readonly Found[], variance: number): readonly (readonly [Found, Found])[] {
  const traced = all.filter((one) => one.weight >= WEIGHTS['void-not-given-back'])
  return traced.flatMap((one, at) =>
    traced
      .slice(at + 1)
      .filter((other) => one.by_cents + other.by_cents === variance)
      .map((other) => [one, other] as const),
  )
}

type Receipts = readonly CashReceipt[]

/** One candidate for all receipts of one amount: which of them it was, a person finds out. */
function byAmount(receipts: Receipts, amountOf: (one: CashReceipt) => number): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const one of receipts) {
    const amount = amountOf(one)
    found.set(amount, [...(found.get(amount) ?? []), one.receipt_number])
  }
  found.delete(0)
  return found
}

function standing({ receipts }: DrawerEvidence): Receipts {
  return receipts.filter((one) => !one.is_voided)
}

type ReceiptsOnly = 'other-tender' | 'printed-only' | 'entered-twice' | 'void-not-given-back' | 'not-taken'

function causesOf(code: ReceiptsOnly, amounts: ReadonlyMap<number, readonly string[]>): readonly Found[] {
  return [...amounts].map(([by_cents, receipts]) => ({ cause: { code, receipts }, by_cents, weight: WEIGHTS[code] }))
}

/** A drop or change of which the other person counted more or less. */
function movedOtherwise({ moved }: DrawerEvidence): readonly Found[] {
  return moved.map(({ event_ref, by_cents }) => {
    const cause = { code: 'moved-otherwise', event_refs: [event_ref] } as const
    return { cause, by_cents, weight: WEIGHTS['moved-otherwise'] }
  })
}

/** Entered as cash and paid by check or card: the other tender is over by what the cash is short. */
function otherTender(evidence: DrawerEvidence): readonly Found[] {
  const others = new Set(evidence.others_cents.map((by) => -by))
  const amounts = byAmount(standing(evidence), (one) => -one.drawer_cents)
  return causesOf('other-tender', new Map([...amounts].filter(([by]) => others.has(cents(by)))))
}

function printedOnly({ printed_only }: DrawerEvidence): readonly Found[] {
  return printed_only.flatMap(({ receipt_number, drawer_cents }) =>
    drawer_cents === null ? [] : causesOf('printed-only', new Map([[drawer_cents, [receipt_number]]])),
  )
}

/** The same thing paid twice running: one of them was never handed over. */
function enteredTwice(evidence: DrawerEvidence): readonly Found[] {
  const receipts = standing(evidence)
  const second = receipts.filter((one, at) => {
    return receipts.slice(Math.max(0, at - 2), at).some((before) => before.lines_key === one.lines_key)
  })
  return causesOf(
    'entered-twice',
    byAmount(second, (one) => -one.drawer_cents),
  )
}

function voidsKept({ receipts }: DrawerEvidence): readonly Found[] {
  const voided = receipts.filter((one) => one.is_voided)
  return causesOf(
    'void-not-given-back',
    byAmount(voided, (one) => one.drawer_cents),
  )
}

function notTaken(evidence: DrawerEvidence): readonly Found[] {
  return causesOf(
    'not-taken',
    byAmount(standing(evidence), (one) => -one.drawer_cents),
  )
}

/** One note was entered and another lay in the hand: the change was for the wrong one. */
function wrongNotes(evidence: DrawerEvidence): readonly Found[] {
  const notes = new Set<number>(NOTES_CENTS)
  const noted = standing(evidence).filter(
    (one) => notes.has(one.tendered_cents) && one.tendered_cents > one.drawer_cents,
  )
  return NOTES_CENTS.flatMap((note) => {
    const mistaken = noted.filter((one) => one.tendered_cents !== note && note >= one.drawer_cents)
    const amounts = byAmount(mistaken, (one) => note - one.tendered_cents)
    return [...amounts].map(([by_cents, receipts]): Found => {
      const cause = { code: 'wrong-note', receipts, note_cents: cents(note) } as const
      return { cause, by_cents, weight: WEIGHTS['wrong-note'] }
    })
  })
}

const CHANGE_NOTES_CENTS = [100, 500, 1000, 2000] as const

/** One note of the change was another one: a twenty for a ten. */
function wrongChange(evidence: DrawerEvidence): readonly Found[] {
  const all = standing(evidence)
  return CHANGE_NOTES_CENTS.flatMap((meant) => {
    const receipts = all
      .filter((one) => one.tendered_cents - one.drawer_cents >= meant)
      .map((one) => one.receipt_number)
    const others = receipts.length === 0 ? [] : CHANGE_NOTES_CENTS.filter((given) => given !== meant)
    return others.map((given): Found => {
      const notes = { given_cents: cents(given), meant_cents: cents(meant) }
      const cause = { code: 'change-wrong-note', receipts, ...notes } as const
      return { cause, by_cents: meant - given, weight: WEIGHTS['change-wrong-note'] }
    })
  })
}

/** Two digits side by side in an amount that a person typed: 5.40 for 4.50. */
function digitsSwapped({ receipts, typed }: DrawerEvidence): readonly Found[] {
  const amounts = [
    ...receipts
      .filter((one) => one.is_typed && !one.is_voided)
      .map((one) => ({ drawer: one.drawer_cents, receipts: [one.receipt_number], event_refs: [] })),
    ...typed.map((one) => ({ drawer: one.drawer_cents, receipts: [], event_refs: [one.event_ref] })),
  ]
  return amounts.flatMap(({ drawer, ...of }) =>
    neighborsSwapped(drawer, 3).map((meant): Found => {
      const cause = { code: 'digits-swapped', ...of } as const
      return { cause, by_cents: meant - drawer, weight: WEIGHTS['digits-swapped'] }
    }),
  )
}

/** Each number that a whole number becomes when two of its neighboring digits change places; 45 cents is 0.45. */
function neighborsSwapped(amount: number, digits_count = 1): readonly number[] {
  const digits = String(Math.abs(amount)).padStart(digits_count, '0')
  const swapped = new Set<number>()
  for (let at = 0; at + 1 < digits.length; at += 1) {
    const text = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
    swapped.add(Number(text) * (amount < 0 ? -1 : 1))
  }
  swapped.delete(amount)
  return [...swapped]
}

/** A note or a few too many or too few while making change for somebody. */
function swapsWrong({ swaps_count }: DrawerEvidence): readonly Found[] {
  const weight = swaps_count > 0 ? WEIGHTS['swap-wrong'] + 10 : WEIGHTS['swap-wrong'] - 10
  const sizes = [100, 500, 1000, 1500, 2000]
  return [...sizes, ...sizes.map((size) => -size)].map((by_cents) => ({
    cause: { code: 'swap-wrong' },
    by_cents,
    weight,
  }))
}

/** How many of a coin are in a roll. */
export const ROLLS: Readonly<Partial<Record<PieceCents, number>>> = { 25: 40, 10: 50, 5: 40, 1: 50 }

/** The count itself: two digits changed places, or a roll was left out or counted twice. */
function miscounted({ counted }: DrawerEvidence): readonly Found[] {
  return PIECES_CENTS.flatMap((piece) => {
    const count = countOf(counted, piece)
    const roll = ROLLS[piece] ?? 0
    const meant = new Set([...(count > 9 ? neighborsSwapped(count) : []), count + roll, count - roll])
    return [...meant]
      .filter((one) => one >= 0 && one !== count)
      .map((one): Found => {
        const cause = { code: 'pieces-miscounted', piece_cents: piece, by_count: one - count } as const
        return { cause, by_cents: (count - one) * piece, weight: WEIGHTS['pieces-miscounted'] }
      })
  })
}
