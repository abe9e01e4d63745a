/** Shows the recovery key, by the PIN of the person at the desk. Must never be shown without its entry. */
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { went } from '../../../shared/desk/session/session-pages.ts'
import type { Answer } from '../../ipc/answer.ts'
import { record } from '../../library/record.ts'
import { actorOf, type Desk } from '../desk.ts'
import { once } from '../handlers-desk.ts'
import { pageNow } from '../places.ts'
import { ownPinRefusal } from '../staff/own-pin.ts'

/** The entry comes first. A repeated command shows the key no second time. */
export function showKey(desk: Desk, input: Input<'recovery-key.show'>): Answer<Output<'desk.snapshot'>> {
  return once(desk, 'recovery-key.show', input, (command) => {
    const refused = ownPinRefusal(desk, 'recovery-key.show', input.own_pin)
    if (refused) return refused
    record(desk.library, actorOf(desk), command, [{ kind: 'recovery-key-shown', body: {} }])
    // A page that closed by itself is no place to come back to.
    const from = pageNow(desk) ? desk.session : { ...desk.session, page: null }
    desk.session = went(from, { place: 'recovery-key', about: '' })
    return null
  })
}
