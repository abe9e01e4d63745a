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
  storedKey,
  type Named,
  type PatronKey,
} from '../../../shared/catalog/patron-keys.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { alikeKeysOf } from '../../../shared/patron/alike/alike-keys.ts'
import { readMeta, writeMeta } from '../policy/library-rows.ts'
import { makeMissingAlike } from './alike-keys.ts'
import { addAlike, dropAlike } from './alike-rows.ts'
import * as tails from './name-tail-rows.ts'
import * as rows from './patron-key-rows.ts'
import type { WriteHandle } from '../sql.ts'

const WALKED_AT_ONCE = 1000

export function addKeys(reference: WriteHandle, patron_id: PatronId, keys: readonly PatronKey[]): void {
  for (const key of keys) reference.run(rows.addKey, { key: storedKey(key), patron_id })
}

export function dropKeys(reference: WriteHandle, patron_id: PatronId, keys: readonly PatronKey[]): void {
  for (const key of keys) reference.run(rows.dropKeyOf, { key: storedKey(key), patron_id })
}

/** Adds the tails of a patron's names, unless another patron already has the name. */
export function addNames(reference: WriteHandle, patron: Named): void {
  for (const name of insideNames(patron)) {
    const [longest = '', ...shorter] = tailsOf(name)
    if (reference.run(tails.addTail, { tail_key: longest, name }).changes === 0) continue
    for (const tail_key of shorter) reference.run(tails.addTail, { tail_key, name })
  }
}

/** What a patron is found by, as their record is now. Of nobody there is nothing. */
type Made = { readonly keys: readonly PatronKey[]; readonly alike: readonly string[] }

function madeOf(reference: WriteHandle, patron_id: PatronId): Made {
  const patron = reference.get(rows.keyedPatron, { patron_id })
  if (!patron) return { keys: [], alike: [] }
  const cards = reference.all(rows.cardsOf, { patron_id }).flatMap(({ barcode }) => keysOfCard(barcode))
  const addresses = reference.all(rows.addressesOf, { patron_id }).flatMap((one) => keysOfAddress(one, patron))
  return { keys: [...keysOfPatron(patron), ...cards, ...addresses], alike: alikeKeysOf(patron) }
}

function dropMade(reference: WriteHandle, patron_id: PatronId, { keys, alike }: Made): void {
  dropKeys(reference, patron_id, keys)
  for (const key of alike) reference.run(dropAlike, { key, patron_id })
}

/** Applies `change` to a patron, then deletes the keys that the record no longer has, and adds those it has now. */
export function keepKeys(reference: WriteHandle, patron_id: PatronId, change: () => void): void {
  withNames(reference, patron_id, () => {
    const before = madeOf(reference, patron_id)
    change()
    const now = madeOf(reference, patron_id)
    const kept = new Set(now.keys.map(storedKey))
    dropMade(reference, patron_id, {
      keys: before.keys.filter((one) => !kept.has(storedKey(one))),
      alike: before.alike.filter((one) => !now.alike.includes(one)),
    })
    addKeys(reference, patron_id, now.keys)
    for (const key of now.alike) reference.run(addAlike, { key, patron_id })
    const patron = reference.get(rows.keyedPatron, { patron_id })
    if (patron) addNames(reference, patron)
  })
}

/** Deletes everything that a patron is found by, then applies `change`, which takes away who they were. */
export function loseKeys(reference: WriteHandle, patron_id: PatronId, change: () => void): void {
  withNames(reference, patron_id, () => {
    dropMade(reference, patron_id, madeOf(reference, patron_id))
    change()
  })
}

/** Applies `change` to a patron, then deletes their former names that nobody else has. */
function withNames(reference: WriteHandle, patron_id: PatronId, change: () => void): void {
  const before = reference.get(rows.keyedPatron, { patron_id })
  change()
  for (const name of before ? insideNames(before) : []) {
    const bearer = { name, key: storedKey({ kind: 'name', key: name }) }
    if (reference.get(tails.bearerOf, { ...bearer, longer_from: `${name} `, longer_below: `${name}!` })) continue
    for (const tail_key of tailsOf(name)) reference.run(tails.dropTail, { tail_key, name })
  }
}

const PATRON_KEYS = 'patron_keys'

/** Builds keys for everyone where some are missing, as in a file from before, or of another version. */
export function makeMissingKeys(reference: WriteHandle): void {
  makeMissingAlike(reference)
  const isThisVersion = reference.get(readMeta, { name: PATRON_KEYS })?.value === PATRON_KEYS_VERSION
  const isThere = reference.get(rows.anyKey, {}) && reference.get(tails.anyTail, {})
  if (isThisVersion && (isThere || !reference.get(rows.anyCard, {}))) return
  reference.transact(() => {
    reference.run(rows.dropAllKeys, {})
    for (let last: PatronId | 0 = 0; ;) {
      const some: { patron_id: PatronId }[] = reference.all(rows.patronsAfter, {
        patron_id: last,
        limit: WALKED_AT_ONCE,
      })
      for (const { patron_id } of some) {
        const patron = reference.get(rows.keyedPatron, { patron_id })
        addKeys(reference, patron_id, madeOf(reference, patron_id).keys)
        if (patron) addNames(reference, patron)
      }
      const end = some.at(-1)
      if (!end) break
      last = end.patron_id
    }
    reference.run(writeMeta, { name: PATRON_KEYS, value: PATRON_KEYS_VERSION })
  })
}
