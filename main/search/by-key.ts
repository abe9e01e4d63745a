/** People by one of their stored keys, from its start. */
import type { PatronKeyKind } from '../../shared/catalog/patron-keys.ts'
import * as rows from '../store/search/search-rows.ts'
import { keyPrefix } from './key-bounds.ts'
import type { Way } from './way.ts'

/** @param word another word that must match as well; empty for none */
export function byKey(kind: PatronKeyKind, typed: string, isAll: boolean, word = ''): Way {
  return { isAll, find: (db, limit) => db.all(rows.patronsByKey, keyPrefix(kind, typed, limit, word)) }
}
