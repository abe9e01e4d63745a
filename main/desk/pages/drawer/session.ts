/** A drawer that is open: who has it, what was done at it, and what can be done. */
import type { PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import type { DeskEvent } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { closesToReview } from '../../../cash/closing/review.ts'
import { sessionEvents } from '../../../cash/report/session-events.ts'
import { expectedOf } from '../../../cash/sessions.ts'
import { mayOwn } from '../../../library/grants.ts'
import { staffNames } from '../../../library/staff-known.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { facts, page } from '../make.ts'
import { sessionActs } from './acts.ts'
import { entriesTable } from './entry-rows.ts'
import { receiptsTable } from './receipt-rows.ts'

export function sessionPage(desk: Desk, ref: PageRef, drawer: CashDrawer, session: SessionRow): PageView {
  const { words, moment } = speechOf(desk)
  const { drawer: said } = words.pages
  const entries = sessionEvents(desk.library, session.session_ref)
  const who = staffNames(desk.library)(session.custodian_code)
  const has = session.status === 'suspended' ? said.suspended : said.has_it
  return page(desk.library, {
    ref,
    heading: drawerName(words, drawer),
    lead: has(who, moment(instant(session.opened_at_ms))),
    sections: [receiptsTable(desk, entries), ...entriesTable(desk, entries), sessionFacts(desk, session, entries)],
    aside: ['session'],
    acts: sessionActs(desk, session),
  })
}

/** What anybody at the drawer may know; and what it should hold, for a role that may see that. */
function sessionFacts(desk: Desk, session: SessionRow, entries: readonly DeskEvent[]): Section {
  const { words, money, moment } = speechOf(desk)
  const { drawer } = words.pages
  const [opened] = entries
  const float = opened?.kind === 'drawer-opened' ? money(cents(opened.body.counted_cents)) : ''
  const counted = (kind: DeskEvent['kind']): number => entries.filter((one) => one.kind === kind).length
  const some = (count: number): string => (count === 0 ? '' : String(count))
  const maySee = mayOwn(desk.library, actorOf(desk), 'see-cash')
  const expected = maySee ? expectedOf(desk.library, session.session_ref) : null
  const openings = entries.filter((one) => one.kind === 'drawer-unlocked' && one.body.why === 'no-sale').length
  return facts('session', drawer.session, [
    [drawer.opened, moment(instant(session.opened_at_ms))],
    [drawer.float, float],
    [drawer.receipts, String(counted('receipt-made'))],
    [drawer.voids, some(counted('receipt-voided'))],
    [drawer.openings, some(openings)],
    [drawer.close.to_review, some(closesToReview(desk.library).length), 'warn'],
    [`${drawer.expected}: ${drawer.tender.cash}`, expected === null ? '' : money(cents(expected.cash_cents))],
    [`${drawer.expected}: ${drawer.tender.check}`, expected === null ? '' : money(cents(expected.checks_cents))],
    [`${drawer.expected}: ${drawer.tender.card}`, expected === null ? '' : money(cents(expected.card_cents))],
  ])
}
