/** Tables that the pages about confidentiality share. Must never say what somebody borrowed. */
import type { Section } from '../../../../shared/desk/page.ts'
import { instant, localDate } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Disclosure } from '../../privacy/disclosures.ts'
import { labelOf } from '../../../../shared/words/labels.ts'
import type { View } from '../../privacy/record-views.ts'
import { cell, figure, figures, row, table } from '../make.ts'

/** @param isOfAll of every patron, so that each row says whose it was */
export function disclosureTable(speech: Speech, disclosures: readonly Disclosure[], isOfAll: boolean): Section {
  const { basis, what, disclosures: words } = speech.words.pages.privacy
  const { columns, erased } = words
  return table({
    section_id: 'disclosures',
    heading: words.heading,
    columns: [columns.when, ...(isOfAll ? [columns.whose] : []), columns.basis, columns.what, columns.to_whom],
    rows: disclosures.map((one) =>
      row({
        row_id: `disclosure ${one.event}`,
        cells: [
          cell(words.when_by(speech.moment(instant(one.at_ms)), one.initials), 'quiet'),
          ...(isOfAll ? [cell(one.name || erased, one.name === '' ? 'quiet' : 'plain')] : []),
          cell(labelOf(basis, one.basis)),
          cell(labelOf(what, one.what)),
          cell(one.to_whom || erased, one.to_whom === '' ? 'quiet' : 'plain'),
        ],
      }),
    ),
    empty: words.empty,
  })
}

/** Who looked at one record, by day. */
export function viewTable(speech: Speech, views: readonly View[]): Section {
  const { places, reasons, views: words } = speech.words.pages.privacy
  const { columns } = words
  return table({
    section_id: 'views',
    heading: words.heading,
    columns: [columns.day, columns.by, columns.how, columns.reason, figures(columns.times)],
    rows: views.map((view) =>
      row({
        row_id: `view ${view.viewed_on} ${view.staff_code} ${view.place} ${view.reason}`,
        cells: [
          cell(speech.date(localDate(view.viewed_on)), 'quiet'),
          cell(view.initials),
          cell(labelOf(places, view.place)),
          cell(labelOf(reasons, view.reason)),
          figure(view.views_count),
        ],
      }),
    ),
    empty: words.empty,
  })
}
