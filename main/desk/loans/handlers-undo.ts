/** The methods that undo: the last act at this desk, or the act of one entry. */
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { once } from '../handlers-desk.ts'
import { undoneByPage } from '../places.ts'
import { undoByRef, undoLast } from './undo.ts'

export type UndoMethod = 'desk.undo' | 'desk.undo-act'

export function undoHandlers(desk: Desk): Pick<Handlers, UndoMethod> {
  return {
    'desk.undo': (input) =>
      once(desk, 'desk.undo', input, (command) => {
        const byPage = undoneByPage(desk, command)
        return byPage === 'not-here' ? undoLast(desk, command) : byPage
      }),
    'desk.undo-act': (input) => once(desk, 'desk.undo-act', input, (command) => undoByRef(desk, command, input.event)),
  }
}
