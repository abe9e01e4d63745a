/**
 * Volumes, parts, copies, issues and issue dates: "v.3 no.10", "c.2", "Dec 1995". Their numbers are counted. Never
 * reads a cutter: "C2" is a cutter, "c.2" is the second copy.
 */
import { decimalKey, matchAt, SIGN, skipGap, wholeKey, type Found } from './alphabet.ts'

/** Words that count, by the letter that ranks them. Copies have a sign of their own. */
const RANKS: Readonly<Record<string, readonly string[]>> = {
  b: ['book', 'books', 'bk', 'bks'],
  d: ['disc', 'discs', 'disk', 'disks'],
  e: ['edition', 'ed'],
  f: ['series', 'ser', 'season', 'seasons'],
  h: ['volume', 'volumes', 'vol', 'vols', 'v', 'band', 'bd', 'tome', 'tomo', 't'],
  n: ['number', 'num', 'no', 'nos', 'nr', 'n', 'issue', 'iss', 'heft', 'fasc'],
  p: ['part', 'parts', 'pt', 'pts', 'p', 'teil'],
  s: ['supplement', 'suppl', 'supp'],
  copy: ['copy', 'copies', 'cop', 'c'],
}
const RANK_OF = new Map(Object.entries(RANKS).flatMap(([rank, words]) => words.map((word) => [word, rank] as const)))
const NAMES = [...RANK_OF.keys()].toSorted((one, other) => other.length - one.length)
const LONG = NAMES.filter((name) => name.length > 1).join('|')
const SHORT = NAMES.filter((name) => name.length === 1).join('')

/** A single letter needs its period; a word does not. */
const STRICT = new RegExp(`(?:(${LONG})[.\\s]*|([${SHORT}])\\.\\s*)(\\d+)`, 'y')
const LOOSE = new RegExp(`(${LONG}|[${SHORT}])[.\\s]*(\\d+)`, 'y')
/** Where a volume or copy begins inside a longer text. */
const BEGIN = new RegExp(`[\\s,;:(](?=(?:(?:${LONG})\\b[.\\s]*|[${SHORT}]\\.\\s*)\\d)`)
const LETTERS = /[a-z]{1,2}(?![\p{L}\d])/uy
const RANGE = /\s*[-/]\s*(\d+)/y

/** What may follow a number: a letter, or the end of a range: "1a", "23-28". */
export function numberEnd(text: string, at: number): Found {
  const letters = matchAt(LETTERS, text, at)?.[0] ?? ''
  let key = letters
  let end = at + letters.length
  for (let range = matchAt(RANGE, text, end); range; range = matchAt(RANGE, text, end)) {
    key += SIGN.to + wholeKey(range[1] ?? '')
    end += range[0].length
  }
  return { key, end }
}

/** The sign for a copy, or for a volume with the letter of its rank. */
export const issueSign = (rank: string): string => (rank === 'copy' ? SIGN.copy : SIGN.volume + rank)

/** Reads "v.3", "no. 555", "copy 2" at this position. `loose` also takes "v 3" and "v3". */
export function issueAt(text: string, at: number, loose = false): (Found & { readonly rank: string }) | null {
  const match = loose ? matchAt(LOOSE, text, at) : matchAt(STRICT, text, at)
  if (!match) return null
  const rank = RANK_OF.get((loose ? match[1] : (match[1] ?? match[2])) ?? '') ?? 'h'
  const after = numberEnd(text, at + match[0].length)
  const digits = (loose ? match[2] : match[3]) ?? ''
  return { rank, key: issueSign(rank) + wholeKey(digits) + after.key, end: after.end }
}

/** Where the volume or copy begins in a longer text; the length of the text when there is none. */
export function issueBegin(text: string): number {
  const found = text.search(BEGIN)
  return found < 0 ? text.length : found
}

/** Whether this word counts volumes, parts, seasons or the like. */
export const isIssueWord = (word: string): boolean => word.length > 1 && RANK_OF.has(word)

/** Twice the month; a season sorts just before its first month, and winter opens the year. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 2,
  feb: 4,
  mar: 6,
  apr: 8,
  may: 10,
  jun: 12,
  jul: 14,
  aug: 16,
  sep: 18,
  oct: 20,
  nov: 22,
  dec: 24,
  win: 1,
  spr: 7,
  sum: 13,
  fal: 19,
  aut: 19,
}
const MONTH_NAMES = [
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?',
  'nov(?:ember)?|dec(?:ember)?|winter|spring|summer|fall|autumn',
].join('|')
const DAY = '(?:[\\s.,]*(\\d{1,2})(?!\\d))?'
const YEAR = '(1[4-9]\\d\\d|20\\d\\d)(?!\\d)'
const YEAR_FIRST = new RegExp(`${YEAR}[\\s:,.(-]*(${MONTH_NAMES})(?!\\p{L})${DAY}`, 'uy')
const MONTH_FIRST = new RegExp(`(${MONTH_NAMES})(?!\\p{L})${DAY}[\\s.,]*${YEAR}`, 'uy')
const MONTH_ALONE = new RegExp(`(${MONTH_NAMES})(?!\\p{L})${DAY}`, 'uy')

function dateKey(year: string, month: string | undefined, day: string | undefined): string {
  const number = MONTHS[month?.slice(0, 3) ?? ''] ?? 0
  const days = day === undefined ? '' : SIGN.month + day.padStart(2, '0')
  return `${SIGN.date}${wholeKey(year)}${SIGN.month}${String(number).padStart(2, '0')}${days}`
}

/** The date of an issue at this position: "2022 Jan. 17", "Jan 17, 2022"; `alone` also takes "Jan" without a year. */
export function issueDateAt(text: string, at: number, alone = false): Found | null {
  const year = matchAt(YEAR_FIRST, text, at)
  if (year) return { key: dateKey(year[1] ?? '', year[2], year[3]), end: at + year[0].length }
  const month = matchAt(MONTH_FIRST, text, at)
  if (month) return { key: dateKey(month[3] ?? '', month[1], month[2]), end: at + month[0].length }
  const bare = alone ? matchAt(MONTH_ALONE, text, at) : null
  return bare && { key: dateKey('0', bare[1], bare[2]), end: at + bare[0].length }
}

const DATED = new RegExp(
  `^(.*[^\\s,:;(])\\s*[,:;(]\\s*(?:(\\d{1,2})\\s+)?(${MONTH_NAMES})\\.?${DAY}[\\s.,]*${YEAR}\\)?\\s*$`,
  'i',
)

/** A cheap check that spares most titles the long one. */
const YEAR_LAST = /\d\)?\s*$/

/**
 * Splits "National Geographic, November 16, 2026" into the title and the key of its date; null when it ends in no date.
 */
export function datedTitle(title: string): { readonly title: string; readonly key: string } | null {
  const match = YEAR_LAST.test(title) ? DATED.exec(title) : null
  if (!match) return null
  const [, before = '', dayBefore, month, dayAfter, year = ''] = match
  return { title: before, key: dateKey(year, month?.toLowerCase(), dayBefore ?? dayAfter) }
}

const YEAR_ALONE = new RegExp(`${YEAR}(?!\\p{L})`, 'uy')
const NUMBER = /(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/y
const WORD = /[\p{L}\p{M}]+/uy

/** A number without a word: in a list of volumes the first is the volume and the second the copy. */
function bareNumber(match: RegExpExecArray, text: string, at: number, slot: number | null): Found {
  const whole = wholeKey((match[1] ?? '').replaceAll(',', ''))
  const sign = slot === 0 ? issueSign('h') : slot === 1 ? issueSign('copy') : SIGN.date
  const after = numberEnd(text, at + match[0].length)
  return { key: sign + whole + decimalKey(match[2] ?? '') + after.key, end: after.end }
}

/**
 * The key of a text that is a volume (`volume`), or of words with numbers (`numbered`). `text` must be `plain`. Takes
 * anything: characters that are neither word nor number separate.
 */
export function issueKey(text: string, kind: 'volume' | 'numbered'): string {
  const isVolume = kind === 'volume'
  let key = ''
  let slot = 0
  for (let at = skipGap(text, 0); at < text.length;) {
    const issue = issueAt(text, at, isVolume)
    if (issue) slot = Math.max(slot, issue.rank === 'copy' ? 2 : 1)
    let found: Found | null = issue ?? issueDateAt(text, at, isVolume)
    const number = found ? null : matchAt(NUMBER, text, at)
    if (number) {
      const isYear = matchAt(YEAR_ALONE, text, at) !== null
      found = bareNumber(number, text, at, isVolume && !isYear ? slot : null)
      if (!isYear) slot += 1
    }
    const word = found ? '' : (matchAt(WORD, text, at)?.[0] ?? text.slice(at, at + 1))
    key += found?.key ?? (isVolume ? SIGN.remark : SIGN.cutter) + word
    at = skipGap(text, found?.end ?? at + word.length)
  }
  return key
}
