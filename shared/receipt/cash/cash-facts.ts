/**
 * What every paper of money is given beside the usual, and how it says funds, payees, pieces and moments. Words for
 * what the library named itself come with the facts.
 */
import { countOf, PIECES_CENTS, piecesTotal, type Pieces } from '../../cash/pieces.ts'
import type { SlipKey } from '../../cash/deposit.ts'
import { cents } from '../../kernel/money.ts'
import type { Instant } from '../../kernel/time.ts'
import { codeSaid } from '../../words/code-said.ts'
import { centered, letterhead, line } from '../blocks.ts'
import type { Block } from '../document.ts'
import type { PaperFacts } from '../paper-facts.ts'
import { sayMoment, sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'

/** The library's own names, by code. A fund or payee that is not named is said by the words of its code. */
export type CashNames = Readonly<
  Record<'funds' | 'payees' | 'products' | 'reasons' | 'in_kind', Readonly<Record<string, string>>>
>

/** A paper takes spaces off. */
const PART_MARK = '· '

export type CashPaperFacts = PaperFacts & {
  readonly names: CashNames
  /** Made at a practice desk: nobody may take it for a paper about money. */
  readonly is_practice: boolean
  /** 0: the first print. */
  readonly copy_number: number
}

/** Puts what makes a paper no original above and below it. */
export function marked(
  facts: CashPaperFacts,
  words: Words,
  is_void: boolean,
  blocks: readonly (Block | readonly Block[])[],
): readonly (Block | readonly Block[])[] {
  const marks = [
    facts.is_practice ? words.cash.training : '',
    is_void ? words.cash.void : '',
    facts.copy_number > 0 ? words.cash.copy_number(facts.copy_number) : '',
  ].filter((mark) => mark !== '')
  const said = marks.flatMap((mark) => centered(`*** ${mark} ***`, true))
  return [said, ...blocks, said]
}

/** The head of a paper for the staff or the office: the library, the branch, the title, and when it was made. */
export function officeHead(facts: CashPaperFacts, words: Words, title: string): readonly Block[] {
  return letterhead({ ...facts, contact_lines: [] }, words, title)
}

function named(names: Readonly<Record<string, string>>, code: string): string | null {
  return (Object.hasOwn(names, code) ? names[code] : undefined) ?? null
}

/** Which session of a drawer it is, as people tell it: whose it was, and since when. */
export type SessionSaid = { readonly custodian_initials: string; readonly opened_at: Instant }

export function sessionLines(facts: CashPaperFacts, words: Words, session: SessionSaid): readonly Block[] {
  const { cash } = words
  return [
    line(cash.custodian, session.custodian_initials),
    line(cash.opened, sayMoment(words, session.opened_at, facts)),
  ]
}

/** A part of the amount in the line above it. */
export function partLine(label: string, amount: string): Block {
  return line(`${PART_MARK}${label}`, amount)
}

/** The library's name for a fund comes before the program's; one that nobody named goes by the words of its code. */
export function fundCalled(words: Words, { funds }: Pick<CashNames, 'funds'>, fund: string): string {
  return named({ ...words.cash.fund, ...funds }, fund) ?? codeSaid(fund)
}

export function sayFund(words: Words, { names }: CashPaperFacts, fund: string): string {
  return fund === '' ? words.cash.no_fund : fundCalled(words, names, fund)
}

export function sayInKind({ names }: CashPaperFacts, kind_code: string): string {
  return named(names.in_kind, kind_code) ?? kind_code
}

export function sayPayee(words: Words, facts: CashPaperFacts, payee: string): string {
  return words.cash.for_payee(payeeCalled(facts.names, payee))
}

/** Whose money it is: a payee's, or the library's by fund. */
export function sayWhose(words: Words, facts: CashPaperFacts, { payee, fund }: SlipKey): string {
  return payee === null ? sayFund(words, facts, fund) : sayPayee(words, facts, payee)
}

export function payeeCalled({ payees }: Pick<CashNames, 'payees'>, payee: string): string {
  return named(payees, payee) ?? codeSaid(payee)
}

export function productName({ names }: CashPaperFacts, code: string): string {
  return named(names.products, code) ?? code
}

export function reasonName({ names }: CashPaperFacts, code: string): string {
  return named(names.reasons, code) ?? code
}

/** "$20.00 × 1 … $20.00" for each piece that is there, and what they come to. */
export function pieceLines(facts: CashPaperFacts, pieces: Pieces, total: string): readonly Block[] {
  const there = PIECES_CENTS.filter((piece) => countOf(pieces, piece) > 0)
  const lines = there.map((piece) => {
    const count = countOf(pieces, piece)
    return line(`${sayMoney(cents(piece), facts)} × ${count}`, sayMoney(cents(piece * count), facts))
  })
  return [...lines, line(total, sayMoney(piecesTotal(pieces), facts), true)]
}

/** As wide as the narrowest paper takes beside nothing. */
export const TO_WRITE_ON = '_'.repeat(14)

/** A line for each to sign on; a name that is known is beside it already. */
export function signLines(...labels: readonly string[]): readonly Block[] {
  return labels.map((label) => line(label, TO_WRITE_ON))
}
