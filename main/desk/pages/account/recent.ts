/** Who was opened since this member of staff signed in, newest first. Forgotten at sign-out. */
import type { PageRow, PageView } from '../../../../shared/desk/page.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { currentCard, patronById } from '../../../store/patrons/patron-rows.ts'
import { cardTail } from '../../../../shared/patron/privacy.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { personName } from '../../../search/search-patrons.ts'
import { isListCurbed } from '../../patrons/list-looks.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, cell, figure, page, row, table } from '../make.ts'

export function recentPage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const words = speech.words.pages.account.recent
  const { name, category, card, born } = words.columns
  return page(desk.library, {
    ref: { place: 'recent', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      table({
        section_id: 'recent',
        heading: '',
        columns: isListCurbed(desk.library) ? [name, card] : [name, category, card, born],
        rows: desk.session.recent_patron_ids.flatMap((patron_id) => personRow(desk, speech, patron_id)),
        empty: words.empty,
        empty_steps: drawnSteps(speech, 'recent'),
      }),
    ],
  })
}

function personRow(desk: Desk, speech: Speech, patron_id: PatronId): readonly PageRow[] {
  const person = desk.library.db.get(patronById, { patron_id })
  if (!person) return []
  const { born_on } = person
  const words = speech.words.pages.account
  const card = desk.library.db.get(currentCard, { patron_id })
  const isOpen = desk.session.patron_id === patron_id
  const who = cell(isOpen ? words.recent.open_now(personName(person)) : personName(person))
  return [
    row({
      row_id: `patron ${patron_id}`,
      cells: isListCurbed(desk.library)
        ? [who, figure(cardTail(card?.barcode ?? ''), 'quiet')]
        : [
            who,
            cell(person.category_name, 'quiet'),
            figure(card?.barcode ?? '', 'quiet'),
            cell(born_on === null ? '' : speech.dateLong(localDate(born_on)), 'quiet'),
          ],
      enter: act({ label: words.open, call: callOf('desk.open-patron', { patron_id }) }),
    }),
  ]
}
