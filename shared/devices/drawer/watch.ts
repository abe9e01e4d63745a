/**
 * Watches one cash drawer by its sensor: which opening was ours, which was the key's, which pulse opened nothing, and
 * how long it has been open. Pure: the caller passes the time of the trusted monotonic clock, and comes back at
 * `wake_at_ms`. A sensor is a switch: its contacts chatter, so a level counts once it has stayed.
 */

import {
  keyOpened,
  NO_OPENINGS,
  openingsPassed,
  openingsWakeAt,
  type KeyReason,
  type KeyOpenings,
  type KeySaid,
} from './key-openings.ts'

/** A level that has stayed this long is no chatter. */
const STAYS_MS = 150
/** A drawer that our pulse opened says so within this time. */
const OPENS_WITHIN_MS = 500
/** One that sticks opens later. What opens after that was opened by hand. */
const OURS_WITHIN_MS = 2_000
/** More changes than a hand makes, each with its chatter: the sensor, or its cable, says nonsense. */
const CHANGES_MAX = 12
const CHANGES_WITHIN_MS = 10_000

type Pulse = {
  readonly ref: string
  /** Null: the device is still at it. */
  readonly ended_at_ms: number | null
  readonly is_told: boolean
}

export type DrawerWatch = {
  /** What the sensor said last; null: nothing is known. */
  readonly level: boolean | null
  readonly level_at_ms: number
  /** The level that stayed. */
  readonly is_open: boolean | null
  /** The level that stayed before the sensor was away. */
  readonly was_open: boolean | null
  readonly open_since_ms: number | null
  readonly is_left_open_told: boolean
  /** The pulse that may open it. One that did is none any more. */
  readonly pulse: Pulse | null
  /** The pulse that opened it at once, as long as the device has not said how it ended. */
  readonly opened_by: string | null
  readonly changes_at_ms: readonly number[]
  /** It says nonsense, and is not believed until it has been quiet. */
  readonly is_nonsense: boolean
  /** What was opened by nobody's wish. */
  readonly by_key: KeyOpenings
}

export const NEW_WATCH: DrawerWatch = {
  level: null,
  level_at_ms: 0,
  is_open: null,
  was_open: null,
  open_since_ms: null,
  is_left_open_told: false,
  pulse: null,
  opened_by: null,
  changes_at_ms: [],
  is_nonsense: false,
  by_key: NO_OPENINGS,
}

export type WatchEvent =
  /** What the sensor says; null: nobody knows, because its device is away. */
  | { readonly kind: 'level'; readonly is_open: boolean | null }
  | { readonly kind: 'pulse-sent'; readonly ref: string }
  /** `is_sent` false: the device certainly did nothing. */
  | { readonly kind: 'pulse-ended'; readonly ref: string; readonly is_sent: boolean }
  | { readonly kind: 'time' }

export type WatchSaid =
  /** `ref`: the pulse that did it. */
  | { readonly kind: 'opened'; readonly ref: string }
  | KeySaid
  | { readonly kind: 'not-opened'; readonly ref: string }
  | { readonly kind: 'left-open' }
  | { readonly kind: 'shut' }
  | { readonly kind: 'nonsense' }

/** The same before openings by nobody's wish are counted. */
type Seen = Exclude<WatchSaid, KeySaid> | { readonly kind: 'by-key'; readonly reason: KeyReason }
type Step = readonly [DrawerWatch, readonly Seen[]]

/** @param left_open_ms after how long an open drawer is pointed out; zero: never */
export function watchStep(
  before: DrawerWatch,
  event: WatchEvent,
  now_ms: number,
  left_open_ms: number,
): readonly [DrawerWatch, readonly WatchSaid[]] {
  // Until now the level stayed what it was: who comes late misses no opening.
  const [stayed, first] = settled(before, now_ms)
  const [changed, second] = taken(stayed, event, now_ms)
  const [timed, third] = passed(changed, now_ms, left_open_ms)
  return counted(timed, [...first, ...second, ...third], now_ms)
}

function counted(
  watch: DrawerWatch,
  seen: readonly Seen[],
  now_ms: number,
): readonly [DrawerWatch, readonly WatchSaid[]] {
  const said: WatchSaid[] = []
  // What was counted before belongs to before.
  let [by_key, late] = openingsPassed(watch.by_key, now_ms)
  said.push(...late)
  for (const one of seen) {
    if (one.kind === 'by-key') {
      ;[by_key, late] = keyOpened(by_key, one.reason, now_ms)
      said.push(...late)
    } else said.push(one)
  }
  return [{ ...watch, by_key }, said]
}

function taken(watch: DrawerWatch, event: WatchEvent, now_ms: number): Step {
  switch (event.kind) {
    case 'level':
      return levelTaken(watch, event.is_open, now_ms)
    case 'pulse-sent':
      return [{ ...watch, pulse: { ref: event.ref, ended_at_ms: null, is_told: false } }, []]
    case 'pulse-ended':
      return pulseEnded(watch, event.ref, event.is_sent, now_ms)
    case 'time':
      return [watch, []]
  }
}

function levelTaken(watch: DrawerWatch, level: boolean | null, now_ms: number): Step {
  if (level === watch.level) return [watch, []]
  const to = { ...watch, level, level_at_ms: now_ms }
  // What the drawer was before its device went away is kept, to know whether it was opened meanwhile.
  if (level === null)
    return [{ ...to, is_open: null, was_open: watch.is_open ?? watch.was_open, changes_at_ms: [] }, []]
  const lately = watch.changes_at_ms.filter((at_ms) => now_ms - at_ms < CHANGES_WITHIN_MS)
  const isChatter = now_ms - (lately.at(-1) ?? -Infinity) < STAYS_MS
  const changes_at_ms = isChatter ? lately : [...lately, now_ms]
  if (watch.is_nonsense || changes_at_ms.length > CHANGES_MAX) {
    const told: readonly Seen[] = watch.is_nonsense ? [] : [{ kind: 'nonsense' }]
    const unknown = { is_open: null, was_open: null, open_since_ms: null, is_nonsense: true }
    return [{ ...to, ...unknown, changes_at_ms }, told]
  }
  const next = { ...to, changes_at_ms }
  // The first sign of an opening after a pulse is enough: who sent it knows what moved.
  const { pulse } = next
  const isOurs = pulse !== null && (pulse.ended_at_ms === null || now_ms - pulse.ended_at_ms < OURS_WITHIN_MS)
  return level && next.is_open !== true && isOurs ? openedBy(next, pulse, now_ms) : [next, []]
}

function openedBy(watch: DrawerWatch, { ref, ended_at_ms }: Pulse, now_ms: number): Step {
  const opened_by = ended_at_ms === null ? ref : null
  return [{ ...opened(watch, now_ms), pulse: null, opened_by }, [{ kind: 'opened', ref }]]
}

function opened(watch: DrawerWatch, now_ms: number): DrawerWatch {
  return { ...watch, is_open: true, was_open: null, open_since_ms: now_ms, is_left_open_told: false }
}

function pulseEnded(watch: DrawerWatch, ref: string, is_sent: boolean, now_ms: number): Step {
  if (watch.opened_by === ref) {
    // Nothing was sent, and yet it opened meanwhile.
    return [{ ...watch, opened_by: null }, is_sent ? [] : [{ kind: 'by-key', reason: 'key' }]]
  }
  if (watch.pulse?.ref !== ref) return [watch, []]
  // A drawer that is open is opened by nothing, and one without a sensor says nothing.
  if (!is_sent || watch.is_open !== false) return [{ ...watch, pulse: is_sent ? pulseOf(ref, now_ms) : null }, []]
  return [{ ...watch, pulse: pulseOf(ref, now_ms) }, []]
}

function pulseOf(ref: string, ended_at_ms: number): Pulse {
  return { ref, ended_at_ms, is_told: false }
}

/** A level that has stayed long enough is what the drawer is. */
function settled(watch: DrawerWatch, now_ms: number): Step {
  const { level, level_at_ms, is_open, was_open } = watch
  if (watch.is_nonsense) {
    const isQuiet = now_ms - (watch.changes_at_ms.at(-1) ?? now_ms) >= CHANGES_WITHIN_MS
    return isQuiet ? settled({ ...watch, is_nonsense: false, changes_at_ms: [] }, now_ms) : [watch, []]
  }
  if (level === null || level === is_open || now_ms - level_at_ms < STAYS_MS) return [watch, []]
  if (!level) {
    const said: readonly Seen[] = is_open === true ? [{ kind: 'shut' }] : []
    return [{ ...watch, is_open: false, was_open: null, open_since_ms: null, is_left_open_told: false }, said]
  }
  if (is_open === false) return [opened(watch, level_at_ms), [{ kind: 'by-key', reason: 'key' }]]
  // The sensor is heard for the first time, or again.
  return [opened(watch, level_at_ms), was_open === false ? [{ kind: 'by-key', reason: 'unseen' }] : []]
}

function passed(before: DrawerWatch, now_ms: number, left_open_ms: number): Step {
  const said: Seen[] = []
  let watch = before
  const { pulse } = watch
  if (pulse !== null && pulse.ended_at_ms !== null) {
    const since_ms = now_ms - pulse.ended_at_ms
    if (since_ms >= OPENS_WITHIN_MS && !pulse.is_told) {
      if (watch.is_open === false) said.push({ kind: 'not-opened', ref: pulse.ref })
      watch = { ...watch, pulse: { ...pulse, is_told: true } }
    }
    if (since_ms >= OURS_WITHIN_MS) watch = { ...watch, pulse: null }
  }
  const { open_since_ms, is_open, is_left_open_told } = watch
  if (left_open_ms > 0 && is_open === true && open_since_ms !== null && !is_left_open_told) {
    if (now_ms - open_since_ms >= left_open_ms) {
      said.push({ kind: 'left-open' })
      watch = { ...watch, is_left_open_told: true }
    }
  }
  return [watch, said]
}

/** When something can be said without another event; null: never. */
export function wakeAt(watch: DrawerWatch, left_open_ms: number): number | null {
  const { level, level_at_ms, is_open, is_nonsense, pulse, open_since_ms, is_left_open_told } = watch
  const times: number[] = []
  const counted_at = openingsWakeAt(watch.by_key)
  if (counted_at !== null) times.push(counted_at)
  if (is_nonsense) times.push((watch.changes_at_ms.at(-1) ?? 0) + CHANGES_WITHIN_MS)
  else if (level !== null && level !== is_open) times.push(level_at_ms + STAYS_MS)
  if (pulse !== null && pulse.ended_at_ms !== null)
    times.push(pulse.ended_at_ms + (pulse.is_told ? OURS_WITHIN_MS : OPENS_WITHIN_MS))
  if (left_open_ms > 0 && is_open === true && open_since_ms !== null && !is_left_open_told)
    times.push(open_since_ms + left_open_ms)
  return times.length === 0 ? null : Math.min(...times)
}
