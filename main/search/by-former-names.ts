/**
 * Finds people by the name they had before it was changed at this desk, as long as that is kept: while the change can
 * be undone. The row says the former name, since its own does not say why it was found. A few rows at most, so all of
 * them are read.
 */
import { nameKey } from '../../shared/catalog/fold.ts'
import type { PeopleAsked } from '../../shared/catalog/read-people.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { formerNames } from '../store/patrons/before-rows.ts'
import { patronHitById, type PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import type { Way } from './way.ts'

/** The newest changes that are looked at. */
const FORMER_MAX = 200

type Former = { readonly patron_id: PatronId; readonly surname: string; readonly given: string }

function foundBy(db: ReadHandle, { patron_id, surname, given }: Former): readonly PatronHitRow[] {
  const row = db.get(patronHitById, { patron_id })
  return row ? [{ ...row, former: `${given} ${surname}`.trim() }] : []
}

function byFormerNames(db: ReadHandle, words: readonly string[], limit: number): readonly PatronHitRow[] {
  const fits = ({ surname, given }: { readonly surname: string; readonly given: string }): boolean => {
    const names = nameKey(`${given} ${surname}`).split(' ')
    return words.some((word) => names.some((name) => name.startsWith(word)))
  }
  return db
    .all(formerNames, { limit: FORMER_MAX })
    .filter(fits)
    .slice(0, limit)
    .flatMap((one) => foundBy(db, one))
}

/** The way of a search (search-patrons.ts) that finds them; whatever else is typed is checked. */
export function formerWays(asked: PeopleAsked): readonly Way[] {
  const { words } = asked
  return words.length === 0 ? [] : [{ isAll: false, find: (db, limit) => byFormerNames(db, words, limit) }]
}
