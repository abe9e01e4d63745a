/** The methods about confidentiality: each records once and answers with the desk, or lists what was recorded. */
import { cleared } from '../../../shared/desk/session/session.ts'
import type { PRIVACY_METHODS } from '../../../shared/ipc/methods-privacy.ts'
import { isRefused, ok } from '../../ipc/answer.ts'
import { listsByStaff } from '../../store/privacy/privacy-rows.ts'
import type { Handlers } from '../../ipc/router.ts'
import type { Desk } from '../desk.ts'
import { once } from '../handlers-desk.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { allDisclosures, disclose } from './disclosures.ts'
import { erasePatron, finishErasures } from './erasing.ts'
import { exportPatron } from './exporting.ts'
import { stillIn } from './still-held.ts'
import { viewsBy, viewsOf } from './record-views.ts'

export type PrivacyMethod = keyof typeof PRIVACY_METHODS

export function privacyHandlers(desk: Desk): Pick<Handlers, PrivacyMethod> {
  return {
    'privacy.disclose': (input) => once(desk, 'privacy.disclose', input, (command) => disclose(desk, command, input)),
    'privacy.export': (input) => once(desk, 'privacy.export', input, (command) => exportPatron(desk, command, input)),
    'privacy.erase': (input) => {
      const answer = once(
        desk,
        'privacy.erase',
        input,
        (command) => erasePatron(desk, command, input),
        () => {
          finishErasures(desk.library)
          desk.session = cleared(desk.session)
        },
      )
      return isRefused(answer) ? answer : ok({ ...answer.ok, still_in: [...stillIn(desk.library)] })
    },
    'privacy.disclosures': ({ limit }) => ok({ disclosures: allDisclosures(desk.library, limit) }),
    'privacy.views': ({ staff_code, limit }) => {
      const { library } = desk
      if (staff_code !== '') {
        const lists = [...library.db.all(listsByStaff, { staff_code, limit })]
        return ok({ views: viewsBy(library, staff_code, limit), lists })
      }
      const open = openPatron(desk)
      return 'code' in open ? { refused: open } : ok({ views: viewsOf(library, open.patron_id, limit), lists: [] })
    },
  }
}
