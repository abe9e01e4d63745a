/**
 * The hold shelf of this branch in the order of its codes: what is over, what stands there, what is to be taken off,
 * and holds that nobody may fill. Never a name, unless the library puts it on its slips too.
 */
import { lastShelfDay } from '../../../../shared/circulation/holds/hold-facts.ts'
import type { Act, PageRow, PageView, Section, Tone } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { holdShelf, type MovedRow, type ShelvedRow } from '../../../store/circulation/hold-list-rows.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { takeBackHere } from '../../acts.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { here } from '../../../library/here.ts'
import { readyHere } from '../../../circulation/holds/capture.ts'
import { branchName } from '../../../circulation/holds/said.ts'
import { goesWords } from '../../../papers/hold-words.ts'
import {
  CLEARED_AT_ONCE_MAX,
  overdueOnShelf,
  shelfDaysHere,
  toTakeOff,
  unservedHolds,
} from '../../../circulation/holds/shelf-and-transit.ts'
import { personName } from '../../../search/search-patrons.ts'
import { isDamaged, notThere, slipAgain, whoseItIs } from '../account/held-acts.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, cell, field, figure, goTo, page, row, table } from '../make.ts'
import type { ScanTaker } from '../kinds.ts'
import { daysSection } from './shelf-days.ts'
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
  const days = shelfDaysHere(desk.library)
  const { over_count } = days
  const off = toTakeOff(desk.library)
  const speech = speechOf(desk)
  const { shelf: words, print, next } = speech.words.pages.holds
  const last = rows.length > SHOWN_MAX ? rows[SHOWN_MAX - 1] : null
  return page(desk.library, {
    ref: { place: 'hold-shelf', about },
    heading: words.heading,
    lead: words.lead(branch.name),
    line_hint: words.line_hint,
    sections: [
      ...daysSection(speech, days, off.length),
      ...(over_count > 0 ? [overSection(desk.library, speech, over_count)] : []),
      ...takeOffSection(desk.library, speech, off),
      shelfSection(desk.library, speech, rows.slice(0, SHOWN_MAX)),
      ...unservedSection(desk.library, speech),
    ],
    acts: [
      ...(over_count > 0 ? overActs(speech, over_count) : []),
      ...(off.length > 0 ? [goTo({ place: 'receipt', about: 'list off' }, words.remove.print, 'T')] : []),
      goTo({ place: 'receipt', about: 'list shelf' }, print, 'P'),
      ...(last ? [goTo({ place: 'hold-shelf', about: last.pickup_code + BETWEEN + last.hold_ref }, next, 'N')] : []),
      ...(about === '' ? [] : [goTo({ place: 'hold-shelf', about: '' }, words.start, 'B')]),
    ],
  })
}

function overActs({ words: { pages } }: Speech, count: number): readonly Act[] {
  const words = pages.holds.shelf.expired
  const isCut = count > CLEARED_AT_ONCE_MAX
  return [
    act({
      key: 'A',
      label: words.clear_all,
      call: callOf('hold.clear-shelf', { hold_ref: null }),
      says: isCut ? words.clear_first_says(count, CLEARED_AT_ONCE_MAX) : words.clear_says(count),
    }),
    goTo({ place: 'receipt', about: 'list over' }, words.print, 'O'),
  ]
}

function isNamed(library: Library): boolean {
  return library.policy().settings.hold_slip_shows === 'code-and-name'
}

function shelfCells(library: Library, speech: Speech, held: ShelvedRow): PageRow['cells'] {
  const words = speech.words.pages.holds.shelf
  const { today } = here(library)
  const until = lastShelfDay(held)
  const tone: Tone = until === null ? 'quiet' : until < today ? 'stop' : until === today ? 'warn' : 'plain'
  const who = isNamed(library) ? library.db.get(patronById, { patron_id: held.patron_id }) : null
  const isToday = until === today
  return [
    cell(held.pickup_code || words.no_code),
    cell(held.title),
    figure(held.barcode, 'quiet'),
    cell(until === null ? '' : isToday ? words.last_day : speech.date(localDate(until)), tone),
    ...(who ? [cell(personName(who))] : []),
  ]
}

type Held = Pick<Parameters<typeof table>[0], 'section_id' | 'heading' | 'rows' | 'empty' | 'empty_steps'>

function heldTable(library: Library, { words: { pages } }: Speech, held: Held): Section {
  const { code, title, barcode, until, who } = pages.holds.shelf.columns
  return table({ ...held, columns: [code, title, barcode, until, ...(isNamed(library) ? [who] : [])] })
}

type Cut = { readonly heading: string; readonly first: (shown: number, count: number) => string }

/** Of a list that is cut, its heading says so. */
function headingOf({ heading, first }: Cut, shown: number, count: number): string {
  return count > shown ? first(shown, count) : heading
}

function overSection(library: Library, speech: Speech, count: number): Section {
  const { item_details, shelf } = speech.words.pages.holds
  const rows = overdueOnShelf(library, OVER_SHOWN_MAX).map((held) =>
    row({
      row_id: `over ${held.hold_ref}`,
      cells: shelfCells(library, speech, held),
      acts: [
        act({ key: 'C', label: shelf.expired.clear, call: callOf('hold.clear-shelf', { hold_ref: held.hold_ref }) }),
        keepLonger(speech, held),
        ...rowActs(library, speech, held),
      ],
      enter: goTo({ place: 'item', about: held.barcode }, item_details),
    }),
  )
  const heading = headingOf(shelf.expired, OVER_SHOWN_MAX, count)
  return heldTable(library, speech, { section_id: 'over', heading, rows, empty: '' })
}

function rowActs(library: Library, speech: Speech, { barcode, patron_id }: ShelvedRow): readonly Act[] {
  const { account, holds } = speech.words.pages
  return [
    notThere(account.held, barcode, holds.missing, true),
    isDamaged(account.held, barcode, true),
    ...whoseItIs(account.held, library, patron_id),
  ]
}

function keepLonger({ words: { pages }, typed_day }: Speech, held: ShelvedRow): Act {
  const words = pages.holds.shelf
  return act({
    key: 'K',
    label: words.keep,
    call: callOf('hold.edit', { hold_ref: held.hold_ref }),
    asks: [field('until_on', words.keep_until, 'date', { is_required: true, hint: words.keep_hint(typed_day) })],
  })
}

function shelfSection(library: Library, speech: Speech, held: readonly ShelvedRow[]): Section {
  const { item_details, shelf: words } = speech.words.pages.holds
  const { today } = here(library)
  const isOver = (one: ShelvedRow): boolean => {
    const until = lastShelfDay(one)
    return until !== null && until < today
  }
  const rows = held
    .filter((one) => !isOver(one))
    .map((one) =>
      row({
        row_id: `held ${one.hold_ref}`,
        cells: shelfCells(library, speech, one),
        acts: [
          keepLonger(speech, one),
          ...rowActs(library, speech, one),
          slipAgain(speech.words.pages.account.held, one.barcode),
        ],
        enter: goTo({ place: 'item', about: one.barcode }, item_details),
      }),
    )
  const { ready: heading, empty } = words
  const empty_steps = drawnSteps(speech, 'hold_shelf')
  return heldTable(library, speech, { section_id: 'shelf', heading, rows, empty, empty_steps })
}

/** Items that no hold keeps there any more, and where each goes once it is scanned. */
function takeOffSection(library: Library, speech: Speech, items: readonly MovedRow[]): readonly Section[] {
  if (items.length === 0) return []
  const { item_details, shelf } = speech.words.pages.holds
  const { call_number, title, barcode, goes } = shelf.remove.columns
  return [
    table({
      section_id: 'take-off',
      heading: headingOf(shelf.remove, OFF_SHOWN_MAX, items.length),
      columns: [call_number, title, barcode, goes],
      rows: items.slice(0, OFF_SHOWN_MAX).map((item) =>
        row({
          row_id: `off ${item.barcode}`,
          cells: [
            cell(item.call_number),
            cell(item.title),
            figure(item.barcode, 'quiet'),
            cell(goesWords(library, speech, item)),
          ],
          enter: goTo({ place: 'item', about: item.barcode }, item_details),
        }),
      ),
      empty: '',
    }),
  ]
}

/** Holds of a closed account, or of a patron who is barred: passed over until a person decides. */
function unservedSection(library: Library, speech: Speech): readonly Section[] {
  const holds = unservedHolds(library)
  if (holds.length === 0) return []
  const { cancel, shelf } = speech.words.pages.holds
  const { columns, reason } = shelf.unserved
  return [
    table({
      section_id: 'unserved',
      heading: headingOf(shelf.unserved, UNSERVED_SHOWN_MAX, holds.length),
      columns: [columns.title, columns.pickup, columns.reason],
      rows: holds.slice(0, UNSERVED_SHOWN_MAX).map(({ hold_ref, title, pickup_branch_code, patron_status }) =>
        row({
          row_id: `unserved ${hold_ref}`,
          cells: [cell(title), cell(branchName(library, pickup_branch_code)), cell(reason[patron_status], 'warn')],
          acts: [act({ key: 'X', label: cancel, call: callOf('hold.cancel', { hold_ref }) })],
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
