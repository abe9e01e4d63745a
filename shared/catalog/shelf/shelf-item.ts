/**
 * What the two shelf tools are told about an item that was scanned, and how a location's items get their keys.
 * Must never hold a patron: a shelf knows none.
 */
import { shelfKey, type Placed } from '../call-number/call-number.ts'
import type { ShelfOptions, ShelfProfile, Ties } from '../call-number/profile.ts'

export type ShelfItem = Placed & {
  readonly barcode: string
  /** Where it belongs: "Fiction". Empty when the records do not say. */
  readonly location: string
}

/** An item with its place in the order of its location. */
export type KeyedItem<Item extends ShelfItem> = {
  readonly item: Item
  /** Of `shelfKey`: compared by code unit. */
  readonly key: string
  /** Where it was in the order of scanning, from nought. */
  readonly scanned_index: number
}

/**
 * The items of one location with their keys. Where the profile is not said it is the location's, so that one odd label
 * does not stand apart. `ties`: what decides among equal numbers, unless the library has said it.
 */
export function keyed<Item extends ShelfItem>(
  items: readonly { readonly item: Item; readonly scanned_index: number }[],
  guessed: ShelfProfile,
  options: ShelfOptions,
  ties: (profile: ShelfProfile) => Ties,
): KeyedItem<Item>[] {
  return items.map(({ item, scanned_index }) => {
    const profile = item.profile ?? guessed
    return { item, key: shelfKey({ ...item, profile }, { ties: ties(profile), ...options }), scanned_index }
  })
}

/** What was scanned, each barcode once: where it was first seen. The others are told, so that nothing vanishes. */
export function eachOnce<Item extends ShelfItem>(
  scanned: readonly Item[],
): { readonly first: { readonly item: Item; readonly scanned_index: number }[]; readonly again: readonly string[] } {
  const seen = new Set<string>()
  const again = new Set<string>()
  const first: { item: Item; scanned_index: number }[] = []
  for (const [scanned_index, item] of scanned.entries()) {
    if (seen.has(item.barcode)) again.add(item.barcode)
    else first.push({ item, scanned_index })
    seen.add(item.barcode)
  }
  return { first, again: [...again] }
}
