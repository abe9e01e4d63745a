/**
 * Of the people read by a number or a date beside a name: those whose names contain the typed letters. They are shown
 * when nobody is found otherwise, and cost no further reading. Keeps no more than are shown.
 */
import { isWordsAlone, type PeopleAsked } from '../../shared/catalog/read-people.ts'
import type { PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { insidesOf } from './by-inside.ts'
import { Fitting } from './fitting.ts'

export class InsideMatches {
  readonly found = new Map<number, PatronHitRow>()
  readonly #fittings: readonly Fitting[]
  readonly #limit: number

  constructor(db: ReadHandle, asked: PeopleAsked, limit: number) {
    // Names alone are found from the inside in another way (by-inside.ts).
    const insides = isWordsAlone(asked) ? [] : insidesOf(asked.words)
    this.#fittings = insides.map(({ inside, others }) => new Fitting(db, { ...asked, words: others, inside }))
    this.#limit = limit
  }

  look(row: PatronHitRow): void {
    if (this.found.size >= this.#limit || !this.#fittings.some((one) => one.fits(row))) return
    this.found.set(row.patron_id, row)
  }
}
