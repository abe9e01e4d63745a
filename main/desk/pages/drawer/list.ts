/** The sessions that were closed, newest first: their Z, their bag, and whether somebody still has to look at them. */
import type { PageRef, PageRow, PageView } from '../../../../shared/desk/page.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { drawerName } from '../../../../shared/words/cash-names.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { closedSessions } from '../../../store/money/close-rows.ts'
import type { SessionRow } from '../../../store/money/cash-rows.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { cell, figures, figure, goTo, page, row, table } from '../make.ts'
import { aboutText } from './about.ts'

const LISTED_MAX = 60

export function closedList(desk: Desk, ref: PageRef): PageView {
  const { drawer } = speechOf(desk).words.pages
  const { columns, close } = drawer
  const sessions = desk.library.db.all(closedSessions, { limit: LISTED_MAX })
  return page(desk.library, {
    ref,
    heading: close.list,
    lead: close.list_lead,
    sections: [
      table({
        section_id: 'closed',
        heading: '',
        columns: [figures(close.z), columns.drawer, columns.person, close.closed, close.review],
        rows: sessions.map((one) => closedRow(desk, one)),
        empty: close.list_empty,
      }),
    ],
  })
}

function closedRow(desk: Desk, session: SessionRow): PageRow {
  const { words, dayTime } = speechOf(desk)
  const { drawer } = words.pages
  const { drawer_code, session_ref, closed_at_ms, z_count, is_review_needed } = session
  const known = cashRules(desk.library).drawers.find((one) => one.drawer_code === drawer_code)
  return row({
    row_id: `closed ${session_ref}`,
    cells: [
      figure(z_count ?? ''),
      cell(known === undefined ? drawer_code : drawerName(words, known)),
      cell(staffNames(desk.library)(session.custodian_code)),
      cell(closed_at_ms === null ? '' : dayTime(instant(closed_at_ms))),
      cell(is_review_needed === 1 ? drawer.close.review_waits : '', 'warn'),
    ],
    enter: goTo({ place: 'drawer', about: aboutText({ part: 'z', of: session_ref }) }, drawer.go),
  })
}
