/** The methods that find entries of the work log: by whom, of which kind and day, of one item or one patron. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { isViewReason } from '../../../shared/patron/privacy.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { LogFilter } from '../../../shared/reports/log-filter.ts'
import { ok } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { may } from '../../library/grants.ts'
import { findItem } from '../../library/here.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { snapshotAnswer } from '../handlers-desk.ts'
import { goToPage } from '../places.ts'
import { isReasonMissing, noteView } from '../privacy/record-views.ts'
import { countLog, startLogSearch, type Wanted } from './log-search.ts'
import type { ReportPorts } from './now.ts'

const ANY = { item_barcode: '', patron_id: null } as const

function filterOf({ staff_code, group, from_on, to_on }: Input<'work-log.find-preview'>): LogFilter {
  return {
    staff_code: staff_code ?? '',
    group: group ?? '',
    from_on: from_on === null ? null : localDate(from_on),
    to_on: to_on === null ? null : localDate(to_on),
  }
}

/** Whose or which it is about. Looking for a patron's entries is a look at their record, and they are not there. */
function about(desk: Desk, barcode: string, reason: string): Refusal | Pick<Wanted, 'item_barcode' | 'patron_id'> {
  const { library } = desk
  if (barcode === '') return ANY
  const item = findItem(library, barcode)
  if (item) return { item_barcode: item.barcode, patron_id: null }
  const card = library.db.get(cardByBarcode, { barcode })
  if (!card) return refuse('item-gone', { barcode })
  if (!may(library, actorOf(desk), 'see-privacy-log')) return refuse('not-permitted')
  if (reason !== '' && !isViewReason(reason)) return refuse('reason-unknown', { reason })
  if (isReasonMissing(desk, card.patron_id, reason)) return refuse('reason-unknown', { reason })
  noteView(library, actorOf(desk), card.patron_id, 'name', reason)
  return { item_barcode: '', patron_id: card.patron_id }
}

type LogMethod = 'work-log.find' | 'work-log.find-preview'

export function logHandlers(desk: Desk, ports: ReportPorts): Pick<Handlers, LogMethod> {
  return {
    'work-log.find': (input) => {
      const of = about(desk, input.barcode.trim(), input.reason ?? '')
      if ('code' in of) return { refused: of }
      startLogSearch(desk, { ...filterOf(input), ...of }, ports)
      const refused = goToPage(desk, { place: 'work-log', about: 'found' })
      return refused ? { refused } : snapshotAnswer(desk)
    },
    'work-log.find-preview': async (input) => {
      // An item or a patron is looked up when the form is sent, and not before.
      const count =
        (input.barcode ?? '') === '' ? await countLog(desk, { ...filterOf(input), ...ANY }, ports.log) : null
      if (count === null) return ok({ lines: [] })
      return ok({ lines: [{ text: speechOf(desk).words.pages.staff.log.found(count), tone: 'plain' }] })
    },
  }
}
