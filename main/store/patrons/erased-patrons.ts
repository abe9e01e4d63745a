/**
 * Patrons who were erased here, and their numbers as HMAC-SHA-256 with a key of this store: enough to recognize one
 * when a folder brings it again, and nothing else. Must never store, or give out, a number or a name: the patron asked
 * to be erased.
 */
import { createHmac } from 'node:crypto'
import { must } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { ERASED_LIKE } from '../journal/forget-rows.ts'
import { replace } from '../whole-rows.ts'
import { build, statement, type ReadHandle, type WriteHandle } from '../sql.ts'

const storeKey = statement()(() => build.selectFrom('erased_key').select('key'))

const putErased = replace('erased_patron')

const dropHash = statement<{ number_hash: Uint8Array }>()((p) =>
  build.updateTable('erased_patron').set({ number_hash: null }).where('number_hash', '=', p.number_hash),
)

const hashed = statement<{ number_hash: Uint8Array }>()((p) =>
  build.selectFrom('erased_patron').select('erased_on').where('number_hash', '=', p.number_hash),
)

const anyHash = statement()(() =>
  build.selectFrom('erased_patron').select('erased_on').where('number_hash', 'is not', null).limit(1),
)

const erasedRow = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('erased_patron').select('erased_on').where('patron_id', '=', p.patron_id),
)

/**
 * Those whom the reference file still names. Asked with each entry about a record: the few who were erased are read
 * first (CROSS JOIN keeps that order), and not every patron.
 */
export const erasedStillNamed = statement()(() =>
  build
    .selectFrom('erased_patron')
    .crossJoin('patron')
    .select('erased_patron.patron_id')
    .whereRef('patron.patron_id', '=', 'erased_patron.patron_id')
    .where('patron.external_id', 'not like', ERASED_LIKE),
)

/** A text, such as a number, as 32 bytes that nobody without this store can make, and nobody can read it out of. */
export function hashOf(db: ReadHandle, number: string): Uint8Array {
  const { key } = must(db.get(storeKey, {}), 'the store has made its key')
  return createHmac('sha256', key).update(number, 'utf8').digest()
}

/** Records that this patron was erased on that day. `number`: what the library's data knew them by, if it did. */
export function keepErased(db: WriteHandle, patron_id: PatronId, number: string | null, erased_on: LocalDate): void {
  db.run(putErased, { patron_id, number_hash: number === null ? null : hashOf(db, number), erased_on })
}

/** Whether any patron was erased here; if none, no number needs hashing. */
export function hasErased(db: ReadHandle): boolean {
  return db.get(anyHash, {}) !== null
}

export function isErased(db: ReadHandle, patron_id: PatronId): boolean {
  return db.get(erasedRow, { patron_id }) !== null
}

export function erasedOn(db: ReadHandle, number: string): LocalDate | null {
  const row = db.get(hashed, { number_hash: hashOf(db, number) })
  return row && localDate(row.erased_on)
}

/** They asked to be a patron again: their number no longer counts as erased. Their former record stays erased. */
export function dropErased(db: WriteHandle, number: string): void {
  db.run(dropHash, { number_hash: hashOf(db, number) })
}
