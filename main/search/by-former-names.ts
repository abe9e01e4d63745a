/**
 * Finds people by the name they had before it was changed at this desk, as long as that is kept: while the change can
 * be undone. A few rows at most, so all of them are read.
 */
import { nameKey } from '../../shared/catalog/fold.ts'
import { isWordsAlone, type PeopleAsked } from '../../shared/catalog/read-people.ts'
import { formerNames } from '../store/patrons/before-rows.ts'
import { patronHitById, type PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Way } from './way.ts'

/** The newest changes that are looked at. */
const FORMER_MAX = 200

function byFormerNames(db: ReadHandle, words: readonly string[], limit: number): readonly PatronHitRow[] {
  const fits = ({ surname, given }: { readonly surname: string; readonly given: string }): boolean => {
    const names = nameKey(`${given} ${surname}`).split(' ')
    return words.every((word) => names.some((name) => name.startsWith(word)))
  }
  return db
    .all(formerNames, { limit: FORMER_MAX })
    .filter(fits)
    .slice(0, limit)
    .flatMap(({ patron_id }) => db.get(patronHitById, { patron_id }) ?? [])
}

/** The way of a search (search-patrons.ts) that finds them; none beside a number. */
export function formerWays(asked: PeopleAsked): readonly Way[] {
  const { words, birthday } = asked
  const find: Way['find'] = (db, limit) => byFormerNames(db, words, limit)
  return isWordsAlone(asked) ? [{ isAll: birthday === '', find }] : []
}
