/** A drawer that is open: who has it, what was done at it, and what can be done. */
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import { keyOpeningsIn, noSalesIn } from '../../../../shared/cash/drawer/openings.ts'
import { OTHER_KINDS } from '../../../../shared/cash/session-entries.ts'
import { isAfter } from '../../../../shared/journal/place.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { keepSeen } from '../../../cash/closing/seen.ts'
import { closesToReview } from '../../../cash/closing/review.ts'
import { custodyOf } from '../../../cash/custody.ts'
import {
  countsOf,
  lastOthers,
  lastReceipts,
  NEWEST,
  voidedIn,
  type Entries,
} from '../../../cash/report/last-entries.ts'
import { sessionEventsOf } from '../../../cash/report/session-events.ts'
import { levelsNow } from '../../../cash/report/levels-now.ts'
import { expectedOf } from '../../../cash/sessions.ts'
import { mayOwn } from '../../../library/grants.ts'
import { here } from '../../../library/here.ts'
import { staffNames } from '../../../library/staff-known.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { throughDay } from '../drawer-through-day.ts'
import { facts, goTo, page } from '../make.ts'
import { aboutText } from './about.ts'
import { sessionActs } from './acts.ts'
import { entriesTable } from './entry-rows.ts'
import { unknownSection } from './pulse-rows.ts'
import { receiptsTable } from './receipt-rows.ts'

/** What is drawn of a session of any length; all receipts have pages of their own. */
const SHOWN_MAX = 30

export function sessionPage(desk: Desk, ref: PageRef, drawer: CashDrawer, session: SessionRow): PageView {
  const { library } = desk
  const { words } = speechOf(desk)
  const { drawer: said } = words.pages
  const { session_ref } = session
  const newest = { before: NEWEST, most_count: SHOWN_MAX }
  const receipts = lastReceipts(library, session_ref, newest)
  const others = lastOthers(library, session_ref, newest)
  const count = countsOf(library, session_ref)
  const latest = (heading: string, { entries, older }: Entries, all: number): string =>
    older === null ? heading : said.latest(heading, entries.length, all)
  const heading = latest(said.receipts, receipts, count('receipt-made') + count('refund-paid'))
  const othersCount = OTHER_KINDS.reduce((sum, kind) => sum + count(kind), 0)
  return page(library, {
    ref,
    heading: drawerName(words, drawer),
    lead: whoHasIt(desk, session),
    sections: [
      ...unknownSection(desk, session.drawer_code),
      receiptsTable(desk, receipts.entries, { heading, gone: voidedIn(library, session_ref) }),
      ...entriesTable(desk, others.entries, latest(said.entries, others, othersCount)),
      ...throughNow(desk, session),
      sessionFacts(desk, session, count),
    ],
    aside: ['session'],
    acts: [...sessionActs(desk, session), ...(receipts.older === null ? [] : [allReceipts(desk, session_ref)])],
  })
}

/** Who has the drawer; on a break also whose it is, and who is to take it meanwhile. */
function whoHasIt(desk: Desk, session: SessionRow): string {
  const { library } = desk
  const { words, moment } = speechOf(desk)
  const { drawer: said } = words.pages
  const nameOf = staffNames(library)
  const { owner_code, cover_code, named_code } = custodyOf(library, session)
  const owner = nameOf(owner_code)
  if (cover_code !== null) {
    if (cover_code !== '') return said.break_covered(owner, nameOf(cover_code))
    return named_code === '' ? said.on_break(owner) : said.break_named(owner, nameOf(named_code))
  }
  const has = session.status === 'suspended' ? said.suspended : said.has_it
  return has(nameOf(session.custodian_code), moment(instant(session.opened_at_ms)))
}

function allReceipts(desk: Desk, session_ref: string): Act {
  const about = aboutText({ part: 'receipts', of: session_ref })
  return goTo({ place: 'drawer', about }, speechOf(desk).words.pages.drawer.all_receipts, 'A')
}

/** For a role that may see what it should hold. */
function throughNow(desk: Desk, session: SessionRow): readonly Section[] {
  const { library } = desk
  if (!mayOwn(library, actorOf(desk), 'see-cash')) return []
  keepSeen(library, actorOf(desk), session)
  const levels = levelsNow(library, session.session_ref)
  const speech = speechOf(desk)
  const { now, branch } = here(library)
  const drawn = { section_id: 'through', heading: speech.words.pages.cash_desk.through.heading, zone: branch.zone }
  return levels === null ? [] : [throughDay(speech, levels, { ...drawn, to: now })]
}

/** How often it was opened without a sale, as the X says it. */
function openingsCount({ library }: Desk, { session_ref }: SessionRow): number {
  const kinds = ['drawer-unlocked', 'drawer-pulsed', 'drawer-counted'] as const
  const events = kinds.flatMap((kind) => sessionEventsOf(library, session_ref, kind))
  return noSalesIn(events.toSorted((one, other) => (isAfter(one.head, other.head) ? 1 : -1))).length
}

/** What anybody at the drawer may know; and what it should hold, for a role that may see that. */
function sessionFacts(desk: Desk, session: SessionRow, count: ReturnType<typeof countsOf>): Section {
  const { words, money, moment } = speechOf(desk)
  const { drawer } = words.pages
  const opened = desk.library.journal.event(session.session_ref)
  const float = opened?.kind === 'drawer-opened' ? money(cents(opened.body.counted_cents)) : ''
  const some = (figure: number): string => (figure === 0 ? '' : String(figure))
  const maySee = mayOwn(desk.library, actorOf(desk), 'see-cash')
  const expected = maySee ? expectedOf(desk.library, session.session_ref) : null
  return facts('session', drawer.session, [
    [drawer.opened, moment(instant(session.opened_at_ms))],
    [drawer.float, float],
    [drawer.receipts, String(count('receipt-made'))],
    [drawer.voids, some(count('receipt-voided'))],
    [drawer.openings, some(openingsCount(desk, session))],
    [
      drawer.key_openings,
      some(keyOpeningsIn(sessionEventsOf(desk.library, session.session_ref, 'drawer-key-opened'))),
      'warn',
    ],
    [drawer.close.to_review, some(closesToReview(desk.library).length), 'warn'],
    [`${drawer.expected}: ${drawer.tender.cash}`, expected === null ? '' : money(cents(expected.cash_cents))],
    [`${drawer.expected}: ${drawer.tender.check}`, expected === null ? '' : money(cents(expected.checks_cents))],
    [`${drawer.expected}: ${drawer.tender.card}`, expected === null ? '' : money(cents(expected.card_cents))],
  ])
}
