/**
 * Keys of a scanner that are no scan. A code can have an Enter in it and keys behind that, which would press what the
 * clerk presses: nothing of them reaches a field or a button, and the clerk is told once they have stopped.
 */
import { SCAN_GAP_MS_MAX, type WedgeState, type wedgeStep } from '../../shared/desk/wedge.ts'
import type { Desk } from '../desk/desk.ts'
import { rememberField } from '../fields/field.ts'
import { dropRun, type Ear } from './ear.ts'
import { take } from './stroke.ts'

type WedgeStep = ReturnType<typeof wedgeStep>

/** Longer than any pause within a scan. */
const TOLD_AFTER_MS = SCAN_GAP_MS_MAX + 50

/** Before the desk is set up, and in rescue, nothing is entered. */
function tell(desk: Desk, { strays }: Ear): void {
  const isAny = strays.left_count + strays.held_count > 0
  const stage = desk.store.now().snapshot?.stage
  strays.held_count = 0
  strays.left_count = 0
  if (isAny && stage !== 'set-up' && stage !== 'rescue')
    void desk.perform({ method: 'keyboard-scanner.keys', input: {} }, desk.mint())
}

function drop(desk: Desk, ear: Ear, event: KeyboardEvent, wedge: WedgeState): true {
  ear.wedge = wedge
  take(event)
  clearTimeout(ear.strays.pause)
  ear.strays.pause = setTimeout(() => tell(desk, ear), TOLD_AFTER_MS)
  return true
}

/** A key that does nothing, nor does what came with it and has not acted. */
export function dropStray(desk: Desk, ear: Ear, event: KeyboardEvent, wedge: WedgeState): true {
  ear.strays.left_count += ear.strays.held_count + 1
  ear.strays.held_count = 0
  dropRun(ear)
  return drop(desk, ear, event, { ...wedge, behind: 'stray' })
}

/** @returns true when the key was a scanner's and no scan: it is taken, and does nothing */
export function hearStray(desk: Desk, ear: Ear, event: KeyboardEvent, [wedge, act]: WedgeStep): boolean {
  if (act.kind === 'stray') return dropStray(desk, ear, event, wedge)
  if (act.kind !== 'hold') return false
  const { strays } = ear
  if (act.begins) {
    ear.before = rememberField()
    ear.runs_count += 1
    strays.left_count += strays.held_count
    strays.held_count = 0
  }
  strays.held_count += 1
  return drop(desk, ear, event, wedge)
}
