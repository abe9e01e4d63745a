/** What happened at this desk since those who look after it last read (main/desk/staff/news.ts). Names no patron. */
import type { PageView, Section } from '../../../../shared/desk/page.ts'
import { eventRefText, type DeskEvent } from '../../../../shared/journal/event.ts'
import { isLogged } from '../../../../shared/journal/logged.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { logNotes, logText, type LogNames } from '../../../../shared/words/log-text.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { roleNames, staffNames } from '../../../library/staff-known.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import type { Library } from '../../../library/library.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { cardsWithPin } from '../../approvals/account-unseen.ts'
import { approvalPairs } from '../../staff/approval-pairs.ts'
import { newsNow, openingSaid } from '../../staff/news.ts'
import { act, callOf, cell, figure, figures, page, row, table } from '../make.ts'

function what(speech: Speech, event: DeskEvent, names: LogNames): string {
  if (isLogged(event.kind)) return logText(speech, event, event.kind, names)
  const said = event.kind === 'epoch-opened' ? openingSaid(event.body) : null
  return said === null ? '' : speech.words.pages.news[said]
}

/** A whole library is thirty files: more than these are counted, so that their names do not hide the other lines. */
const FILES_NAMED_MAX = 4

function filesSaid({ words }: Speech, names: readonly string[]): readonly string[] {
  return names.length > FILES_NAMED_MAX ? [words.pages.news.files(names.length)] : names
}

function notes(library: Library, speech: Speech, event: DeskEvent, names: LogNames): readonly string[] {
  if (event.kind === 'data-imported')
    return filesSaid(
      speech,
      event.body.files.map((file) => file.name),
    )
  const { news } = speech.words.pages
  if (event.kind === 'idle-lock-changed')
    return [news.minutes(event.body.before_minutes_count, event.body.after_minutes_count)]
  if (event.kind === 'clock-confirmed') return [news.clock(speech.moment(instant(event.body.desk_believed_ms)))]
  if (event.kind !== 'desk-moved') return logNotes(speech, event, names)
  const { before_branch, to_branch, is_renamed } = event.body
  const branch = (code: string): string => library.branch(code)?.name ?? code
  const moved = before_branch === to_branch ? [] : [news.moved(branch(before_branch), branch(to_branch))]
  return is_renamed ? [...moved, news.renamed] : moved
}

/** The desk itself opens on a backup; the entry says who put it there. */
function who(library: Library, event: DeskEvent, { nameOf }: LogNames): string {
  if (event.kind !== 'epoch-opened') return nameOf(event.head.staff)
  // A restore knows the initials that were typed.
  const by = event.body.restored?.by ?? ''
  return library.db.all(allStaff, {}).find(({ initials }) => by !== '' && initials === by)?.name ?? by
}

function approvals(library: Library, { words }: Speech, { nameOf }: LogNames): readonly Section[] {
  const pairs = approvalPairs(library)
  const { approved } = words.pages.news
  if (pairs.length === 0) return []
  return [
    table({
      section_id: 'approved',
      heading: approved.heading,
      columns: [approved.asked_by, approved.approved_by, figures(approved.times)],
      rows: pairs.map(({ asked_by, approved_by, count }) =>
        row({
          row_id: `approved ${asked_by} ${approved_by}`,
          cells: [cell(nameOf(asked_by)), cell(nameOf(approved_by)), figure(String(count))],
        }),
      ),
      empty: '',
    }),
  ]
}

function cardsAndPins(library: Library, { words }: Speech, { nameOf }: LogNames): readonly Section[] {
  const found = cardsWithPin(library)
  const { card_pin } = words.pages.news
  if (found.length === 0) return []
  return [
    table({
      section_id: 'card-pin',
      heading: card_pin.heading,
      columns: [card_pin.by, figures(card_pin.patrons)],
      rows: found.map(({ staff_code, count }) =>
        row({ row_id: `card-pin ${staff_code}`, cells: [cell(nameOf(staff_code)), figure(String(count))] }),
      ),
      empty: '',
    }),
  ]
}

export function newsPage(desk: Desk): PageView | null {
  const { library } = desk
  const events = newsNow(desk)
  const [newest] = events
  if (!newest) return null
  const speech = speechOf(desk)
  const { heading, lead, columns, empty, read } = speech.words.pages.news
  const names = { nameOf: staffNames(library), roleOf: roleNames(library, speech.words) }
  const isRead = act({ key: 'R', label: read, call: callOf('desk.news-read', { through: eventRefText(newest.head) }) })
  return page(library, {
    ref: { place: 'news', about: '' },
    heading,
    lead,
    sections: [
      table({
        section_id: 'news',
        heading: '',
        columns: [columns.when, columns.who, columns.what, columns.more],
        rows: events.map((event) =>
          row({
            row_id: eventRefText(event.head),
            cells: [
              cell(speech.moment(instant(event.head.at_ms)), 'quiet'),
              cell(who(library, event, names)),
              cell(what(speech, event, names)),
              cell(notes(library, speech, event, names).join('; '), 'quiet'),
            ],
          }),
        ),
        empty,
      }),
      ...approvals(library, speech, names),
      ...cardsAndPins(library, speech, names),
    ],
    acts: [isRead],
    enter: isRead,
  })
}
