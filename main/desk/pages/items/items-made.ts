/** What was made at this desk and waits for a catalogr, newest first. Must never say who borrowed it. */
import type { PageView } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { madeItems } from '../../../papers/made-list.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { cell, figure, figures, goTo, page, row, table } from '../make.ts'

export function itemsMadePage(desk: Desk): PageView {
  const { branch, today } = here(desk.library)
  return page(desk.library, {
    ref: { place: 'items-made', about: '' },
    heading: 'Made at this desk',
    lead: 'To be cataloged, newest first.',
    sections: [
      table({
        section_id: 'made',
        heading: '',
        columns: ['Title', 'Author', figures('Barcode'), 'Kind', 'By', 'Made'],
        rows: madeItems(desk.library).map(({ item, initials, made_at_ms }) =>
          row({
            row_id: `made ${item.barcode}`,
            cells: [
              cell(item.title),
              cell(item.author, 'quiet'),
              figure(item.barcode, 'quiet'),
              cell(item.item_type_name, 'quiet'),
              cell(initials, 'quiet'),
              cell(sayMoment(instant(made_at_ms), branch.zone, today), 'quiet'),
            ],
            enter: goTo({ place: 'item', about: item.barcode }, 'Look at it'),
          }),
        ),
        empty: 'Nothing was made at this desk. Scan a book without a record to begin.',
      }),
    ],
    acts: [goTo({ place: 'receipt', about: 'list made' }, 'On paper', 'P')],
  })
}
