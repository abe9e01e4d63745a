/**
 * Reads the lists of cards to look after: how long each is, and one page of one. Each page is read from an index, and
 * no list is counted beyond its bound. Private; changes nothing.
 */
import type { LocalDate } from '../../shared/kernel/time.ts'
import {
  addressDueBy,
  expiringIn,
  LISTED_EACH,
  LISTED_MAX,
  ofAgeBornTo,
  type CardList,
} from '../../shared/patron/lists/card-lists.ts'
import { isCheckedYearly } from '../../shared/patron/lists/address-due.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import type { ReadHandle } from '../store/sql.ts'
import * as rows from '../store/patrons/card-list-rows.ts'

/** What reads one list; several, one after the other, where it is of several categories. */
type Reading = {
  readonly count: (limit: number) => number
  readonly page: (limit: number, offset: number) => readonly rows.ListedRow[]
}

function reading<P extends Readonly<Record<string, unknown>>>(
  db: ReadHandle,
  { page, count }: rows.ListStatements<P>,
  params: P,
): Reading {
  return {
    count: (limit) => db.get(count, { ...params, limit })?.listed_count ?? 0,
    page: (limit, offset) => db.all(page, { ...params, limit, offset }),
  }
}

/** Categories whose cards the library checks each year, by their names. */
function checkedYearly(library: Library): readonly string[] {
  const { categories, card_rules } = library.policy().source
  return categories
    .filter((one) => isCheckedYearly(card_rules, one.category_code))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((one) => one.category_code)
}

function readingsOf(library: Library, list: CardList, today: LocalDate): readonly Reading[] {
  const { db } = library
  const due_by_on = addressDueBy(today)
  switch (list) {
    case 'expiring':
    case 'expiring-next':
      return [reading(db, rows.expiring, expiringIn(list, today))]
    case 'unfit':
      return [reading(db, rows.unfit, {})]
    case 'of-age':
      return [reading(db, rows.ofAge, { born_to_on: ofAgeBornTo(today) })]
    case 'mail':
      return [reading(db, rows.mailBack, { due_by_on, today })]
    case 'email':
      return [reading(db, rows.emailBounced, {})]
    case 'address':
      return checkedYearly(library).map((category_code) =>
        reading(db, rows.addressDue, { category_code, due_by_on, today }),
      )
    case 'registered':
      return [reading(db, rows.registeredHere, {})]
  }
}

/** How many are on a list; LISTED_MAX + 1: more than are shown. */
export function cardListCount(library: Library, list: CardList): number {
  let count = 0
  for (const one of readingsOf(library, list, here(library).today)) {
    count += one.count(LISTED_MAX + 1 - count)
    if (count > LISTED_MAX) break
  }
  return count
}

export type CardListPage = { readonly rows: readonly rows.ListedRow[]; readonly has_next: boolean }

/** One page of a list. @param page_number from 1 */
export function cardListPage(library: Library, list: CardList, page_number: number): CardListPage {
  let skip = (page_number - 1) * LISTED_EACH
  const found: rows.ListedRow[] = []
  for (const one of readingsOf(library, list, here(library).today)) {
    const room = LISTED_EACH + 1 - found.length
    if (room <= 0) break
    found.push(...one.page(room, skip))
    // A category that this page does not begin in is counted, as far as this page reaches.
    if (skip > 0) skip -= found.length > 0 ? skip : one.count(skip)
  }
  const isLast = page_number * LISTED_EACH >= LISTED_MAX
  return { rows: found.slice(0, LISTED_EACH), has_next: found.length > LISTED_EACH && !isLast }
}
