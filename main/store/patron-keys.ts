/**
 * Keeps what patrons are found by in step with who they are. Called inside the transaction of whoever changes a patron.
 * Must never leave a key of somebody who was erased.
 */
import { keysOfAddress, keysOfCard, keysOfPatron, type PatronKey } from '../../shared/catalog/patron-keys.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import * as rows from './patron-key-rows.ts'
import type { Connection } from './sql.ts'

const WALKED_AT_ONCE = 1000

export function addKeys(reference: Connection, patron_id: PatronId, keys: readonly PatronKey[]): void {
  for (const { kind, key } of keys) reference.run(rows.addKey, { kind, key, patron_id })
}

/** Makes the keys of one patron anew from what the file says of them now. */
export function keepKeys(reference: Connection, patron_id: PatronId): void {
  reference.run(rows.dropKeysOf, { patron_id })
  makeKeys(reference, patron_id)
}

function makeKeys(reference: Connection, patron_id: PatronId): void {
  const patron = reference.get(rows.keyedPatron, { patron_id })
  if (!patron) return
  const cards = reference.all(rows.cardsOf, { patron_id }).flatMap(({ barcode }) => keysOfCard(barcode))
  const addresses = reference.all(rows.addressesOf, { patron_id }).flatMap((one) => keysOfAddress(one, patron))
  addKeys(reference, patron_id, [...keysOfPatron(patron), ...cards, ...addresses])
}

/** Makes the keys of everybody where there are none yet: a file from before there were keys. */
export function makeMissingKeys(reference: Connection): void {
  if (!reference.get(rows.anyCard, {}) || reference.get(rows.anyKey, {})) return
  reference.transact(() => {
    let last: PatronId | 0 = 0
    for (;;) {
      const some: { patron_id: PatronId }[] = reference.all(rows.patronsAfter, {
        patron_id: last,
        limit: WALKED_AT_ONCE,
      })
      for (const { patron_id } of some) makeKeys(reference, patron_id)
      const end = some.at(-1)
      if (!end) return
      last = end.patron_id
    }
  })
}
