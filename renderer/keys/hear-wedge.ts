/**
 * The page where a scanner that types is set up: what it sends is measured there, whatever it is, and nothing of it is
 * a scan. Keys that come as slowly as a person presses them are left alone.
 */
import { SCAN_GAP_MS_MAX, SCAN_LENGTH_MIN, WEDGE_AT_REST } from '../../shared/desk/wedge.ts'
import type { HeardScan, WedgeStroke } from '../../shared/devices/scan/wedge-setup.ts'
import type { Desk } from '../desk/desk.ts'
import { homeField, setField } from '../fields/field.ts'
import { wedgeKeyOf } from './chord.ts'
import { dropRun, NOTHING_HEARD, type Ear } from './ear.ts'
import { take } from './stroke.ts'

/** Longer than any pause within a scan: then it ended without a key. */
const SILENCE_MS = SCAN_GAP_MS_MAX + 150
const STROKES_MAX = 250

/** On this page letters are those of a scanner, and no name. */
export function isMeasuring(desk: Desk): boolean {
  const ref = desk.store.now().snapshot?.page?.ref
  return ref?.place === 'devices' && ref.about === 'keyboard' && desk.store.now().form === null
}

function isAtPace({ strokes }: Ear['heard']): boolean {
  return strokes.length >= SCAN_LENGTH_MIN && strokes.every(({ gap_ms }) => gap_ms <= SCAN_GAP_MS_MAX)
}

/** The scan goes to the page, and the line has nothing of it. */
function tell(desk: Desk, ear: Ear, ends: HeardScan['ends'], at_ms: number): void {
  const { strokes } = ear.heard
  ear.heard = NOTHING_HEARD
  dropRun(ear)
  ear.kept = []
  // A second key behind the scan is the scanner's.
  ear.wedge =
    ends === 'none'
      ? { ...WEDGE_AT_REST, last_at_ms: at_ms }
      : { ...WEDGE_AT_REST, last_at_ms: at_ms, scanned_at_ms: at_ms, heard_at_ms: at_ms, behind: 'scan' }
  const home = homeField()
  if (home) setField(home, '')
  void desk.perform({ method: 'keyboard-scanner.heard', input: { strokes: [...strokes], ends } }, desk.mint())
}

function strokeOf(event: KeyboardEvent, gap_ms: number): WedgeStroke {
  const { key, code, shiftKey: is_shift } = event
  return { key, code, is_shift, is_caps: event.getModifierState('CapsLock'), gap_ms }
}

/** @returns true when the key was the end of a scan, and is taken */
export function hearForSetup(desk: Desk, ear: Ear, event: KeyboardEvent): boolean {
  clearTimeout(ear.heard.timer)
  const { kind } = wedgeKeyOf(event)
  const at_ms = event.timeStamp
  if (!isMeasuring(desk)) {
    ear.heard = NOTHING_HEARD
    return false
  }
  const gap_ms = at_ms - ear.heard.last_at_ms
  if (kind === 'end') {
    const isScan = isAtPace(ear.heard) && gap_ms <= SCAN_GAP_MS_MAX
    if (isScan) {
      take(event)
      tell(desk, ear, event.key === 'Tab' ? 'tab' : 'enter', at_ms)
    } else ear.heard = NOTHING_HEARD
    return isScan
  }
  // A dead key of another keyboard is a key of the scan as well.
  const isKey = kind === 'character' || event.key === 'Dead'
  if (!isKey) {
    ear.heard = NOTHING_HEARD
    return false
  }
  const goesOn = ear.heard.strokes.length > 0 && gap_ms <= SCAN_GAP_MS_MAX
  const strokes = goesOn ? [...ear.heard.strokes, strokeOf(event, Math.max(0, gap_ms))] : [strokeOf(event, 0)]
  const timer = setTimeout(() => {
    if (isAtPace(ear.heard)) tell(desk, ear, 'none', at_ms)
  }, SILENCE_MS)
  ear.heard = { strokes: strokes.slice(0, STROKES_MAX), last_at_ms: at_ms, timer }
  return false
}
