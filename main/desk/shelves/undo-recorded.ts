/** Undoes what was recorded from a tool's page, before the scans that came earlier, and nothing else. */
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import type { Recorded } from '../../../shared/desk/shelf-tools.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { offered, rowsOfAct, undoLast } from '../loans/undo.ts'

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
  if (recorded?.count !== count) return 'not-here'
  const last = offered(desk)
  const [row] = last ? rowsOfAct(desk, last) : []
  return row?.command_id === recorded.command_id ? undoLast(desk, command) : 'not-here'
}
