/**
 * What a screen reader is told, and when. Outcomes to route, decide or stop are always announced, in order, each after
 * the one before; so is everything but scans. Successful scans are announced one by one at a calm pace; when they
 * outrun speech, the last one is announced after three seconds of quiet, and how many went before it. Pure: the caller
 * passes the time.
 */
import type { Heard } from '../desk/heart.ts'

export const FAST_GAP_MS = 2_000
export const QUIET_MS = 3_000

/** How long a sentence takes to say: a fast voice, for people who listen all day. */
export const SAYING_MS = { sentence: 300, letter: 30 } as const

/** `status` waits its turn; `alert` interrupts. `more_count`: scans that went well before it and were not announced. */
export type Said = { readonly where: 'status' | 'alert'; readonly text: string; readonly more_count: number }

type Entry = Omit<Said, 'more_count'> & {
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
  /** Do not interrupt the current sentence before this. */
  readonly until_ms: number
}
export const SPEECH_AT_REST: SpeechState = { queue: [], last_at_ms: null, done_count: 0, last_done: null, until_ms: 0 }

/** An outcome came. Announce it with `speak`. */
export function hear(state: SpeechState, { outcome, kind, spoken, from }: Heard, at_ms: number): SpeechState {
  const isOrdinary = outcome === 'done' && kind === null && from === 'scan'
  const where = outcome === 'stop' || outcome === 'decide' ? 'alert' : 'status'
  const last_at_ms = from === 'act' ? state.last_at_ms : at_ms
  const isFast = state.last_at_ms !== null && at_ms - state.last_at_ms < FAST_GAP_MS
  const isBusy = state.queue.length > 0 || state.until_ms > at_ms
  if (isOrdinary && (isFast || isBusy))
    return { ...state, last_at_ms, done_count: state.done_count + 1, last_done: spoken }
  const entry: Entry = { where, text: spoken, isOrdinary, isOfItem: outcome === 'route' }
  return { ...state, last_at_ms, queue: [...state.queue, entry] }
}

/** The patron has left: nothing of theirs is announced any more, only where an item has to go. */
export function forgetPatron(state: SpeechState): SpeechState {
  return { ...state, done_count: 0, last_done: null, queue: state.queue.filter((entry) => entry.isOfItem), until_ms: 0 }
}

/** @returns the next state, what to say now, and when to ask again; null for not before the next outcome */
export function speak(
  state: SpeechState,
  at_ms: number,
): { readonly state: SpeechState; readonly said: Said | null; readonly again_at_ms: number | null } {
  const { queue, done_count, last_done, until_ms } = state
  const [first, ...rest] = queue
  if (first) {
    if (at_ms < until_ms) return { state, said: null, again_at_ms: until_ms }
    const { where, text, isOrdinary } = first
    const saying_ms = SAYING_MS.sentence + SAYING_MS.letter * text.length
    const next = { ...state, queue: rest, until_ms: isOrdinary ? at_ms : at_ms + saying_ms }
    return { state: next, said: { where, text, more_count: 0 }, again_at_ms: nextAt(next) }
  }
  const total_at_ms = nextAt(state)
  if (last_done === null || (total_at_ms !== null && at_ms < total_at_ms))
    return { state, said: null, again_at_ms: total_at_ms }
  const said = { where: 'status', text: last_done, more_count: done_count - 1 } as const
  return { state: { ...state, done_count: 0, last_done: null }, said, again_at_ms: null }
}

function nextAt({ queue, done_count, last_at_ms, until_ms }: SpeechState): number | null {
  if (queue.length > 0) return until_ms
  return done_count === 0 ? null : Math.max(until_ms, (last_at_ms ?? 0) + QUIET_MS)
}
