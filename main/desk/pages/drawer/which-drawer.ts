/** Out of which open drawer money goes: asked where several are open, as a payment asks it. */
import { openSessions } from '../../../store/money/cash-rows.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { field } from '../make.ts'

/** `known`: what an act says without asking. The drawer of the person at the desk comes first. */
export function whichDrawer(desk: Desk) {
  const { library } = desk
  const { words } = speechOf(desk)
  const own = actorOf(desk).staff?.staff_code
  const open = library.db.all(openSessions, {}).toSorted((one, other) => {
    return Number(other.custodian_code === own) - Number(one.custodian_code === own)
  })
  const [first] = open
  if (first === undefined || open.length === 1) return { known: { drawer_code: '' }, asks: [] }
  const options = open.map(({ drawer_code }) => {
    return { value: drawer_code, label: drawerCalled(library, words, drawer_code) }
  })
  return {
    known: {},
    asks: [
      field('drawer_code', words.pages.drawer.heading, 'choice', {
        value: first.drawer_code,
        is_required: true,
        options,
      }),
    ],
  }
}
