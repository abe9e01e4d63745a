/** The work log as a page: the last acts at this desk, newest first. Names no patron (main/desk/staff/work-log.ts). */
import type { PageView } from '../../../../shared/desk/page.ts'
import type { Desk } from '../../desk.ts'
import { workLog } from '../../staff/work-log.ts'
import { cell, page, row, table } from '../make.ts'

const SHOWN_MAX = 50

export function workLogPage(desk: Desk): PageView | null {
  return page(desk.library, {
    ref: { place: 'work-log', about: '' },
    heading: 'Work log',
    lead: `The last ${SHOWN_MAX} acts at this desk. Patrons are not named; titles go once the loan cannot be traced.`,
    sections: [
      table({
        section_id: 'work-log',
        heading: '',
        columns: ['When', 'Who', 'What', 'Title', 'More'],
        rows: workLog(desk.library, SHOWN_MAX).map((entry) =>
          row({
            row_id: entry.event,
            tone: entry.what.startsWith('Refused') ? 'warn' : 'plain',
            cells: [
              cell(entry.at_text, 'quiet'),
              cell(entry.initials),
              cell(entry.what),
              cell(entry.item),
              cell(entry.notes, 'quiet'),
            ],
          }),
        ),
        empty: 'Nothing was done at this desk yet.',
      }),
    ],
  })
}
