/** What could have gone wrong while bills were changed and the drawer was counted. Pure. */
import { cents } from '../../kernel/money.ts'
import { countOf, PIECES_CENTS, type PieceCents, type Pieces } from '../pieces.ts'
import type { Possible } from './possible.ts'
import { slipsOf, swapsOf } from './typing-slips.ts'

type Counted = { readonly counted: Pieces; readonly swaps_count: number }

/** A note or a few too many or too few while making change for somebody; nothing where nobody did. */
export function swapsWrong({ swaps_count }: Counted): readonly Possible[] {
  const sizes = swaps_count > 0 ? [100, 500, 1000, 1500, 2000] : []
  return sizes.flatMap((size) => [{ by_cents: size }, { by_cents: -size }])
}

const offBy = (piece_cents: PieceCents, by_count: number) => ({
  by_cents: -by_count * piece_cents,
  piece_cents,
  by_count,
})

const LARGE_CENTS = 2000

/** One left out or counted twice, or one too many or too few handed out. Large bills lie under the tray. */
export function onePieceOff({ counted }: Counted): readonly Possible[] {
  const isByPiece = PIECES_CENTS.some((piece) => countOf(counted, piece) > 0)
  const there = PIECES_CENTS.filter((piece) => !isByPiece || piece >= LARGE_CENTS || countOf(counted, piece) > 0)
  return there.flatMap((piece) => [offBy(piece, 1), offBy(piece, -1)])
}

/** How many of a coin are in a roll. */
export const ROLLS: Readonly<Partial<Record<PieceCents, number>>> = { 25: 40, 10: 50, 5: 40, 1: 50 }

export function rollsMiscounted({ counted }: Counted, rolls: readonly number[]): readonly Possible[] {
  return PIECES_CENTS.flatMap((piece) => {
    const [roll, count] = [ROLLS[piece] ?? 0, countOf(counted, piece)]
    return rolls.filter((one) => -one * roll <= count).map((one) => offBy(piece, one * roll))
  })
}

/** A few stuck together, or a stack as a hand makes it. */
export function someOff({ counted }: Counted, counts: readonly number[]): readonly Possible[] {
  return PIECES_CENTS.filter((piece) => countOf(counted, piece) > 0).flatMap((piece) =>
    counts.flatMap((count) => [offBy(piece, count), offBy(piece, -count)]),
  )
}

/** All of a piece was counted twice. */
export function countedTwice({ counted }: Counted): readonly Possible[] {
  return PIECES_CENTS.flatMap((piece) => {
    const half = countOf(counted, piece) / 2
    return Number.isInteger(half) && half > 3 ? [offBy(piece, -half)] : []
  })
}

const USUAL: ReadonlySet<number> = new Set([2000, 1000, 500, 100, 25, 10, 5, 1])
const MOST_UNCOUNTED = 60

/** Of one piece nothing was counted, while all the others were. */
export function pieceSkipped({ counted }: Counted): readonly Possible[] {
  const skipped = PIECES_CENTS.filter((piece) => USUAL.has(piece) && countOf(counted, piece) === 0)
  if (skipped.length > 2) return []
  return skipped.flatMap((piece) => Array.from({ length: MOST_UNCOUNTED }, (_, at) => offBy(piece, at + 1)))
}

export function countsMistyped({ counted }: Counted): readonly Possible[] {
  return meantCounts(counted, (count) => slipsOf(count))
}

export function countsSwapped({ counted }: Counted): readonly Possible[] {
  return meantCounts(counted, (count) => swapsOf(count, 2))
}

/** One digit was typed of two. */
export function countsCut({ counted }: Counted): readonly Possible[] {
  return meantCounts(counted, (count) =>
    count > 9
      ? []
      : Array.from({ length: 10 }, (_, digit) => [count * 10 + digit, digit * 10 + count])
          .flat()
          .filter((meant) => meant > 9 && meant <= MOST_UNCOUNTED),
  )
}

/** What they are worth, or how many rolls, was typed for how many there are. */
export function worthTyped({ counted }: Counted): readonly Possible[] {
  return meantCounts(counted, (count, piece) =>
    [(count * 100) / piece, count / piece, count * (ROLLS[piece] ?? 1)].filter((meant) => Number.isInteger(meant)),
  )
}

function meantCounts(counted: Pieces, meantBy: (count: number, piece: PieceCents) => readonly number[]) {
  return PIECES_CENTS.filter((piece) => countOf(counted, piece) > 0).flatMap((piece) => {
    const count = countOf(counted, piece)
    return meantBy(count, piece).map((meant) => offBy(piece, meant - count))
  })
}

/** The counts of two pieces: exchanged, or both in one field. */
export function countsExchanged({ counted }: Counted, variance: number): readonly Possible[] {
  return PIECES_CENTS.flatMap((piece) =>
    PIECES_CENTS.filter((other) => other !== piece && USUAL.has(other)).flatMap((other) => {
      const [here, there] = [countOf(counted, piece), countOf(counted, other)]
      const exchanged = here > there ? [asOther(piece, other, here - there)] : []
      const moved = -variance / (other - piece)
      const isOne = there === 0 && Number.isInteger(moved) && moved > 1 && moved < here
      return [...exchanged, ...(isOne ? [asOther(piece, other, moved)] : [])]
    }),
  )
}

/** Pieces of another value were counted as these. */
const asOther = (piece_cents: PieceCents, meant: PieceCents, by_count: number) => {
  return { by_cents: by_count * (piece_cents - meant), piece_cents, by_count, meant_cents: cents(meant) }
}

const ALIKE = [
  [2000, 1000, 500, 100],
  [25, 10, 5, 1],
] as const satisfies readonly (readonly PieceCents[])[]

/** A few of a piece lay among those of another one: a ten among the fives, a handful of nickels as dimes. */
export function fewMixed({ counted }: Counted): readonly Possible[] {
  return eachAlike(counted, (piece, other) => [1, 2, 3, 4, 5].map((count) => asOther(piece, other, count)))
}

/** A roll that its label says to be of another coin. */
export function rollsMixed({ counted }: Counted): readonly Possible[] {
  return eachAlike(counted, (piece, other) => {
    const [as, is] = [ROLLS[piece], ROLLS[other]]
    if (as === undefined || is === undefined) return []
    return [{ by_cents: as * piece - is * other, piece_cents: piece, by_count: as, meant_cents: cents(other) }]
  })
}

function eachAlike(
  counted: Pieces,
  of: (piece: PieceCents, other: PieceCents) => readonly Possible[],
): readonly Possible[] {
  return ALIKE.flatMap((alike) =>
    alike.flatMap((piece) =>
      countOf(counted, piece) === 0 ? [] : alike.flatMap((other) => (other === piece ? [] : of(piece, other))),
    ),
  )
}
