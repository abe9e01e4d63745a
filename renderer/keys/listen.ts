/**
 * Hears every key before any button or field does. First the scanner rule: a scan goes whole to the desk, wherever the
 * focus was, and no field keeps a character of it. Then the key map. Must never wait for the screen or the station.
 */
import { isbn13 } from '../../shared/catalog/isbn.ts'
import {
  isJustAfterScan,
  isScanInField,
  SCAN_GAP_MS_MAX,
  WEDGE_AT_REST,
  wedgeStep,
  type FieldUse,
} from '../../shared/desk/wedge.ts'
import { parseChord } from '../../shared/desk/keymap.ts'
import type { Desk } from '../desk/desk.ts'
import { actOfEnter, pageActs } from '../desk/page.ts'
import { answerRow, runAction, runIntent, runLetter } from '../desk/run.ts'
import { intentOf, type Intent, type KeyMoment } from '../desk/intents.ts'
import { undecided } from '../desk/state.ts'
import { chordOf, wedgeKeyOf } from './chord.ts'
import {
  fieldUse,
  focusHome,
  homeField,
  isInRowForm,
  isLine,
  isTextField,
  rememberField,
  setField,
  type FieldBefore,
  type TextField,
} from './field.ts'
import { chooseByDigit, formFocus } from './form-fields.ts'

/** A moment longer than the widest gap of a scanner: then a lone digit or letter was a person's. */
const LONE_AFTER_MS = SCAN_GAP_MS_MAX + 10

/** An Enter this soon after the digit that picked an option still belongs to that option. */
const OPTION_ENTER_MS = LONE_AFTER_MS + 500

type Ear = {
  wedge: typeof WEDGE_AT_REST
  before: FieldBefore
  /** What a lone key does when no other follows it at a scanner's pace. */
  lone: { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void } | null
  /** When the digit was pressed that last picked an option and went on to the next field. */
  went_on_at_ms: number | null
}

function momentOf(desk: Desk, ear: Ear, event: KeyboardEvent): KeyMoment {
  const state = desk.store.now()
  const home = homeField()
  const { search } = state
  return {
    chord: chordOf(event),
    keys: state.keys,
    line: home?.value ?? '',
    isLineFocused: home !== null && document.activeElement === home,
    hasSearch: search !== null,
    isSearchEmptyHanded: search !== null && search.kind !== 'commands' && search.is_answered && !search.hits.length,
    isForPeople: search?.kind === 'people',
    hasPanel: state.panel !== 'none',
    hasNotice: state.notice !== null || state.unrecorded.length > 0,
    isJustAfterScan: isJustAfterScan(ear.wedge, event.timeStamp),
    answers: undecided(state).current?.choices.map((choice) => choice.key) ?? [],
    isPatronOpen: (state.snapshot?.patron ?? null) !== null,
    hasPage: (state.snapshot?.page ?? null) !== null,
    hasPageEnter: actOfEnter(state) !== null,
    letters: pageActs(state).map(({ act }) => act.key),
    hasForm: state.form !== null,
    formFocus: formFocus(),
  }
}

function take(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** A character typed while a button has the focus belongs to the line. Space still presses the button. */
function bringHome(event: KeyboardEvent): void {
  const target = document.activeElement
  if (isTextField(target) || formFocus() !== null) return
  if (event.key === ' ' && target !== document.body && target !== null) return
  focusHome()
}

/**
 * What the field is for at this moment. The line asks the desk and not the screen: a search that has begun is drawn in
 * the next frame, and a busy computer may hear a whole name and its Enter before that.
 */
function fieldUseNow(desk: Desk, field: TextField | null): FieldUse {
  if (!isLine(field)) return fieldUse(field)
  return desk.store.now().search === null ? 'any' : 'words'
}

/** True when the key belonged to a scanner and has been dealt with. */
function hearScanner(desk: Desk, ear: Ear, event: KeyboardEvent): boolean {
  const key = wedgeKeyOf(event)
  if (key.kind === 'character') bringHome(event)
  const [wedge, act] = wedgeStep(ear.wedge, key, event.timeStamp)
  const use = fieldUseNow(desk, ear.before?.field ?? null)
  const isScan = act.kind === 'scan' && isScanInField(use, act.text, ear.before?.value ?? '')
  // What a person typed quickly into a name or a PIN is no scan, and no quiet time follows it.
  ear.wedge = act.kind === 'scan' && !isScan ? { ...wedge, scanned_at_ms: ear.wedge.scanned_at_ms } : wedge
  if (act.kind === 'begin') ear.before = rememberField()
  if (act.kind === 'swallow') {
    take(event)
    return true
  }
  if (act.kind !== 'scan') return false
  if (!isScan) {
    // At set-up nothing is scanned, but a scanner's Enter must not send a form off all the same.
    if (use === 'free') take(event)
    return use === 'free'
  }
  take(event)
  const home = homeField()
  if (ear.before && ear.before.field !== home) setField(ear.before.field, ear.before.value)
  // A search for a title asks for an ISBN too: it is looked for where the clerk looks, not taken as a scan.
  if (home && desk.store.now().search?.kind === 'titles' && isbn13(act.text) !== null) {
    setField(home, act.text)
    return true
  }
  desk.scan(act.text, 'scan')
  // As it stood when it was drawn: the line empty, the initials of whoever locked the desk.
  if (home) setField(home, home.defaultValue)
  // A form that was being filled in goes on where it was: what follows of a PIN must not end on the line.
  if (formFocus() === null && !isInRowForm()) focusHome()
  return true
}

/** Does it when no key follows at a scanner's pace, or at once when Enter does. */
function soon(ear: Ear, run: () => void): void {
  const once = (): void => {
    ear.lone = null
    run()
  }
  ear.lone = { timer: setTimeout(once, LONE_AFTER_MS), run: once }
}

function forgetLone(ear: Ear): void {
  if (ear.lone !== null) clearTimeout(ear.lone.timer)
  ear.lone = null
}

/** Takes the key out of the line again, if it is all that stands there. */
function takeFromLine(key: string): boolean {
  const home = homeField()
  if (home?.value.toUpperCase() !== key) return false
  setField(home, '')
  return true
}

function answerSoon(desk: Desk, ear: Ear, key: string): void {
  const row = undecided(desk.store.now()).current
  if (row === null) return
  soon(ear, () => {
    if (takeFromLine(key)) answerRow(desk, row, key)
  })
}

function choose(ear: Ear, digit: string, at_ms: number): void {
  ear.went_on_at_ms = chooseByDigit(digit) ? at_ms : null
}

/**
 * Enter right after the digit of an option was meant for the option: the next field waits for an Enter of its own. By
 * the keys' own times: a busy computer may hear a quick hand late.
 */
function isForOption(ear: Ear, event: KeyboardEvent): boolean {
  const since_ms = ear.went_on_at_ms === null ? Infinity : event.timeStamp - ear.went_on_at_ms
  ear.went_on_at_ms = null
  return chordOf(event) === 'Enter' && formFocus() !== null && since_ms < OPTION_ENTER_MS
}

function runSoon(desk: Desk, ear: Ear, intent: Intent, at_ms: number): void {
  if (intent.kind === 'answer-soon') answerSoon(desk, ear, intent.key)
  // A digit in the middle of a scan picks nothing.
  if (intent.kind === 'choose-soon' && ear.wedge.text.length === 1) soon(ear, () => choose(ear, intent.key, at_ms))
  if (intent.kind === 'act-soon') {
    soon(ear, () => {
      if (takeFromLine(intent.key)) runAction(desk, intent.action)
    })
  }
  if (intent.kind === 'letter-soon') {
    soon(ear, () => {
      if (takeFromLine(intent.key)) runLetter(desk, intent.key)
    })
  }
}

const REPEATS: readonly Intent['kind'][] = ['walk-rows', 'walk-hits', 'walk-page']
const SOON: readonly Intent['kind'][] = ['answer-soon', 'letter-soon', 'choose-soon', 'act-soon']

/**
 * Whether the desk is what the clerk sees: known to be there, and drawn. Until the locked screen is gone, what stands
 * in its first field is somebody's initials and no line.
 */
function isDeskDrawn(desk: Desk): boolean {
  return desk.store.now().snapshot?.stage === 'desk' && isLine(homeField())
}

function onKey(desk: Desk, ear: Ear, event: KeyboardEvent): void {
  if (event.isComposing) return
  const isQuiet = wedgeKeyOf(event).kind === 'quiet'
  // A digit and Enter in quick succession pick the option before Enter goes on.
  if (ear.lone && event.key === 'Enter' && formFocus() === 'choice') {
    clearTimeout(ear.lone.timer)
    ear.lone.run()
  }
  if (!isQuiet) forgetLone(ear)
  if (hearScanner(desk, ear, event)) return
  if (!isQuiet && isForOption(ear, event)) return take(event)
  if (!isDeskDrawn(desk)) return
  if (event.key === 'Escape' && isInRowForm()) {
    take(event)
    return focusHome()
  }
  const moment = momentOf(desk, ear, event)
  const target = document.activeElement
  if (target?.closest('[data-takes-chords]') && parseChord(moment.chord) !== null) return
  const intent = intentOf(moment)
  if (SOON.includes(intent.kind)) runSoon(desk, ear, intent, event.timeStamp)
  else if (intent.kind === 'none') {
    // The browser's own find and caret keys have no place at a desk.
    if (/^(Ctrl\+|Shift\+)*F[1-9]$/.test(moment.chord)) event.preventDefault()
  } else {
    take(event)
    if (!event.repeat || REPEATS.includes(intent.kind)) runIntent(desk, intent)
  }
}

/** Listens until told to stop. */
export function listenToKeys(desk: Desk): () => void {
  const ear: Ear = { wedge: WEDGE_AT_REST, before: null, lone: null, went_on_at_ms: null }
  const listener = (event: KeyboardEvent): void => onKey(desk, ear, event)
  window.addEventListener('keydown', listener, true)
  return () => window.removeEventListener('keydown', listener, true)
}
