/** The work log as a page: the last acts at this desk, newest first. Names no patron (main/desk/staff/work-log.ts). */
import type { PageView } from '../../../../shared/desk/page.ts'
import type { Desk } from '../../desk.ts'
import { workLog } from '../../staff/work-log.ts'
import { speechOf } from '../../clerk-language.ts'
import { cell, page, row, table } from '../make.ts'

const SHOWN_MAX = 50

export function workLogPage(desk: Desk): PageView | null {
  const { heading, lead, columns, empty } = speechOf(desk).words.pages.staff.log
  return page(desk.library, {
    ref: { place: 'work-log', about: '' },
    heading,
    lead: lead(SHOWN_MAX),
    sections: [
      table({
        section_id: 'work-log',
        heading: '',
        columns: [columns.when, columns.who, columns.what, columns.title, columns.more],
        rows: workLog(desk, SHOWN_MAX).map((entry) =>
          row({
            row_id: entry.event,
            tone: entry.kind === 'act-refused' ? 'warn' : 'plain',
            cells: [
              cell(entry.at_text, 'quiet'),
              cell(entry.name),
              cell(entry.what),
              cell(entry.item),
              cell(entry.notes, 'quiet'),
            ],
          }),
        ),
        empty,
      }),
    ],
  })
}
