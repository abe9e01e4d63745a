/**
 * What a screen reader is told, and when. Outcomes to route, decide or stop are always announced; so is everything but
 * scans. A stop or a question goes before routes and interrupts one; the rest follows in order. At a fast pace a route
 * is its title and its place. Successful scans are announced one by one at a calm pace; when they outrun speech, the
 * last one is announced after three seconds of quiet, and how many went before it. Pure: the caller passes the time.
 */
import type { Heard } from '../desk/heart.ts'

export const FAST_GAP_MS = 2_000
export const QUIET_MS = 3_000

/** How long a sentence takes to say: a fast voice, for people who listen all day. */
export const SAYING_MS = { sentence: 300, letter: 30 } as const
/** How much of a title is said at a fast pace: the clerk has the item in the hand. */
const TITLE_WORDS = 3

/** `status` waits its turn; `alert` interrupts. `more_count`: scans that went well before it and were not announced. */
export type Said = { readonly where: 'status' | 'alert'; readonly text: string; readonly more_count: number }

type Entry = Omit<Said, 'more_count'> & {
  /** What it says of most weight, and first. The next may cut off the rest. */
  readonly brief: string
  /** One scan of many: what has to be said need not wait for it. */
  readonly isOrdinary: boolean
  /** It is about an item and where it belongs, whoever is open. */
  readonly isOfItem: boolean
}

export type SpeechState = {
  /** To be announced, in order. */
  readonly queue: readonly Entry[]
  /** When the last scan was heard. */
  readonly last_at_ms: number | null
  /** Successful scans not announced, waiting for the total; and the last of them, or null. */
  readonly done_count: number
  readonly last_done: string | null
  /** What is being said, until `until_ms`; `brief_until_ms`: when the part of most weight has been said. */
  readonly saying: Entry | null
  readonly brief_until_ms: number
  readonly until_ms: number
}
export const SPEECH_AT_REST: SpeechState = {
  queue: [],
  last_at_ms: null,
  done_count: 0,
  last_done: null,
  saying: null,
  brief_until_ms: 0,
  until_ms: 0,
}

/** A route in five words or so: "Goodnight Moon. Put on Hold shelf." A barcode as a title is not read out. */
export function briefOf({ outcome, heading, fact, spoken }: Heard): string {
  if (outcome !== 'route' || fact === null) return spoken
  const [main = ''] = heading.split(/\s*[:/;=]\s|\s+-\s/)
  const title = /^\d+$/.test(main) ? '' : main.split(/\s+/).slice(0, TITLE_WORDS).join(' ')
  const place = `${fact.label} ${fact.text}`
  return `${title === '' ? '' : `${title}. `}${place.charAt(0).toUpperCase()}${place.slice(1)}.`
}

/** An outcome came, said in full as `text`. Announce it with `speak`. */
export function hear(state: SpeechState, heard: Heard, text: string, at_ms: number): SpeechState {
  const { outcome, kind, from } = heard
  const isOrdinary = outcome === 'done' && kind === null && from === 'scan'
  const where = outcome === 'stop' || outcome === 'decide' ? 'alert' : 'status'
  const last_at_ms = from === 'act' ? state.last_at_ms : at_ms
  const isFast = state.last_at_ms !== null && at_ms - state.last_at_ms < FAST_GAP_MS
  const isBusy = state.queue.length > 0 || state.until_ms > at_ms
  if (isOrdinary && (isFast || isBusy))
    return { ...state, last_at_ms, done_count: state.done_count + 1, last_done: text }
  const brief = outcome === 'route' ? briefOf(heard) : text
  const isBrief = from === 'scan' && (isFast || state.queue.length > 0)
  const entry: Entry = { where, text: isBrief ? brief : text, brief, isOrdinary, isOfItem: outcome === 'route' }
  return where === 'alert'
    ? interrupted({ ...state, last_at_ms }, entry, at_ms)
    : queued({ ...state, last_at_ms }, entry)
}

function queued(state: SpeechState, entry: Entry): SpeechState {
  return { ...state, queue: [...state.queue, entry] }
}

/**
 * It goes before the routes that wait, behind alerts, and behind whose account was opened. A route that it cuts off
 * before its place was said is said again.
 */
function interrupted(state: SpeechState, entry: Entry, at_ms: number): SpeechState {
  const { queue, saying, brief_until_ms } = state
  const at = queue.findLastIndex(({ isOfItem }) => !isOfItem) + 1
  const [before, routes] = [queue.slice(0, at), queue.slice(at)]
  if (saying?.isOfItem !== true || before.length > 0) return { ...state, queue: [...before, entry, ...routes] }
  const again = at_ms < brief_until_ms ? [{ ...saying, text: saying.brief }] : []
  return { ...state, queue: [entry, ...again, ...routes], saying: null, brief_until_ms: at_ms, until_ms: at_ms }
}

/** The patron has left: nothing of theirs is announced any more, only where an item has to go. */
export function forgetPatron(state: SpeechState): SpeechState {
  const queue = state.queue.filter((entry) => entry.isOfItem)
  return { ...state, done_count: 0, last_done: null, queue, saying: null, brief_until_ms: 0, until_ms: 0 }
}

/** @returns the next state, what to say now, and when to ask again; null for not before the next outcome */
export function speak(
  state: SpeechState,
  at_ms: number,
): { readonly state: SpeechState; readonly said: Said | null; readonly again_at_ms: number | null } {
  const { queue, done_count, last_done, brief_until_ms } = state
  const [first, ...rest] = queue
  if (first) {
    if (at_ms < brief_until_ms) return { state, said: null, again_at_ms: brief_until_ms }
    const { where, text, brief, isOrdinary } = first
    const until = (words: string): number => (isOrdinary ? at_ms : at_ms + sayingMs(words))
    const next = { ...state, queue: rest, saying: first, brief_until_ms: until(brief), until_ms: until(text) }
    return { state: next, said: { where, text, more_count: 0 }, again_at_ms: nextAt(next) }
  }
  const total_at_ms = nextAt(state)
  if (last_done === null || (total_at_ms !== null && at_ms < total_at_ms))
    return { state, said: null, again_at_ms: total_at_ms }
  const said = { where: 'status', text: last_done, more_count: done_count - 1 } as const
  return { state: { ...state, done_count: 0, last_done: null, saying: null }, said, again_at_ms: null }
}

const sayingMs = (words: string): number => SAYING_MS.sentence + SAYING_MS.letter * words.length

function nextAt({ queue, done_count, last_at_ms, brief_until_ms, until_ms }: SpeechState): number | null {
  if (queue.length > 0) return brief_until_ms
  return done_count === 0 ? null : Math.max(until_ms, (last_at_ms ?? 0) + QUIET_MS)
}
