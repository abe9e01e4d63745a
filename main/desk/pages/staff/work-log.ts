/** The work log as a page: the last acts at this desk, newest first. Names no patron (main/desk/staff/work-log.ts). */
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { actAt, type PastAct } from '../../../circulation/loans/past-acts.ts'
import { undoableSince, undoingOf } from '../../../circulation/loans/undo-act.ts'
import { may } from '../../../library/grants.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { grantFor } from '../../loans/undo.ts'
import { workLog } from '../../staff/work-log.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, cell, page, row, table } from '../make.ts'

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
              cell([entry.notes, whyNot(desk, entry.event)].filter((one) => one !== '').join('; '), 'quiet'),
            ],
            acts: [...undoActs(desk, entry.event)],
          }),
        ),
        empty,
      }),
    ],
  })
}

function undoActs(desk: Desk, ref: string): readonly Act[] {
  const found = undoable(desk, ref)
  if (!found || 'code' in found) return []
  const { offer } = speechOf(desk).words.outcomes.undo
  return [act({ key: 'Z', label: offer(found.name), call: callOf('desk.undo-act', { event: found.ref }) })]
}

/** Why a late act is not offered, or who must help; nothing for what is too old anyway. */
function whyNot(desk: Desk, ref: string): string {
  const found = undoable(desk, ref)
  if (!found) return ''
  const speech = speechOf(desk)
  if ('code' in found) return speech.short(found.code)
  return may(desk.library, actorOf(desk), grantFor(desk, found)) ? '' : speech.words.outcomes.undo.asks
}

/** The act of this entry, while it is late enough; or why it is not undone. */
function undoable({ library }: Desk, ref: string): PastAct | Refusal | null {
  const found = actAt(library, ref)
  if (!found || found.at < undoableSince(library)) return null
  const undoing = undoingOf(library, found)
  return isRefusal(undoing) ? undoing : found
}
