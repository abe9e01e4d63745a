/**
 * Shows the recovery key, by the PIN of the person at the desk, and confirms that it is on paper, by two of its groups.
 * Must never be shown without its entry, nor keep what was typed.
 */
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { changed, withBand } from '../../../shared/desk/session/session.ts'
import { went, wentBack } from '../../../shared/desk/session/session-pages.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import { checkGroups, recoveryKeyOf } from '../../../shared/kernel/recovery-key.ts'
import { refuse } from '../../../shared/refusals/refusals.ts'
import type { Answer } from '../../ipc/answer.ts'
import { askedGroups, dropAskedGroups } from '../../library/key-on-paper.ts'
import { record } from '../../library/record.ts'
import { keyName } from '../../store/files/key-name.ts'
import { speechOf } from '../clerk-language.ts'
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

export function confirmKey(desk: Desk, input: Input<'recovery-key.confirm'>): Answer<Output<'desk.snapshot'>> {
  return once(desk, 'recovery-key.confirm', input, (command) => {
    const { library } = desk
    const groups = askedGroups(library)
    const found = checkGroups(recoveryKeyOf(library.key), groups, [input.key_group, input.other_key_group])
    if (found.kind === 'group') return refuse('recovery-key-mistyped', { group: found.group_number })
    dropAskedGroups(library)
    if (found.kind === 'wrong') {
      desk.session = changed(desk.session)
      return refuse('recovery-groups-wrong', { first: groups[0], second: groups[1] })
    }
    const body = { key_name: keyName(library.key) }
    record(library, actorOf(desk), command, [{ kind: 'recovery-key-confirmed', body }])
    const { on_paper, is_confirmed } = speechOf(desk).words.pages.this_desk.key
    const { session } = desk
    const left = session.page?.place === 'recovery-key' ? wentBack(session) : session
    desk.session = withBand(left, silentBand(on_paper, is_confirmed))
    return null
  })
}
