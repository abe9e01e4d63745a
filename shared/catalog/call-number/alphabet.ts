/**
 * The alphabet of keys. Keys are compared by code unit alone, so each part begins with a sign that says what it is, and
 * the signs sort in shelf order, all below digits and letters: nothing comes before something. Keys are never shown.
 */

export const SIGN = {
  /** Begins what follows the prefix; separates words. */
  body: ' ',
  copy: '!',
  /** Words that are not part of the number: "folio", "plus extra". */
  remark: '"',
  volume: '#',
  /** Years, and other standalone numbers. */
  date: '$',
  /** Work letters right after a cutter: the "u" of "H394u". */
  suffix: '%',
  cutter: '&',
  /** A name in place of a cutter: "BF1999 Aarons" comes after every "BF1999 .B34". */
  word: "'",
  month: '*',
  to: '-',
  decimal: '.',
  /** Before the date of an issue, after its title: below the space, so that a longer title comes after. */
  issue: '\v',
  /** Begins what could not be parsed: sorts after everything that could. */
  unread: '~',
} as const

/** Above every key that begins the same way. */
export const END = '\uffff'

const DIGITS_MAX = 35

/** A whole number, so that 9 sorts before 10: the number of digits, then the digits. `digits` are ASCII digits. */
export function wholeKey(digits: string): string {
  let from = 0
  while (from < digits.length - 1 && digits[from] === '0') from += 1
  const bare = digits.slice(from, from + DIGITS_MAX)
  return bare.length.toString(36) + bare
}

/** Decimal digits compare as written; trailing zeros are dropped. Empty when nothing is left. */
export function decimalKey(digits: string): string {
  let to = digits.length
  while (to > 0 && digits[to - 1] === '0') to -= 1
  return to === 0 ? '' : SIGN.decimal + digits.slice(0, to)
}

const SIMPLE = /^[ -~]*$/
const MARKS = /[\u0300-\u036f]/g
const DASHES = /[\u2010-\u2015\u2212]/g
const QUOTES = /[\u2018\u2019\u201b\u02b9-\u02bf\u2032\u2035`\u00b4]/g
const UNSEEN = /[\p{Cf}\p{Cs}]/gu

/** Normalizes text for parsing: lower case, no accents, one kind of dash and of apostrophe, nothing invisible. */
export function plain(text: string): string {
  if (SIMPLE.test(text)) return text.toLowerCase().trim()
  const bare = text.normalize('NFKD').replace(QUOTES, "'").replace(DASHES, '-').replace(MARKS, '')
  return bare.replace(UNSEEN, '').toLowerCase().trim()
}

/** What a parser found at a position: its part of the key, and where it ends. */
export type Found = { readonly key: string; readonly end: number }

/** Matches a sticky pattern at one position. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where the next letter or digit is; the length of the text when there is none. */
export function skipGap(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return at
  return at + (matchAt(GAP, text, at)?.[0].length ?? 0)
}
const GAP = /[^\p{L}0-9]+/uy
