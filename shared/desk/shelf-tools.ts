/**
 * What the session keeps for the two shelf tools: barcodes in scanning order, and how much of the cart is shelved.
 * Pure. Must never hold more of an item than its barcode, nor anything about people: it outlives the signed-in staff
 * member.
 */

/** One step at the cart, so that the last can be undone whichever it was. */
export type CartStep = { readonly step: 'scanned' | 'shelved'; readonly item_barcode: string }

/** What was last recorded from a tool's page, and how many steps or scans there were then: it is undone first. */
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
  /** In shelf order, from the left. */
  readonly scanned: readonly string[]
  /** The location that was set; null: the one that most of them belong to. */
  readonly location: string | null
  /** The last inventory of all of them: by which command, and how many were scanned then. */
  readonly noted: Recorded | null
  /** The last check-in. */
  readonly recorded: Recorded | null
}

export type ShelfTools = { readonly cart: Cart; readonly shelf: ShelfScans }

export const NO_CART: Cart = { begun_at_ms: null, steps: [], recorded: null }
export const NO_SHELF: ShelfScans = { begun_at_ms: null, scanned: [], location: null, noted: null, recorded: null }
export const NO_SHELF_TOOLS: ShelfTools = { cart: NO_CART, shelf: NO_SHELF }

/** More than any cart or shelf: the session travels with every answer, so its size is bounded. */
export const SCANNED_MAX = 500

/** What is on the cart, in scanning order, including what was shelved since. */
export function scannedOf({ steps }: Cart): readonly string[] {
  return steps.filter(({ step }) => step === 'scanned').map(({ item_barcode }) => item_barcode)
}

export function shelvedOf({ steps }: Cart): ReadonlySet<string> {
  return new Set(steps.filter(({ step }) => step === 'shelved').map(({ item_barcode }) => item_barcode))
}

/** Adds an item to the cart, unless it is there already. */
export function ontoCart(cart: Cart, item_barcode: string, at_ms: number): Cart {
  if (scannedOf(cart).includes(item_barcode)) return cart
  return { ...cart, begun_at_ms: cart.begun_at_ms ?? at_ms, steps: [...cart.steps, { step: 'scanned', item_barcode }] }
}

/** Marks an item as shelved. Only an item on the cart, and once. */
export function shelved(cart: Cart, item_barcode: string): Cart {
  if (!scannedOf(cart).includes(item_barcode) || shelvedOf(cart).has(item_barcode)) return cart
  return { ...cart, steps: [...cart.steps, { step: 'shelved', item_barcode }] }
}

/** Removes an item from the cart with all its steps. */
export function offCart(cart: Cart, item_barcode: string): Cart {
  const steps = cart.steps.filter((one) => one.item_barcode !== item_barcode)
  return steps.length === 0 ? NO_CART : { ...cart, steps }
}

/** Undoes the last step: a scan or a shelving. */
export function stepBack(cart: Cart): Cart {
  const steps = cart.steps.slice(0, -1)
  return steps.length === 0 ? NO_CART : { ...cart, steps }
}

/** Adds an item to the shelf. A second scan of it is ignored: the first place counts. */
export function ontoShelf(shelf: ShelfScans, item_barcode: string, at_ms: number): ShelfScans {
  if (shelf.scanned.includes(item_barcode)) return shelf
  return { ...shelf, begun_at_ms: shelf.begun_at_ms ?? at_ms, scanned: [...shelf.scanned, item_barcode] }
}

/** Removes one scan from the shelf; the location that was set stays. */
export function offShelf(shelf: ShelfScans, item_barcode: string): ShelfScans {
  const scanned = shelf.scanned.filter((one) => one !== item_barcode)
  return scanned.length === 0 ? { ...NO_SHELF, location: shelf.location } : { ...shelf, scanned }
}

/** Whether everything scanned now was inventoried. */
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
