/**
 * Directions: which sign stands over an item, of those that a library has put into words. Pure. Must never send anybody
 * to a shelf of another branch.
 */
import { isInRange, shelfRange } from '../call-number/call-number.ts'
import { guessProfile } from '../call-number/guess.ts'
import type { ShelfOptions, ShelfProfile } from '../call-number/profile.ts'

/** A stretch of shelves and the words that lead there: "Aisle 7, left side". Without numbers: all of the location. */
export type ShelfSign = {
  readonly sign_code: string
  /** '*': wherever the location is called so. */
  readonly branch_code: string
  readonly location: string
  readonly from_number: string | null
  readonly to_number: string | null
  readonly words: string
}

type Sought = { readonly branch_code: string; readonly location: string; readonly call_number: string }

/** How the numbers of a location stand; null: as the number itself looks. */
type Order = { readonly profile: ShelfProfile | null; readonly options: ShelfOptions }

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** The words of the sign over an item: the branch's own before one for all, a stretch before the whole location. */
export function directionsTo(item: Sought, signs: readonly ShelfSign[], { profile, options }: Order): string | null {
  const read = profile ?? guessProfile(item.call_number)
  const there = signs.filter((sign) => {
    if (!same(sign.location, item.location)) return false
    if (sign.branch_code !== '*' && sign.branch_code !== item.branch_code) return false
    const { from_number, to_number } = sign
    if (from_number === null || to_number === null) return true
    return item.call_number !== '' && isInRange(item.call_number, from_number, to_number, read, options)
  })
  const rank = (sign: ShelfSign): number => (sign.branch_code === '*' ? 2 : 0) + (sign.from_number === null ? 1 : 0)
  return there.toSorted((one, other) => rank(one) - rank(other))[0]?.words ?? null
}

/** Whether the stretch of a sign ends before it begins. */
export function isBackwards({ from_number, to_number }: ShelfSign): boolean {
  if (from_number === null || to_number === null) return false
  const { first_key, last_key } = shelfRange(from_number, to_number, guessProfile(from_number))
  return last_key < first_key
}
