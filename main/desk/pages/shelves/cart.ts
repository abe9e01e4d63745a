/**
 * Sort my cart: scan it item by item; the page shows the order to shelve, place by place, the next one first. What is
 * out, waited for or at home elsewhere stands apart. A scan here lends nothing and takes nothing back.
 */
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import type { CartGroup, CartStop } from '../../../../shared/catalog/shelf/cart.ts'
import { scannedOf } from '../../../../shared/desk/shelf-tools.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Desk } from '../../desk.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { speechOf } from '../../clerk-language.ts'
import { nextStop, scanForCart, sortedCart, undoAtCart, type Aside, type SortedCart } from '../../shelves/sort-cart.ts'
import type { ToolItem } from '../../shelves/tool-items.ts'
import { isForTool } from './scanned.ts'
import { isToTakeBack, strayText } from '../../shelves/strays.ts'
import type { ScanTaker, UndoTaker } from '../kinds.ts'
import { drawnSteps } from '../drawn-steps.ts'
import { act, callOf, cell, facts, figure, figures, goTo, page, row, steps, table } from '../make.ts'

type ShelfWords = Words['pages']['shelves']

export function cartPage(desk: Desk): PageView {
  const speech = speechOf(desk)
  const words = speech.words.pages.shelves
  const { heading, line_hint, shelve_next } = words.cart
  const sorted = sortedCart(desk)
  const next = nextStop(sorted)
  return page(desk.library, {
    ref: { place: 'cart', about: '' },
    heading,
    lead: leadOf(desk, speech),
    line_hint,
    sections: [
      ...begin(speech, sorted),
      ...progress(words, sorted, next),
      ...groupTables(words, sorted),
      ...(sorted.asides.length > 0 ? [asideTable(words, sorted.asides)] : []),
    ],
    acts: pageActs(desk, words),
    enter: next ? shelvedAct(next.item, shelve_next) : null,
  })
}

function leadOf(desk: Desk, { words, moment }: Speech): string {
  const { lead, begun } = words.pages.shelves.cart
  const { begun_at_ms } = desk.session.shelf_tools.cart
  return begun_at_ms === null ? lead : begun(moment(instant(begun_at_ms)))
}

/** How to begin, while the cart is empty. */
function begin(speech: Speech, { groups, asides }: SortedCart): readonly Section[] {
  return groups.length + asides.length === 0 ? [steps('begin', '', '', drawnSteps(speech, 'cart'))] : []
}

function progress(
  words: ShelfWords,
  { groups, asides, shelved }: SortedCart,
  next: ReturnType<typeof nextStop>,
): readonly Section[] {
  const { cart } = words
  const count = groups.reduce((sum, { stops }) => sum + stops.length, 0)
  if (count + asides.length === 0) return []
  const done_count = groups.flatMap(({ stops }) => stops).filter(({ item }) => shelved.has(item.barcode)).length
  return [
    ...(count === 0 ? [] : [walk(words, { groups, shelved }, next)]),
    facts('progress', '', [
      [cart.shelved, count > 0 ? cart.shelved_count(done_count, count) : '', done_count === count ? 'good' : 'plain'],
      [cart.aside, asides.length > 0 ? String(asides.length) : '', 'warn'],
    ]),
  ]
}

/** The aisles in the order of the walk, each with all its stops, so that what is done stays in sight. */
function walk(
  { cart, no_location }: ShelfWords,
  { groups, shelved }: Pick<SortedCart, 'groups' | 'shelved'>,
  next: ReturnType<typeof nextStop>,
): Section {
  let before_count = 0
  const aisles = groups.map(({ location, stops }) => {
    const from = before_count
    before_count += stops.length
    const done_count = stops.filter(({ item }) => shelved.has(item.barcode)).length
    return {
      place: location || no_location,
      says: cart.shelved_count(done_count, stops.length),
      stops: stops.map(({ item, number }) => ({
        number: from + number,
        call_number: item.call_number || item.title,
        state: shelved.has(item.barcode)
          ? ('done' as const)
          : item === next?.item
            ? ('next' as const)
            : ('ahead' as const),
      })),
    }
  })
  return {
    kind: 'walk',
    section_id: 'walk',
    heading: '',
    says: next ? '' : cart.last,
    next: next && {
      label: cart.next,
      place: next.location || no_location,
      call_number: next.item.call_number || cart.no_call_number,
      title: next.item.title,
    },
    states: { done: cart.shelved, next: cart.next },
    aisles,
  }
}

function asideTable(words: ShelfWords, asides: readonly Aside[]): Section {
  return table({
    section_id: 'aside',
    heading: words.cart.aside_heading,
    columns: [words.title, words.call_number, words.barcode, words.reason],
    rows: asides.map(({ item, reasons }) =>
      row({
        row_id: `aside ${item.barcode}`,
        tone: 'warn',
        cells: [
          cell(item.title),
          cell(item.call_number),
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

/** What checks it in here, without leaving the page: as F2 and a scan would. */
export function checkInAct({ check_in }: ShelfWords, { barcode }: Pick<ToolItem, 'barcode'>): Act {
  return act({ key: 'I', label: check_in, call: callOf('shelf.check-in', { item_barcode: barcode }) })
}

export function lookAt({ look }: ShelfWords, { row: known, barcode }: ToolItem): Act | null {
  return known ? goTo({ place: 'item', about: barcode }, look) : null
}

function offAct({ cart }: ShelfWords, { barcode }: ToolItem): Act {
  return act({ key: 'X', label: cart.take_off, call: callOf('cart.take-off', { item_barcode: barcode }) })
}

function shelvedAct({ barcode }: ToolItem, label: string, key = ''): Act {
  return act({ key, label, call: callOf('cart.shelved', { item_barcode: barcode }) })
}

/** What is left at each place. Numbers go through the whole cart and stay what they were, as on the paper. */
function groupTables(words: ShelfWords, { groups, shelved }: SortedCart): readonly Section[] {
  let before_count = 0
  return groups.flatMap((group) => {
    const from = before_count
    before_count += group.stops.length
    const left = group.stops.filter(({ item }) => !shelved.has(item.barcode))
    return left.length === 0 ? [] : [groupTable(words, group.location, left, from)]
  })
}

function groupTable(words: ShelfWords, location: string, left: CartGroup<ToolItem>['stops'], from: number): Section {
  const { group, columns } = words.cart
  return table({
    section_id: `place ${location}`,
    heading: group(location || words.no_location, left.length),
    columns: [figures(columns.number), words.call_number, words.title, words.author, columns.beside],
    rows: left.map((stop) => stopRow(words, stop, from)),
    empty: '',
  })
}

function stopRow(words: ShelfWords, stop: CartStop<ToolItem>, from: number): PageRow {
  const { item, number, relation, is_readable } = stop
  const { cart } = words
  return row({
    row_id: `item ${item.barcode}`,
    cells: [
      figure(from + number, 'quiet'),
      is_readable ? cell(item.call_number) : cell(item.call_number || cart.no_number, 'warn'),
      cell(item.title),
      cell(item.author, 'quiet'),
      cell(cart.relation[relation], 'quiet'),
    ],
    acts: [shelvedAct(item, cart.shelve, 'S'), offAct(words, item)],
  })
}

function pageActs(desk: Desk, words: ShelfWords): readonly Act[] {
  const { cart } = desk.session.shelf_tools
  const last = scannedOf(cart).at(-1)
  if (last === undefined) return []
  return [
    goTo({ place: 'receipt', about: 'list sorted' }, words.print, 'P'),
    act({ key: 'U', label: words.cart.take_last, call: callOf('cart.take-off', { item_barcode: last }) }),
    act({
      key: 'C',
      label: words.cart.clear,
      call: callOf('cart.clear', {}),
      says: words.clear_says(scannedOf(cart).length),
    }),
  ]
}

export const takeForCart: ScanTaker = (desk, _command, scanned) => {
  if (!isForTool(scanned)) return false
  scanForCart(desk, scanned.barcode)
  return true
}

/** Ctrl+Z takes the last step at the cart back before anything that was done elsewhere. */
export const undoCartStep: UndoTaker = (desk, command) => undoAtCart(desk, command)
