/**
 * The hold shelf of this branch in the order of its codes: what is over, what stands there, what is to be taken off,
 * and holds that nobody may fill. Never a name, unless the library puts it on its slips too.
 */
import type { Act, PageRow, PageView, Section, Tone } from '../../../../shared/desk/page.ts'
import { sayDate } from '../../../../shared/kernel/say-date.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { holdShelf, type MovedRow, type ShelvedRow } from '../../../store/circulation/hold-list-rows.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { takeBackHere } from '../../acts.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { readyHere } from '../../../circulation/holds/capture.ts'
import { branchName, goesTo } from '../../../circulation/holds/said.ts'
import {
  CLEARED_AT_ONCE_MAX,
  overdueOnShelf,
  shelfCounts,
  toTakeOff,
  unservedHolds,
} from '../../../circulation/holds/shelf-and-transit.ts'
import { personName } from '../../../search/search-patrons.ts'
import { isDamaged, notThere, slipAgain, whoseItIs } from '../account/held-acts.ts'
import { act, callOf, cell, facts, field, figure, figures, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import type { Library } from '../../../library/library.ts'

const SHOWN_MAX = 200
const OVER_SHOWN_MAX = 100
const OFF_SHOWN_MAX = 100
const UNSERVED_SHOWN_MAX = 50
const BETWEEN = '\n'

/** @param about code and name of the hold before the first that is shown, a line each; empty for the start */
export function holdShelfPage(desk: Desk, about: string): PageView {
  const { branch } = here(desk.library)
  const [after_code = '', after_ref = ''] = about.split(BETWEEN)
  const asked = { branch_code: branch.branch_code, after_code, after_ref, limit: SHOWN_MAX + 1 }
  const rows = desk.library.db.all(holdShelf, asked)
  const { ready_count, over_count, last_day_count } = shelfCounts(desk.library)
  const off = toTakeOff(desk.library)
  const last = rows.length > SHOWN_MAX ? rows[SHOWN_MAX - 1] : null
  return page(desk.library, {
    ref: { place: 'hold-shelf', about },
    heading: 'Hold shelf',
    lead: `${branch.name}. Scan what you take off: the desk says where it goes.`,
    line_hint: 'Scan what you take off the shelf',
    sections: [
      facts('counts', '', [
        ['On the shelf', String(ready_count)],
        ['Over', over_count > 0 ? String(over_count) : '', 'warn'],
        ['Last day today', last_day_count > 0 ? String(last_day_count) : ''],
      ]),
      ...(over_count > 0 ? [overSection(desk.library, over_count)] : []),
      ...takeOffSection(desk.library, off),
      shelfSection(desk.library, rows.slice(0, SHOWN_MAX)),
      ...unservedSection(desk.library),
    ],
    acts: [
      ...(over_count > 0 ? overActs(over_count) : []),
      ...(off.length > 0 ? [goTo({ place: 'receipt', about: 'list off' }, 'What to take off, on paper', 'T')] : []),
      goTo({ place: 'receipt', about: 'list shelf' }, 'On paper', 'P'),
      ...(last
        ? [goTo({ place: 'hold-shelf', about: last.pickup_code + BETWEEN + last.hold_ref }, 'Further on', 'N')]
        : []),
      ...(about === '' ? [] : [goTo({ place: 'hold-shelf', about: '' }, 'Back to the start', 'B')]),
    ],
  })
}

function overActs(count: number): readonly Act[] {
  return [clearAll(count), goTo({ place: 'receipt', about: 'list over' }, 'What is over, on paper', 'O')]
}

function clearAll(count: number): Act {
  const many = count === 1 ? 'One hold was' : `${count} holds were`
  const rest =
    count > CLEARED_AT_ONCE_MAX ? `The first ${CLEARED_AT_ONCE_MAX} end now, the rest with A again` : 'Each ends'
  return act({
    key: 'A',
    label: 'End all that are over',
    call: callOf('hold.clear-shelf', { hold_ref: null }),
    says: `${many} not fetched in time. ${rest}; a copy goes to whoever waits next, or back to its shelf.`,
  })
}

const COLUMNS = ['Code', 'Title', figures('Barcode'), 'Until'] as const

function isNamed(library: Library): boolean {
  return library.policy().settings.hold_slip_shows === 'code-and-name'
}

function shelfCells(library: Library, held: ShelvedRow): PageRow['cells'] {
  const { today } = here(library)
  const until = held.shelf_until_on ?? held.expires_on
  const tone: Tone = until === null ? 'quiet' : until < today ? 'stop' : until === today ? 'warn' : 'plain'
  const who = isNamed(library) ? library.db.get(patronById, { patron_id: held.patron_id }) : null
  const isToday = until === today
  return [
    cell(held.pickup_code || 'no code'),
    cell(held.title),
    figure(held.barcode, 'quiet'),
    cell(until === null ? '' : isToday ? 'today, the last day' : sayDate(localDate(until), today), tone),
    ...(who ? [cell(personName(who))] : []),
  ]
}

function heldTable(
  library: Library,
  section_id: string,
  heading: string,
  rows: readonly PageRow[],
  empty: string,
): Section {
  return table({ section_id, heading, columns: isNamed(library) ? [...COLUMNS, 'For'] : [...COLUMNS], rows, empty })
}

/** Of a list that is cut, its heading says so. */
function firstOf(heading: string, shown: number, count: number): string {
  return count > shown ? `${heading}, the first ${shown} of ${count}` : heading
}

function overSection(library: Library, count: number): Section {
  const rows = overdueOnShelf(library, OVER_SHOWN_MAX).map((held) =>
    row({
      row_id: `over ${held.hold_ref}`,
      cells: shelfCells(library, held),
      acts: [
        act({ key: 'C', label: 'Not fetched: end it', call: callOf('hold.clear-shelf', { hold_ref: held.hold_ref }) }),
        keepLonger(held),
        ...rowActs(library, held),
      ],
      enter: goTo({ place: 'item', about: held.barcode }, 'Look at it'),
    }),
  )
  return heldTable(library, 'over', firstOf('Over', OVER_SHOWN_MAX, count), rows, '')
}

function rowActs(library: Library, { barcode, patron_id }: ShelvedRow): readonly Act[] {
  return [
    notThere(barcode, 'Not on the shelf: missing', true),
    isDamaged(barcode, true),
    ...whoseItIs(library, patron_id),
  ]
}

function keepLonger(held: ShelvedRow): Act {
  return act({
    key: 'K',
    label: 'Keep it longer',
    call: callOf('hold.edit', { hold_ref: held.hold_ref }),
    asks: [field('until_on', 'Keep until', 'date', { is_required: true, hint: '12/15, 15 dec or +7' })],
  })
}

function shelfSection(library: Library, held: readonly ShelvedRow[]): Section {
  const { today } = here(library)
  const isOver = (one: ShelvedRow): boolean => {
    const until = one.shelf_until_on ?? one.expires_on
    return until !== null && until < today
  }
  const rows = held
    .filter((one) => !isOver(one))
    .map((one) =>
      row({
        row_id: `held ${one.hold_ref}`,
        cells: shelfCells(library, one),
        acts: [keepLonger(one), ...rowActs(library, one), slipAgain(one.barcode)],
        enter: goTo({ place: 'item', about: one.barcode }, 'Look at it'),
      }),
    )
  return heldTable(library, 'shelf', 'On the shelf', rows, 'Nothing waits to be fetched here.')
}

/** Copies that no hold keeps there any more, and where each goes once it is scanned. */
function takeOffSection(library: Library, items: readonly MovedRow[]): readonly Section[] {
  if (items.length === 0) return []
  return [
    table({
      section_id: 'take-off',
      heading: firstOf('Take off the shelf and scan', OFF_SHOWN_MAX, items.length),
      columns: ['Call number', 'Title', figures('Barcode'), 'Goes'],
      rows: items.slice(0, OFF_SHOWN_MAX).map((item) =>
        row({
          row_id: `off ${item.barcode}`,
          cells: [cell(item.call_number), cell(item.title), figure(item.barcode, 'quiet'), cell(goesTo(library, item))],
          enter: goTo({ place: 'item', about: item.barcode }, 'Look at it'),
        }),
      ),
      empty: '',
    }),
  ]
}

const UNSERVED = {
  barred: 'may not be served',
  closed: 'the account is closed',
  gone: 'not in the library’s data any more',
} as const

/** Holds of a closed account, or of somebody who may not be served: passed over until a person decides. */
function unservedSection(library: Library): readonly Section[] {
  const holds = unservedHolds(library)
  if (holds.length === 0) return []
  return [
    table({
      section_id: 'unserved',
      heading: firstOf('Passed over', UNSERVED_SHOWN_MAX, holds.length),
      columns: ['Title', 'Pick up at', 'Why'],
      rows: holds.slice(0, UNSERVED_SHOWN_MAX).map(({ hold_ref, title, pickup_branch_code, patron_status }) =>
        row({
          row_id: `unserved ${hold_ref}`,
          cells: [cell(title), cell(branchName(library, pickup_branch_code)), cell(UNSERVED[patron_status], 'warn')],
          acts: [act({ key: 'X', label: 'Cancel the hold', call: callOf('hold.cancel', { hold_ref }) })],
        }),
      ),
      empty: '',
    }),
  ]
}

/** What no hold keeps here is taken in; what waits for somebody is left to the desk, which asks who fetches it. */
export const takeOffScanned: ScanTaker = (desk, command, { item }) => {
  if (item?.status !== 'hold-shelf') return false
  const ready = readyHere(desk.library, item, here(desk.library))
  if (ready && !ready.is_over && ready.hold.facts.patron_status !== 'gone') return false
  takeBackHere(desk, command, item)
  return true
}
