/**
 * Numbers for cards: the next one of a desk's own range, its check digit, and whether a scanned card may be given. A
 * range belongs to one desk, so two desks without a network never give the same number. Pure.
 */
import { isLuhn } from '../catalog/isbn.ts'
import type { CardRange } from '../policy/card-facts.ts'

/** Names every card in use of a patron, where an act is about one of them. */
export const ALL_CARDS = 'all'

type Numbered = Pick<CardRange, 'from_number' | 'to_number' | 'check_kind'>

const DIGITS = '0123456789'.split('')

/** The whole number of a card: mod 10 as on 14-digit Codabar, where the range says so. */
export function cardNumber(body: string, check_kind: CardRange['check_kind']): string {
  if (check_kind === 'none') return body
  return body + (DIGITS.find((digit) => isLuhn(body + digit)) ?? '0')
}

/** The number of a card without its check digit; null: its check digit is wrong. */
function bodyOf(barcode: string, check_kind: CardRange['check_kind']): string | null {
  if (check_kind === 'none') return barcode
  return isLuhn(barcode) ? barcode.slice(0, -1) : null
}

/** Whether a range has this card. Numbers of one length are ordered as text. */
export function isInRange(barcode: string, range: Numbered): boolean {
  const body = /^\d+$/.test(barcode) ? bodyOf(barcode, range.check_kind) : null
  if (body === null || body.length !== range.from_number.length) return false
  return body >= range.from_number && body <= range.to_number
}

/** The range that a card is of; null: of none. */
export function rangeOfCard(ranges: readonly CardRange[], barcode: string): CardRange | null {
  return ranges.find((range) => isInRange(barcode, range)) ?? null
}

/** The body after another, with its zeros. */
function after(body: string): string {
  return String(BigInt(body) + 1n).padStart(body.length, '0')
}

export type Given = {
  readonly range_code: string
  readonly barcode: string
  /** What the desk keeps: the body that comes next. Beyond the range once it is used up. */
  readonly next_number: string
}

/** How far a desk is in each of its ranges, by code: the body that comes next. */
export type Reached = ReadonlyMap<string, string>

/**
 * After a restore nobody knows which numbers were given since the backup: the desk keeps the number that the range
 * began at, behind a question mark. Once the range begins elsewhere, a person has said where it goes on.
 */
export function isUnsure(range: CardRange, reached: Reached): boolean {
  return reached.get(range.range_code) === `?${range.from_number}`
}

function nextBody({ range_code, from_number, to_number }: CardRange, reached: Reached): string {
  const next = reached.get(range_code) ?? from_number
  // Behind 9999 comes 10000, which is longer. It must not begin the range again: its numbers would be given twice.
  if (next === after('9'.repeat(to_number.length))) return next
  // The range may have been made narrower since.
  return next.length === from_number.length && next > from_number ? next : from_number
}

/**
 * The next card of the ranges that this desk may give out, in their order; null: none is left.
 * @param isTaken whether a card of this number is known already: it is passed over
 */
export function nextCard(
  ranges: readonly CardRange[],
  terminal: string,
  reached: Reached,
  isTaken: (barcode: string) => boolean,
): Given | null {
  for (const range of ranges) {
    if (range.terminal_code !== terminal || isUnsure(range, reached)) continue
    for (let body = nextBody(range, reached); isLeft(body, range); body = after(body)) {
      const barcode = cardNumber(body, range.check_kind)
      if (!isTaken(barcode)) return { range_code: range.range_code, barcode, next_number: after(body) }
    }
  }
  return null
}

function isLeft(body: string, range: CardRange): boolean {
  return body.length === range.to_number.length && body <= range.to_number
}

/** How many numbers a desk has left in all of its ranges; null: it has no range of its own. */
export function cardsLeft(ranges: readonly CardRange[], terminal: string, reached: Reached): number | null {
  const own = ranges.filter((range) => range.terminal_code === terminal)
  if (own.length === 0) return null
  return own.reduce((sum, range) => {
    if (isUnsure(range, reached)) return sum
    const next = nextBody(range, reached)
    return isLeft(next, range) ? sum + Number(BigInt(range.to_number) - BigInt(next)) + 1 : sum
  }, 0)
}

/** When a desk should ask for more numbers: before a busy month is over. */
const LEFT_FEW = 100

export function isFewLeft(left_count: number | null): boolean {
  return left_count !== null && left_count < LEFT_FEW
}

/** Why a scanned card cannot be given; null: it can. Without any range for cards in print, every free card can. */
export function scannedCardFault(
  barcode: string,
  ranges: readonly CardRange[],
  terminal: string,
): 'other-desk' | 'not-ours' | null {
  const range = rangeOfCard(ranges, barcode)
  if (range !== null && range.terminal_code !== null && range.terminal_code !== terminal) return 'other-desk'
  if (range !== null) return null
  return ranges.some((one) => one.terminal_code === null) ? 'not-ours' : null
}
