/** All receipts of a session that is open, a page of them at a time. */
import type { PageRef, PageView } from '../../../../shared/desk/page.ts'
import { placeOf, placeText } from '../../../../shared/journal/place.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { countsOf, lastReceipts, NEWEST, voidedIn } from '../../../cash/report/last-entries.ts'
import { sessionByRef } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { goTo, page } from '../make.ts'
import { aboutText } from './about.ts'
import { receiptsTable } from './receipt-rows.ts'

const SHOWN_MAX = 50

/** @param of the session, and before which place: "K4N7QW.1.12", "K4N7QW.1.12 1.90" */
export function receiptsPage(desk: Desk, ref: PageRef, of: string): PageView | null {
  const { words } = speechOf(desk)
  const { drawer } = words.pages
  const [session_ref = '', before = ''] = of.split(' ')
  const session = desk.library.db.get(sessionByRef, { session_ref })
  if (session === null || session.status === 'closed') return null
  const shown = { before: before === '' ? NEWEST : placeOf(before), most_count: SHOWN_MAX }
  const { entries, older } = lastReceipts(desk.library, session_ref, shown)
  const count = countsOf(desk.library, session_ref)
  const at = (place: string) => ({ place: 'drawer', about: aboutText({ part: 'receipts', of: place }) }) as const
  return page(desk.library, {
    ref,
    heading: drawerCalled(desk.library, words, session.drawer_code),
    lead: drawer.receipts_lead(entries.length, count('receipt-made') + count('refund-paid')),
    sections: [receiptsTable(desk, entries, { heading: drawer.receipts, gone: voidedIn(desk.library, session_ref) })],
    acts: [
      ...(older === null ? [] : [goTo(at(`${session_ref} ${placeText(older)}`), drawer.older_receipts, 'O')]),
      ...(before === '' ? [] : [goTo(at(session_ref), drawer.newest_receipts, 'N')]),
    ],
  })
}
