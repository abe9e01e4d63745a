/**
 * What the session keeps for the two shelf tools: barcodes in the order of scanning, and how far the cart is shelved.
 * Pure. Must never hold more of an item than its barcode, nor anything about people: it outlives whoever is at the
 * desk.
 */

/** One step at the cart, so that the last can be taken back whichever it was. */
export type CartStep = { readonly step: 'scanned' | 'shelved'; readonly item_barcode: string }

/** What was recorded from a tool's page last, and how many steps or scans there were then: it is undone first. */
export type Recorded = { readonly command_id: string; readonly count: number }

export type Cart = {
  /** When the first item was scanned; null while there is none. */
  readonly begun_at_ms: number | null
  readonly steps: readonly CartStep[]
  /** The last check-in. */
  readonly recorded: Recorded | null
}

export type ShelfScans = {
  readonly begun_at_ms: number | null
  /** As they stand, from the left. */
  readonly scanned: readonly string[]
  /** The location that was said; null: the one that most of them belong to. */
  readonly location: string | null
  /** The last time that all were noted as seen: by which command, and how many were scanned then. */
  readonly noted: Recorded | null
  /** The last check-in. */
  readonly recorded: Recorded | null
}

export type ShelfTools = { readonly cart: Cart; readonly shelf: ShelfScans }

export const NO_CART: Cart = { begun_at_ms: null, steps: [], recorded: null }
export const NO_SHELF: ShelfScans = { begun_at_ms: null, scanned: [], location: null, noted: null, recorded: null }
export const NO_SHELF_TOOLS: ShelfTools = { cart: NO_CART, shelf: NO_SHELF }

/** More than any cart or shelf holds: the session travels with every answer, so it has to end somewhere. */
export const SCANNED_MAX = 500

/** What is on the cart, in the order of scanning, also what was shelved since. */
export function scannedOf({ steps }: Cart): readonly string[] {
  return steps.filter(({ step }) => step === 'scanned').map(({ item_barcode }) => item_barcode)
}

export function shelvedOf({ steps }: Cart): ReadonlySet<string> {
  return new Set(steps.filter(({ step }) => step === 'shelved').map(({ item_barcode }) => item_barcode))
}

/** One more item on the cart. Scanned a second time it is there already. */
export function ontoCart(cart: Cart, item_barcode: string, at_ms: number): Cart {
  if (scannedOf(cart).includes(item_barcode)) return cart
  return { ...cart, begun_at_ms: cart.begun_at_ms ?? at_ms, steps: [...cart.steps, { step: 'scanned', item_barcode }] }
}

/** It stands on its shelf now. Only what is on the cart can be shelved, and once. */
export function shelved(cart: Cart, item_barcode: string): Cart {
  if (!scannedOf(cart).includes(item_barcode) || shelvedOf(cart).has(item_barcode)) return cart
  return { ...cart, steps: [...cart.steps, { step: 'shelved', item_barcode }] }
}

/** Takes an item off the cart with all that was done with it. */
export function offCart(cart: Cart, item_barcode: string): Cart {
  const steps = cart.steps.filter((one) => one.item_barcode !== item_barcode)
  return steps.length === 0 ? NO_CART : { ...cart, steps }
}

/** The last step undone: a scan, or that it was shelved. */
export function stepBack(cart: Cart): Cart {
  const steps = cart.steps.slice(0, -1)
  return steps.length === 0 ? NO_CART : { ...cart, steps }
}

/** One more item on the shelf. A second scan of it is kept out: the first place counts. */
export function ontoShelf(shelf: ShelfScans, item_barcode: string, at_ms: number): ShelfScans {
  if (shelf.scanned.includes(item_barcode)) return shelf
  return { ...shelf, begun_at_ms: shelf.begun_at_ms ?? at_ms, scanned: [...shelf.scanned, item_barcode] }
}

/** Takes one scan off the shelf; which shelf it is stays said. */
export function offShelf(shelf: ShelfScans, item_barcode: string): ShelfScans {
  const scanned = shelf.scanned.filter((one) => one !== item_barcode)
  return scanned.length === 0 ? { ...NO_SHELF, location: shelf.location } : { ...shelf, scanned }
}

/** Whether all that is scanned now was noted as seen. */
export function isNoted({ noted, scanned }: ShelfScans): boolean {
  return noted !== null && noted.count === scanned.length
}

/** An item was checked in from the page of this tool. */
export function withCheckIn(tools: ShelfTools, place: 'cart' | 'shelf', command_id: string): ShelfTools {
  const { cart, shelf } = tools
  return place === 'cart'
    ? { ...tools, cart: { ...cart, recorded: { command_id, count: cart.steps.length } } }
    : { ...tools, shelf: { ...shelf, recorded: { command_id, count: shelf.scanned.length } } }
}
