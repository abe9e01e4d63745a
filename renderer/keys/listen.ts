/**
 * Hears every key before any button or field does. First the scanner rule: a scan goes whole to the desk, wherever the
 * focus was, and no field keeps a character of it. Then the key map. A scan never waits for the screen or the station;
 * a person's key waits for its step (under-way.ts), so that it means the same at any rhythm.
 */
import {
  isEndless,
  isFigureBehindKey,
  isHandless,
  isJustAfterScan,
  isScanInField,
  SCAN_GAP_MS_MAX,
  SCAN_LENGTH_MIN,
  WEDGE_AT_REST,
  wedgeStep,
  type FieldUse,
  type WedgeKey,
} from '../../shared/desk/wedge.ts'
import type { WedgeSetup } from '../../shared/devices/scan/wedge-setup.ts'
import { parseChord } from '../../shared/desk/keymap.ts'
import type { Desk } from '../desk/desk.ts'
import { isUntyped } from '../desk/forms.ts'
import { actOfEnter, currentRow, isStepForm, moreAt, pageActs } from '../desk/page.ts'
import { runIntent } from '../desk/run.ts'
import { payFocus, typeAmount } from '../desk/run-pay.ts'
import { sellingLetters } from '../desk/run-sale.ts'
import { intentOf, type Intent, type KeyMoment } from '../desk/intents.ts'
import { readingNow, undecided } from '../desk/state.ts'
import { isUnderWay } from '../desk/under-way.ts'
import { pressBefore } from './before-desk.ts'
import { chordOf, wedgeKeyOf } from './chord.ts'
import { heardKey, isLeading, newEar, settleLone, soon, type Ear, type Lone } from './ear.ts'
import { loneOf } from './lone.ts'
import {
  fieldUse,
  focusHome,
  homeField,
  focusedRowForm,
  isInRowForm,
  isLine,
  isTextField,
  rememberField,
  takeBack,
} from '../fields/field.ts'
import { formFocus, textsOfForm } from '../fields/form-fields.ts'
import { hearForSetup } from './hear-wedge.ts'
import { isGiven, kept, strokeOf, take, type Stroke } from './stroke.ts'
import { dropStray, hearStray } from './strays.ts'
import { hearDevice, takeScan } from './take-scan.ts'

function momentOf(desk: Desk, ear: Ear, stroke: Stroke): KeyMoment {
  const state = desk.store.now()
  const home = homeField()
  const { search } = state
  const waiting = undecided(state)
  return {
    chord: chordOf(stroke),
    keys: state.keys,
    line: home?.value ?? '',
    isLineFocused: home !== null && document.activeElement === home,
    hasSearch: search !== null,
    isSearchEmptyHanded: search !== null && search.kind !== 'commands' && search.is_answered && !search.hits.length,
    isForPeople: search?.kind === 'people',
    hasPanel: state.panel !== 'none',
    hasNotice: state.notice !== null || state.unrecorded.length > 0,
    hasWaiting: (state.snapshot?.waiting.scans.length ?? 0) > 0,
    isJustAfterScan: isJustAfterScan(ear.wedge, stroke.timeStamp),
    answers: waiting.current?.choices.map((choice) => choice.key) ?? [],
    isPatronOpen: (state.snapshot?.patron ?? null) !== null,
    hasPage: (state.snapshot?.page ?? null) !== null,
    isAtLastWaiting: waiting.current === waiting.rows.at(-1),
    isOnPageRow: currentRow(state) !== null,
    hasPageEnter: actOfEnter(state) !== null,
    letters: pageActs(state).map(({ act }) => act.key),
    hasForm: state.form !== null,
    alike_count: state.form?.alike.length ?? 0,
    hasMore: state.more_of !== null,
    canOpenMore: moreAt(state) !== null && (state.pay === null || state.pay.texts.amount === ''),
    formFocus: formFocus(),
    isStepUntyped: state.form !== null && isStepForm(state) && isUntyped(state.form, textsOfForm(), readingNow(state)),
    payFocus: payFocus(desk),
    sells: sellingLetters(state),
  }
}

/**
 * A character typed while a button has the focus goes to the line, and in the payment part to its amount, where each
 * key does what it says. Space still presses the button.
 */
function bringHome(desk: Desk, event: KeyboardEvent): void {
  const target = document.activeElement
  if (payFocus(desk) === 'button' && event.key !== ' ') return typeAmount(desk)
  if (isTextField(target) || formFocus() !== null) return
  if (event.key === ' ' && target !== document.body && target !== null) return
  focusHome()
}

/**
 * What the field is for right now. For the line, asks the desk and not the screen: a new search is drawn in the next
 * frame, and a busy computer can hear a whole name and its Enter before that.
 */
function fieldUseNow(desk: Desk, field: Element | null): FieldUse {
  if (!isLine(field)) return fieldUse(field)
  return desk.store.now().search === null ? 'any' : 'words'
}

const AMOUNTS: readonly FieldUse[] = ['amount', 'total']

/** A scanner that sends no key at the end: nothing came for a while, so its scan is over. */
function endRun(desk: Desk, ear: Ear, setup: WedgeSetup | null): void {
  const [, act] = wedgeStep(ear.wedge, { kind: 'end' }, ear.wedge.last_at_ms, setup)
  const use = fieldUseNow(desk, ear.before?.field ?? null)
  if (act.kind !== 'scan' || !isScanInField(use, act.text, ear.before?.value ?? '', act.source)) return
  ear.wedge = WEDGE_AT_REST
  takeScan(desk, ear, act)
}

type Heard = { readonly setup: WedgeSetup | null; readonly key: WedgeKey; readonly step: ReturnType<typeof wedgeStep> }

function heardNow(desk: Desk, ear: Ear, event: KeyboardEvent): Heard {
  const setup = desk.store.now().snapshot?.wedge ?? null
  const key = heardKey(ear, event, setup)
  return { setup, key, step: wedgeStep(ear.wedge, key, event.timeStamp, setup) }
}

/** True when the key belonged to a scanner and was handled. */
function hearScanner(desk: Desk, ear: Ear, event: KeyboardEvent, { setup, key, step: [wedge, act] }: Heard): boolean {
  if (key.kind === 'character') bringHome(desk, event)
  if (act.kind === 'begin') {
    ear.before = rememberField()
    ear.runs_count += 1
  }
  const field = ear.before?.field ?? null
  const use = fieldUseNow(desk, field)
  const isTyped = act.kind === 'scan' && isLeading(ear) && isFigureBehindKey(act.text)
  const isScan = act.kind === 'scan' && !isTyped && isScanInField(use, act.text, ear.before?.value ?? '', act.source)
  if (act.kind === 'scan' && !isScan && use !== 'free' && isHandless(wedge)) return dropStray(desk, ear, event, wedge)
  // Text that a person typed quickly into a name or a PIN is not a scan, and no quiet time follows it.
  ear.wedge = act.kind === 'scan' && !isScan ? { ...wedge, scanned_at_ms: null, behind: 'nothing' } : wedge
  clearTimeout(ear.silence)
  if (isEndless(ear.wedge, setup)) ear.silence = setTimeout(() => endRun(desk, ear, setup), SCAN_GAP_MS_MAX)
  if (isScan) {
    ear.strays.held_count = 0
    takeScan(desk, ear, act)
  } else if (key.kind !== 'character') ear.person_run = ear.runs_count
  else if (field && AMOUNTS.includes(use) && wedge.text.length >= SCAN_LENGTH_MIN && isScanInField(use, wedge.text)) {
    // No amount is that long: it is a scan in progress, and an amount keeps no digit of it, finished or not.
    takeBack(field, ear.before?.value ?? '')
    take(event)
    return true
  }
  // At set-up nothing is scanned, but even so a scanner's Enter must not send a form.
  const isTaken = isScan || act.kind === 'swallow' || (act.kind === 'scan' && use === 'free')
  if (isTaken) take(event)
  return isTaken
}

const REPEATS: readonly Intent['kind'][] = ['walk-rows', 'walk-hits', 'walk-page', 'pay']

/** The desk is known and drawn: until the locked screen is gone, its first field is for initials and is no line. */
function isDeskDrawn(desk: Desk): boolean {
  return desk.store.now().snapshot?.stage === 'desk' && isLine(homeField())
}

/** Esc starts a scanned badge over; without one it skips the row that waits, as its button says. */
function leaveRowForm(desk: Desk): void {
  const row_id = focusedRowForm()
  const asked = desk.store.now().snapshot?.asked_pin ?? null
  if (asked === null && row_id !== null) desk.answer(row_id, '0')
  else desk.dropBadge()
  focusHome()
}

/** A person's key, at the step it is for. */
function press(desk: Desk, ear: Ear, stroke: Stroke): void {
  if (!isDeskDrawn(desk)) return pressBefore(desk, stroke)
  if (stroke.key === 'Escape' && isInRowForm()) {
    stroke.take()
    return leaveRowForm(desk)
  }
  // A list inside a form closes by itself, and the form stays.
  if (stroke.key === 'Escape' && document.activeElement?.closest('[data-takes-esc]')) return stroke.give()
  const moment = momentOf(desk, ear, stroke)
  if (document.activeElement?.closest('[data-takes-chords]') && parseChord(moment.chord) !== null) return stroke.give()
  const intent = intentOf(moment)
  const lone = loneOf(desk, intent)
  if (lone) return pressLone(desk, ear, stroke, lone)
  if (intent.kind === 'none') {
    // The browser's own find and caret keys have no use at a desk.
    if (/^(Ctrl\+|Shift\+)*F[1-9]$/.test(moment.chord)) stroke.take()
    return stroke.give()
  }
  stroke.take()
  if (stroke.repeat && !REPEATS.includes(intent.kind)) return
  if (ear.down) ear.down.hasActed = true
  runIntent(desk, intent)
}

function pressLone(desk: Desk, ear: Ear, stroke: Stroke, lone: Lone): void {
  if (stroke.repeat || lone.isTaken) stroke.take()
  else stroke.give()
  if (stroke.repeat) return
  if (stroke.run <= ear.person_run) lone.run()
  else soon(ear, lone, () => release(desk, ear))
}

/** Presses the kept keys, as far as the desk has come. */
function release(desk: Desk, ear: Ear): void {
  while (ear.kept.length > 0 && !isLeading(ear) && !isUnderWay(desk.store)) {
    const [first, ...rest] = ear.kept
    ear.kept = rest
    first?.go()
  }
}

/** A form being sent: Esc leaves it right away, and a second Enter is the first one pressed twice. */
function isForSentForm(desk: Desk, ear: Ear, { key }: KeyboardEvent): boolean {
  if (!desk.store.now().form?.is_sending) return false
  if (key === 'Escape') ear.kept = ear.kept.filter((one) => one.isScan)
  return key === 'Escape' || (key === 'Enter' && ear.kept.length === 0)
}

/**
 * A held key repeats only where it was pressed; an amount is pressed digit by digit. So a step that a held key leads to
 * gets none of its repeats.
 */
function isHeldTooLong(ear: Ear, { key, repeat }: KeyboardEvent): boolean {
  const { activeElement } = document
  if (!repeat) ear.down = { key, at: activeElement, hasActed: false }
  if (!repeat || key.length !== 1) return false
  const { down } = ear
  return down?.key !== key || down.hasActed || down.at !== activeElement || fieldUse(activeElement) === 'amount'
}

function onKey(desk: Desk, ear: Ear, event: KeyboardEvent): void {
  if (event.isComposing || isGiven(event)) return
  const key = wedgeKeyOf(event)
  const heard = heardNow(desk, ear, event)
  if (key.kind === 'quiet') {
    ear.wedge = heard.step[0]
    return
  }
  if (hearForSetup(desk, ear, event) || hearStray(desk, ear, event, heard.step)) return
  settleLone(ear, key, event.timeStamp)
  if (hearScanner(desk, ear, event, heard)) return
  if (isHeldTooLong(ear, event)) return take(event)
  const stroke = strokeOf(event, ear.runs_count)
  const isWaiting = ear.kept.length > 0 || isLeading(ear) || isUnderWay(desk.store)
  if (!isWaiting || isForSentForm(desk, ear, event)) return press(desk, ear, stroke)
  take(event)
  const again = kept(stroke)
  ear.kept = [...ear.kept, { run: again.run, isScan: false, go: () => press(desk, ear, again) }]
}

/** Listens until stopped. */
export function listenToKeys(desk: Desk): () => void {
  const ear = newEar()
  const listener = (event: KeyboardEvent): void => onKey(desk, ear, event)
  window.addEventListener('keydown', listener, true)
  const stopHearing = desk.onDeviceScan((scan) => hearDevice(desk, ear, scan))
  // Changes are drawn after every listener of this turn was called.
  const stopFollowing = desk.store.subscribe(() => {
    if (ear.kept.length > 0) setTimeout(() => release(desk, ear))
  })
  return () => {
    window.removeEventListener('keydown', listener, true)
    stopHearing()
    stopFollowing()
  }
}
