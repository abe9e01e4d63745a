/**
 * Hears every key before any button or field does. First the scanner rule: a scan goes whole to the desk, wherever the
 * focus was, and no field keeps a character of it. Then the key map. Must never wait for the screen or the station.
 */
import { isJustAfterScan, isScanInField, SCAN_GAP_MS_MAX, WEDGE_AT_REST, wedgeStep } from '../../shared/desk/wedge.ts'
import { parseChord } from '../../shared/desk/keymap.ts'
import type { Desk } from '../desk/desk.ts'
import { runIntent } from '../desk/run.ts'
import { intentOf, type Intent, type KeyMoment } from '../desk/intents.ts'
import { undecided } from '../desk/state.ts'
import { chordOf, wedgeKeyOf } from './chord.ts'
import { fieldUse, focusHome, homeField, isTextField, rememberField, setField, type FieldBefore } from './field.ts'

/** A moment longer than the widest gap of a scanner: then a lone digit was a person's answer. */
const ANSWER_AFTER_MS = SCAN_GAP_MS_MAX + 10

type Ear = { wedge: typeof WEDGE_AT_REST; before: FieldBefore; answerTimer: ReturnType<typeof setTimeout> | null }

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
    hasSearchDetail: (search?.detail ?? null) !== null,
    isSearchEmptyHanded: search !== null && search.kind !== 'commands' && search.is_answered && !search.hits.length,
    hasPanel: state.panel !== 'none',
    hasNotice: state.notice !== null || state.unrecorded.length > 0,
    isJustAfterScan: isJustAfterScan(ear.wedge, event.timeStamp),
    answers: undecided(state).current?.choices.map((choice) => choice.key) ?? [],
  }
}

function take(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** A character typed while a button has the focus belongs to the line. Space still presses the button. */
function bringHome(event: KeyboardEvent): void {
  const target = document.activeElement
  if (isTextField(target)) return
  if (event.key === ' ' && target !== document.body && target !== null) return
  focusHome()
}

/** True when the key belonged to a scanner and has been dealt with. */
function hearScanner(desk: Desk, ear: Ear, event: KeyboardEvent): boolean {
  const key = wedgeKeyOf(event)
  if (key.kind === 'character') bringHome(event)
  const [wedge, act] = wedgeStep(ear.wedge, key, event.timeStamp)
  const use = fieldUse(ear.before?.field ?? null)
  const isScan = act.kind === 'scan' && isScanInField(use, act.text)
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
  desk.scan(act.text, 'scan')
  if (home) setField(home, '')
  focusHome()
  return true
}

function answerSoon(desk: Desk, ear: Ear, key: string): void {
  const row_id = undecided(desk.store.now()).current?.row_id
  if (row_id === undefined) return
  ear.answerTimer = setTimeout(() => {
    ear.answerTimer = null
    const home = homeField()
    if (home?.value !== key) return
    setField(home, '')
    desk.answer(row_id, key)
  }, ANSWER_AFTER_MS)
}

const REPEATS: readonly Intent['kind'][] = ['walk-rows', 'walk-hits']

function onKey(desk: Desk, ear: Ear, event: KeyboardEvent): void {
  if (event.isComposing) return
  if (ear.answerTimer !== null && wedgeKeyOf(event).kind !== 'quiet') clearTimeout(ear.answerTimer)
  if (hearScanner(desk, ear, event)) return
  if (desk.store.now().snapshot?.stage !== 'desk') return
  const moment = momentOf(desk, ear, event)
  const target = document.activeElement
  if (target?.closest('[data-takes-chords]') && parseChord(moment.chord) !== null) return
  const intent = intentOf(moment)
  if (intent.kind === 'answer-soon') answerSoon(desk, ear, intent.key)
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
  const ear: Ear = { wedge: WEDGE_AT_REST, before: null, answerTimer: null }
  const listener = (event: KeyboardEvent): void => onKey(desk, ear, event)
  window.addEventListener('keydown', listener, true)
  return () => window.removeEventListener('keydown', listener, true)
}
