/** Brief records made at this desk that are to be cataloged, newest first. Must never say who has an item. */
import type { PageView } from '../../../../shared/desk/page.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { madeItems } from '../../../papers/made-list.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { showLabels } from '../this-desk/labels.ts'
import { cell, figure, goTo, page, row, table } from '../make.ts'

export function itemsMadePage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const { made: words, item_details, print } = speech.words.pages.items
  const { title, author, barcode, type, by, made } = words.columns
  return page(desk.library, {
    ref: { place: 'items-made', about: '' },
    heading: words.heading,
    lead: words.lead,
    sections: [
      table({
        section_id: 'made',
        heading: '',
        columns: [title, author, barcode, type, by, made],
        rows: madeItems(desk.library).map(({ item, initials, made_at_ms }) =>
          row({
            row_id: `made ${item.barcode}`,
            cells: [
              cell(item.title),
              cell(item.author, 'quiet'),
              figure(item.barcode, 'quiet'),
              cell(item.item_type_name, 'quiet'),
              cell(initials, 'quiet'),
              cell(speech.moment(instant(made_at_ms)), 'quiet'),
            ],
            enter: goTo({ place: 'item', about: item.barcode }, item_details),
          }),
        ),
        empty: words.empty,
        empty_steps: drawnSteps(speech, 'items_made'),
      }),
    ],
    acts: [
      goTo({ place: 'receipt', about: 'list made' }, print, 'P'),
      showLabels('spine', 'made', speech.words.pages.labels.spines, 'S'),
      showLabels('item', 'made', speech.words.pages.labels.items, 'B'),
    ],
  })
}
