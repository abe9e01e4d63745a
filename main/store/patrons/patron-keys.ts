/**
 * Keeps the search keys of patrons in step with their records. Runs inside the transaction that changes a patron. Must
 * never leave a key of an erased patron, nor a name that nobody has any more: a search would still find them.
 */
import { insideNames, tailsOf } from '../../../shared/catalog/name-tails.ts'
import {
  keysOfAddress,
  keysOfCard,
  keysOfPatron,
  PATRON_KEYS_VERSION,
  type Named,
  type PatronKey,
} from '../../../shared/catalog/patron-keys.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { readMeta, writeMeta } from '../policy/library-rows.ts'
import { keepAlikeKeys, makeMissingAlike } from './alike-keys.ts'
import * as tails from './name-tail-rows.ts'
import * as rows from './patron-key-rows.ts'
import type { WriteHandle } from '../sql.ts'

const WALKED_AT_ONCE = 1000

export function addKeys(reference: WriteHandle, patron_id: PatronId, keys: readonly PatronKey[]): void {
  for (const { kind, key } of keys) reference.run(rows.addKey, { kind, key, patron_id })
}

/** Adds the tails of a patron's names, unless another patron already has the name. */
export function addNames(reference: WriteHandle, patron: Named): void {
  for (const name of insideNames(patron)) {
    const [longest = '', ...shorter] = tailsOf(name)
    if (reference.run(tails.addTail, { tail_key: longest, name }).changes === 0) continue
    for (const tail_key of shorter) reference.run(tails.addTail, { tail_key, name })
  }
}

/** Applies `change` to a patron, then rebuilds their keys from the record. */
export function keepKeys(reference: WriteHandle, patron_id: PatronId, change: () => void): void {
  withNames(reference, patron_id, () => {
    change()
    makeKeys(reference, patron_id)
  })
}

/** Applies `change` to a patron, then deletes their former names that nobody else has. */
export function withNames(reference: WriteHandle, patron_id: PatronId, change: () => void): void {
  const before = reference.get(rows.keyedPatron, { patron_id })
  change()
  for (const name of before ? insideNames(before) : []) {
    const longer = { longer_from: `${name} `, longer_below: `${name}!` }
    if (reference.get(tails.bearerOf, { name, ...longer })) continue
    for (const tail_key of tailsOf(name)) reference.run(tails.dropTail, { tail_key, name })
  }
}

/** Rebuilds the keys of one patron from the record. Writes only differences. */
function makeKeys(reference: WriteHandle, patron_id: PatronId): void {
  const patron = reference.get(rows.keyedPatron, { patron_id })
  if (!patron) return
  const cards = reference.all(rows.cardsOf, { patron_id }).flatMap(({ barcode }) => keysOfCard(barcode))
  const addresses = reference.all(rows.addressesOf, { patron_id }).flatMap((one) => keysOfAddress(one, patron))
  const made = new Map([...keysOfPatron(patron), ...cards, ...addresses].map((one) => [textOf(one), one]))
  for (const one of reference.all(rows.keysOf, { patron_id })) {
    if (!made.delete(textOf(one))) reference.run(rows.dropKeyOf, { ...one, patron_id })
  }
  addKeys(reference, patron_id, [...made.values()])
  addNames(reference, patron)
  keepAlikeKeys(reference, patron_id, patron)
}

const textOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`

const PATRON_KEYS = 'patron_keys'

/** Builds keys for everyone where some are missing, as in a file from before, or of another version. */
export function makeMissingKeys(reference: WriteHandle): void {
  makeMissingAlike(reference)
  const isThisVersion = reference.get(readMeta, { name: PATRON_KEYS })?.value === PATRON_KEYS_VERSION
  const isThere = reference.get(rows.anyKey, {}) && reference.get(tails.anyTail, {})
  if (isThisVersion && (isThere || !reference.get(rows.anyCard, {}))) return
  reference.transact(() => {
    for (let last: PatronId | 0 = 0; ;) {
      const some: { patron_id: PatronId }[] = reference.all(rows.patronsAfter, {
        patron_id: last,
        limit: WALKED_AT_ONCE,
      })
      for (const { patron_id } of some) makeKeys(reference, patron_id)
      const end = some.at(-1)
      if (!end) break
      last = end.patron_id
    }
    reference.run(writeMeta, { name: PATRON_KEYS, value: PATRON_KEYS_VERSION })
  })
}
