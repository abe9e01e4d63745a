/**
 * Read my shelf: scan it in the order it stands; the page shows the fewest moves that put it right, and what does not
 * belong there. Changes no record, unless all of it is noted as seen or one item is checked in.
 */
import { SHELF_PROFILES } from '../../../../shared/catalog/call-number/profile.ts'
import type { Move, Stray } from '../../../../shared/catalog/shelf/read-shelf.ts'
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { isNoted } from '../../../../shared/desk/shelf-tools.ts'
import { capital } from '../../../../shared/desk/words/words.ts'
import { allStrayWords, isToTakeBack, PROFILE_WORDS } from '../../../../shared/desk/words/words-shelf.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import type { ToolItem } from '../../shelves/facts.ts'
import { isForTool } from '../../shelves/scanned.ts'
import { movesWords, readNow, scanOnShelf, undoAtShelf, type ReadNow } from '../../shelves/shelf.ts'
import { checkInAct, lookAt } from './cart.ts'
import type { ScanTaker, UndoTaker } from '../kinds.ts'
import { act, callOf, cell, facts, field, figure, figures, goTo, page, row, table } from '../make.ts'

/** How many of the last scans are shown. */
const LAST_COUNT = 6

export function shelfPage(desk: Desk): PageView {
  const now = readNow(desk)
  const { strays, moves } = now.reading
  return page(desk.library, {
    ref: { place: 'shelf', about: '' },
    heading: 'Read a shelf',
    lead: leadOf(desk),
    line_hint: 'Scan the next item on the shelf',
    sections: [
      ...shelfFacts(now),
      ...(strays.length > 0 ? [strayTable(strays)] : []),
      ...(moves.length > 0 ? [moveTable(moves)] : []),
      lastTable(now),
    ],
    acts: pageActs(desk, now),
  })
}

function leadOf(desk: Desk): string {
  const { shelf } = desk.session.shelf_tools
  if (shelf.begun_at_ms === null) return 'Scan the shelf from left to right, as it stands. Nothing is recorded by it.'
  const { branch, today } = here(desk.library)
  const seen = isNoted(shelf) ? 'All of it is noted as seen.' : 'Nothing is recorded.'
  return `Begun ${sayMoment(instant(shelf.begun_at_ms), branch.zone, today)}. ${seen}`
}

function shelfFacts({ items, reading, location, profile, is_profile_said }: ReadNow): readonly Section[] {
  const { strays, moves } = reading
  if (items.length === 0) return []
  const order = `${PROFILE_WORDS[profile]}${is_profile_said ? '' : ', as the labels look'}`
  const off =
    strays.length === 0 ? '' : strays.length === 1 ? ', one does not belong' : `, ${strays.length} do not belong`
  return [
    facts('shelf', '', [
      ['Shelf', location === null || location === '' ? order : `${location}: ${order}`],
      ['Scanned', `${items.length}${off}`, strays.length === 0 ? 'plain' : 'warn'],
      ['Order', movesWords(moves.length), moves.length === 0 ? 'good' : 'warn'],
    ]),
  ]
}

function strayTable(strays: readonly Stray<ToolItem>[]): Section {
  return table({
    section_id: 'strays',
    heading: 'Take off the shelf first',
    columns: [figures('Stood'), 'Call number', 'Title', figures('Barcode'), 'Why'],
    rows: strays.map(({ item, stood_number, reasons }) =>
      row({
        row_id: `stray ${item.barcode}`,
        tone: 'warn',
        cells: [
          figure(stood_number, 'quiet'),
          cell(item.call_number),
          cell(item.title),
          figure(item.barcode, 'quiet'),
          cell(allStrayWords(reasons, item.words), 'warn'),
        ],
        acts: [...(isToTakeBack(reasons, item.words) ? [checkInAct(item)] : []), offAct(item)],
        enter: lookAt(item),
      }),
    ),
    empty: '',
  })
}

function moveTable(moves: readonly Move<ToolItem>[]): Section {
  return table({
    section_id: 'moves',
    heading: `Put it right: ${moves.length === 1 ? 'one move' : `${moves.length} moves, in this order`}`,
    columns: [figures('Stood'), 'Take', 'Title', 'Put it right after', 'Title there'],
    rows: moves.map(moveRow),
    empty: '',
  })
}

function moveRow({ item, stood_number, after }: Move<ToolItem>): PageRow {
  return row({
    row_id: `move ${item.barcode}`,
    cells: [
      figure(stood_number, 'quiet'),
      cell(item.call_number),
      cell(item.title),
      cell(after ? after.call_number : 'at the start'),
      cell(after?.title ?? '', 'quiet'),
    ],
    enter: lookAt(item),
  })
}

/** The last scans, newest first: so that a clerk sees what the desk has read. */
function lastTable({ items }: ReadNow): Section {
  const last = items.map((item, at) => ({ item, number: at + 1 })).slice(-LAST_COUNT)
  return table({
    section_id: 'last',
    heading: items.length === 0 ? '' : 'Scanned last',
    columns: [figures('Stands'), 'Call number', 'Title', 'Author', figures('Barcode')],
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
        acts: [offAct(item)],
        enter: lookAt(item),
      }),
    ),
    empty: 'Nothing is scanned yet. Begin at the left end of the shelf.',
  })
}

function offAct({ barcode }: ToolItem): Act {
  return act({ key: 'X', label: 'Take this scan back', call: callOf('shelf.take-off', { item_barcode: barcode }) })
}

function pageActs(desk: Desk, now: ReadNow): readonly Act[] {
  const last = now.items.at(-1)
  if (!last) return []
  const { shelf } = desk.session.shelf_tools
  const note = act({
    key: 'N',
    label: 'Note all seen',
    call: callOf('shelf.note-seen', {}),
    says: 'Each item is noted as seen here today. What was missing or looked for is in again; nothing else changes.',
  })
  const toDo = now.reading.strays.length + now.reading.moves.length
  return [
    ...(isNoted(shelf) ? [] : [note]),
    ...(toDo === 0 ? [] : [goTo({ place: 'receipt', about: 'list moves' }, 'On paper', 'P')]),
    aboutAct(desk, now),
    act({ key: 'U', label: 'Last scan off', call: callOf('shelf.take-off', { item_barcode: last.barcode }) }),
    act({
      key: 'C',
      label: 'Begin anew',
      call: callOf('shelf.clear', {}),
      says: `${now.items.length} scanned are forgotten. No record changes.`,
    }),
  ]
}

/** Options are picked by digit, so there are nine at most. */
const PLACES_MAX = 8

function aboutAct(desk: Desk, { items, profile, is_profile_said }: ReadNow): Act {
  const said = desk.session.shelf_tools.shelf.location
  const seen = items.map((item) => item.location).filter((place) => place !== '')
  const places = [...new Set([...(said === null ? [] : [said]), ...seen])].slice(0, PLACES_MAX)
  const orders = SHELF_PROFILES.map((one) => ({ value: one, label: capital(PROFILE_WORDS[one]) }))
  return act({
    key: 'W',
    label: 'Shelf, order',
    call: callOf('shelf.about', {}),
    says: 'The order is kept at this desk for this place, for carts too.',
    asks: [
      field('location', 'Place', 'choice', {
        value: said ?? '',
        options: [
          { value: '', label: 'Where most of them belong' },
          ...places.map((value) => ({ value, label: value })),
        ],
      }),
      field('profile', 'Stands', 'choice', {
        value: is_profile_said ? profile : '',
        options: [{ value: '', label: 'As the labels look' }, ...orders],
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
