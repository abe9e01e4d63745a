/** The work log as a page: the acts at this desk, newest first. Names no patron (main/desk/staff/work-log.ts). */
import { placeOf, placeText, type Place } from '../../../../shared/journal/place.ts'
import type { Act, PageRef, PageView, Section } from '../../../../shared/desk/page.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import { actFinder, type ActFinder, type PastAct } from '../../../circulation/loans/past-acts.ts'
import { undoableSince, undoingOf } from '../../../circulation/loans/undo-act.ts'
import { allStaff } from '../../../store/policy/staff-rows.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { isLoggedEvent } from '../../../../shared/journal/logged.ts'
import { VIEW_REASONS } from '../../../../shared/patron/privacy.ts'
import { LOG_GROUPS } from '../../../../shared/reports/log-filter.ts'
import { may } from '../../../library/grants.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { grantFor } from '../../loans/undo.ts'
import { logSearchNow, type LogSearch, type Wanted } from '../../reports/log-search.ts'
import { entriesOf, newerThan, workLog, type WorkLogEntry } from '../../staff/work-log.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, callOf, cell, field, goTo, page, row, table } from '../make.ts'

const SHOWN_MAX = 50
const FROM = 'from '
const FOUND = 'found'

/** The page that begins with this entry. */
export function logFrom(place: Place): PageRef {
  return { place: 'work-log', about: FROM + placeText(place) }
}

/**
 * @param about "from EPOCH.SEQ" for the entries from that one back; "found", "found 50" for what was looked for, from
 * the fiftieth on; else empty: the newest
 */
export function workLogPage(desk: Desk, about: string): PageView | null {
  if (about === FOUND || about.startsWith(`${FOUND} `)) return foundPage(desk, Number(about.slice(FOUND.length)) || 0)
  const { heading, lead, lead_from, older: next, newest } = speechOf(desk).words.pages.staff.log
  const from = about.startsWith(FROM) ? placeOf(about.slice(FROM.length)) : null
  const { entries, older } = workLog(desk, SHOWN_MAX, from)
  const [first] = entries
  const newer = from && newerThan(desk.library, from, SHOWN_MAX)
  return page(desk.library, {
    ref: { place: 'work-log', about },
    turns: {
      before: newer && (newer === 'newest' ? { place: 'work-log', about: '' } : logFrom(newer)),
      next: older && logFrom(older),
    },
    heading,
    lead: from && first ? lead_from(first.at_text) : lead(SHOWN_MAX),
    sections: [logTable(desk, entries)],
    acts: [
      filterAct(desk, null),
      ...(older ? [goTo(logFrom(older), next, 'O')] : []),
      ...(from ? [goTo({ place: 'work-log', about: '' }, newest, 'N')] : []),
    ],
  })
}

function foundFrom(skipped_count: number): PageRef {
  return { place: 'work-log', about: skipped_count === 0 ? FOUND : `${FOUND} ${skipped_count}` }
}

/** What was looked for; null when it was looked for by another person, or before this process began. */
function foundPage(desk: Desk, skipped_count: number): PageView | null {
  const search = logSearchNow(desk)
  if (!search) return null
  const { heading, newest, older, found, failed, show_all } = speechOf(desk).words.pages.staff.log
  const { refs } = search
  const shown = refs.slice(skipped_count, skipped_count + SHOWN_MAX)
  const next = skipped_count + SHOWN_MAX
  const events = shown.flatMap((ref) => desk.library.journal.event(ref) ?? []).filter(isLoggedEvent)
  const only = wantedWords(desk, search.wanted)
  return page(desk.library, {
    ref: foundFrom(skipped_count),
    turns: {
      before: skipped_count > 0 ? foundFrom(Math.max(skipped_count - SHOWN_MAX, 0)) : null,
      next: search.isDone && next < refs.length ? foundFrom(next) : null,
    },
    heading,
    lead: [search.isDone ? found(refs.length) : search.isFailed ? failed : '', only]
      .filter((one) => one !== '')
      .join(' '),
    sections: search.isDone
      ? [logTable(desk, entriesOf(desk, events))]
      : search.isFailed
        ? []
        : [reading(desk, search)],
    acts: [
      filterAct(desk, search.wanted),
      ...(search.isDone && next < refs.length ? [goTo(foundFrom(next), older, 'O')] : []),
      ...(skipped_count > 0 ? [goTo({ place: 'work-log', about: FOUND }, newest, 'N')] : []),
      goTo({ place: 'work-log', about: '' }, show_all, 'A'),
    ],
  })
}

function reading(desk: Desk, { progress }: LogSearch): Section {
  const says = speechOf(desk).words.pages.staff.log.reading
  return { kind: 'progress', section_id: 'bar', heading: '', of: 'report', says, progress }
}

/** "Only: Rosa Ortiz; Waivers; from Tue, Nov 24." A patron is not named. */
function wantedWords(desk: Desk, { staff_code, group, from_on, to_on, item_barcode, patron_id }: Wanted): string {
  const { words, date } = speechOf(desk)
  const { groups, only, since, until, one_patron } = words.pages.staff.log
  const said = [
    staff_code === '' ? '' : staffNames(desk.library)(staff_code),
    group === '' ? '' : groups[group],
    from_on === null ? '' : since(date(from_on)),
    to_on === null ? '' : until(date(to_on)),
    item_barcode,
    patron_id === null ? '' : one_patron,
  ].filter((one) => one !== '')
  return said.length === 0 ? '' : only(said.join('; '))
}

function filterAct(desk: Desk, wanted: Wanted | null): Act {
  const { filter, every, columns, groups, from, to, barcode, barcode_hint } = speechOf(desk).words.pages.staff.log
  const people = desk.library.db.all(allStaff, {}).map((one) => ({ value: one.staff_code, label: one.name }))
  const all = { value: '', label: every }
  return act({
    key: 'F',
    label: filter,
    call: callOf('work-log.find', {}),
    asks: [
      field('staff_code', columns.who, 'choice', { value: wanted?.staff_code ?? '', options: [all, ...people] }),
      field('group', columns.what, 'choice', {
        value: wanted?.group ?? '',
        options: [all, ...LOG_GROUPS.map((value) => ({ value, label: groups[value] }))],
      }),
      field('from_on', from, 'date', { value: wanted?.from_on ?? '' }),
      field('to_on', to, 'date', { value: wanted?.to_on ?? '', is_beside: true }),
      field('barcode', barcode, 'text', { value: wanted?.item_barcode ?? '', hint: barcode_hint }),
      ...reasonField(desk),
    ],
    preview: callOf('work-log.find-preview', {
      staff_code: null,
      group: null,
      from_on: null,
      to_on: null,
      barcode: null,
    }),
  })
}

/** Where the library asks why a record is viewed: looking for a patron's entries is a view as well. */
function reasonField(desk: Desk) {
  const { is_view_reason_required } = desk.library.policy().settings
  if (!is_view_reason_required || !may(desk.library, actorOf(desk), 'see-privacy-log')) return []
  const { reasons, views } = speechOf(desk).words.pages.privacy
  const options = VIEW_REASONS.map(({ code: value }) => ({ value, label: reasons[value] }))
  const { reason_hint, no_reason } = speechOf(desk).words.pages.staff.log
  const none = { value: '', label: no_reason }
  return [
    field('reason', views.columns.reason, 'choice', { value: '', options: [none, ...options], hint: reason_hint }),
  ]
}

function logTable(desk: Desk, entries: readonly WorkLogEntry[]): Section {
  const { columns, empty } = speechOf(desk).words.pages.staff.log
  const actOf = actFinder(desk.library)
  const found = new Map(entries.map(({ event }) => [event, undoable(desk, actOf, event)]))
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
          cell(
            [entry.notes, undoNote(desk, found.get(entry.event) ?? null)].filter((one) => one !== '').join('; '),
            'quiet',
          ),
        ],
        acts: [...undoActs(desk, found.get(entry.event) ?? null)],
      }),
    ),
    empty,
  })
}

type Found = PastAct | 'undone' | null

function undoActs(desk: Desk, found: Found): readonly Act[] {
  if (!found || found === 'undone') return []
  const { offer } = speechOf(desk).words.outcomes.undo
  return [act({ key: 'Z', label: offer(found.name), call: callOf('desk.undo-act', { event: found.ref }) })]
}

/** That it is undone, or who must help to undo it; nothing for what cannot be undone. */
function undoNote(desk: Desk, found: Found): string {
  if (found === 'undone') return speechOf(desk).short('undo-done')
  if (!found || may(desk.library, actorOf(desk), grantFor(desk, found))) return ''
  return speechOf(desk).words.outcomes.undo.asks
}

/** The act of this entry, while it is late enough and can be undone, or is undone already. */
function undoable({ library }: Desk, actOf: ActFinder, ref: string): Found {
  const found = actOf(ref)
  if (!found || found.at < undoableSince(library)) return null
  const undoing = undoingOf(library, found)
  if (!isRefusal(undoing)) return found
  return undoing.code === 'undo-done' ? 'undone' : null
}
