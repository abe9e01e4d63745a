/** The bounds of a prefix for an index: from <= key < below. Reads nothing. */
import { storedKey, type PatronKeyKind } from '../../shared/catalog/patron-keys.ts'

export type Bounds = { from: string; below: string }
type Prefix = Bounds & { limit: number; word: string }

/** @param word another typed word that must match as well; empty for none */
export function prefix(from: string, limit: number, word = ''): Prefix {
  return { from, below: `${from}\u{10ffff}`, limit, word }
}

/** The same for a key of patrons. */
export function keyPrefix(kind: PatronKeyKind, typed: string, limit: number, word = ''): Prefix {
  return prefix(storedKey({ kind, key: typed }), limit, word)
}
