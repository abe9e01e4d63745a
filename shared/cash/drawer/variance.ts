/**
 * Why a drawer may be over or short: what could explain the difference to the cent, most likely first. Pure. It names
 * candidates and settles nothing: a person decides. A kind of cause is one row of `KINDS`.
 */
import type { Cents } from '../../kernel/money.ts'
import type { PieceCents } from '../pieces.ts'
import type { DrawerEvidence } from './drawer-evidence.ts'
import { changeOf, eachStanding, ofMove, type Figures, type Possible } from './possible.ts'
import * as counted from './possible-counted.ts'
import * as tender from './possible-tender.ts'
import * as typed from './possible-typed.ts'
import { centsLeftOut, firstLeftOut, innerLeftOut, slipsOf, swapsOf, tenfold } from './typing-slips.ts'

/** Every kind of cause. */
export const VARIANCE_CODES = [
  'moved-otherwise',
  'other-tender',
  'printed-only',
  'entered-twice',
  'void-not-given-back',
  'not-handed-over',
  'handed-over-twice',
  'mistyped',
  'decimal-slip',
  'quantity-mistyped',
  'other-product',
  'line-not-taken',
  'tax-not-taken',
  'other-way',
  'change-not-back',
  'part-by-other',
  'other-voided',
  'not-taken',
  'change-not-given',
  'change-given-twice',
  'change-in-part',
  'rounded-by-hand',
  'other-change',
  'wrong-note',
  'sale-not-entered',
  'payment-not-entered',
  'let-off-and-paid',
  'refund-not-entered',
  'move-not-entered',
  'swap-wrong',
  'pieces-miscounted',
  'change-wrong-note',
] as const
export type VarianceCode = (typeof VARIANCE_CODES)[number]

/** `meant_cents`: pieces of this value were counted as those. */
type PiecesOff = { readonly piece_cents: PieceCents; readonly by_count: number; readonly meant_cents?: Cents }

/** What may have happened, and to what: any one of the receipts or entries. */
export type VarianceCause = Figures & {
  readonly code: VarianceCode
  readonly receipts: readonly string[]
  readonly event_refs: readonly string[]
  /** Of a count: what else comes to the same, likeliest first. */
  readonly or_pieces?: readonly PiecesOff[]
}

/** One cause, or two that come to the difference together. */
export type VarianceCandidate = { readonly causes: readonly VarianceCause[] }

type Kind = {
  readonly code: VarianceCode
  /** How likely, before the difference is known; what leaves a trace of its own comes first, and may be one of two. */
  readonly weight: number
  readonly of: (evidence: DrawerEvidence, variance: number) => readonly Possible[]
}
type Found = { readonly cause: VarianceCause; readonly by_cents: number; readonly weight: number }

const oneOff = (count: number) => [count - 1, count + 1, ...(count % 2 === 0 ? [count / 2] : [])]
const TRACED = 800
const KINDS: readonly Kind[] = [
  { code: 'other-tender', weight: 3000, of: tender.otherTender },
  { code: 'moved-otherwise', weight: 2000, of: ({ moved }) => moved },
  { code: 'printed-only', weight: 1500, of: tender.printedOnly },
  { code: 'entered-twice', weight: TRACED, of: tender.enteredTwice },
  { code: 'void-not-given-back', weight: TRACED, of: tender.voidsKept },
  { code: 'not-handed-over', weight: 120, of: ({ moves }) => moves.map((one) => ofMove(one, -one.drawer_cents)) },
  { code: 'handed-over-twice', weight: 60, of: ({ moves }) => moves.map((one) => ofMove(one, one.drawer_cents)) },
  { code: 'other-tender', weight: 500, of: tender.tendersExchanged },
  { code: 'part-by-other', weight: 600, of: tender.partByOther },
  { code: 'other-voided', weight: 100, of: tender.otherVoided },
  { code: 'mistyped', weight: 70, of: (evidence) => typed.mistyped(evidence, (amount) => swapsOf(amount)) },
  { code: 'mistyped', weight: 180, of: (evidence) => typed.mistyped(evidence, (amount) => slipsOf(amount, 3)) },
  { code: 'mistyped', weight: 20, of: (evidence) => typed.mistyped(evidence, firstLeftOut) },
  { code: 'mistyped', weight: 12, of: (evidence) => typed.mistyped(evidence, innerLeftOut) },
  { code: 'mistyped', weight: 30, of: (evidence) => typed.mistyped(evidence, centsLeftOut) },
  { code: 'quantity-mistyped', weight: 150, of: (evidence) => typed.quantitiesOther(evidence, oneOff) },
  { code: 'quantity-mistyped', weight: 100, of: (evidence) => typed.quantitiesOther(evidence, slipsOf) },
  { code: 'other-product', weight: 60, of: typed.otherProducts },
  { code: 'line-not-taken', weight: 60, of: typed.linesNotTaken },
  { code: 'tax-not-taken', weight: 60, of: (evidence) => eachStanding(evidence, (one) => [-typed.taxIn(one)]) },
  { code: 'other-way', weight: 30, of: typed.otherWay },
  { code: 'change-not-back', weight: 60, of: typed.changeNotBack },
  { code: 'decimal-slip', weight: 150, of: (evidence) => typed.mistyped(evidence, tenfold) },
  { code: 'not-taken', weight: 90, of: (evidence) => eachStanding(evidence, (one) => [-one.drawer_cents]) },
  { code: 'rounded-by-hand', weight: 20, of: tender.allToNickels },
  { code: 'change-not-given', weight: 60, of: (evidence) => eachStanding(evidence, (one) => [changeOf(one)]) },
  { code: 'change-given-twice', weight: 60, of: (evidence) => eachStanding(evidence, (one) => [-changeOf(one)]) },
  { code: 'change-in-part', weight: 65, of: (evidence) => eachStanding(evidence, tender.partsOfChange) },
  { code: 'rounded-by-hand', weight: 50, of: (evidence) => eachStanding(evidence, tender.toDollars) },
  { code: 'rounded-by-hand', weight: 45, of: (evidence) => eachStanding(evidence, tender.toCoins) },
  { code: 'rounded-by-hand', weight: 40, of: (evidence) => eachStanding(evidence, tender.halfOf) },
  { code: 'rounded-by-hand', weight: 45, of: (evidence) => eachStanding(evidence, tender.partTaken) },
  { code: 'change-not-given', weight: 50, of: (evidence) => eachStanding(evidence, tender.oddCents) },
  { code: 'other-change', weight: 80, of: tender.otherChange },
  { code: 'other-change', weight: 30, of: tender.changeBefore },
  { code: 'change-not-given', weight: 40, of: (evidence) => eachStanding(evidence, tender.changeOfExact) },
  { code: 'wrong-note', weight: 170, of: tender.wrongNotes },
  { code: 'wrong-note', weight: 40, of: tender.wrongHands },
  { code: 'sale-not-entered', weight: 100, of: (evidence) => typed.saleNotEntered(evidence, 1) },
  { code: 'refund-not-entered', weight: 100, of: (evidence) => typed.saleNotEntered(evidence, -1) },
  { code: 'move-not-entered', weight: 100, of: typed.moveNotEntered },
  { code: 'payment-not-entered', weight: 10, of: typed.paymentNotEntered },
  {
    code: 'let-off-and-paid',
    weight: 200,
    of: ({ let_off }) => let_off.map(({ event_ref, amount_cents }) => ({ event_ref, by_cents: amount_cents })),
  },
  { code: 'swap-wrong', weight: 300, of: counted.swapsWrong },
  { code: 'pieces-miscounted', weight: 120, of: counted.onePieceOff },
  { code: 'pieces-miscounted', weight: 70, of: (evidence) => counted.rollsMiscounted(evidence, [1, -1]) },
  { code: 'pieces-miscounted', weight: 30, of: (evidence) => counted.rollsMiscounted(evidence, [2, 3, -2]) },
  { code: 'pieces-miscounted', weight: 80, of: (evidence) => counted.someOff(evidence, [2]) },
  { code: 'pieces-miscounted', weight: 80, of: (evidence) => counted.someOff(evidence, [3, 4]) },
  { code: 'pieces-miscounted', weight: 40, of: (evidence) => counted.someOff(evidence, [5, 10, 20, 25, 50]) },
  { code: 'pieces-miscounted', weight: 40, of: counted.countedTwice },
  { code: 'pieces-miscounted', weight: 60, of: counted.pieceSkipped },
  { code: 'pieces-miscounted', weight: 50, of: counted.countsMistyped },
  { code: 'pieces-miscounted', weight: 20, of: counted.countsSwapped },
  { code: 'pieces-miscounted', weight: 20, of: counted.countsCut },
  { code: 'pieces-miscounted', weight: 30, of: counted.worthTyped },
  { code: 'pieces-miscounted', weight: 60, of: counted.countsExchanged },
  { code: 'pieces-miscounted', weight: 80, of: counted.fewMixed },
  { code: 'pieces-miscounted', weight: 30, of: counted.rollsMixed },
  { code: 'change-wrong-note', weight: 40, of: tender.wrongChange },
  { code: 'change-wrong-note', weight: 18, of: tender.wrongBill },
]

/**
 * @param variance_cents counted less expected: below zero is short
 * @returns nothing where nothing explains it, or where there is nothing to explain
 */
export function explainVariance(variance_cents: Cents, evidence: DrawerEvidence): readonly VarianceCandidate[] {
  if (variance_cents === 0) return []
  const all = together(KINDS.flatMap((kind) => foundBy(kind, evidence, variance_cents)))
  const single = oneCount(all.filter((one) => one.by_cents === variance_cents))
  const ordered = [
    ...single.map(({ cause, weight }) => ({ causes: [cause], weight })),
    ...pairsOf(all.filter(isTraced), variance_cents, 0.0025),
    ...pairsOf(soldToday(evidence), variance_cents, 1),
  ]
  const alike = Map.groupBy(byWeight(ordered), ideaOf)
  return byWeight([...alike.values()].flatMap(rarer)).map(({ causes }) => ({ causes }))
}

type Weighed = VarianceCandidate & { readonly weight: number }
const ideaOf = ({ causes }: VarianceCandidate) =>
  causes
    .map(({ code, meant_cents, piece_cents }) => (meant_cents === undefined ? [code, piece_cents] : [code]))
    .join(' ')
const byWeight = (all: readonly Weighed[]) => all.toSorted((a, b) => b.weight - a.weight)
/** The second of one idea counts half, so that the first three are not one three times. */
const rarer = (same: readonly Weighed[]) => same.map((one, at) => ({ ...one, weight: one.weight / (at + 1) }))

const isTyped = (code: VarianceCode) => code === 'mistyped' || code === 'decimal-slip'

/**
 * One cause for all receipts and entries of which it says the same: which of them it was, a person finds out. The more
 * of what could have happened in this way comes to this very amount, the likelier it is.
 */
function foundBy({ code, weight, of }: Kind, evidence: DrawerEvidence, variance: number): readonly Found[] {
  const possible = of(evidence, variance).filter(({ by_cents }) => by_cents !== 0)
  const usable = weight >= TRACED ? possible : possible.filter(({ by_cents }) => by_cents === variance)
  const groups = Map.groupBy(usable, ({ receipt: _receipt, event_ref: _ref, ...same }) =>
    isTyped(code) ? String(same.by_cents) : JSON.stringify(same),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const { by_cents, receipt: _receipt, event_ref: _ref, ...one } = first
    const figures = isTyped(code) && group.length > 1 ? {} : one
    const receipts = [...new Set(group.flatMap(({ receipt }) => receipt ?? []))]
    const event_refs = [...new Set(group.flatMap(({ event_ref }) => event_ref ?? []))]
    const share = weight >= TRACED ? 1 : group.length / possible.length
    return [{ cause: { code, receipts, event_refs, ...figures }, by_cents, weight: weight * share }]
  })
}

/** What several kinds come to is one cause. */
function together(all: readonly Found[]): readonly Found[] {
  const same = Map.groupBy(all, ({ cause, by_cents }) => {
    const { code, note_cents, meant_cents, piece_cents, by_count, product_code } = cause
    return [code, by_cents, note_cents, meant_cents, piece_cents, by_count, product_code].join(' ')
  })
  return [...same.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const receipts = [...new Set(group.flatMap(({ cause }) => cause.receipts))]
    const event_refs = [...new Set(group.flatMap(({ cause }) => cause.event_refs))]
    const weight = group.reduce((sum, one) => sum + one.weight, 0)
    return [{ ...first, cause: { ...first.cause, receipts, event_refs }, weight }]
  })
}

const OR_PIECES_MOST = 3

/** All that was counted wrong is one cause: the pieces are counted again together. */
function oneCount(all: readonly Found[]): readonly Found[] {
  const isCount = ({ cause }: Found) => cause.code === 'pieces-miscounted'
  const [first, ...others] = all.filter(isCount).toSorted((a, b) => b.weight - a.weight)
  if (first === undefined) return all
  const or_pieces = others
    .slice(0, OR_PIECES_MOST)
    .flatMap(({ cause: { piece_cents, by_count, meant_cents } }): readonly PiecesOff[] => {
      if (piece_cents === undefined || by_count === undefined) return []
      return [meant_cents === undefined ? { piece_cents, by_count } : { piece_cents, by_count, meant_cents }]
    })
  const weight = others.reduce((sum, one) => sum + one.weight, first.weight)
  return [...all.filter((one) => !isCount(one)), { ...first, cause: { ...first.cause, or_pieces }, weight }]
}

const isTraced = ({ weight }: Found) => weight >= TRACED

/** Two products of a sale that nobody entered. */
function soldToday(evidence: DrawerEvidence): readonly Found[] {
  const sold = typed.sellsToday(evidence)
  const weight = 60 / Math.max(1, (sold.length * (sold.length - 1)) / 2)
  return sold.map(({ by_cents, ...figures }) => {
    return { cause: { code: 'sale-not-entered', receipts: [], event_refs: [], ...figures }, by_cents, weight }
  })
}

/** Two of these that come to the difference together; a pair of guesses would explain anything. */
function pairsOf(all: readonly Found[], variance: number, share: number): readonly Weighed[] {
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => one.by_cents + other.by_cents === variance)
      .map((other) => ({ causes: [one.cause, other.cause], weight: Math.min(one.weight, other.weight) * share })),
  )
}
