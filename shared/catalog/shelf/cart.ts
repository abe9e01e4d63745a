/**
 * Sort my cart: the items scanned from a cart, in the order to shelve them, location by location. Never leaves an item
 * out, and never moves one between locations.
 */
import { callNumberKey, classKey, isCallNumber } from '../call-number/call-number.ts'
import { guessShelf } from '../call-number/guess.ts'
import { NO_OPTIONS, type ShelfOptions, type ShelfProfile } from '../call-number/profile.ts'
import { compareKeys } from '../fold.ts'
import { eachOnce, keyed, type KeyedItem, type ShelfItem } from './shelf-item.ts'

export type CartOptions = ShelfOptions & {
  /**
   * The walk through the building. Locations that are not listed follow by name; items without a location come last.
   */
  readonly locations?: readonly string[]
}

/**
 * How an item relates to the one shelved before it:
 * - `first`: the first at this location
 * - `same-title`: the same call number, author and title: right beside it
 * - `same-number`: the same call number, after it by author and title
 * - `same-class`: the same class number (or surname, or first word), a little further on
 * - `further`: further along the shelves
 */
export type Relation = 'first' | 'same-title' | 'same-number' | 'same-class' | 'further'

export type CartStop<Item extends ShelfItem> = {
  readonly item: Item
  /** 1, 2, 3 … within its location. */
  readonly number: number
  readonly relation: Relation
  /**
   * False when the call number is empty or cannot be parsed: the item goes to the end, and a person should look at it.
   */
  readonly is_readable: boolean
}

export type CartGroup<Item extends ShelfItem> = {
  readonly location: string
  readonly stops: readonly CartStop<Item>[]
}

export type CartOrder<Item extends ShelfItem> = {
  readonly groups: readonly CartGroup<Item>[]
  /** Barcodes that were scanned more than once, each counted once. */
  readonly scanned_again: readonly string[]
}

function relationTo<Item extends ShelfItem>(
  before: KeyedItem<Item> | undefined,
  one: KeyedItem<Item>,
  keyBy: (read: typeof classKey, item: Item) => string,
): Relation {
  if (!before) return 'first'
  if (before.key === one.key) return 'same-title'
  if (keyBy(callNumberKey, before.item) === keyBy(callNumberKey, one.item)) return 'same-number'
  return keyBy(classKey, before.item) === keyBy(classKey, one.item) ? 'same-class' : 'further'
}

function groupOf<Item extends ShelfItem>(
  location: string,
  items: readonly { readonly item: Item; readonly scanned_index: number }[],
  options: ShelfOptions,
): CartGroup<Item> {
  const guessed = guessShelf(items.map(({ item }) => item.call_number).filter((number) => number.trim() !== ''))
  const profileOf = (item: Item): ShelfProfile => item.profile ?? guessed
  const keyBy = (read: typeof classKey, item: Item): string => read(item.call_number, profileOf(item), options)
  const all = keyed(items, guessed, options, () => 'author-and-title')
  const sorted = all.sort((one, other) => compareKeys(one.key, other.key))
  const stops = sorted.map((one, index) => ({
    item: one.item,
    number: index + 1,
    relation: relationTo(sorted[index - 1], one, keyBy),
    is_readable: isCallNumber(one.item.call_number, profileOf(one.item)),
  }))
  return { location, stops }
}

/** The order in which to shelve a cart. Items with equal keys stay in the order of scanning. */
export function sortCart<Item extends ShelfItem>(
  scanned: readonly Item[],
  options: CartOptions = NO_OPTIONS,
): CartOrder<Item> {
  const { first, again } = eachOnce(scanned)
  const byLocation = Map.groupBy(first, ({ item }) => item.location)
  const walk = new Map((options.locations ?? []).map((location, index) => [location, index] as const))
  const rank = (location: string): number => (location === '' ? Infinity : (walk.get(location) ?? walk.size))
  const groups = [...byLocation]
    .sort(([one], [other]) => (rank(one) === rank(other) ? compareKeys(one, other) : rank(one) - rank(other)))
    .map(([location, items]) => groupOf(location, items, options))
  return { groups, scanned_again: again }
}
