/**
 * The drawer: which one, opening it with its float, what was done at it. Must never say what a drawer should hold to a
 * person who may not see that: they would count until it agrees.
 */
import type { PageRef, PageRow, PageView } from '../../../../shared/desk/page.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { CashDrawer } from '../../../../shared/policy/cash-facts.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules, drawersOfDesk } from '../../../cash/cash-rules.ts'
import { closingCounts } from '../../../cash/report/last-entries.ts'
import { lastSessionOf } from '../../../cash/sessions.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { openSessions, sessionByRef, type SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { cell, goTo, page, row, table } from '../make.ts'
import { aboutText, readAbout, type DrawerAbout } from './about.ts'
import { listAct } from './acts.ts'
import { closedPage } from './closed.ts'
import { closingPage, soFarOf } from './closing.ts'
import { closedList } from './list.ts'
import { openingPage } from './opening.ts'
import { PAPER_PARTS, paperPage } from './papers.ts'
import { placesPage } from './places.ts'
import { receiptsPage } from './receipts.ts'
import { findReceiptAct } from './refunding.ts'
import { sessionPage } from './session.ts'
import { settlingPage } from './settling.ts'

/** @param about see about.ts */
export function drawerPage(desk: Desk, about: string): PageView | null {
  const { part, of } = readAbout(about)
  const ref = { place: 'drawer', about } as const
  if (part === 'closed') return closedList(desk, ref)
  if (part === 'places') return placesPage(desk, ref, of)
  const settling = part === 'settle' ? settlingPage(desk, ref, of) : null
  if (settling !== null) return settling
  // Once it is settled its page is the Z, also for what is printed from here.
  if (part === 'z' || part === 'settle') return closedOf(desk, { ...ref, about: aboutText({ part: 'z', of }) }, of)
  if (part === 'receipts') return receiptsPage(desk, ref, of)
  if (PAPER_PARTS.includes(part)) return paperPage(desk, ref, { part, of })
  const sessions = desk.library.db.all(openSessions, {})
  const drawers = drawersHere(desk, sessions)
  const isHandOver = part === 'hand-over'
  const asked = part === 'close' || isHandOver ? thoseOpen(drawers, sessions) : drawers
  const [only] = asked
  const drawer = of === '' && asked.length === 1 ? only : drawers.find((one) => one.drawer_code === of)
  if (drawer === undefined) return choicePage(desk, ref, asked, sessions)
  const session = sessions.find((one) => one.drawer_code === drawer.drawer_code)
  if (session === undefined) return justClosed(desk, ref, drawer, part) ?? openingPage(desk, ref, drawer)
  const isCounted = closingCounts(desk.library, session.session_ref).cash !== null
  const isClosing = part === 'close' || isHandOver || (part === 'now' && isCounted)
  return isClosing ? closingPage(desk, ref, drawer, session, isHandOver) : sessionPage(desk, ref, drawer, session)
}

function closedOf(desk: Desk, ref: PageRef, session_ref: string): PageView | null {
  const session = desk.library.db.get(sessionByRef, { session_ref })
  return session?.status === 'closed' ? closedPage(desk, ref, session) : null
}

/** The last step of a close is its Z, until this person wants to open the drawer again. */
function justClosed(desk: Desk, ref: PageRef, { drawer_code }: CashDrawer, part: DrawerAbout['part']): PageView | null {
  const last = lastSessionOf(desk.library, drawer_code)
  const isJustClosed = last !== null && part !== 'open' && soFarOf(desk, last) !== null
  return isJustClosed ? closedPage(desk, ref, last) : null
}

/** The drawers of this branch, and any other that is open here. */
function drawersHere({ library }: Desk, sessions: readonly SessionRow[]): readonly CashDrawer[] {
  const rules = cashRules(library)
  const here = drawersOfDesk(library)
  const others = sessions
    .filter((session) => here.every((one) => one.drawer_code !== session.drawer_code))
    .map(({ drawer_code }) => {
      const known = rules.drawers.find((one) => one.drawer_code === drawer_code)
      return known ?? { drawer_code, name: drawer_code, branch_code: '*' as const }
    })
  return [...here, ...others]
}

/** What can be closed; where nothing is open all of them, since the page of each says so. */
function thoseOpen(drawers: readonly CashDrawer[], sessions: readonly SessionRow[]): readonly CashDrawer[] {
  const open = drawers.filter((one) => sessions.some(({ drawer_code }) => drawer_code === one.drawer_code))
  return open.length === 0 ? drawers : open
}

function choicePage(
  desk: Desk,
  ref: PageRef,
  drawers: readonly CashDrawer[],
  sessions: readonly SessionRow[],
): PageView {
  const { words } = speechOf(desk)
  const { drawer: said } = words.pages
  const { columns } = said
  const { part: asked } = readAbout(ref.about)
  const part = asked === 'close' || asked === 'hand-over' ? asked : 'now'
  const rows = drawers.map((one) => choiceRow(desk, one, sessions, part))
  return page(desk.library, {
    ref: { place: 'drawer', about: aboutText({ part, of: '' }) },
    heading: said.heading,
    lead: said.choose,
    sections: [
      table({
        section_id: 'drawers',
        heading: '',
        columns: [columns.drawer, columns.state, columns.person, columns.since],
        rows,
        empty: '',
      }),
    ],
    acts: [listAct(desk), findReceiptAct(desk)],
  })
}

function choiceRow(
  desk: Desk,
  drawer: CashDrawer,
  sessions: readonly SessionRow[],
  part: 'now' | 'close' | 'hand-over',
): PageRow {
  const { words, moment } = speechOf(desk)
  const { drawer: said } = words.pages
  const { drawer_code } = drawer
  const session = sessions.find((one) => one.drawer_code === drawer_code)
  const known =
    session === undefined
      ? [cell(said.state.closed, 'quiet'), cell(''), cell('')]
      : [
          cell(session.status === 'suspended' ? said.state.suspended : said.state.open),
          cell(staffNames(desk.library)(session.custodian_code)),
          cell(moment(instant(session.opened_at_ms))),
        ]
  return row({
    row_id: `drawer ${drawer_code}`,
    cells: [cell(drawerName(words, drawer)), ...known],
    enter: goTo({ place: 'drawer', about: aboutText({ part, of: drawer_code }) }, said.go),
  })
}
