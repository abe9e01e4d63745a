/** Keys before the desk is there, and while it is locked or in rescue: everything but help is the browser's. */
import type { Desk } from '../desk/desk.ts'
import { closeHelp, openHelp } from '../desk/help.ts'
import type { Stroke } from './stroke.ts'

/** F1 opens help, whatever the map; Esc closes it. */
export function pressBefore(desk: Desk, stroke: Stroke): void {
  const isOpen = desk.store.now().panel === 'help'
  if (desk.store.now().snapshot === null) return stroke.give()
  if (stroke.key === 'F1') {
    stroke.take()
    return isOpen ? closeHelp(desk) : openHelp(desk)
  }
  if (stroke.key !== 'Escape' || !isOpen) return stroke.give()
  stroke.take()
  closeHelp(desk)
}
