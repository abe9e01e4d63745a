/**
 * What a screen reader is told. One sentence for each scan; when scans outrun speech (more than one in 2 seconds), only
 * what needs a person is said, then a total after three seconds of quiet. Pure: the time is handed in.
 */
import type { OutcomeClass } from '../../shared/desk/screen.ts'

export const FAST_GAP_MS = 2_000
export const QUIET_MS = 3_000

export type SpeechState = {
  readonly last_at_ms: number | null
  /** Not said yet, waiting for the total. */
  readonly done_count: number
  readonly route_count: number
}
export const SPEECH_AT_REST: SpeechState = { last_at_ms: null, done_count: 0, route_count: 0 }

/** `status` waits its turn; `alert` interrupts. */
export type Said = { readonly where: 'status' | 'alert'; readonly text: string } | null

export function hear(
  state: SpeechState,
  heard: { readonly outcome: OutcomeClass; readonly spoken: string },
  at_ms: number,
): readonly [SpeechState, Said] {
  const isFast = state.last_at_ms !== null && at_ms - state.last_at_ms < FAST_GAP_MS
  const next = { ...state, last_at_ms: at_ms }
  if (heard.outcome === 'stop' || heard.outcome === 'decide') return [next, { where: 'alert', text: heard.spoken }]
  if (!isFast) return [next, { where: 'status', text: heard.spoken }]
  const isDone = heard.outcome === 'done'
  const counted = isDone ? { done_count: state.done_count + 1 } : { route_count: state.route_count + 1 }
  return [{ ...next, ...counted }, null]
}

/** After QUIET_MS without a scan: the total of what was not said. */
export function fallQuiet(state: SpeechState): readonly [SpeechState, Said] {
  const parts = [
    ...(state.done_count > 0 ? [`${state.done_count} more done`] : []),
    ...(state.route_count > 0 ? [`${state.route_count} more to put elsewhere`] : []),
  ]
  const said: Said = parts.length > 0 ? { where: 'status', text: `${parts.join(', ')}.` } : null
  return [{ ...SPEECH_AT_REST, last_at_ms: state.last_at_ms }, said]
}
