/**
 * A scanner that types, measured: what it sends around a number, at which pace, how a scan ends, and whether its keys
 * are read by what the system made of them or by where they are. Pure; three scans are enough.
 */
import { z } from 'zod'
import { isLuhn } from '../../catalog/isbn.ts'
import { withoutIdentifier } from './scanned.ts'
import { usCharacter } from './us-keys.ts'

/** Scans that are asked for. */
export const TRIES_COUNT = 3
/** Longer than any barcode with what a scanner puts around it. */
const STROKES_MAX = 250

const strokeSchema = z.strictObject({
  /** What the system made of the key: "1", "A". */
  key: z.string().min(1).max(20),
  /** Which key it was: "Digit1", "KeyA". */
  code: z.string().max(30),
  is_shift: z.boolean(),
  is_caps: z.boolean(),
  /** Since the key before it. */
  gap_ms: z.number().min(0).max(60_000),
})
export type WedgeStroke = z.infer<typeof strokeSchema>

const ENDS = ['enter', 'tab', 'none'] as const

export const heardScanSchema = z.strictObject({
  strokes: z.array(strokeSchema).min(1).max(STROKES_MAX),
  ends: z.enum(ENDS),
})
export type HeardScan = z.infer<typeof heardScanSchema>

export const wedgeSetupSchema = z.strictObject({
  /** `codes`: the keyboard of this computer is another than the scanner's, so a key is read by where it is. */
  reads: z.enum(['keys', 'codes']),
  prefix: z.string().max(STROKES_MAX),
  suffix: z.string().max(STROKES_MAX),
  /** What a scan ends with; `none`: a moment in which nothing comes. */
  ends: z.enum(ENDS),
  /** The longest gap between two keys of a scan. */
  gap_ms_max: z.int().min(1).max(150),
})
export type WedgeSetup = z.infer<typeof wedgeSetupSchema>

/** Scanners vary from scan to scan, and a busy computer is late; hands are slower than this for a whole number. */
const GAP_MS_LEAST = 60
const GAP_MS_MOST = 150
/** Without a key at the end only a run that no hand could type is a scan. */
export const ENDLESS_GAP_MS_MAX = 35

type Key = Pick<WedgeStroke, 'key' | 'code' | 'is_shift' | 'is_caps'>

const flipped = (letter: string): string =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()

/** The character that the scanner meant; null: none. Caps Lock turns the letters of a scan, and is turned back. */
export function characterOf({ key, code, is_shift, is_caps }: Key, reads: WedgeSetup['reads']): string | null {
  if (reads === 'codes') return usCharacter(code, is_shift)
  if (!/^.$/u.test(key)) return null
  return is_caps && /\p{L}/u.test(key) ? flipped(key) : key
}

export function textOf(strokes: readonly Key[], reads: WedgeSetup['reads']): string {
  return strokes.map((one) => characterOf(one, reads) ?? '').join('')
}

/** What stands before and behind the number of a scan. */
type Around = { readonly prefix: string; readonly number: string; readonly suffix: string; readonly rank: number }

/** Whether a piece of a scan is the number of an item, a card or a badge of this desk. */
export type Known = (text: string) => boolean

const LIBRARY_NUMBER = /\d{14}/g
const START_STOP = /^[A-Da-d]$/

function around(text: string, number: string, rank: number): Around {
  const at = text.indexOf(number)
  return { prefix: text.slice(0, at), number, suffix: text.slice(at + number.length), rank }
}

/** The longest piece that is known here, with at least six characters. */
function knownPiece(text: string, isKnown: Known): string | null {
  for (let length = text.length; length >= 6; length -= 1)
    for (let at = 0; at + length <= text.length; at += 1) {
      const piece = text.slice(at, at + length)
      if (isKnown(piece)) return piece
    }
  return null
}

/** The letters that start and stop Codabar are no part of what the scanner adds: other labels have others. */
function withoutStartStop(found: Around): Around {
  const [first, last] = [found.prefix.slice(-1), found.suffix.slice(0, 1)]
  if (!START_STOP.test(first) || !START_STOP.test(last)) return found
  return { ...found, prefix: found.prefix.slice(0, -1), suffix: found.suffix.slice(1) }
}

function piecesOf(text: string, shown: string, isKnown: Known): Around {
  if (text.includes(shown)) return around(text, shown, 3)
  const known = knownPiece(text, isKnown)
  if (known !== null) return withoutStartStop(around(text, known, 3))
  const digits = [...text.matchAll(LIBRARY_NUMBER)].map(([one]) => one)
  const right = digits.find(isLuhn)
  if (right !== undefined) return withoutStartStop(around(text, right, 2))
  const [any] = digits
  return any === undefined ? around(text, text, 0) : withoutStartStop(around(text, any, 1))
}

const AIM = /\][A-Za-z][0-9A-Za-z]/

/** What a scanner says of the kind of barcode differs from label to label, so it is no part of a prefix. */
const bare = (prefix: string): string => prefix.replace(AIM, '')

export type WedgeFound =
  | { readonly kind: 'more'; readonly left_count: number }
  /** The scans had different things around the number, or ended differently. */
  | { readonly kind: 'differ' }
  /** No scan had a number in it that is known or looks right. */
  | { readonly kind: 'unreadable' }
  /** It sends no key at the end and is as slow as a hand, so nothing tells where a scan ends. */
  | { readonly kind: 'no-end' }
  | {
      readonly kind: 'found'
      readonly setup: WedgeSetup
      readonly numbers: readonly string[]
      readonly has_aim: boolean
      readonly is_caps: boolean
      readonly gap_ms: number
    }

type Reading = { readonly reads: WedgeSetup['reads']; readonly pieces: readonly Around[]; readonly has_aim: boolean }

function readAs(scans: readonly HeardScan[], reads: WedgeSetup['reads'], shown: string, isKnown: Known): Reading {
  const texts = scans.map(({ strokes }) => textOf(strokes, reads))
  const pieces = texts.map((text) => piecesOf(text, shown, isKnown))
  return { reads, pieces, has_aim: pieces.some(({ prefix }) => bare(prefix) !== prefix) }
}

const rankOf = ({ pieces }: Reading): number => Math.min(...pieces.map(({ rank }) => rank))

const isSame = (values: readonly string[]): boolean => new Set(values).size === 1

/**
 * @param shown the code that the page shows
 * @param isKnown whether a number is an item or a card here
 */
export function findWedge(scans: readonly HeardScan[], shown: string, isKnown: Known): WedgeFound {
  if (scans.length < TRIES_COUNT) return { kind: 'more', left_count: TRIES_COUNT - scans.length }
  const [keys, codes] = (['keys', 'codes'] as const).map((reads) => readAs(scans, reads, shown, isKnown))
  if (!keys || !codes) return { kind: 'unreadable' }
  const best = rankOf(codes) > rankOf(keys) ? codes : keys
  if (rankOf(best) === 0) return { kind: 'unreadable' }
  const prefixes = best.pieces.map(({ prefix }) => bare(prefix))
  const suffixes = best.pieces.map(({ suffix }) => suffix)
  const ends = scans.map((one) => one.ends)
  if (!isSame(prefixes) || !isSame(suffixes) || !isSame(ends)) return { kind: 'differ' }
  const gaps = scans.flatMap(({ strokes }) => strokes.slice(1).map(({ gap_ms }) => gap_ms))
  const gap_ms = Math.round(Math.max(0, ...gaps))
  const [prefix = '', suffix = '', end = 'none'] = [prefixes[0], suffixes[0], ends[0]]
  if (end === 'none' && gap_ms > ENDLESS_GAP_MS_MAX) return { kind: 'no-end' }
  const gap_ms_max = Math.min(GAP_MS_MOST, Math.max(GAP_MS_LEAST, 2 * gap_ms + 20))
  return {
    kind: 'found',
    setup: { reads: best.reads, prefix, suffix, ends: end, gap_ms_max },
    numbers: best.pieces.map(({ number }) => number),
    has_aim: best.has_aim,
    is_caps: scans.some(({ strokes }) => strokes.some((one) => one.is_caps)),
    gap_ms,
  }
}

/** The number of a scan, without what this scanner puts around it; as it is, if it comes from another. */
export function withoutFrame(text: string, { prefix, suffix }: Pick<WedgeSetup, 'prefix' | 'suffix'>): string {
  const identifier = AIM.exec(text)
  const aim = identifier?.index === 0 ? identifier[0] : ''
  const rest = text.slice(aim.length)
  if (!rest.startsWith(prefix) || !rest.endsWith(suffix) || rest.length <= prefix.length + suffix.length) return text
  return withoutIdentifier(aim + rest.slice(prefix.length, rest.length - suffix.length))
}
