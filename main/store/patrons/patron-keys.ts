/**
 * Keeps what patrons are found by in step with who they are. Called inside the transaction of whoever changes a patron.
 * Must never leave a key of somebody who was erased, nor a name that nobody has any more.
 */
import { insideNames, tailsOf } from '../../../shared/catalog/name-tails.ts'
import {
  keysOfAddress,
  keysOfCard,
  keysOfPatron,
  type Named,
  type PatronKey,
} from '../../../shared/catalog/patron-keys.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import * as tails from './name-tail-rows.ts'
import * as rows from './patron-key-rows.ts'
import type { Connection } from '../sql.ts'

const WALKED_AT_ONCE = 1000

export function addKeys(reference: Connection, patron_id: PatronId, keys: readonly PatronKey[]): void {
  for (const { kind, key } of keys) reference.run(rows.addKey, { kind, key, patron_id })
}

/** Keeps the names of a patron by their tails, where they are not kept for somebody else already. */
export function addNames(reference: Connection, patron: Named): void {
  for (const name of insideNames(patron)) {
    const [longest = '', ...shorter] = tailsOf(name)
    if (reference.run(tails.addTail, { tail_key: longest, name }).changes === 0) continue
    for (const tail_key of shorter) reference.run(tails.addTail, { tail_key, name })
  }
}

/** What `change` does to a patron; then their keys are what the file says of them. */
export function keepKeys(reference: Connection, patron_id: PatronId, change: () => void): void {
  withNames(reference, patron_id, () => {
    change()
    makeKeys(reference, patron_id)
  })
}

/** What `change` does to a patron; then the names that were theirs go, where nobody else has them. */
export function withNames(reference: Connection, patron_id: PatronId, change: () => void): void {
  const before = reference.get(rows.keyedPatron, { patron_id })
  change()
  for (const name of before ? insideNames(before) : []) {
    const longer = { longer_from: `${name} `, longer_below: `${name}!` }
    if (reference.get(tails.bearerOf, { name, ...longer })) continue
    for (const tail_key of tailsOf(name)) reference.run(tails.dropTail, { tail_key, name })
  }
}

/** Makes the keys of one patron what the file says of them now. Writes only what is otherwise. */
function makeKeys(reference: Connection, patron_id: PatronId): void {
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
}

const textOf = ({ kind, key }: { readonly kind: string; readonly key: string }): string => `${kind} ${key}`

/** Makes the keys of everybody where some are not there yet: a file from before there were keys, or tails of names. */
export function makeMissingKeys(reference: Connection): void {
  if (!reference.get(rows.anyCard, {})) return
  if (reference.get(rows.anyKey, {}) && reference.get(tails.anyTail, {})) return
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
