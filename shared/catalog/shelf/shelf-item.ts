/**
 * What the two shelf tools know about a scanned item, and how a location's items get their keys. No patron appears
 * here.
 */
import { shelfKey, type Placed } from '../call-number/call-number.ts'
import type { ShelfOptions, ShelfProfile, Ties } from '../call-number/profile.ts'

export type ShelfItem = Placed & {
  readonly barcode: string
  /** Where it belongs: "Fiction". Empty when the records do not say. */
  readonly location: string
}

/** An item with its key in the order of its location. */
export type KeyedItem<Item extends ShelfItem> = {
  readonly item: Item
  /** Of `shelfKey`: compared by code unit. */
  readonly key: string
  /** Its position in the order of scanning, from 0. */
  readonly scanned_index: number
}

/**
 * The items of one location with their keys. An unset profile is that of the location, so that one odd label does not
 * stand out. `ties`: what decides among equal numbers, unless the library has set it.
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

/** The scanned items, each barcode once, at its first position. Repeats are returned too, so that nothing vanishes. */
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
