/**
 * Sort my cart: the scanned items in shelving order, and what to set aside instead. Changes no record: an item is
 * checked in only when the clerk says so. Scans never check anything out or in.
 */
import type { CartGroup } from '../../../shared/catalog/shelf/cart.ts'
import { asideReasons, type StrayReason } from '../../../shared/catalog/shelf/read-shelf.ts'
import type { Refusal } from '../../../shared/refusals/refusals.ts'
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
import type { Words } from '../../../shared/words/en/en.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { cartOrder } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { here } from '../../library/here.ts'
import { paperFacts } from '../../papers/facts-for-paper.ts'
import { keepTools, toolItems, type ToolItem } from './tool-items.ts'
import { alongTheShelves } from '../../circulation/shelves/order.ts'
import { undoRecorded } from './undo-recorded.ts'
import { speechOf } from '../clerk-language.ts'
import { strayText } from './strays.ts'

function cartWords(desk: Desk): Words['pages']['shelves']['cart'] {
  return speechOf(desk).words.pages.shelves.cart
}

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
  const all = toolItems(desk, scannedOf(cart)).map((item) => ({
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
    const [item] = toolItems(desk, [barcode])
    const says = plainBand('done', item?.title ?? barcode, cartWords(desk).again)
    desk.session = withBand(desk.session, says)
    return
  }
  if (before.length >= SCANNED_MAX) return sayFull(desk, cartWords(desk).shelve_first)
  keepTools(desk, { cart: ontoCart(cart, barcode, desk.library.clock.now()) })
  sayPlace(desk, barcode)
}

/** The list is full: says so, and the scan changes nothing. */
export function sayFull(desk: Desk, what: string): void {
  desk.session = withBand(desk.session, plainBand('stop', speechOf(desk).words.pages.shelves.full(SCANNED_MAX), what))
}

function sayPlace(desk: Desk, barcode: string): void {
  const words = speechOf(desk).words.pages.shelves
  const { aside: set_aside, unread, no_call_number } = words.cart
  const { groups, asides } = sortedCart(desk)
  const aside = asides.find(({ item }) => item.barcode === barcode)
  if (aside) {
    const { item, reasons } = aside
    const outcome = item.is_known ? 'route' : 'stop'
    const reason = strayText(words, reasons, item.words)
    desk.session = withBand(desk.session, plainBand(outcome, item.title, set_aside, reason))
    return
  }
  for (const { location, stops } of groups) {
    const at = stops.findIndex(({ item }) => item.barcode === barcode)
    const stop = stops[at]
    if (!stop) continue
    const place = placeText(words, stops, at)
    const band = plainBand('done', stop.item.title, place, stop.is_readable ? '' : unread)
    const text = stop.item.call_number || no_call_number
    desk.session = withBand(desk.session, { ...band, fact: { label: location || words.no_location, text } })
  }
}

function placeText({ cart }: Words['pages']['shelves'], stops: CartGroup<ToolItem>['stops'], at: number): string {
  const before = stops[at - 1]?.item
  if (stops.length === 1) return cart.first
  if (!before) return cart.place(at + 1, stops.length)
  return cart.place_after(at + 1, stops.length, before.call_number || before.title)
}

/** Marks one as shelved. Repeating it changes nothing. */
export function shelveOne(desk: Desk, barcode: string): void {
  keepTools(desk, { cart: shelved(desk.session.shelf_tools.cart, barcode) })
  const next = nextStop(sortedCart(desk))
  const [item] = toolItems(desk, [barcode])
  const { now_next, last, shelve } = cartWords(desk)
  const says = next ? now_next(next.item.call_number || next.item.title) : last
  desk.session = withBand(desk.session, plainBand('done', item?.title ?? barcode, shelve, says))
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
  const [item] = toolItems(desk, [barcode])
  if (!scannedOf(cart).includes(barcode)) return
  keepTools(desk, { cart: offCart(cart, barcode) })
  desk.session = withBand(desk.session, plainBand('done', item?.title ?? barcode, cartWords(desk).taken_off))
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
  const [item] = toolItems(desk, [last.item_barcode])
  const { taken_off, unshelved } = cartWords(desk)
  const says = last.step === 'scanned' ? taken_off : unshelved
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
