/**
 * Read my shelf: scan it in the order it stands; the page shows the fewest moves that put it right, and what does not
 * belong there. Changes no record, unless all of it is noted as seen or one item is checked in.
 */
import { SHELF_PROFILES } from '../../../../shared/catalog/call-number/profile.ts'
import type { Move, Stray } from '../../../../shared/catalog/shelf/read-shelf.ts'
import { shelfMarks } from '../../../../shared/catalog/shelf/spines.ts'
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { isNoted } from '../../../../shared/desk/shelf-tools.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Desk } from '../../desk.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { speechOf } from '../../clerk-language.ts'
import type { ToolItem } from '../../shelves/tool-items.ts'
import { isForTool } from './scanned.ts'
import { movesText, readNow, scanOnShelf, undoAtShelf, type ReadNow } from '../../shelves/shelf-reading.ts'
import { isToTakeBack, strayText } from '../../shelves/strays.ts'
import { checkInAct, lookAt } from './cart.ts'
import type { ScanTaker, UndoTaker } from '../kinds.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, cell, facts, field, figure, figures, goTo, page, row, table } from '../make.ts'

/** How many of the last scans are shown. */
const LAST_COUNT = 6

type ShelfWords = Words['pages']['shelves']

export function shelfPage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const words = speech.words.pages.shelves
  const now = readNow(desk)
  const { strays, moves } = now.reading
  return page(desk.library, {
    ref: { place: 'shelf', about: '' },
    heading: words.shelf.heading,
    lead: leadOf(desk, speech),
    line_hint: words.shelf.line_hint,
    sections: [
      ...shelfDrawn(words, now),
      ...(strays.length > 0 ? [strayTable(words, strays)] : []),
      ...(moves.length > 0 ? [moveTable(words, moves)] : []),
      ...shelfFacts(words, now),
      lastTable(speech, now),
    ],
    acts: pageActs(desk, words, now),
  })
}

function leadOf(desk: Desk, { words, moment }: Speech): string {
  const { lead, begun, noted } = words.pages.shelves.shelf
  const { shelf } = desk.session.shelf_tools
  if (shelf.begun_at_ms === null) return lead
  const at = moment(instant(shelf.begun_at_ms))
  return isNoted(shelf) ? noted(at) : begun(at)
}

function shelfFacts(words: ShelfWords, now: ReadNow): readonly Section[] {
  const { items, reading, location, profile, is_profile_said } = now
  const { shelf } = words
  const { strays, moves } = reading
  if (items.length === 0) return []
  const order = is_profile_said ? words.profile[profile] : shelf.detected(words.profile[profile])
  return [
    facts('shelf', '', [
      [shelf.shelf, location === null || location === '' ? order : shelf.of_order(location, order)],
      [shelf.scanned, shelf.scanned_count(items.length, strays.length), strays.length === 0 ? 'plain' : 'warn'],
      [shelf.order, movesText(words, moves.length), moves.length === 0 ? 'good' : 'warn'],
    ]),
  ]
}

/** The shelf as it stands; nothing to see in one book. */
function shelfDrawn({ shelf }: ShelfWords, { items, reading }: ReadNow): readonly Section[] {
  if (items.length < 2) return []
  const { strays, moves } = reading
  const { stray, move } = shelf.drawn
  const says = [strays.length > 0 ? stray(strays.length) : '', moves.length > 0 ? move(moves.length) : '']
  return [
    {
      kind: 'spines',
      section_id: 'drawn',
      heading: '',
      says: says.filter((one) => one !== '').join(' ') || shelf.in_order,
      marks: shelfMarks(items, reading).map((mark) => {
        if (mark.kind === 'run') return mark
        const { item, ...drawn } = mark
        return { ...drawn, call_number: item.call_number || item.title }
      }),
    },
  ]
}

function strayTable(words: ShelfWords, strays: readonly Stray<ToolItem>[]): Section {
  return table({
    section_id: 'strays',
    heading: words.shelf.strays_heading,
    columns: [figures(words.shelf.columns.stood), words.call_number, words.title, words.barcode, words.reason],
    rows: strays.map(({ item, stood_number, reasons }) =>
      row({
        row_id: `stray ${item.barcode}`,
        tone: 'warn',
        cells: [
          figure(stood_number, 'quiet'),
          cell(item.call_number),
          cell(item.title),
          figure(item.barcode, 'quiet'),
          cell(strayText(words, reasons, item.words), 'warn'),
        ],
        acts: [...(isToTakeBack(reasons, item.words) ? [checkInAct(words, item)] : []), offAct(words, item)],
        enter: lookAt(words, item),
      }),
    ),
    empty: '',
  })
}

function moveTable(words: ShelfWords, moves: readonly Move<ToolItem>[]): Section {
  const { columns, moves_heading } = words.shelf
  return table({
    section_id: 'moves',
    heading: moves_heading(moves.length),
    columns: [figures(columns.stood), columns.take, words.title, columns.after, columns.title_there],
    rows: moves.map((move) => moveRow(words, move)),
    empty: '',
  })
}

function moveRow(words: ShelfWords, { item, stood_number, after }: Move<ToolItem>): PageRow {
  return row({
    row_id: `move ${item.barcode}`,
    cells: [
      figure(stood_number, 'quiet'),
      cell(item.call_number),
      cell(item.title),
      cell(after ? after.call_number : words.shelf.at_start),
      cell(after?.title ?? '', 'quiet'),
    ],
    enter: lookAt(words, item),
  })
}

/** The last scans, newest first: so that a clerk sees what the desk has read. */
function lastTable(speech: Speech, { items }: ReadNow): Section {
  const words = speech.words.pages.shelves
  const { columns, last_heading, empty } = words.shelf
  const last = items.map((item, at) => ({ item, number: at + 1 })).slice(-LAST_COUNT)
  return table({
    section_id: 'last',
    heading: items.length === 0 ? '' : last_heading,
    columns: [figures(columns.stood), words.call_number, words.title, words.author, words.barcode],
    rows: last.toReversed().map(({ item, number }) =>
      row({
        row_id: `last ${item.barcode}`,
        cells: [
          figure(number, 'quiet'),
          cell(item.call_number),
          cell(item.title),
          cell(item.author, 'quiet'),
          figure(item.barcode, 'quiet'),
        ],
        acts: [offAct(words, item)],
        enter: lookAt(words, item),
      }),
    ),
    empty,
    empty_steps: drawnSteps(speech, 'shelf'),
  })
}

function offAct({ shelf }: ShelfWords, { barcode }: ToolItem): Act {
  return act({ key: 'X', label: shelf.take_off, call: callOf('shelf.take-off', { item_barcode: barcode }) })
}

function pageActs(desk: Desk, words: ShelfWords, now: ReadNow): readonly Act[] {
  const last = now.items.at(-1)
  if (!last) return []
  const { shelf } = desk.session.shelf_tools
  const note = act({
    key: 'N',
    label: words.shelf.note,
    call: callOf('shelf.note-seen', {}),
    says: words.shelf.note_says,
  })
  const toDo = now.reading.strays.length + now.reading.moves.length
  return [
    ...(isNoted(shelf) ? [] : [note]),
    ...(toDo === 0 ? [] : [goTo({ place: 'receipt', about: 'list moves' }, words.print, 'P')]),
    aboutAct(desk, words, now),
    act({
      key: 'U',
      label: words.shelf.take_last,
      call: callOf('shelf.take-off', { item_barcode: last.barcode }),
    }),
    act({
      key: 'C',
      label: words.shelf.clear,
      call: callOf('shelf.clear', {}),
      says: words.clear_says(now.items.length),
    }),
  ]
}

/** Options are picked by digit, so there are nine at most. */
const PLACES_MAX = 8

function aboutAct(desk: Desk, words: ShelfWords, { items, profile, is_profile_said }: ReadNow): Act {
  const { shelf } = words
  const said = desk.session.shelf_tools.shelf.location
  const seen = items.map((item) => item.location).filter((place) => place !== '')
  const places = [...new Set([...(said === null ? [] : [said]), ...seen])].slice(0, PLACES_MAX)
  const orders = SHELF_PROFILES.map((one) => ({ value: one, label: words.profile[one] }))
  return act({
    key: 'W',
    label: shelf.about,
    call: callOf('shelf.about', {}),
    says: shelf.about_says,
    asks: [
      field('location', shelf.location, 'choice', {
        value: said ?? '',
        options: [{ value: '', label: shelf.by_most }, ...places.map((value) => ({ value, label: value }))],
      }),
      field('profile', shelf.profile, 'choice', {
        value: is_profile_said ? profile : '',
        options: [{ value: '', label: shelf.as_detected }, ...orders],
      }),
    ],
  })
}

export const takeOnShelf: ScanTaker = (desk, _command, scanned) => {
  if (!isForTool(scanned)) return false
  scanOnShelf(desk, scanned.barcode)
  return true
}

/** Ctrl+Z takes the last scan back, or the noting when that came after it. */
export const undoOnShelf: UndoTaker = (desk, command) => undoAtShelf(desk, command)
