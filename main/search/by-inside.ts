/**
 * Finds people by letters from inside a name, "arquez" for Márquez: names that end with them first. Bounded by how many
 * distinct names are scanned, however many people have them. search-patrons.ts (`insideWays`) says when it is tried.
 */
import { INSIDE_LETTERS_MIN } from '../../shared/catalog/name-tails.ts'
import { isCompassPoint, isKindOfWay } from '../../shared/catalog/patron-keys.ts'
import * as tails from '../store/patrons/name-tail-rows.ts'
import type { PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { prefix } from './key-bounds.ts'

/** How many distinct names with these letters inside are scanned. */
const NAMES_WALKED_MAX = 200
/** How many of the typed words are tried as the inside of a name, the longest first. */
const INSIDES_MAX = 2
/** Two words with fewer letters in total, and each shorter, are names still being typed. */
const BESIDE_LETTERS_MIN = 8
const LONG_WORD_LETTERS_MIN = 6

/** Each word that may be the inside of a name, with the rest of what was typed. */
export function insidesOf(words: readonly string[]): readonly { readonly inside: string; readonly others: string[] }[] {
  const isName = (word: string): boolean => !isCompassPoint(word) && !isKindOfWay(word)
  const isStillTyped = words.length > 1 && words.join('').length < BESIDE_LETTERS_MIN
  if (isStillTyped && words.every((word) => word.length < LONG_WORD_LETTERS_MIN)) return []
  const long = words.filter((word) => Array.from(word).length >= INSIDE_LETTERS_MIN && isName(word))
  const longest = long.toSorted((a, b) => b.length - a.length).slice(0, INSIDES_MAX)
  return longest.map((inside) => ({ inside, others: words.filter((word) => word !== inside) }))
}

/** @param others the starts of their other names; the caller filters people found by more than names */
export function byInside(
  db: ReadHandle,
  inside: string,
  others: readonly string[],
  limit: number,
): readonly PatronHitRow[] {
  const { from, below } = prefix(inside, 0)
  const { from: other_from, below: other_below, word } = prefix(others.join(' '), 0, others[0])
  const asked = { from, below, other_from, other_below, walked: NAMES_WALKED_MAX }
  const found: PatronHitRow[] = []
  for (const find of [tails.insideSurname, tails.insideFirstSurname, tails.insideGiven, tails.insideFirstGiven]) {
    if (found.length < limit) found.push(...db.all(find, { ...asked, limit: limit - found.length }))
  }
  if (found.length < limit) found.push(...db.all(tails.insideInner, { ...asked, word, limit: limit - found.length }))
  return found
}
