/**
 * Sort my cart: the scanned items in shelving order, and what to set aside instead. Changes no record: an item is
 * checked in only when the clerk says so. Scans never check anything out or in.
 */
import type { CartGroup } from '../../../shared/catalog/shelf/cart.ts'
import { asideReasons, type StrayReason } from '../../../shared/catalog/shelf/read-shelf.ts'
import type { Refusal } from '../../../shared/refusals/refusals.ts'
import { ordinal } from '../../../shared/circulation/holds/hold-queue.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import {
  offCart,
  ontoCart,
  SCANNED_MAX,
  scannedOf,
  shelved,
  shelvedOf,
  stepBack,
} from '../../../shared/desk/shelf-tools.ts'
import { plainBand } from '../../../shared/desk/words/words.ts'
import { allStrayWords } from '../../../shared/desk/words/words-shelf.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { cartOrder } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { here } from '../../library/here.ts'
import { paperFacts } from '../../papers/facts.ts'
import { keepTools, toolItems, type ToolItem } from './facts.ts'
import { alongTheShelves } from '../../circulation/shelves/order.ts'
import { undoRecorded } from './recorded.ts'

export type Aside = { readonly item: ToolItem; readonly reasons: readonly StrayReason[] }

export type SortedCart = {
  /** Each location with all its items, also the shelved ones, so that numbers do not change. */
  readonly groups: readonly CartGroup<ToolItem>[]
  readonly asides: readonly Aside[]
  readonly shelved: ReadonlySet<string>
}

export function sortedCart(desk: Desk): SortedCart {
  const { cart } = desk.session.shelf_tools
  const { branch_code } = here(desk.library).branch
  const all = toolItems(desk.library, scannedOf(cart)).map((item) => ({
    item,
    reasons: asideReasons(item, branch_code),
  }))
  const groups = alongTheShelves(
    desk.library,
    all.flatMap(({ item, reasons }) => (reasons.length === 0 ? [item] : [])),
  )
  return { groups, asides: all.filter(({ reasons }) => reasons.length > 0), shelved: shelvedOf(cart) }
}

/** Adds an item to the cart, and says where it goes among the others. */
export function scanForCart(desk: Desk, barcode: string): void {
  const { cart } = desk.session.shelf_tools
  const before = scannedOf(cart)
  if (before.includes(barcode)) {
    const [item] = toolItems(desk.library, [barcode])
    const says = plainBand('done', item?.title ?? barcode, 'Scanned already: it is on the cart once')
    desk.session = withBand(desk.session, says)
    return
  }
  if (before.length >= SCANNED_MAX) return sayFull(desk, 'Shelve these first, then clear the cart')
  keepTools(desk, { cart: ontoCart(cart, barcode, desk.library.clock.now()) })
  sayPlace(desk, barcode)
}

/** The list is full: says so, and the scan changes nothing. */
export function sayFull(desk: Desk, what: string): void {
  desk.session = withBand(desk.session, plainBand('stop', `${SCANNED_MAX} are scanned`, what))
}

function sayPlace(desk: Desk, barcode: string): void {
  const { groups, asides } = sortedCart(desk)
  const aside = asides.find(({ item }) => item.barcode === barcode)
  if (aside) {
    const { item, reasons } = aside
    const outcome = item.is_known ? 'route' : 'stop'
    const words = allStrayWords(reasons, item.words)
    desk.session = withBand(desk.session, plainBand(outcome, item.title, 'Set aside', words))
    return
  }
  for (const { location, stops } of groups) {
    const at = stops.findIndex(({ item }) => item.barcode === barcode)
    const stop = stops[at]
    if (!stop) continue
    const before = stops[at - 1]
    const place = stops.length === 1 ? 'The first there' : `${ordinal(at + 1)} of ${stops.length} there`
    const after = before ? `after ${before.item.call_number || before.item.title}` : ''
    const unread = stop.is_readable ? '' : 'Its call number cannot be read: it stands last'
    const band = plainBand('done', stop.item.title, [place, after].filter(Boolean).join(', '), unread)
    const text = stop.item.call_number || 'no call number'
    desk.session = withBand(desk.session, { ...band, fact: { label: location || 'no place', text } })
  }
}

/** Marks one as shelved. Repeating it changes nothing. */
export function shelveOne(desk: Desk, barcode: string): void {
  keepTools(desk, { cart: shelved(desk.session.shelf_tools.cart, barcode) })
  const next = nextStop(sortedCart(desk))
  const [item] = toolItems(desk.library, [barcode])
  const says = next ? `Next: ${next.item.call_number || next.item.title}` : 'That was the last of the cart'
  desk.session = withBand(desk.session, plainBand('done', item?.title ?? barcode, 'Shelved', says))
}

/** The first that is not shelved yet, with its location. */
export function nextStop({ groups, shelved: done }: SortedCart) {
  for (const { location, stops } of groups) {
    const stop = stops.find(({ item }) => !done.has(item.barcode))
    if (stop) return { location, ...stop }
  }
  return null
}

export function takeOffCart(desk: Desk, barcode: string): void {
  const { cart } = desk.session.shelf_tools
  const [item] = toolItems(desk.library, [barcode])
  if (!scannedOf(cart).includes(barcode)) return
  keepTools(desk, { cart: offCart(cart, barcode) })
  desk.session = withBand(desk.session, plainBand('done', item?.title ?? barcode, 'Taken off the cart'))
}

/** Ctrl+Z on the page: undoes the last step, a scan or a shelving, or a check-in that came after it. */
export function undoAtCart(desk: Desk, command: Command): Refusal | null | 'not-here' {
  const { cart } = desk.session.shelf_tools
  const taken = undoRecorded(desk, command, cart.recorded, cart.steps.length)
  if (taken === null) keepTools(desk, { cart: { ...cart, recorded: null } })
  if (taken !== 'not-here') return taken
  const last = cart.steps.at(-1)
  if (!last) return 'not-here'
  keepTools(desk, { cart: stepBack(cart) })
  const [item] = toolItems(desk.library, [last.item_barcode])
  const says = last.step === 'scanned' ? 'Taken off the cart' : 'Not shelved yet: it is on the cart again'
  desk.session = withBand(desk.session, plainBand('done', item?.title ?? last.item_barcode, says))
  return null
}

/** What is still to be shelved, in order. */
export function sortedCartPaper(desk: Desk): ReceiptDocument {
  const { groups, shelved: done } = sortedCart(desk)
  const left = groups.map(({ location, stops }) => ({
    location,
    items: stops.map(({ item }) => item).filter(({ barcode }) => !done.has(barcode)),
  }))
  return cartOrder({ ...paperFacts(desk.library), groups: left }, en)
}
