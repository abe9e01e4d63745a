/** A session that was closed: its Z with the papers, for a person who may see them, and the review that waits. */
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import { eventRefText } from '../../../../shared/journal/event.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../../shared/kernel/time.ts'
import type { CashReport } from '../../../../shared/cash/report-facts.ts'
import { looksAt, reviewersOf } from '../../../cash/closing/review.ts'
import { drawerCalled } from '../../../cash/cash-rules.ts'
import { readReport } from '../../../cash/report/read-report.ts'
import { mayKnowLeft } from '../../../cash/sessions.ts'
import { mayOwn } from '../../../library/grants.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { closePapers, reportWords } from '../../../papers/drawer-papers.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { zShown } from '../../papers/dialog-copies.ts'
import { act, callOf, cell, facts, field, goTo, page, row, table } from '../make.ts'
import { settledOf } from '../card-batches.ts'
import { aboutText } from './about.ts'

export function closedPage(desk: Desk, ref: PageRef, session: SessionRow): PageView {
  const { words } = speechOf(desk)
  const { close } = words.pages.drawer
  const report = readReport(desk.library, reportWords(desk.library), session.session_ref)
  const lead = session.closed_at_ms === null ? '' : closedAt(desk, session.drawer_code, instant(session.closed_at_ms))
  const again = goTo(
    { place: 'drawer', about: aboutText({ part: 'open', of: session.drawer_code }) },
    close.open_again,
    'O',
  )
  const papers = maySee(desk, session) ? papersOf(desk, session, report) : []
  return page(desk.library, {
    ref,
    heading: words.outcomes.cash_close.z(report.closing?.full_z_number ?? ''),
    lead,
    sections: [
      ...papers.map((document, at): Section => ({ kind: 'paper', section_id: `paper ${at}`, heading: '', document })),
      whereItGoes(desk, session, report),
      ...(maySee(desk, session) ? settledOf(desk, session.session_ref) : []),
      ...looks(desk, session),
    ],
    aside: ['sums'],
    acts: [...reviewActs(desk, session), again],
  })
}

function closedAt(desk: Desk, drawer_code: string, at: Instant): string {
  const { words, dayTime } = speechOf(desk)
  return words.pages.drawer.close.closed_at(drawerCalled(desk.library, words, drawer_code, at), dayTime(at))
}

function papersOf(desk: Desk, { session_ref }: SessionRow, report: CashReport): readonly ReceiptDocument[] {
  return zShown(desk, session_ref, closePapers(desk.library, session_ref, report))
}

/** Whoever may see cash, or had the drawer: its own figures are no secret once it is closed. */
function maySee(desk: Desk, { custodian_code }: SessionRow): boolean {
  const actor = actorOf(desk)
  return actor.staff?.staff_code === custodian_code || mayOwn(desk.library, actor, 'see-cash')
}

function whereItGoes(desk: Desk, session: SessionRow, { closing }: CashReport): Section {
  const isSeen = mayKnowLeft(desk.library, actorOf(desk), session)
  const { words, money } = speechOf(desk)
  const { close } = words.pages.drawer
  const bag = closing?.bag
  const say = (amount: number): string => (amount === 0 ? '' : money(cents(amount)))
  return facts('sums', close.where, [
    [close.stays, isSeen ? money(cents(closing?.left_cents ?? 0)) : ''],
    // With what was counted, it says what stays.
    [close.bag_cash, isSeen ? say(bag?.drawer_cents ?? 0) : ''],
    [close.bag_checks, say(bag?.checks_cents ?? 0)],
    [close.from_safe, isSeen ? say(bag?.safe_cents ?? 0) : ''],
    [close.bag_number, bag?.bag_number ?? ''],
    [close.review, waitsFor(desk, session), 'warn'],
  ])
}

const NAMES_SAID_COUNT = 3

/** That another person has to look at it, and who can; empty where nobody has to. */
function waitsFor(desk: Desk, session: SessionRow): string {
  if (session.is_review_needed !== 1) return ''
  const { names } = reviewersHere(desk, session)
  return speechOf(desk).words.pages.drawer.close.review_waits(names.slice(0, NAMES_SAID_COUNT).join(', '))
}

function reviewersHere(desk: Desk, { session_ref }: SessionRow): ReturnType<typeof reviewersOf> {
  return reviewersOf(desk.library, session_ref, actorOf(desk).staff?.staff_code ?? '')
}

/** Who looked at it since, the newest first. */
function looks(desk: Desk, { session_ref }: SessionRow): readonly Section[] {
  const { words, dayTime } = speechOf(desk)
  const { close } = words.pages.drawer
  const nameOf = staffNames(desk.library)
  const rows = looksAt(desk.library, session_ref).map(({ look: { head, body }, found }) =>
    row({
      row_id: `look ${eventRefText(head)}`,
      cells: [
        cell(dayTime(instant(head.at_ms)), 'quiet'),
        cell(nameOf(head.staff)),
        cell(close.look(body.is_agreed, found)),
      ],
    }),
  )
  const { at, by, said } = close.looks_columns
  return rows.length === 0
    ? []
    : [table({ section_id: 'looks', heading: close.looks, columns: [at, by, said], rows, empty: '' })]
}

/** What this person can say of the close; who closed it, nothing. */
function reviewActs(desk: Desk, session: SessionRow): readonly Act[] {
  if (session.is_review_needed !== 1) return []
  const { says } = reviewersHere(desk, session)
  if (says === 'nothing') return []
  const { session_ref } = session
  const { close } = speechOf(desk).words.pages.drawer
  const agree = act({
    key: 'A',
    label: close.agree,
    says: close.agree_says,
    call: callOf('close.review', { session_ref, is_agreed: true, found: '' }),
  })
  return [
    ...(says === 'all' ? [agree] : []),
    act({
      key: 'F',
      label: close.found_out,
      says: close.found_out_says,
      call: callOf('close.review', { session_ref, is_agreed: false }),
      asks: [field('found', close.found_out_note, 'text', { is_required: true })],
    }),
    act({
      key: 'D',
      label: close.disagree,
      says: close.disagree_says,
      call: callOf('close.review', { session_ref, is_agreed: false, found: '' }),
      weight: 'more',
    }),
  ]
}
