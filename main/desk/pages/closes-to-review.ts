/**
 * The closes that one person made alone and another still has to look at, with their count: on every list of work of
 * those who can, until it is done. Names staff, and no amount.
 */
import type { PageRow, Section } from '../../../shared/desk/page.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
import { drawerCalled } from '../../cash/cash-rules.ts'
import { closesToReview, looksAt } from '../../cash/closing/review.ts'
import { mayOwn } from '../../library/grants.ts'
import { staffNames } from '../../library/staff-known.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { cell, goTo, row, table } from './make.ts'

/** Whether the person at the desk can look at a close. */
export function mayReview(desk: Desk): boolean {
  return mayOwn(desk.library, actorOf(desk), 'confirm-deposit')
}

/** The table `closes`; its heading has the count. */
export function closesTable(desk: Desk): Section {
  const { cash_desk: words } = speechOf(desk).words.pages
  const { z, drawer, closed, by, looks } = words.reviews_columns
  const rows = closesToReview(desk.library).map((one) => closeRow(desk, one))
  return table({
    section_id: 'closes',
    heading: rows.length === 0 ? words.reviews : words.reviews_count(rows.length),
    columns: [z, drawer, closed, by, looks],
    rows,
    empty: words.no_reviews,
  })
}

/** The same where something waits; nothing otherwise. */
export function closesWaiting(desk: Desk): readonly Section[] {
  const section = closesTable(desk)
  return section.kind === 'table' && section.rows.length > 0 ? [section] : []
}

type ToReview = ReturnType<typeof closesToReview>[number]

function closeRow(desk: Desk, { session, closed }: ToReview): PageRow {
  const { words, dayTime } = speechOf(desk)
  const { cash_desk, drawer } = words.pages
  const { session_ref, drawer_code } = session
  const nameOf = staffNames(desk.library)
  const looks = looksAt(desk.library, session_ref).map(({ look, found }) => {
    return `${drawer.close.look(look.body.is_agreed, found)}: ${nameOf(look.head.staff)}`
  })
  return row({
    row_id: `close ${session_ref}`,
    tone: 'warn',
    cells: [
      cell(zNumber(closed.head, closed.body.z_number)),
      cell(drawerCalled(desk.library, words, drawer_code)),
      cell(dayTime(instant(closed.head.at_ms))),
      cell(nameOf(closed.head.staff)),
      cell(looks.join('; ')),
    ],
    enter: goTo({ place: 'drawer', about: `z ${session_ref}` }, cash_desk.review_go),
  })
}
