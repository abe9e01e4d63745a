/**
 * Parses Dewey, Library of Congress and biography numbers into the parts of a key: class number, cutters, work letters,
 * dates, volumes, copies. Never throws, whatever is written on a spine.
 */
import { fold } from '../fold.ts'
import { issueAt, issueDateAt, isIssueWord, numberEnd } from './issue.ts'
import { isLcClass, isListed, isPrefixWord, prefixKey, takeBiography, takeWords } from './prefix.ts'
import type { KeyParts, ShelfOptions } from './profile.ts'
import { decimalKey, matchAt, SIGN, skipGap, wholeKey, type Found } from './alphabet.ts'

/** `score`: scores, class M; `music`: books about music, ML and MT. */
type Style = 'dewey' | 'lc' | 'music' | 'score'

const CUTTER = /(\p{L}{1,3})(\d+)/uy
const YEAR = /^(?:1[4-9]|20)\d\d$/
const WORD = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/uy
const WORK_LETTERS = /[\p{L}\p{M}]+/uy
const NUMBER = /(\d+)(?:(?:st|nd|rd|th)(?![\p{L}\d])|([a-z]{1,2})(?![\p{L}\d]))?/uy
/** Catalogs of composers' works. A single letter needs its period: "K.240" is not the cutter K240. */
const THEMATIC = /(?=[a-z]{2}|[a-z]\.)(op|kv?|bwv|hob|rv|woo|d|h|s)[.\s]+(\d+)/y
/** The number of a work among those of its composer: "no. 2" of an opus, "no. 5" of the symphonies. */
const WORK_NUMBER = /(no|nos|nr)[.\s]+(\d+)/y
/** "v.2" and "c.2" after a period are not cutters: they have a period of their own. */
const DOTTED_ISSUE = /[a-z]+\.\s*\d/y
const REMARKS = new Set(
  'folio oversize quarto suppl supplement supp index copy plus extra bound reprint rev ed atlas maps'.split(' '),
)

/**
 * Whether letters and digits right after a cutter are another cutter: B2C33 is B2 C33. In Dewey a letter and a digit
 * are the work and its edition ("R884h2"); an "x" before a year is the cataloger's own mark, not a cutter.
 */
function isJoined(letters: string, digits: string, style: Style): boolean {
  if (YEAR.test(digits)) return style !== 'dewey' && letters !== 'x'
  return style !== 'dewey' || digits.length > 1
}

/** A cutter, with the work letters after it. Its digits are decimals: H919 comes before H98. */
function cutterAt(text: string, at: number, style: Style): Found | null {
  const match = matchAt(CUTTER, text, at)
  if (!match) return null
  const end = at + match[0].length
  const key = SIGN.cutter + match[0]
  const joined = matchAt(CUTTER, text, end)
  if (joined && isJoined(joined[1] ?? '', joined[2] ?? '', style)) return { key, end }
  if (matchAt(DOTTED_ISSUE, text, end) && issueAt(text, end)) return { key, end }
  const letters = matchAt(WORK_LETTERS, text, end)?.[0] ?? ''
  return { key: key + (letters === '' ? '' : SIGN.suffix + letters), end: end + letters.length }
}

/** A year with its letter ("1990b"), an ordinal ("15th"), or any other standalone number. */
function numberAt(text: string, at: number): Found | null {
  const match = matchAt(NUMBER, text, at)
  return match && { key: SIGN.date + wholeKey(match[1] ?? '') + (match[2] ?? ''), end: at + match[0].length }
}

/** The number of a musical work: a whole number, sorted before the cutters of its letter. */
function workAt(text: string, at: number, pattern: RegExp): Found | null {
  const match = matchAt(pattern, text, at)
  if (!match) return null
  const [all, name = '', digits = ''] = match
  const after = numberEnd(text, at + all.length)
  return { key: `${SIGN.cutter}${name.slice(0, 1)}#${name}${wholeKey(digits)}${after.key}`, end: after.end }
}

/**
 * A work after a composer's cutter, or the number of a piece after its opus: "op.27, no.2" is not a volume. `before` is
 * the key so far: after a date a number is a volume again.
 */
function musicAt(text: string, at: number, style: Style, before: string): Found | null {
  if (style !== 'music' && style !== 'score') return null
  const isWork = before.startsWith(SIGN.cutter) && (style === 'score' || before.includes('#'))
  return workAt(text, at, THEMATIC) ?? (isWork ? workAt(text, at, WORK_NUMBER) : null)
}

/**
 * A word. In Dewey it is the author's mark. In LC a lone word right after the class is a name in place of a cutter; one
 * letter, or up to three after a period, are a cutter without digits; other words are remarks.
 */
function wordAt(text: string, at: number, style: Style, isFirst: boolean): Found {
  const raw = matchAt(WORD, text, at)?.[0] ?? text.slice(at, at + 1)
  const end = at + raw.length
  const word = fold(raw) || raw
  if (REMARKS.has(word) || isIssueWord(word)) return { key: SIGN.remark + word, end }
  const isDotted = text[at - 1] === '.' && word.length <= 3
  if (style === 'dewey' || word.length === 1 || isDotted) return { key: SIGN.cutter + word, end }
  const isName = isFirst && skipGap(text, end) === text.length
  return { key: (isName ? SIGN.word : SIGN.remark) + word, end }
}

/** The key of everything after the class number. `text` must be `plain`. */
export function tailKey(text: string, from: number, style: Style): string {
  let key = ''
  let last = ''
  for (let at = skipGap(text, from); at < text.length;) {
    // "ED2" after a period is a cutter, "v.2" is not.
    const isNamed = text[at - 1] !== '.' || matchAt(DOTTED_ISSUE, text, at) !== null
    const named = isNamed ? (musicAt(text, at, style, last) ?? issueAt(text, at)) : null
    const found = named ?? issueDateAt(text, at) ?? numberAt(text, at) ?? cutterAt(text, at, style)
    const { key: part, end } = found ?? wordAt(text, at, style, key === '')
    key += part
    last = part
    at = skipGap(text, end)
  }
  return key
}

/** Letters, up to four digits, decimals. "4558.15th" has no decimals; "QA 76 . 73 .J38" has some. */
const LC_CLASS =
  /^\W*([a-z]{1,3})[\s'.]*(\d{1,4})(?!\d)(?:\s*\.+(?:(\d+)(?!\d|(?:st|nd|rd|th)\b)|\s+(\d{1,3})(?=\s*\.?[a-z]\d)))?/

/** Null when it is not an LC number. */
export function readLc(text: string, options: ShelfOptions): KeyParts | null {
  const taken = takeWords(text, (word) => (isPrefixWord(word) || isListed(word, options) ? 'keep' : 'stop'))
  // Before a number the last word is the class, although E, J, SF and others can also be prefixes.
  const isClassTaken = taken.prefix.length > 0 && /^\W*\d/.test(taken.rest)
  const prefix = isClassTaken ? taken.prefix.slice(0, -1) : taken.prefix
  const body = isClassTaken ? `${taken.prefix.at(-1) ?? ''} ${taken.rest}` : taken.rest
  const match = LC_CLASS.exec(body)
  if (!match) return null
  const [all, letters = '', digits = '', near, far = ''] = match
  if (!isLcClass(letters)) return null
  const style: Style = letters === 'm' ? 'score' : letters.startsWith('m') ? 'music' : 'lc'
  return {
    prefix: prefixKey(prefix, options),
    head: `${letters}${SIGN.body}${wholeKey(digits)}${decimalKey(near ?? far)}`,
    tail: tailKey(lcSpaced(body), all.length, style),
    issue: '',
  }
}

/** Some libraries write "PS'9507'O82'C3": the apostrophe separates, unless it is between letters as in a name. */
const lcSpaced = (text: string): string => (text.includes("'") ? text.replace(/(?<=\d)'|'(?=\d)/g, ' ') : text)

/** Primes (' and /) show where a number may be cut short and are not part of it. Neither is a second period. */
const DEWEY_CLASS = /(\d{1,3})(?!\d)(?:[/']*(?:\s*\.+(?=[/']*\d)|\.)[/']*((?:\d[/']*)*(?:\.(?:\d[/']*)+)*))?/y
const DEWEY_PREFIX = /^(?:[\p{L}\p{M}]+[\d]?(?=[^\p{L}\d])|[\p{L}\p{M}]+|[^\p{L}\p{M}\d]+)*/u
/** The lone B for biography, after a biography number (920 to 929, and .092 under any subject). */
const LIFE_MARK = /^[\s/']*\bb\b(?![.'])/
const isLife = (whole: string, decimals: string): boolean => /^92\d$/.test(whole) || /09(2\d*)?$/.test(decimals)

/** Null when it is not a Dewey number. */
export function readDewey(text: string, options: ShelfOptions): KeyParts | null {
  const before = /^\d/.test(text) ? '' : (DEWEY_PREFIX.exec(text)?.[0] ?? '')
  const match = matchAt(DEWEY_CLASS, text, before.length)
  if (!match) return null
  const whole = match[1] ?? ''
  const decimals = (match[2] ?? '').replace(/[/'.]/g, '')
  let from = before.length + match[0].length
  if (isLife(whole, decimals)) from += LIFE_MARK.exec(text.slice(from))?.[0].length ?? 0
  const prefix = before === '' ? [] : before.split(/[^\p{L}\p{M}\d]+/u).filter((word) => word !== '')
  return {
    prefix: prefixKey(prefix, options),
    head: wholeKey(whole) + decimalKey(decimals),
    tail: tailKey(text, from, 'dewey'),
    issue: '',
  }
}

/** Sorts by the name or its letters: "B-L736k", "921 LIN", "J B LINCOLN". */
export function readBiography(text: string, options: ShelfOptions): KeyParts {
  const { prefix, rest } = takeBiography(text, options)
  const at = skipGap(rest, 0)
  const first =
    cutterAt(rest, at, 'dewey') ?? (at < rest.length ? wordAt(rest, at, 'dewey', true) : { key: '', end: at })
  return {
    prefix: prefixKey(prefix, options),
    head: first.key,
    tail: tailKey(rest, first.end, 'dewey'),
    issue: '',
  }
}
