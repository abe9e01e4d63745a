/** What was counted of each way of paying beside what was expected, once all of it is counted. */
import type { Section } from '../../../../shared/desk/page.ts'
import type { Looked } from '../../../cash/closing/look.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { byTender } from '../../money/drawer/differences-said.ts'
import { amount, cell, figure, figures, row, table } from '../make.ts'

export function differences(desk: Desk, looked: Looked): Section {
  const speech = speechOf(desk)
  const { close, columns, tender } = speech.words.pages.drawer
  return table({
    section_id: 'differences',
    heading: close.compared,
    columns: [columns.tender, figures(close.expected), figures(close.counted), figures(close.difference)],
    rows: byTender(looked).map(({ of, should, is, off, isUnread }) =>
      row({
        row_id: `tender ${of}`,
        cells: [
          cell(tender[of]),
          amount(speech, should),
          isUnread ? figure(close.not_read, 'warn') : amount(speech, is),
          isUnread ? cell('') : amount(speech, off, off === 0 ? 'plain' : 'warn'),
        ],
      }),
    ),
    empty: '',
  })
}
