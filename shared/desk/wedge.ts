/**
 * A scanner that types: tells a scan from a person by its rhythm, one key at a time; the caller passes the time. Six or
 * more characters with gaps of at most 150 ms, then Enter or Tab, are a scan, wherever the focus is. A person can type
 * a number that fast, so a scan is good for a badge only if no gap was longer than 35 ms. A scanner that the desk has
 * measured has its own longest gap, and what it puts around a number is left out. A code can have keys in it: what
 * comes behind a scan without a pause, and three keys that no hand presses so fast, are the scanner's and do nothing,
 * or a patron's own code would pay what the patron owes. Holds no timer and never looks at the screen: the renderer
 * feeds it every key before any button or field sees it.
 */

import { ENDLESS_GAP_MS_MAX, withoutFrame, type WedgeSetup } from '../devices/scan/wedge-setup.ts'

export const SCAN_LENGTH_MIN = 6
export const SCAN_GAP_MS_MAX = 150
/** Below what hands keep up for a whole number. A scanner that types slower is read for everything but a badge. */
export const BADGE_GAP_MS_MAX = 35
/** Nobody presses one key and then Enter so fast. */
const PAIR_GAP_MS_MAX = 30
/** So many keys without a pause are a scanner's, though they are no scan. */
const HANDLESS_COUNT = 3
/** An Enter this soon after a scan belongs to the scanner (CR LF, double CR) and finishes nothing. */
export const AFTER_SCAN_QUIET_MS = 500

/**
 * `quiet` keys (Shift, Caps Lock) are part of typing a character; `other` keys (arrows, Ctrl chords) end the run.
 * `is_held`: the key repeats because a hand holds it, which no scanner does.
 */
export type WedgeKey =
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'end'; readonly is_held?: boolean }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'other'; readonly is_held?: boolean }

export type WedgeState = {
  /** The run so far. */
  readonly text: string
  readonly last_at_ms: number
  /** The longest gap between two keys of the run. */
  readonly gap_ms_max: number
  /** When the last scan ended; null before the first. */
  readonly scanned_at_ms: number | null
  /** When the last key came, of whatever kind. */
  readonly heard_at_ms: number
  /** So many keys came with no pause that a hand makes. */
  readonly paced_count: number
  /** Whether the last of them typed a character. */
  readonly is_after_character: boolean
  /** What the last key was: the end of a scan, one of the scanner's that belongs to no scan, or anything else. */
  readonly behind: 'scan' | 'stray' | 'nothing'
}

/** `slow-scan`: at a pace that a person can type at, so it is good for material and cards, and for no badge. */
export type ScanSource = 'scan' | 'slow-scan' | 'typed'

/**
 * `begin`: the first key of a run, remember the field as it is. `scan`: take the key, restore the field, send `text`.
 * `swallow`: take the key, it is the scanner's second suffix. `hold`: take it, it came behind a scan and may begin the
 * next one. `stray`: take it, and whatever else of this run has not acted: the code has keys in it. `pass`: leave it
 * alone.
 */
export type WedgeAct =
  | { readonly kind: 'pass' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'scan'; readonly text: string; readonly source: Exclude<ScanSource, 'typed'> }
  | { readonly kind: 'swallow' }
  | { readonly kind: 'hold'; readonly begins: boolean }
  | { readonly kind: 'stray' }

export const WEDGE_AT_REST: WedgeState = {
  text: '',
  last_at_ms: 0,
  gap_ms_max: 0,
  scanned_at_ms: null,
  heard_at_ms: 0,
  paced_count: 0,
  is_after_character: false,
  behind: 'nothing',
}

const PASS: WedgeAct = { kind: 'pass' }

/** True while an Enter can still come from the scanner. Times are milliseconds of one monotonic clock. */
export function isJustAfterScan(state: WedgeState, at_ms: number): boolean {
  return state.scanned_at_ms !== null && at_ms - state.scanned_at_ms < AFTER_SCAN_QUIET_MS
}

/** The longest gap within a scan: of a scanner that was measured, its own. */
export function gapMsMax(setup: WedgeSetup | null): number {
  return setup?.gap_ms_max ?? SCAN_GAP_MS_MAX
}

/** Whether a run of a scanner that sends no key at the end is over when nothing more comes: no hand types so fast. */
export function isEndless({ text, gap_ms_max }: WedgeState, setup: WedgeSetup | null): boolean {
  return setup?.ends === 'none' && text.length >= SCAN_LENGTH_MIN && gap_ms_max <= ENDLESS_GAP_MS_MAX
}

/** Whether a key of this moment came with the scan before it, without the pause that a hand makes. */
export function isBehindScan(state: WedgeState, at_ms: number, setup: WedgeSetup | null): boolean {
  const gap_ms = at_ms - state.heard_at_ms
  if (state.behind === 'stray') return gap_ms <= SCAN_GAP_MS_MAX
  return state.behind === 'scan' && gap_ms <= Math.max(BADGE_GAP_MS_MAX, setup?.gap_ms_max ?? 0)
}

/** Whether the keys without a pause are more than a hand presses so fast. */
export function isHandless({ paced_count }: WedgeState): boolean {
  return paced_count >= HANDLESS_COUNT
}

function end(state: WedgeState, at_ms: number, setup: WedgeSetup | null): readonly [WedgeState, WedgeAct] {
  const gap_ms = at_ms - state.last_at_ms
  const text = setup === null ? state.text : withoutFrame(state.text, setup)
  if (gap_ms <= gapMsMax(setup) && text.length >= SCAN_LENGTH_MIN) {
    const isFast = Math.max(gap_ms, state.gap_ms_max) <= BADGE_GAP_MS_MAX
    return [
      { ...state, text: '', last_at_ms: at_ms, gap_ms_max: 0, scanned_at_ms: at_ms, behind: 'scan' },
      { kind: 'scan', text, source: isFast ? 'scan' : 'slow-scan' },
    ]
  }
  const rest = { ...state, text: '' }
  return state.text === '' && isJustAfterScan(state, at_ms) ? [rest, { kind: 'swallow' }] : [rest, PASS]
}

function character(
  state: WedgeState,
  text: string,
  at_ms: number,
  setup: WedgeSetup | null,
): readonly [WedgeState, WedgeAct] {
  const gap_ms = at_ms - state.last_at_ms
  const goesOn = state.text !== '' && gap_ms <= gapMsMax(setup)
  const gap_ms_max = goesOn ? Math.max(gap_ms, state.gap_ms_max) : 0
  // A scanner's suffix comes right after the scan: after another key an Enter is a person's.
  const next = { ...state, text: goesOn ? state.text + text : text, last_at_ms: at_ms, gap_ms_max, scanned_at_ms: null }
  return [next, goesOn ? PASS : { kind: 'begin' }]
}

/** The scanner's own, whatever comes until a pause; an Enter that comes a little later is still the scanner's. */
function stray(state: WedgeState, at_ms: number): readonly [WedgeState, WedgeAct] {
  return [{ ...state, text: '', scanned_at_ms: at_ms, behind: 'stray' }, { kind: 'stray' }]
}

/** A key behind a scan: the next scan's, a second suffix, or one that does nothing. */
function behindScan(
  state: WedgeState,
  key: WedgeKey,
  at_ms: number,
  setup: WedgeSetup | null,
): readonly [WedgeState, WedgeAct] {
  if (key.kind === 'character') {
    const [next, act] = character(state, key.text, at_ms, setup)
    return [
      { ...next, behind: 'stray' },
      { kind: 'hold', begins: act.kind === 'begin' },
    ]
  }
  if (key.kind === 'end') {
    const ended = end(state, at_ms, setup)
    if (ended[1].kind === 'scan' || (ended[1].kind === 'swallow' && state.behind === 'scan')) return ended
  }
  return stray(state, at_ms)
}

/** Whether this Enter, Tab, arrow or chord comes at the end of keys that no hand pressed. */
function isNoHands(before: WedgeState, now: WedgeState, gap_ms: number): boolean {
  if (isHandless(now)) return true
  // One key held and another pressed at once is a person; two that act within that time, or one and its Enter, are not.
  return now.paced_count === 2 && (!before.is_after_character || gap_ms <= PAIR_GAP_MS_MAX)
}

/**
 * The next state and what to do with this key.
 * @param setup the scanner as this desk measured it; null: nobody did
 */
export function wedgeStep(
  state: WedgeState,
  key: WedgeKey,
  at_ms: number,
  setup: WedgeSetup | null = null,
): readonly [WedgeState, WedgeAct] {
  const gap_ms = at_ms - state.heard_at_ms
  const isPaced = gap_ms <= BADGE_GAP_MS_MAX
  // Shift, Ctrl and their like are keys of the scanner's as well: they make no pause.
  if (key.kind === 'quiet')
    return [isPaced || isBehindScan(state, at_ms, setup) ? { ...state, heard_at_ms: at_ms } : state, PASS]
  const isHeld = key.kind !== 'character' && key.is_held === true
  const paced_count = isPaced ? state.paced_count + 1 : 1
  const heard = { heard_at_ms: at_ms, paced_count, is_after_character: key.kind === 'character' }
  const now = isHeld ? state : { ...state, ...heard }
  if (isBehindScan(state, at_ms, setup)) return behindScan(now, key, at_ms, setup)
  const alone = { ...now, behind: 'nothing' } as const
  if (key.kind === 'character') return character(alone, key.text, at_ms, setup)
  const ended = key.kind === 'end' ? end(alone, at_ms, setup) : null
  if (ended && ended[1].kind !== 'pass') return ended
  if (!isHeld && isNoHands(state, now, gap_ms)) return stray(now, at_ms)
  return ended ?? [{ ...alone, text: '', scanned_at_ms: null }, PASS]
}

/**
 * What a field is for, because a fast typist looks like a slow scanner. `any`: everything fast is a scan. `words`: a
 * name or a title, so only an unbroken code with a digit is a scan. `text`: a note, where whole sentences are typed
 * fast, so only one unbroken word with six digits in a row is a scan. `pin`: up to twelve digits are the PIN, never a
 * scan, or a PIN would be shown on the screen. `amount`: dollars with a point are an amount however fast.
 * `total`: so are seven digits. `code`: a number on paper, such as an authorization or the number of a bag, which hands
 * type as fast as a slow scanner: a scan comes at a pace that no hand keeps up, or is as long as a barcode. `free`:
 * set-up, where there is nothing to scan yet.
 */
export type FieldUse = 'any' | 'words' | 'text' | 'code' | 'pin' | 'amount' | 'total' | 'free'

/** No authorization and no number of a check or a bag is longer. */
const CODE_LENGTH_MAX = 11

/**
 * A birth date, or the end of a telephone number, can follow a name. So among words a scan is one unbroken code that is
 * not a date; after other words it has more digits than a telephone number.
 */
function isScanInWords(text: string, before: string): boolean {
  if (!/^[^\s/]*\d[^\s/]*$/.test(text)) return false
  return before.trim() === '' || /\d{11}/.test(text)
}

/**
 * Whether a run that looks like a scan is a key that opens a form followed by what is typed there: a date with its
 * slashes, or dollars with their point. No barcode looks like that.
 */
export function isFigureBehindKey(text: string): boolean {
  return /^\D(?:\d{1,2}\/\d{1,2}(?:\/\d{2}|\/\d{4})?|\$?\d{1,3}\.\d{0,2})$/.test(text)
}

/**
 * Whether a run that looks like a scan is one, in a field of this use.
 * @param before the field's text when the run began
 * @param source its pace; a run that is not over is taken for a slow one
 */
export function isScanInField(
  use: FieldUse,
  text: string,
  before = '',
  source: Exclude<ScanSource, 'typed'> = 'slow-scan',
): boolean {
  if (use === 'free') return false
  if (use === 'code') return source === 'scan' || text.length > CODE_LENGTH_MAX
  if (use === 'words') return isScanInWords(text, before)
  if (use === 'text') return /^\S*\d{6}\S*$/.test(text)
  if (use === 'amount') return !/^\$?\d{0,3}\.\d{0,2}$/.test(text)
  if (use === 'total') return !/^\$?(?:\d{0,7}|\d{0,5}\.\d{0,2})$/.test(text)
  if (use === 'pin') return !/^\d{1,12}$/.test(text)
  return true
}
