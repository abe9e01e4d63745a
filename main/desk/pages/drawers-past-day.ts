/** The drawers open since an earlier day, for each list of work of those who use drawers; nothing without any. */
import type { Section } from '../../../shared/desk/page.ts'
import { drawerCalled } from '../../cash/cash-rules.ts'
import { sessionsPastDay } from '../../cash/closing/past-day.ts'
import { mayOwn } from '../../library/grants.ts'
import { staffNames } from '../../library/staff-known.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { cell, goTo, row, table } from './make.ts'

export function drawersPastDay(desk: Desk): readonly Section[] {
  const { library } = desk
  const past = mayOwn(library, actorOf(desk), 'use-drawer') ? sessionsPastDay(library) : []
  if (past.length === 0) return []
  const { words, date } = speechOf(desk)
  const { past_day, surprise, columns } = words.pages.cash_desk
  const nameOf = staffNames(library)
  return [
    table({
      section_id: 'past-day',
      heading: past_day.heading,
      columns: [columns.drawer, surprise.has_it, past_day.since],
      rows: past.map(({ session: { session_ref, drawer_code, custodian_code }, opened_on }) =>
        row({
          row_id: `past-day ${session_ref}`,
          tone: 'warn',
          cells: [cell(drawerCalled(library, words, drawer_code)), cell(nameOf(custodian_code)), cell(date(opened_on))],
          enter: goTo({ place: 'drawer', about: `open ${drawer_code}` }, surprise.go),
        }),
      ),
      empty: '',
    }),
  ]
}
