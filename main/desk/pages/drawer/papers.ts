/** A paper of the drawer on a page of its own: a receipt once more, a count sheet to fill in, an X, a slip. */
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import type { Act, PageRef, PageView } from '../../../../shared/desk/page.ts'
import { paperName } from '../../../../shared/receipt/paper-name.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import { eventRefText, type DeskEvent } from '../../../../shared/journal/event.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { findReceipt, patronOf } from '../../../cash/receipts.ts'
import { nextCopy } from '../../../cash/report/copies.ts'
import { readReport } from '../../../cash/report/read-report.ts'
import { blankCountSheet, reportOf, reportWords, slipOfEntry } from '../../../papers/drawer-papers.ts'
import { paymentPaper } from '../../../papers/payment-paper.ts'
import { refundPaper } from '../../../papers/refund-paper.ts'
import { mayOwn } from '../../../library/grants.ts'
import { openSessions } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, callOf, page } from '../make.ts'
import { refundActs } from './refunding.ts'
import type { DrawerAbout } from './about.ts'

export const PAPER_PARTS: readonly DrawerAbout['part'][] = ['paper', 'sheet', 'x']

export function paperPage(desk: Desk, ref: PageRef, about: DrawerAbout): PageView | null {
  const document = documentOf(desk, about)
  if (document === null) return null
  const { papers } = speechOf(desk).words.screen
  return page(desk.library, {
    ref,
    // Unlike the name of the paper itself, which is a region of this one.
    heading: `${paperName(papers, document)}, ${whichOf(desk, about)}`,
    sections: [{ kind: 'paper', section_id: 'paper', heading: '', document }],
    acts: about.part === 'paper' ? [...refundActs(desk, about.of), ...patronAct(desk, about.of)] : [],
  })
}

/** Leads to the one patron whose charges a receipt paid, or a refund gave back, for a role that may see it. */
function patronAct(desk: Desk, receipt_ref: string): readonly Act[] {
  const { library } = desk
  const found = findReceipt(library, receipt_ref)
  const patron_id = found !== null && mayOwn(library, actorOf(desk), 'see-cash') ? patronOf(library, found) : null
  if (patron_id === null) return []
  const { of_patron, of_patron_says } = speechOf(desk).words.pages.drawer
  return [act({ key: 'A', label: of_patron, says: of_patron_says, call: callOf('desk.open-patron', { patron_id }) })]
}

/** Which of the papers of a kind it is: its number, the moment of its entry, or its drawer. */
function whichOf(desk: Desk, { part, of }: DrawerAbout): string {
  const [{ library }, speech] = [desk, speechOf(desk)]
  const event = part === 'paper' ? library.journal.event(of) : null
  if (event === null) return drawerCalled(library, speech.words, of)
  const isNumbered = event.kind === 'receipt-made' || event.kind === 'refund-paid'
  return isNumbered ? receiptNumber(event.head, event.body.receipt_number) : speech.dayTime(instant(event.head.at_ms))
}

function documentOf(desk: Desk, { part, of }: DrawerAbout): ReceiptDocument | null {
  const { library } = desk
  if (part === 'paper') {
    const event = library.journal.event(of)
    return event === null ? null : ofEntry(desk, event)
  }
  if (part === 'sheet') return blankCountSheet(library, of)
  const session = library.db.all(openSessions, {}).find((one) => one.drawer_code === of)
  // What a drawer should hold is on it.
  if (session === undefined || !mayOwn(library, actorOf(desk), 'see-cash')) return null
  return reportOf(library, readReport(library, reportWords(library), session.session_ref))
}

function ofEntry({ library }: Desk, event: DeskEvent): ReceiptDocument | null {
  if (event.kind !== 'receipt-made' && event.kind !== 'refund-paid') return slipOfEntry(library, event)
  const copy_number = nextCopy(library, event.body.session_ref, eventRefText(event.head))
  return event.kind === 'refund-paid'
    ? refundPaper(library, event, copy_number)
    : paymentPaper(library, event, copy_number)
}
