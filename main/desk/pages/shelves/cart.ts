/**
 * Sort my cart: scan it item by item; the page shows the order to shelve, place by place, the next one first. What is
 * out, waited for or at home elsewhere stands apart. A scan here lends nothing and takes nothing back.
 */
import type { Act, PageRow, PageView, Section } from '../../../../shared/desk/page.ts'
import type { CartGroup, CartStop } from '../../../../shared/catalog/shelf/cart.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { scannedOf } from '../../../../shared/desk/shelf-tools.ts'
import { allStrayWords, isToTakeBack, RELATION_WORDS } from '../../../../shared/desk/words/words-shelf.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Desk } from '../../desk.ts'
import { here } from '../../../library/here.ts'
import { nextStop, scanForCart, sortedCart, undoAtCart, type Aside, type SortedCart } from '../../shelves/cart.ts'
import type { ToolItem } from '../../shelves/facts.ts'
import { isForTool } from '../../shelves/scanned.ts'
import type { ScanTaker, UndoTaker } from '../kinds.ts'
import { act, callOf, cell, facts, figure, figures, goTo, page, row, table } from '../make.ts'

export function cartPage(desk: Desk): PageView {
  const sorted = sortedCart(desk)
  const next = nextStop(sorted)
  return page(desk.library, {
    ref: { place: 'cart', about: '' },
    heading: 'Sort a cart',
    lead: leadOf(desk),
    line_hint: 'Scan the next item on the cart',
    sections: [
      ...progress(sorted, next),
      ...groupTables(sorted),
      ...(sorted.asides.length > 0 ? [asideTable(sorted.asides)] : []),
    ],
    acts: pageActs(desk),
    enter: next ? shelvedAct(next.item, 'Shelved, the next one') : null,
  })
}

function leadOf(desk: Desk): string {
  const { begun_at_ms } = desk.session.shelf_tools.cart
  if (begun_at_ms === null) return 'Scan the cart item by item, in any order. Nothing is lent or checked in by it.'
  const { branch, today } = here(desk.library)
  return `Begun ${sayMoment(instant(begun_at_ms), branch.zone, today)}. Enter: the next one stands on its shelf.`
}

function progress({ groups, asides, shelved }: SortedCart, next: ReturnType<typeof nextStop>): readonly Section[] {
  const count = groups.reduce((sum, { stops }) => sum + stops.length, 0)
  if (count + asides.length === 0) return []
  const done_count = groups.flatMap(({ stops }) => stops).filter(({ item }) => shelved.has(item.barcode)).length
  return [
    facts('progress', '', [
      ['Next', next ? nextWords(next) : ''],
      ['Shelved', count > 0 ? `${done_count} of ${count}` : '', done_count === count ? 'good' : 'plain'],
      ['Set aside', asides.length > 0 ? String(asides.length) : '', 'warn'],
    ]),
  ]
}

function nextWords({ location, item }: NonNullable<ReturnType<typeof nextStop>>): string {
  const what = [item.call_number, item.title].filter((part) => part !== '').join(', ')
  return location === '' ? what : `${location}: ${what}`
}

function asideTable(asides: readonly Aside[]): Section {
  return table({
    section_id: 'aside',
    heading: 'Set aside: not for the shelves here',
    columns: ['Title', 'Call number', figures('Barcode'), 'Why'],
    rows: asides.map(({ item, reasons }) =>
      row({
        row_id: `aside ${item.barcode}`,
        tone: 'warn',
        cells: [
          cell(item.title),
          cell(item.call_number),
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

/** What checks it in here, without leaving the page: as F2 and a scan would. */
export function checkInAct({ barcode }: Pick<ToolItem, 'barcode'>): Act {
  return act({ key: 'I', label: 'Check it in', call: callOf('shelf.check-in', { item_barcode: barcode }) })
}

export function lookAt({ row: known, barcode }: ToolItem): Act | null {
  return known ? goTo({ place: 'item', about: barcode }, 'Look at it') : null
}

function offAct({ barcode }: ToolItem): Act {
  return act({ key: 'X', label: 'Take it off the cart', call: callOf('cart.take-off', { item_barcode: barcode }) })
}

function shelvedAct({ barcode }: ToolItem, label: string, key = ''): Act {
  return act({ key, label, call: callOf('cart.shelved', { item_barcode: barcode }) })
}

/** What is left at each place. Numbers go through the whole cart and stay what they were, as on the paper. */
function groupTables({ groups, shelved }: SortedCart): readonly Section[] {
  let before_count = 0
  return groups.flatMap((group) => {
    const from = before_count
    before_count += group.stops.length
    const left = group.stops.filter(({ item }) => !shelved.has(item.barcode))
    return left.length === 0 ? [] : [groupTable(group.location, left, from)]
  })
}

function groupTable(location: string, left: CartGroup<ToolItem>['stops'], from: number): Section {
  return table({
    section_id: `place ${location}`,
    heading: `${location || 'The records name no place'}, ${left.length}`,
    columns: [figures('No.'), 'Call number', 'Title', 'Author', 'Beside the one before'],
    rows: left.map((stop) => stopRow(stop, from)),
    empty: '',
  })
}

function stopRow({ item, number, relation, is_readable }: CartStop<ToolItem>, from: number): PageRow {
  return row({
    row_id: `item ${item.barcode}`,
    cells: [
      figure(from + number, 'quiet'),
      is_readable ? cell(item.call_number) : cell(item.call_number || 'none: look at the label', 'warn'),
      cell(item.title),
      cell(item.author, 'quiet'),
      cell(RELATION_WORDS[relation], 'quiet'),
    ],
    acts: [shelvedAct(item, 'Shelved', 'S'), offAct(item)],
  })
}

function pageActs(desk: Desk): readonly Act[] {
  const { cart } = desk.session.shelf_tools
  const last = scannedOf(cart).at(-1)
  if (last === undefined) return []
  return [
    goTo({ place: 'receipt', about: 'list sorted' }, 'On paper', 'P'),
    act({ key: 'U', label: 'Take the last off', call: callOf('cart.take-off', { item_barcode: last }) }),
    act({
      key: 'C',
      label: 'Clear the cart',
      call: callOf('cart.clear', {}),
      says: `${scannedOf(cart).length} scanned are forgotten. No record changes.`,
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
