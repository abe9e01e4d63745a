/**
 * What stays in the drawer for the next session, and what goes out of it: the coins of the recipe first, then the
 * smallest pieces, so that tomorrow can make change. Pure.
 */
import { assert } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'
import { countOf, eachPiece, PIECES_CENTS, piecesTotal, piecesWithout, type Pieces } from './pieces.ts'

export type Leaving = {
  readonly left: Pieces
  readonly out: Pieces
  /** How much less than asked stays, because the pieces do not make it. */
  readonly missing_cents: Cents
  /** What of the recipe is not there and has to be ordered. */
  readonly to_order: Pieces
}

/**
 * @param counted what is in the drawer
 * @param leave_cents how much is to stay
 * @param recipe which pieces of it are wanted; it comes to no more than `leave_cents`. The amount goes before the
 *   recipe: where the other pieces do not make what has to go out, those of the recipe help.
 */
export function leaveFloat(counted: Pieces, leave_cents: Cents, recipe: Pieces = {}): Leaving {
  assert(piecesTotal(recipe) <= leave_cents, 'a recipe comes to no more than what is to stay')
  const wanted = eachPiece((piece) => Math.min(countOf(counted, piece), countOf(recipe, piece)))
  const make = makerOf(piecesWithout(counted, wanted))
  const makeOfAll = makerOf(counted)
  const most = Math.min(leave_cents, piecesTotal(counted))
  // Ends where all of it goes out, at the latest.
  for (let stays = most; ; stays -= 1) {
    const goes = piecesTotal(counted) - stays
    const out = make(goes) ?? makeOfAll(goes)
    if (out === null) continue
    const left = piecesWithout(counted, out)
    const to_order = eachPiece((piece) => Math.max(0, countOf(recipe, piece) - countOf(left, piece)))
    return { left, out, missing_cents: cents(leave_cents - stays), to_order }
  }
}

/**
 * Finds an amount in the largest pieces that make it exactly; null: they do not. What could not be made is remembered
 * from one amount to the next.
 */
function makerOf(free: Pieces): (amount: number) => Pieces | null {
  const failed = new Set<string>()
  const reach = PIECES_CENTS.map((_, at) =>
    PIECES_CENTS.slice(at).reduce((sum, one) => sum + one * countOf(free, one), 0),
  )
  const fill = (at: number, left: number, taken: Map<number, number>): boolean => {
    const piece = PIECES_CENTS[at]
    if (left === 0) return true
    if (piece === undefined || left > (reach[at] ?? 0) || failed.has(`${at} ${left}`)) return false
    for (let count = Math.min(countOf(free, piece), Math.floor(left / piece)); count >= 0; count -= 1) {
      if (!fill(at + 1, left - count * piece, taken)) continue
      taken.set(piece, count)
      return true
    }
    failed.add(`${at} ${left}`)
    return false
  }
  return (amount) => {
    const taken = new Map<number, number>()
    return fill(0, amount, taken) ? eachPiece((piece) => taken.get(piece) ?? 0) : null
  }
}
