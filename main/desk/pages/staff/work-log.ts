/** The work log as a page: the acts at this desk, newest first. Names no patron (main/desk/staff/work-log.ts). */
import { placeOf, placeText, type Place } from '../../../../shared/journal/place.ts'
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { actAt, type PastAct } from '../../../circulation/loans/past-acts.ts'
import { undoableSince, undoingOf } from '../../../circulation/loans/undo-act.ts'
import { may } from '../../../library/grants.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { grantFor } from '../../loans/undo.ts'
import { workLog, type WorkLogEntry } from '../../staff/work-log.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, cell, goTo, page, row, table } from '../make.ts'

const SHOWN_MAX = 50
const FROM = 'from '

/** The page that begins with this entry. */
export function logFrom(place: Place): PageRef {
  return { place: 'work-log', about: FROM + placeText(place) }
}

/** @param about "from EPOCH.SEQ" for the entries from that one back, else empty: the newest */
export function workLogPage(desk: Desk, about: string): PageView | null {
  const { heading, lead, lead_from, older: next, newest } = speechOf(desk).words.pages.staff.log
  const from = about.startsWith(FROM) ? placeOf(about.slice(FROM.length)) : null
  const { entries, older } = workLog(desk, SHOWN_MAX, from)
  const [first] = entries
  return page(desk.library, {
    ref: { place: 'work-log', about },
    heading,
    lead: from && first ? lead_from(first.at_text) : lead(SHOWN_MAX),
    sections: [logTable(desk, entries)],
    acts: [
      ...(older ? [goTo(logFrom(older), next, 'O')] : []),
      ...(from ? [goTo({ place: 'work-log', about: '' }, newest, 'N')] : []),
    ],
  })
}

function logTable(desk: Desk, entries: readonly WorkLogEntry[]): Section {
  const { columns, empty } = speechOf(desk).words.pages.staff.log
  return table({
    section_id: 'work-log',
    heading: '',
    columns: [columns.when, columns.who, columns.what, columns.title, columns.more],
    rows: entries.map((entry) =>
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
