/**
 * The order of the shelves at this library: the profile of each location, as set at this desk, and the library's own
 * customs from its settings. Every list to walk with asks here, so that all have one order.
 */
import { SHELF_PROFILES, type ShelfProfile } from '../../../shared/catalog/call-number/profile.ts'
import { sortCart, type CartGroup, type CartOptions } from '../../../shared/catalog/shelf/cart.ts'
import type { ShelfItem } from '../../../shared/catalog/shelf/shelf-item.ts'
import { signFinder, type ShelfSign, type Sought } from '../../../shared/catalog/shelf/signs.ts'
import { shelfCustoms } from '../../../shared/policy/library-settings.ts'
import type { LibraryPolicy } from '../../../shared/policy/policy-facts.ts'
import { ownDocument, readOwn, writeOwn } from '../../journal/own-values.ts'
import type { Library } from '../../library/library.ts'

/** Where the profiles set here are kept: beside the desk's own settings, one for each location. */
const PROFILES = 'shelf_profiles'

/** The profile of each location, where it was set at this desk; otherwise it is guessed from the call numbers. */
export function readProfiles(library: Library): ReadonlyMap<string, ShelfProfile> {
  const found = ownDocument(readOwn(library.db, PROFILES))
  return new Map(
    Object.entries(found).flatMap(([location, name]) => {
      const profile = SHELF_PROFILES.find((one) => one === name)
      return profile ? [[location, profile] as const] : []
    }),
  )
}

/** Sets the profile of a location; null: it is guessed again. */
export function keepProfile(library: Library, location: string, profile: ShelfProfile | null): void {
  const said = new Map(readProfiles(library))
  if (profile === null) said.delete(location)
  else said.set(location, profile)
  writeOwn(library.journal, { [PROFILES]: JSON.stringify(Object.fromEntries(said)) })
}

export function shelfOptions(library: Library): CartOptions {
  const { settings } = library.policy()
  return { ...shelfCustoms(settings), locations: settings.shelf_walk }
}

/** Location by location along the walk, each in the order of its shelf. */
export function alongTheShelves<Item extends Omit<ShelfItem, 'profile'>>(
  library: Library,
  items: readonly Item[],
): readonly CartGroup<Item & ShelfItem>[] {
  const profiles = readProfiles(library)
  const placed = items.map((item) => ({ ...item, profile: profiles.get(item.location) ?? null }))
  return sortCart(placed, shelfOptions(library)).groups
}

/** The rules about where items are. */
export type SignRules = Pick<LibraryPolicy, 'shelf_signs' | 'settings'>

/** Finds the sign over an item by these rules, in the order of the shelves as it was said at this desk. */
export function findSign(library: Library, { shelf_signs, settings }: SignRules): (item: Sought) => ShelfSign | null {
  const profiles = readProfiles(library)
  const profileOf = (location: string): ShelfProfile | null => profiles.get(location) ?? null
  return signFinder(shelf_signs, { profileOf, options: shelfCustoms(settings) })
}

/** Directions for a patron, from the sign over its shelf; empty when no sign covers it. */
export function directions(
  library: Library,
  item: { readonly home_branch_code: string; readonly location: string; readonly call_number: string },
): string {
  return findSign(library, library.policy().source)({ ...item, branch_code: item.home_branch_code })?.words ?? ''
}
