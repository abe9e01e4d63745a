/** The method of a second person's approval: it carries out what a row waits for, and answers with the desk. */
import { answered, rowById } from '../../../shared/desk/session/session.ts'
import type { Handlers } from '../../ipc/router.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { once } from '../handlers-desk.ts'
import { approveByPin } from './approve.ts'

export function approvalHandlers(desk: Desk): Pick<Handlers, 'approval.give'> {
  return {
    'approval.give': (input) =>
      once(
        desk,
        'approval.give',
        input,
        (command) => approveByPin(desk, command, input),
        () => {
          if (rowById(desk.session, input.row_id)?.pending) {
            desk.session = answered(desk.session, input.row_id, speechOf(desk).words.outcomes.answer.approved)
          }
        },
      ),
  }
}
