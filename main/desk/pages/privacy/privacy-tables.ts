/** Tables that the pages about confidentiality share. Must never say what somebody borrowed. */
import type { Section } from '../../../../shared/desk/page.ts'
import { sayDate, sayMoment } from '../../../../shared/kernel/say-date.ts'
import { instant, localDate } from '../../../../shared/kernel/time.ts'
import { privacyLabel } from '../../../../shared/patron/privacy.ts'
import { here } from '../../../library/here.ts'
import type { Disclosure } from '../../privacy/disclosures.ts'
import type { View } from '../../privacy/views.ts'
import { cell, figure, figures, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

/** @param isOfAll of every patron, so that each row says whose it was */
export function disclosureTable(library: Library, disclosures: readonly Disclosure[], isOfAll: boolean): Section {
  const { branch, today } = here(library)
  return table({
    section_id: 'disclosures',
    heading: 'Told to others',
    columns: ['When, by', ...(isOfAll ? ['Whose'] : []), 'On which ground', 'What', 'To whom'],
    rows: disclosures.map((one) =>
      row({
        row_id: `disclosure ${one.event}`,
        cells: [
          cell(`${sayMoment(instant(one.at_ms), branch.zone, today)}, ${one.initials}`, 'quiet'),
          ...(isOfAll ? [cell(one.name || 'erased', one.name === '' ? 'quiet' : 'plain')] : []),
          cell(privacyLabel(one.basis)),
          cell(privacyLabel(one.what)),
          cell(one.to_whom || 'erased', one.to_whom === '' ? 'quiet' : 'plain'),
        ],
      }),
    ),
    empty: 'Nothing was told to anybody.',
  })
}

const PLACE_WORDS: Readonly<Record<string, string>> = {
  card: 'By card',
  name: 'Without the card',
  script: 'By a script',
}

/** Who looked at one record, by day. */
export function viewTable(library: Library, views: readonly View[]): Section {
  const { today } = here(library)
  return table({
    section_id: 'views',
    heading: 'Who looked at this record',
    columns: ['Day', 'By', 'How', 'Why', figures('Times')],
    rows: views.map((view) =>
      row({
        row_id: `view ${view.viewed_on} ${view.staff_code} ${view.place} ${view.reason}`,
        cells: [
          cell(sayDate(localDate(view.viewed_on), today), 'quiet'),
          cell(view.initials),
          cell(PLACE_WORDS[view.place] ?? view.place),
          cell(privacyLabel(view.reason)),
          figure(view.views_count),
        ],
      }),
    ),
    empty: 'Nobody, or your library does not keep it.',
  })
}
