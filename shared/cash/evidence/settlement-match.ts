/**
 * Holds the lines of a processor's file against the card payments and refunds of a batch. Amounts are equal to the
 * cent, and the approval code or the last four digits agree; what agrees in both goes first. Pure.
 */
import { cents, type Cents } from '../../kernel/money.ts'
import type { SettledLine } from './settlement-file.ts'

export type CardEntry = SettledLine & { readonly of_ref: string }

export type Matched = {
  readonly matched_count: number
  /** What the file has for this batch: the lines that were matched, and those that are extra. */
  readonly settled_cents: Cents
  readonly missing: readonly CardEntry[]
  readonly extra: readonly SettledLine[]
}

/**
 * @param others what other batches and drawers took by card, and lines that were extra in a settlement before: a file
 *   can have more than this batch, and nothing is settled twice
 */
export function matchSettlement(
  lines: readonly SettledLine[],
  own: readonly CardEntry[],
  others: readonly SettledLine[],
): Matched {
  let [left, missing, elsewhere] = [lines, own, others]
  let settled = 0
  for (const isSame of [isSameCard, isSameCode, isSameDigits, isUnnamed]) {
    // What fits both is of this batch.
    const mine = paired(left, missing, isSame)
    const theirs = paired(mine.lines, elsewhere, isSame)
    ;[left, missing, elsewhere] = [theirs.lines, mine.entries, theirs.entries]
    settled += mine.paired_cents
  }
  const extra = withoutTakenBack(left)
  const settled_cents = cents(extra.reduce((sum, { amount_cents }) => sum + amount_cents, settled))
  return { matched_count: own.length - missing.length, settled_cents, missing, extra }
}

type Same = (line: SettledLine, entry: SettledLine) => boolean

/** Spreadsheets take the zeros before a number. */
const bare = (code: string): string =>
  code
    .trim()
    .toUpperCase()
    .replace(/^0+(?=.)/, '')
const isSameCode: Same = (line, entry) =>
  entry.authorization !== '' && line.authorization !== '' && bare(line.authorization) === bare(entry.authorization)
const isSameDigits: Same = (line, entry) => entry.last_four !== '' && line.last_four === entry.last_four
const isSameCard: Same = (line, entry) => isSameCode(line, entry) && isSameDigits(line, entry)
/** The numbers of an entry were erased, or its line had none. */
const isUnnamed: Same = (_, entry) => entry.authorization === '' && entry.last_four === ''

/** @returns what is left of both, and what the pairs come to */
function paired<Entry extends SettledLine>(lines: readonly SettledLine[], entries: readonly Entry[], isSame: Same) {
  const rest = [...entries]
  let paired_cents = 0
  const left = lines.filter((line) => {
    const at = rest.findIndex((entry) => entry.amount_cents === line.amount_cents && isSame(line, entry))
    if (at === -1) return true
    rest.splice(at, 1)
    paired_cents += line.amount_cents
    return false
  })
  return { lines: left, entries: rest, paired_cents }
}

/** What was taken back on the terminal is in the file twice, once below zero, and has no receipt that stands. */
function withoutTakenBack(lines: readonly SettledLine[]): readonly SettledLine[] {
  const left: SettledLine[] = []
  for (const line of lines) {
    const at = left.findIndex(
      (one) => one.amount_cents === -line.amount_cents && (isSameCode(line, one) || isSameDigits(line, one)),
    )
    if (at === -1) left.push(line)
    else left.splice(at, 1)
  }
  return left
}
