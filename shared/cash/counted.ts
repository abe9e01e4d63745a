/** A count as a person gives it: pieces of each value, or a total that was typed. Pure. */
import { cents, type Cents } from '../kernel/money.ts'
import { isCountIssue, piecesTotal, readPieces } from './pieces.ts'

export type PieceCount = { readonly denomination_cents: number; readonly pieces_count: number }

/** Exactly one of the two is given. */
export type CountGiven = {
  readonly pieces: readonly PieceCount[] | null
  readonly total_cents: number | null
}

/** `pieces`: null when the total was typed; those of which there is none are left out. */
export type Counted = { readonly pieces: PieceCount[] | null; readonly counted_cents: Cents }

/** @returns the count; or the piece that is wrong with it, empty when neither or both were given */
export function readCount({ pieces, total_cents }: CountGiven): Counted | { readonly wrong_piece: string } {
  if ((pieces === null) === (total_cents === null)) return { wrong_piece: '' }
  if (pieces === null) return { pieces: null, counted_cents: cents(total_cents ?? 0) }
  const named = new Set(pieces.map((one) => one.denomination_cents))
  if (named.size < pieces.length) return { wrong_piece: '' }
  const read = readPieces(Object.fromEntries(pieces.map((one) => [one.denomination_cents, one.pieces_count])))
  if (isCountIssue(read)) return { wrong_piece: read.piece }
  const there = pieces.filter((one) => one.pieces_count > 0)
  return { pieces: there.map((one) => ({ ...one })), counted_cents: piecesTotal(read) }
}
