/**
 * The pages of the desk, by place: who builds each, and what a scan means while one is open. A page is built again for
 * every snapshot and never kept. Must never change a record; a page that has nothing left to show closes.
 */
import { DUPLICATES, readCardListAbout } from '../../shared/patron/lists/card-lists.ts'
import { readMergeAbout } from '../../shared/patron/merge/merge-about.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { PageRef, PageView, Place } from '../../shared/desk/page.ts'
import { asApproved, closedPage } from '../../shared/desk/page-grants.ts'
import { withWeights } from '../../shared/desk/page-weights.ts'
import type { Grant } from '../../shared/staff/permissions.ts'
import {
  calmed,
  lent,
  withBandUnnamed,
  withoutApprovedPage,
  went,
  wentBack,
} from '../../shared/desk/session/session-pages.ts'
import type { Desk } from './desk.ts'
import { speechOf } from './clerk-language.ts'
import type { Command } from '../library/command.ts'
import { draftsHere } from './patrons/form-drafts.ts'
import { askApproval } from './approvals/asking.ts'
import { mayOwn } from '../library/grants.ts'
import { isApprovedNow, mayOpen } from './approvals/page-approval.ts'
import { noteList } from './patrons/list-looks.ts'
import { accountPage } from './pages/account/account.ts'
import { cartPage, takeForCart, undoCartStep } from './pages/shelves/cart.ts'
import { askForTitle, holdNewPage } from './pages/holds/hold-new.ts'
import { holdShelfPage, takeOffScanned } from './pages/holds/hold-shelf.ts'
import { itemNewPage, titleTaken } from './pages/items/item-new.ts'
import { itemPage, lookAtItem } from './pages/items/item.ts'
import { itemsMadePage } from './pages/items/items-made.ts'
import type { PageBuilder, PageScan, ScanTaker, UndoTaker } from './pages/kinds.ts'
import { modesPage } from './pages/this-desk/modes.ts'
import { cardListsPage } from './pages/patrons/card-lists.ts'
import { patronMergePage, takeOther } from './pages/patrons/patron-merge.ts'
import { patronNewPage, takeNewCard } from './pages/patrons/patron-new.ts'
import { payPage, takePayer } from './pages/money/pay.ts'
import { overduePage } from './pages/reports/overdue.ts'
import { cashDeskPage } from './pages/reports/cash-desk.ts'
import { supervisorPage } from './pages/reports/supervisor.ts'
import { outagePage } from './pages/this-desk/outage.ts'
import { privacyPage } from './pages/privacy/privacy.ts'
import { devicesPage, tryScan } from './pages/devices/devices.ts'
import { jobsPage } from './pages/devices/jobs.ts'
import { drawerPage } from './pages/drawer/drawer.ts'
import { dataInPage } from './pages/this-desk/data-in.ts'
import { explainPage } from './pages/policy/explain.ts'
import { policyPage } from './pages/policy/policy.ts'
import { policyLoansPage } from './pages/policy/policy-loans.ts'
import { policyRowPage } from './pages/policy/policy-row.ts'
import { policyTablePage } from './pages/policy/policy-table.ts'
import { pullListPage, takePulled } from './pages/holds/pull-list.ts'
import { closePaper, receiptPage } from './pages/this-desk/receipt.ts'
import { recentPage } from './pages/account/recent.ts'
import { KEY_CHECK, recoveryKeyPage } from './pages/this-desk/recovery-key.ts'
import { renewalsPage } from './pages/account/renewals.ts'
import { shelfPage, takeOnShelf, undoOnShelf } from './pages/shelves/shelf.ts'
import { leaveNewcomer } from './pages/account/newcomer.ts'
import { newsPage } from './pages/staff/news.ts'
import { staffPage } from './pages/staff/staff.ts'
import { tasksPage } from './pages/this-desk/tasks.ts'
import { thisDeskPage } from './pages/this-desk/this-desk.ts'
import { titlePage } from './pages/items/title.ts'
import { waivePage } from './pages/account/waive.ts'
import { takeArrived, transitsPage } from './pages/holds/transits.ts'
import { workLogPage } from './pages/staff/work-log.ts'
import { actorOf } from './desk.ts'

const BUILDERS: Readonly<Record<Place, PageBuilder>> = {
  account: accountPage,
  item: itemPage,
  title: titlePage,
  recent: recentPage,
  modes: modesPage,
  waive: waivePage,
  tasks: tasksPage,
  outage: outagePage,
  policy: policyPage,
  'policy-table': policyTablePage,
  'policy-row': policyRowPage,
  'policy-loans': policyLoansPage,
  explain: explainPage,
  renewals: renewalsPage,
  'item-new': itemNewPage,
  'items-made': itemsMadePage,
  staff: staffPage,
  'work-log': workLogPage,
  'hold-new': holdNewPage,
  'pull-list': pullListPage,
  'hold-shelf': holdShelfPage,
  transits: transitsPage,
  receipt: receiptPage,
  privacy: privacyPage,
  cart: cartPage,
  shelf: shelfPage,
  'this-desk': thisDeskPage,
  'recovery-key': recoveryKeyPage,
  'data-in': dataInPage,
  overdue: overduePage,
  supervisor: supervisorPage,
  'cash-desk': cashDeskPage,
  news: newsPage,
  devices: devicesPage,
  jobs: jobsPage,
  drawer: drawerPage,
  pay: payPage,
  'patron-new': patronNewPage,
  'patron-merge': patronMergePage,
  'card-lists': cardListsPage,
}

const SCAN_TAKERS: Partial<Readonly<Record<Place, ScanTaker>>> = {
  account: leaveNewcomer,
  item: lookAtItem,
  'hold-new': askForTitle,
  'pull-list': takePulled,
  'hold-shelf': takeOffScanned,
  transits: takeArrived,
  receipt: closePaper,
  cart: takeForCart,
  shelf: takeOnShelf,
  pay: takePayer,
  'patron-new': takeNewCard,
  'patron-merge': takeOther,
  devices: tryScan,
}

const UNDO_TAKERS: Partial<Readonly<Record<Place, UndoTaker>>> = { cart: undoCartStep, shelf: undoOnShelf }

/** The page that stands in the place of the rows now, or null. */
export function pageNow(desk: Desk): PageView | null {
  const { page, staff } = desk.session
  const built = page && staff ? build(desk, page) : null
  return built && { ...built, drafts: draftsHere(desk, built.ref) }
}

/** Builds nothing that this role may not open, unless it is lent. */
function build(desk: Desk, ref: PageRef): PageView | null {
  if (!mayOpen(desk, ref)) return null
  const built = BUILDERS[ref.place](desk, ref.about)
  const closed = closedPage(ref)
  if (!built) return null
  return withWeights(closed && isApprovedNow(desk, closed.grant) ? asApproved(built, closed.grant) : built)
}

/**
 * Goes to a page. One that this role may not open is asked of a second person, who lends it until it is left.
 * @returns why not, when it has nothing to show or is lent by nobody; then the desk stays where it was
 */
export function goToPage(desk: Desk, asked: PageRef): Refusal | null {
  const ref = asTitleOfNew(desk, asked)
  const closed = closedPage(ref)
  if (closed && !mayOpen(desk, ref)) {
    if (closed.is_own) return refuse('not-permitted')
    const call = { method: 'desk.go', input: { page: ref }, grant: closed.grant, reach: 0, reason: 'opened' } as const
    askApproval(desk, call, speechOf(desk).words.pages.opens[closed.opens])
    return null
  }
  // Its own method shows it, which asks for the PIN. The check shows nothing of it.
  if (ref.place === 'recovery-key' && ref.about !== KEY_CHECK) return refuse('own-pin-needed')
  if (!build(desk, ref)) return refuse('page-empty')
  // Closed by a mark: no list is the beginning of another.
  if (isNaming(ref)) noteList(desk.library, actorOf(desk), `${ref.place} ${ref.about}.`)
  // A page that closed by itself is no place to come back to.
  const from = pageNow(desk) ? desk.session : { ...desk.session, page: null }
  // The account names its patron itself: a line that only opened it would name them twice.
  desk.session = calmed(went(ref.place === 'account' ? withBandUnnamed(from) : from, ref))
  if (closed) lendPage(desk, closed.grant)
  return null
}

/** Whether a page is a list of people: of cards to look after, or of who may be the open patron. */
function isNaming({ place, about }: PageRef): boolean {
  if (place === 'patron-merge') return readMergeAbout(about).other === null
  return place === 'card-lists' && (readCardListAbout(about).list !== null || about === DUPLICATES)
}

/** Opens the page that takes money, or leaves it as it is. */
export function openPayment(desk: Desk): Refusal | null {
  return desk.session.page?.place === 'pay' ? null : goToPage(desk, { place: 'pay', about: '' })
}

/** The page that was just approved is lent; one's own role needs nobody. */
function lendPage(desk: Desk, grant: Grant): void {
  const { approved, session } = desk
  if (mayOwn(desk.library, actorOf(desk), grant) || approved?.grant !== grant) return
  desk.session = lent(session, { grant, approved_by: approved.approved_by, reason: approved.reason })
}

/** An approved page that has nothing more to show is left, and what was lent with it. */
export function leaveEmptyApproved(desk: Desk): void {
  if (desk.session.approved_page !== null && desk.session.lock === null && !pageNow(desk))
    desk.session = withoutApprovedPage(desk.session)
}

/** A title that is taken while a record is being made is the title of that record. */
function asTitleOfNew(desk: Desk, asked: PageRef): PageRef {
  const { page } = desk.session
  if (asked.place !== 'item-new' || page?.place !== 'item-new') return asked
  return { place: 'item-new', about: titleTaken(page.about, asked.about) }
}

/** Back to the nearest place before that still has something to show. */
export function goBack(desk: Desk): void {
  do desk.session = wentBack(desk.session)
  while (desk.session.page && !pageNow(desk))
}

/** True when the open page took what was scanned. */
export function takenByPage(desk: Desk, command: Command, scanned: PageScan): boolean {
  const { page, staff } = desk.session
  if (!page || !staff) return false
  return SCAN_TAKERS[page.place]?.(desk, command, scanned, page) ?? false
}

/** What taking back means on the open page; "not-here" when it means what it always means. */
export function undoneByPage(desk: Desk, command: Command): ReturnType<UndoTaker> {
  const { page, staff } = desk.session
  const taker = page && staff ? UNDO_TAKERS[page.place] : undefined
  return taker ? taker(desk, command) : 'not-here'
}
