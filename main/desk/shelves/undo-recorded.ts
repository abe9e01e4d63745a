/** Undoes what was recorded from a tool's page, before the scans that came earlier, and nothing else. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { lastUndoable } from '../../../shared/desk/session/session.ts'
import type { Recorded } from '../../../shared/desk/shelf-tools.ts'
import { undoLast } from '../acts.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'

/**
 * @param count how many steps or scans there are now
 * @returns null when it was undone, otherwise why not; "not-here" when something came after it, or the desk no longer
 * shows it
 */
export function undoRecorded(
  desk: Desk,
  command: Command,
  recorded: Recorded | null,
  count: number,
): Refusal | null | 'not-here' {
  if (recorded?.count !== count || lastUndoable(desk.session)?.command_id !== recorded.command_id) return 'not-here'
  return undoLast(desk, command)
}
