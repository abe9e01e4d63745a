/**
 * The state of listening to the keyboard: the run at a scanner's pace, a lone key that waits for another, and presses
 * kept for a later step. Judged by the keys' own timestamps, because a busy computer receives them late.
 */
import {
  isHandless,
  SCAN_GAP_MS_MAX,
  SCAN_LENGTH_MIN,
  WEDGE_AT_REST,
  type WedgeKey,
  type WedgeState,
} from '../../shared/desk/wedge.ts'
import { characterOf, type WedgeSetup, type WedgeStroke } from '../../shared/devices/scan/wedge-setup.ts'
import type { FieldBefore } from '../fields/field.ts'
import { wedgeKeyOf } from './chord.ts'

/** A moment longer than the widest gap of a scanner: then a lone digit or letter was typed by a person. */
const LONE_AFTER_MS = SCAN_GAP_MS_MAX + 10

/**
 * What can follow at a scanner's pace and belongs to where the key leads: `any` key, `figures` (digits of an amount or
 * a date, and keys without a character), `keys` without a character, or none. Otherwise it was the start of a word.
 */
type Leads = 'any' | 'figures' | 'keys' | 'none'

/** `giveBack`: puts the text where it would be if the key had been the start of it rather than a command. */
export type Lone = {
  readonly leads: Leads
  readonly run: () => void
  readonly giveBack?: ((text: string) => void) | undefined
  /** The field that has the focus never gets the key. */
  readonly isTaken?: true
}

/** The characters of an amount, a date, a number or the digit of an option. */
const FIGURE = /^[\d+\-./$]$/

/** `isStep`: later keys are kept until it is known whether a person or a scanner pressed this one. */
type Waiting = Lone & { isStep: boolean; readonly decide: () => void; timer: ReturnType<typeof setTimeout> }

/** What waits for its step, in order: also a scan, once a key waits before it. */
export type Kept = { readonly run: number; readonly isScan: boolean; readonly go: () => void }

export type Ear = {
  wedge: WedgeState
  /** The field before the run began. */
  before: FieldBefore
  lone: Waiting | null
  kept: readonly Kept[]
  runs_count: number
  /** Runs up to this one are known to be a person's. */
  person_run: number
  /** The last key that went down: where the focus was then, and whether it acted. */
  down: { readonly key: string; readonly at: Element | null; hasActed: boolean } | null
  /** The keys of a scan on the page where a scanner is set up. */
  heard: Heard
  /** Waits for the end of a scan without a key at its end. */
  silence: ReturnType<typeof setTimeout> | undefined
  /** Keys that came with a scan: those that can still be the next scan, those that cannot, the pause after them. */
  strays: { held_count: number; left_count: number; pause: ReturnType<typeof setTimeout> | undefined }
}

type Heard = {
  readonly strokes: readonly WedgeStroke[]
  readonly last_at_ms: number
  readonly timer: ReturnType<typeof setTimeout> | undefined
}

export const NOTHING_HEARD: Heard = { strokes: [], last_at_ms: 0, timer: undefined }

export function newEar(): Ear {
  return {
    wedge: WEDGE_AT_REST,
    before: null,
    lone: null,
    kept: [],
    runs_count: 0,
    person_run: 0,
    down: null,
    heard: NOTHING_HEARD,
    silence: undefined,
    strays: { held_count: 0, left_count: 0, pause: undefined },
  }
}

/** The character that a scanner which this desk measured meant; a dead key of another keyboard is one as well. */
function asMeant(event: KeyboardEvent, setup: WedgeSetup | null): WedgeKey {
  const key = wedgeKeyOf(event)
  if (setup === null || (key.kind !== 'character' && event.key !== 'Dead')) return key
  const { code, shiftKey: is_shift } = event
  const text = characterOf({ key: event.key, code, is_shift, is_caps: event.getModifierState('CapsLock') }, setup.reads)
  return text === null ? key : { kind: 'character', text }
}

/** No scanner holds a key until it repeats; but one that sends a digit twice can be so fast that it looks so. */
export function heardKey({ wedge }: Ear, event: KeyboardEvent, setup: WedgeSetup | null): WedgeKey {
  const key = asMeant(event, setup)
  const isNew = wedge.text === '' || event.timeStamp - wedge.last_at_ms > SCAN_GAP_MS_MAX
  if (!event.repeat || key.kind === 'quiet' || (key.kind === 'character' && !isNew)) return key
  return { kind: key.kind === 'end' ? 'end' : 'other', is_held: true }
}

/** Acts when no key follows at a scanner's pace. @param done called when it is decided */
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

/** The run is over, and it was not a scan. */
function decideLone(ear: Ear): void {
  const { lone } = ear
  // A number without an Enter, or more keys than a hand presses so fast: a scanner's, and no answer to anything here.
  if (lone?.isStep && (ear.wedge.text.length >= SCAN_LENGTH_MIN || isHandless(ear.wedge))) {
    dropRun(ear)
    return lone.giveBack?.(ear.wedge.text)
  }
  forgetLone(ear)
  ear.person_run = ear.runs_count
  if (ear.down) ear.down.hasActed = true
  lone?.run()
}

/** The run was a scanner's: none of its keys is a command. */
export function dropRun(ear: Ear): void {
  forgetLone(ear)
  ear.kept = ear.kept.filter((one) => one.isScan || one.run !== ear.runs_count)
}

/** What the next key says about the lone one before it. Call before the key itself is heard. */
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

/** Whether a key pressed now is for a step that an earlier key leads to. */
export function isLeading(ear: Ear): boolean {
  return ear.lone?.isStep ?? false
}
