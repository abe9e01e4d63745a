/** Who was opened since this member of staff signed in, newest first. Forgotten at sign-out. */
import type { PageRow, PageView } from '../../../../shared/desk/page.ts'
import { sayDateLong } from '../../../../shared/kernel/say-date.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { currentCard, patronById } from '../../../store/patrons/patron-rows.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { personName } from '../../../search/search-patrons.ts'
import { act, callOf, cell, figure, figures, page, row, table } from '../make.ts'

export function recentPage(desk: Desk): PageView {
  return page(desk.library, {
    ref: { place: 'recent', about: '' },
    heading: 'Who was here',
    lead: 'Since you signed in, newest first. Signing out forgets them.',
    sections: [
      table({
        section_id: 'recent',
        heading: '',
        columns: ['Name', 'Category', figures('Card'), 'Born'],
        rows: desk.session.recent_patron_ids.flatMap((patron_id) => personRow(desk, patron_id)),
        empty: 'Nobody yet. Scan a card, or F4 finds a person.',
      }),
    ],
  })
}

function personRow(desk: Desk, patron_id: PatronId): readonly PageRow[] {
  const person = desk.library.db.get(patronById, { patron_id })
  if (!person) return []
  const { born_on } = person
  const card = desk.library.db.get(currentCard, { patron_id })
  const isOpen = desk.session.patron_id === patron_id
  return [
    row({
      row_id: `patron ${patron_id}`,
      cells: [
        cell(isOpen ? `${personName(person)} (open now)` : personName(person)),
        cell(person.category_name, 'quiet'),
        figure(card?.barcode ?? '', 'quiet'),
        cell(born_on === null ? '' : sayDateLong(localDate(born_on), here(desk.library).today), 'quiet'),
      ],
      enter: act({ label: 'Open', call: callOf('desk.open-patron', { patron_id }) }),
    }),
  ]
}
