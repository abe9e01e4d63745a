/**
 * The life of one device: when it is opened, what happens when it goes away, and how long the desk waits before it
 * tries again. Pure: the caller passes the time and does what comes out. A late message of an earlier opening has
 * another generation, and changes nothing.
 */

/**
 * `absent`: not plugged in. `opening`, `ready`. `waiting`: it went away or did not open, and is tried again. `denied`:
 * the system lets this program not use it. `busy`: another program has it. `flapping`: it comes and goes so often that
 * it is tried only now and then.
 */
export const DEVICE_STATES = ['absent', 'opening', 'ready', 'waiting', 'denied', 'busy', 'flapping'] as const
export type DeviceState = (typeof DEVICE_STATES)[number]

/** Why a device did not open. */
export const OPEN_FAULTS = ['absent', 'denied', 'busy', 'broken'] as const
export type OpenFault = (typeof OPEN_FAULTS)[number]

export type Life = {
  readonly state: DeviceState
  /** Grows with each opening. */
  readonly generation: number
  /** How often in a row it was lost or did not open. */
  readonly fails_count: number
  /** When it is tried again; null: not by itself. */
  readonly next_at_ms: number | null
  /** When it was lost lately. */
  readonly lost_at_ms: readonly number[]
  /** Whether the last look saw it. */
  readonly is_there: boolean
  /** It is to be closed, and stays so. */
  readonly is_ended: boolean
}

export type LifeEvent =
  /** The list of what is plugged in was read: is it there? */
  | { readonly kind: 'looked'; readonly is_there: boolean }
  | { readonly kind: 'opened'; readonly generation: number }
  | { readonly kind: 'not-opened'; readonly generation: number; readonly fault: OpenFault }
  | { readonly kind: 'lost'; readonly generation: number }
  | { readonly kind: 'time' }
  | { readonly kind: 'end' }

/** `open` with this generation; `close` what is open, or is being opened. */
export type LifeAct = { readonly kind: 'open'; readonly generation: number } | { readonly kind: 'close' }

export const NEW_LIFE: Life = {
  state: 'absent',
  generation: 0,
  fails_count: 0,
  next_at_ms: null,
  lost_at_ms: [],
  is_there: false,
  is_ended: false,
}

const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000] as const
/** Another program, or a missing rule, does not go away within seconds. */
const BLOCKED_WAIT_MS = 5_000
const DENIED_SAID_AFTER = 3
const FLAPPING_WAIT_MS = 15_000
const FLAPS_WITHIN_MS = 10_000
const FLAPS_COUNT = 5

const waitOf = (fails_count: number): number => WAITS_MS[Math.min(fails_count, WAITS_MS.length) - 1] ?? WAITS_MS[0]

type Step = readonly [Life, readonly LifeAct[]]

const NOTHING: readonly LifeAct[] = []

function open(life: Life): Step {
  const generation = life.generation + 1
  return [{ ...life, state: 'opening', generation, next_at_ms: null }, [{ kind: 'open', generation }]]
}

function lost(life: Life, now_ms: number): Step {
  const lost_at_ms = [...life.lost_at_ms.filter((at_ms) => now_ms - at_ms < FLAPS_WITHIN_MS), now_ms]
  const fails_count = life.fails_count + 1
  const closed: readonly LifeAct[] = [{ kind: 'close' }]
  if (lost_at_ms.length < FLAPS_COUNT)
    return [{ ...life, state: 'waiting', fails_count, next_at_ms: now_ms + waitOf(fails_count), lost_at_ms }, closed]
  const next_at_ms = now_ms + FLAPPING_WAIT_MS
  // Lost once more soon after it was left alone, it flaps still.
  const kept_at_ms = Array.from({ length: FLAPS_COUNT - 1 }, () => next_at_ms)
  return [{ ...life, state: 'flapping', fails_count, next_at_ms, lost_at_ms: kept_at_ms }, closed]
}

function notOpened(life: Life, fault: OpenFault, now_ms: number): Step {
  const closed: readonly LifeAct[] = [{ kind: 'close' }]
  if (fault === 'absent') return [{ ...life, state: 'absent', next_at_ms: null }, closed]
  const fails_count = life.fails_count + 1
  // A device that was plugged in just now belongs to nobody until the system's rule for it has run.
  const isEarly = fault === 'denied' && fails_count < DENIED_SAID_AFTER
  if (fault === 'broken' || isEarly)
    return [{ ...life, state: 'waiting', fails_count, next_at_ms: now_ms + waitOf(fails_count) }, closed]
  return [{ ...life, state: fault, fails_count, next_at_ms: now_ms + BLOCKED_WAIT_MS }, closed]
}

function looked(before: Life, is_there: boolean, now_ms: number): Step {
  const life = { ...before, is_there }
  // It comes and goes faster than the looks: what one of them sees means nothing.
  if (life.state === 'flapping' && now_ms < (life.next_at_ms ?? 0)) return [life, NOTHING]
  if (!is_there) {
    // Some drivers do not notice that their device is gone.
    if (life.state === 'ready' || life.state === 'opening') return lost(life, now_ms)
    return [{ ...life, state: 'absent', next_at_ms: null }, NOTHING]
  }
  // What was away comes back at once.
  return life.state === 'absent' ? open(life) : [life, NOTHING]
}

/** Its wait is over. */
function timed(life: Life): Step {
  // Its path may be another device's by now.
  if (life.state === 'flapping' && !life.is_there) return [{ ...life, state: 'absent', next_at_ms: null }, NOTHING]
  return open(life)
}

/** The next life, and what to do for it. */
export function lifeStep(life: Life, event: LifeEvent, now_ms: number): Step {
  if (life.is_ended) return [life, NOTHING]
  if ('generation' in event && event.generation !== life.generation) return [life, NOTHING]
  switch (event.kind) {
    case 'end':
      return [{ ...life, is_ended: true, next_at_ms: null }, [{ kind: 'close' }]]
    case 'opened':
      return life.state === 'opening' ? [{ ...life, state: 'ready', fails_count: 0 }, NOTHING] : [life, NOTHING]
    case 'not-opened':
      return life.state === 'opening' ? notOpened(life, event.fault, now_ms) : [life, NOTHING]
    case 'lost':
      return life.state === 'ready' || life.state === 'opening' ? lost(life, now_ms) : [life, NOTHING]
    case 'looked':
      return looked(life, event.is_there, now_ms)
    case 'time':
      return life.next_at_ms !== null && now_ms >= life.next_at_ms ? timed(life) : [life, NOTHING]
  }
}
