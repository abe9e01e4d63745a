/**
 * The count sheet: each piece, how many, and what they come to. Without a count it is a sheet to fill in by hand, and
 * says nothing of what should be there.
 */
import { countOf, piecesTotal, PIECES_CENTS, type PieceCents, type Pieces } from '../../cash/pieces.ts'
import type { KeptCount } from '../../cash/report-facts.ts'
import { cents } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { compose, line, plain, RULE, SPACE } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { sayMoment, sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import {
  marked,
  officeHead,
  sessionLines,
  signLines,
  TO_WRITE_ON,
  type CashPaperFacts,
  type SessionSaid,
} from './cash-facts.ts'

export type CountSheetFacts = CashPaperFacts & {
  readonly drawer_name: string
  /** Null: the drawer is closed. */
  readonly session: SessionSaid | null
  readonly reason: KeptCount['reason']
  /** Which pieces the library counts; another one that is there is listed too. */
  readonly counted_pieces: readonly PieceCents[]
  /** Null: to be filled in. */
  readonly count: {
    readonly pieces: Pieces
    readonly counted_at: Instant
    readonly counted_by_initials: string
  } | null
}

const A_NUMBER = '_'.repeat(5)

function pieceLine(facts: CountSheetFacts, piece: PieceCents): Block {
  const value = sayMoney(cents(piece), facts)
  if (facts.count === null) return line(`${value} × ${A_NUMBER}`, A_NUMBER)
  const count = countOf(facts.count.pieces, piece)
  return line(`${value} × ${count}`, sayMoney(cents(piece * count), facts))
}

export function countSheet(facts: CountSheetFacts, words: Words): ReceiptDocument {
  const { cash } = words
  const { count, session } = facts
  const pieces = PIECES_CENTS.filter((piece) => {
    return facts.counted_pieces.includes(piece) || countOf(count?.pieces ?? {}, piece) > 0
  })
  const counted =
    count === null
      ? plain(cash.blind)
      : [line(cash.counter, `${sayMoment(words, count.counted_at, facts)}, ${count.counted_by_initials}`)]
  const total = count === null ? TO_WRITE_ON : sayMoney(piecesTotal(count.pieces), facts)
  return compose(
    'count-sheet',
    facts,
    words,
    marked(facts, words, false, [
      officeHead(facts, words, cash.count_sheet),
      plain(cash.count[facts.reason]),
      line(cash.drawer, facts.drawer_name),
      session === null ? [] : sessionLines(facts, words, session),
      counted,
      RULE,
      pieces.map((piece) => pieceLine(facts, piece)),
      line(words.total, total, true),
      RULE,
      SPACE,
      signLines(cash.counter, cash.witness, cash.signed_on),
    ]),
  )
}
