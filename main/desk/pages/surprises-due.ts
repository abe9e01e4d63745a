/** The drawers that chance says are to be counted by surprise; nothing where this person may know of none. */
import type { Section } from '../../../shared/desk/page.ts'
import { drawerCalled } from '../../cash/cash-rules.ts'
import { surprisesDue } from '../../cash/surprise.ts'
import { staffNames } from '../../library/staff-known.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { cell, goTo, row, table } from './make.ts'

export function surprisesWaiting(desk: Desk): readonly Section[] {
  const { library } = desk
  const { words } = speechOf(desk)
  const { surprise, columns } = words.pages.cash_desk
  const due = surprisesDue(library, actorOf(desk))
  if (due.length === 0) return []
  const nameOf = staffNames(library)
  return [
    table({
      section_id: 'surprises',
      heading: surprise.due,
      columns: [columns.drawer, surprise.has_it],
      rows: due.map(({ session_ref, drawer_code, custodian_code }) =>
        row({
          row_id: `surprise ${session_ref}`,
          tone: 'warn',
          cells: [cell(drawerCalled(library, words, drawer_code)), cell(nameOf(custodian_code))],
          enter: goTo({ place: 'drawer', about: `open ${drawer_code}` }, surprise.go),
        }),
      ),
      empty: '',
    }),
  ]
}
