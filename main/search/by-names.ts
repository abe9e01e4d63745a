/**
 * Finds people by the starts of their names, surname and given name in either order, alphabetically, also when more
 * match than are asked for. Bounded, however common the name. Reads no person only to leave them out again.
 */
import { compareKeys } from '../../shared/catalog/fold.ts'
import * as rows from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { prefix } from './key-bounds.ts'

/** How many distinct leading names a search walks: bounds its time. */
const SURNAMES_WALKED_MAX = 300
const GIVENS_WALKED_MAX = 600
/** How many matches led by given names are sorted. If there are more, surnames lead quickly. */
const ORDERED_MAX = 150

/** @param word another word that must match but is not a name; empty for none */
export function byNames(
  db: ReadHandle,
  words: readonly string[],
  limit: number,
  word = '',
): readonly rows.PatronHitRow[] {
  const [only] = words
  if (only === undefined) return []
  if (words.length === 1) return byOneWord(db, only, limit, word)
  const found: rows.PatronHitRow[] = []
  // Surname first, as most desks type; then given name first; a name of several words may end anywhere.
  for (const isSurnameFirst of [true, false]) {
    for (let at = 1; at < words.length; at += 1) {
      const room = limit - found.length
      if (room <= 0) return found
      const [first, rest] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
      found.push(...(isSurnameFirst ? byBoth(db, first, rest, room) : byBoth(db, rest, first, room)))
    }
  }
  const room = limit - found.length
  return room > 0 ? [...found, ...db.all(rows.patronsBySurname, prefix(words.join(' '), room))] : found
}

function byOneWord(db: ReadHandle, name: string, limit: number, word: string): readonly rows.PatronHitRow[] {
  const bySurname = db.all(rows.patronsBySurname, prefix(name, limit, word))
  const room = limit - bySurname.length
  return room > 0 ? [...bySurname, ...db.all(rows.patronsByGiven, prefix(name, limit, word))] : bySurname
}

/** Led by surnames, matches come in order; led by given names, all matches must be read before sorting. */
function byBoth(db: ReadHandle, surname: string, given: string, limit: number): readonly rows.PatronHitRow[] {
  const isSurnameLed = surname.length >= given.length
  const bySurname = (): readonly rows.PatronHitRow[] =>
    db.all(rows.patronsBySurnameThenGiven, { ...bounds(surname, given), walked: SURNAMES_WALKED_MAX, limit })
  const led = isSurnameLed ? bySurname() : []
  if (led.length >= limit || (isSurnameLed && surname.length > 2)) return led.toSorted(inOrder)
  const names = db.all(rows.namesByGivenThenSurname, {
    ...bounds(given, surname),
    walked: GIVENS_WALKED_MAX,
    limit: ORDERED_MAX,
  })
  if (names.length >= ORDERED_MAX && !isSurnameLed) {
    const dense = bySurname()
    if (dense.length >= limit) return dense.toSorted(inOrder)
  }
  const first = names.toSorted(inOrder).slice(0, limit)
  return first.flatMap(({ patron_id }) => db.get(rows.patronHitById, { patron_id }) ?? [])
}

function bounds(lead: string, other: string): { from: string; below: string; other_from: string; other_below: string } {
  const { from, below } = prefix(lead, 0)
  const { from: other_from, below: other_below } = prefix(other, 0)
  return { from, below, other_from, other_below }
}

type Named = Pick<rows.PatronHitRow, 'surname_key' | 'given_key' | 'patron_id'>

function inOrder(a: Named, b: Named): number {
  return compareKeys(a.surname_key, b.surname_key) || compareKeys(a.given_key, b.given_key) || a.patron_id - b.patron_id
}
