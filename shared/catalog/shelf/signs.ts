/**
 * Directions: picks, from the library's signs, the one over an item. Pure. Never sends anyone to a shelf of another
 * branch.
 */
import { callNumberKey } from '../call-number/call-number.ts'
import { guessProfile } from '../call-number/guess.ts'
import type { ShelfOptions, ShelfProfile } from '../call-number/profile.ts'
import { sectionRange, shelfRange, type ShelfRange } from '../call-number/range.ts'
import { SIGN } from '../call-number/alphabet.ts'
import { isOfScheme, schemeOf } from './sign-scheme.ts'

/** A range of shelves and the words that lead there: "Aisle 7, left side". Without numbers: the whole location. */
export type ShelfSign = {
  readonly sign_code: string
  /** '*': wherever a location has this name. */
  readonly branch_code: string
  readonly location: string
  readonly from_number: string | null
  readonly to_number: string | null
  readonly words: string
}

export type Sought = { readonly branch_code: string; readonly location: string; readonly call_number: string }

/**
 * How numbers sort: by the profile of a location, or null for what the number looks like; and the library's own
 * customs.
 */
export type SignOrder = {
  readonly profileOf: (location: string) => ShelfProfile | null
  readonly options: ShelfOptions
}

/** What tells one location from another on signs and items. */
export const placeName = (location: string): string => location.trim().toLowerCase()

type Stretch = ShelfRange & { readonly sign: ShelfSign }
type Place = { readonly whole: ShelfSign | null; readonly signs: readonly ShelfSign[] }

const placeKey = (branch_code: string, location: string): string => `${branch_code}\n${placeName(location)}`

/** The ranges as this profile reads them, in order of their start. */
function stretchesOf(signs: readonly ShelfSign[], profile: ShelfProfile, options: ShelfOptions): readonly Stretch[] {
  return signs
    .flatMap((sign) => {
      const { from_number, to_number } = sign
      if (from_number === null || to_number === null || !isOfScheme(schemeOf(from_number, to_number), profile))
        return []
      const both = [shelfRange, sectionRange].map((read) => read(from_number, to_number, profile, options))
      return both.flatMap((range) => (range ? [{ ...range, sign }] : []))
    })
    .toSorted((one, other) => {
      if (one.first_key !== other.first_key) return one.first_key < other.first_key ? -1 : 1
      return one.last_key === other.last_key ? 0 : one.last_key > other.last_key ? -1 : 1
    })
}

/**
 * The ways to read a number: by its location's profile, or by its looks. "921 LIN" is a biography and a Dewey number.
 */
function profilesOf(call_number: string, said: ShelfProfile | null): readonly ShelfProfile[] {
  const guessed = said ?? guessProfile(call_number)
  return said === null && guessed === 'biography' ? [guessed, 'dewey'] : [guessed]
}

/** Of the ranges that include the key, the one that begins last: the last sign passed along the shelf. */
function stretchAt(stretches: readonly Stretch[], key: string): ShelfSign | null {
  return stretches.findLast((one) => one.first_key <= key && key <= one.last_key)?.sign ?? null
}

/**
 * Finds the sign over an item, prepared for many look-ups: the branch's own before one for all branches, a range before
 * the whole location, and of two ranges that include it the one that begins last.
 */
export function signFinder(
  signs: readonly ShelfSign[],
  { profileOf, options }: SignOrder,
): (item: Sought) => ShelfSign | null {
  const grouped = Map.groupBy(signs, (sign) => placeKey(sign.branch_code, sign.location))
  const places = new Map<string, Place>(
    [...grouped].map(([key, all]) => {
      const whole = all.find((sign) => sign.from_number === null && sign.to_number === null) ?? null
      return [key, { whole, signs: all.filter((sign) => sign !== whole) }]
    }),
  )
  const read = new Map<string, readonly Stretch[]>()
  const stretches = (name: string, place: Place, profile: ShelfProfile): readonly Stretch[] => {
    const known = read.get(`${profile}\n${name}`) ?? stretchesOf(place.signs, profile, options)
    read.set(`${profile}\n${name}`, known)
    return known
  }
  return ({ branch_code, location, call_number }) => {
    for (const name of [placeKey(branch_code, location), placeKey('*', location)]) {
      const place = places.get(name)
      if (!place) continue
      const isPlaced = call_number !== '' && place.signs.length > 0
      for (const profile of isPlaced ? profilesOf(call_number, profileOf(location)) : []) {
        const key = callNumberKey(call_number, profile, options)
        // An unparsed key is recognized by itself: each of a million items is parsed once, not twice.
        const found = key.startsWith(SIGN.unread) ? null : stretchAt(stretches(name, place, profile), key)
        if (found) return found
      }
      if (place.whole) return place.whole
    }
    return null
  }
}
