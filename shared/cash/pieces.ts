/** A count by denomination: how many of each piece, and what that comes to. Pure. */
import { assert } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'

/** The pieces of United States money, largest first. A dollar coin counts as a dollar, a half dollar as itself. */
export const PIECES_CENTS = [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1] as const
export type PieceCents = (typeof PIECES_CENTS)[number]

/** The notes that go over a desk, by their value. */
export const NOTES_CENTS = [100, 500, 1000, 2000, 5000, 10_000] as const

/** How many of each piece; a piece that is not named was not there. */
export type Pieces = Readonly<Partial<Record<PieceCents, number>>>

/** Why a count cannot be taken. */
export type CountIssue = {
  readonly code: 'piece-unknown' | 'count-not-whole' | 'count-too-large'
  readonly piece: string
}

/** More than any drawer holds: a barcode was scanned into the field. */
const COUNT_MAX = 10_000

/**
 * Reads a count from outside: pieces in cents as keys, how many as values.
 *
 * @returns the pieces, or the first thing that is wrong with them
 */
export function readPieces(raw: Readonly<Record<string, unknown>>): Pieces | CountIssue {
  const pieces: Partial<Record<PieceCents, number>> = {}
  for (const [piece, count] of Object.entries(raw)) {
    const known = PIECES_CENTS.find((one) => String(one) === piece)
    if (known === undefined) return { code: 'piece-unknown', piece }
    if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) return { code: 'count-not-whole', piece }
    if (count > COUNT_MAX) return { code: 'count-too-large', piece }
    pieces[known] = count
  }
  return pieces
}

export function isCountIssue(read: Pieces | CountIssue): read is CountIssue {
  return 'code' in read
}

/** What the pieces come to. */
export function piecesTotal(pieces: Pieces): Cents {
  return cents(PIECES_CENTS.reduce((sum, piece) => sum + piece * countOf(pieces, piece), 0))
}

export function countOf(pieces: Pieces, piece: PieceCents): number {
  return pieces[piece] ?? 0
}

/** Piece by piece, without those of which there is none. `from` has at least as many of each as `taken`. */
export function piecesWithout(from: Pieces, taken: Pieces): Pieces {
  return eachPiece((piece) => {
    const left = countOf(from, piece) - countOf(taken, piece)
    assert(left >= 0, 'no more pieces are taken than are there')
    return left
  })
}

/** The pieces by a rule, without those of which there is none. */
export function eachPiece(countFor: (piece: PieceCents) => number): Pieces {
  const pieces: Partial<Record<PieceCents, number>> = {}
  for (const piece of PIECES_CENTS) {
    const count = countFor(piece)
    if (count !== 0) pieces[piece] = count
  }
  return pieces
}
