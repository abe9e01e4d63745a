/**
 * What has been heard of the keyboard: the run at a scanner's pace, a lone key that waits whether another follows, and
 * the presses that are kept for a step to come. All is judged by the keys' own times: a busy computer hears them late.
 */
import {
  SCAN_GAP_MS_MAX,
  SCAN_LENGTH_MIN,
  WEDGE_AT_REST,
  type WedgeKey,
  type WedgeState,
} from '../../shared/desk/wedge.ts'
import type { FieldBefore } from './field.ts'

/** A moment longer than the widest gap of a scanner: then a lone digit or letter was a person's. */
const LONE_AFTER_MS = SCAN_GAP_MS_MAX + 10

/**
 * What follows at a scanner's pace and is for where the key leads: `any` key, `figures` as of an amount or a date and
 * what is no character, `keys` that are no characters, or none. Else it was the start of a word.
 */
type Leads = 'any' | 'figures' | 'keys' | 'none'

/** `giveBack`: puts what was typed where it would stand, when the key was no press but the start of this text. */
export type Lone = {
  readonly leads: Leads
  readonly run: () => void
  readonly giveBack?: ((text: string) => void) | undefined
}

/** What an amount, a date, a number or the digit of an option is made of. */
const FIGURE = /^[\d+\-./$]$/

/** `isStep`: what follows is kept until it is known who pressed, a person or a scanner. */
type Waiting = Lone & { isStep: boolean; readonly decide: () => void; timer: ReturnType<typeof setTimeout> }

/** What waits for the step it is for, in the order in which it came: a scan too, once a key waits before it. */
export type Kept = { readonly run: number; readonly isScan: boolean; readonly go: () => void }

export type Ear = {
  wedge: WedgeState
  /** The field as it was when the run began. */
  before: FieldBefore
  lone: Waiting | null
  kept: readonly Kept[]
  runs_count: number
  /** This run and those before it are known to be a person's. */
  person_run: number
  /** The key that went down last: where the focus was then, and whether it did something. */
  down: { readonly key: string; readonly at: Element | null; hasActed: boolean } | null
}

export function newEar(): Ear {
  return { wedge: WEDGE_AT_REST, before: null, lone: null, kept: [], runs_count: 0, person_run: 0, down: null }
}

/** Does it when no key follows at a scanner's pace. @param done told when it is decided */
export function soon(ear: Ear, lone: Lone, done: () => void): void {
  forgetLone(ear)
  const decide = (): void => {
    decideLone(ear)
    done()
  }
  ear.lone = { ...lone, isStep: lone.leads === 'any', decide, timer: setTimeout(decide, LONE_AFTER_MS) }
}

function forgetLone(ear: Ear): void {
  if (ear.lone !== null) clearTimeout(ear.lone.timer)
  ear.lone = null
}

/** The run is over, and it was no scan. */
function decideLone(ear: Ear): void {
  const { lone } = ear
  // A number without an end: from a scanner, perhaps, and for nothing that is asked here.
  if (lone?.isStep && ear.wedge.text.length >= SCAN_LENGTH_MIN) {
    dropRun(ear)
    return lone.giveBack?.(ear.wedge.text)
  }
  forgetLone(ear)
  ear.person_run = ear.runs_count
  if (ear.down) ear.down.hasActed = true
  lone?.run()
}

/** The run was a scanner's: no key of it is anybody's press. */
export function dropRun(ear: Ear): void {
  forgetLone(ear)
  ear.kept = ear.kept.filter((one) => one.isScan || one.run !== ear.runs_count)
}

/** What the next key says of the lone one before it. Comes before the key itself is heard. */
export function settleLone(ear: Ear, key: WedgeKey, at_ms: number): void {
  const { lone, wedge } = ear
  if (lone === null) return
  const isAtPace = at_ms - wedge.last_at_ms <= SCAN_GAP_MS_MAX
  if (!isAtPace) return lone.decide()
  if (key.kind !== 'character') {
    if (lone.leads === 'none') return forgetLone(ear)
    if (key.kind === 'other' || wedge.text.length < SCAN_LENGTH_MIN) lone.decide()
    return
  }
  lone.isStep ||= lone.leads === 'figures' && FIGURE.test(key.text)
  if (!lone.isStep) return forgetLone(ear)
  clearTimeout(lone.timer)
  lone.timer = setTimeout(lone.decide, LONE_AFTER_MS)
}

/** Whether what is pressed now is for a step that a key before it leads to. */
export function isLeading(ear: Ear): boolean {
  return ear.lone?.isStep ?? false
}
