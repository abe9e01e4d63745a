/**
 * The numbers of erased patrons, as HMAC-SHA-256 with a key of this store: enough to recognize one when a folder brings
 * it again, and nothing else. Must never store, or give out, a number or a name: the patron asked to be erased.
 */
import { createHmac } from 'node:crypto'
import { must } from '../../../shared/kernel/assert.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement, type ReadHandle, type WriteHandle } from '../sql.ts'

const storeKey = statement()(() => build.selectFrom('erased_key').select('key'))

const putSeal = statement<ReferenceTables['erased_number']>()((p) =>
  build
    .insertInto('erased_number')
    .values({ number_hash: p.number_hash, erased_on: p.erased_on })
    .onConflict((oc) => oc.column('number_hash').doUpdateSet({ erased_on: p.erased_on })),
)

const dropSeal = statement<{ number_hash: Uint8Array }>()((p) =>
  build.deleteFrom('erased_number').where('number_hash', '=', p.number_hash),
)

const sealed = statement<{ number_hash: Uint8Array }>()((p) =>
  build.selectFrom('erased_number').select('erased_on').where('number_hash', '=', p.number_hash),
)

const anySeal = statement()(() => build.selectFrom('erased_number').select('erased_on').limit(1))

function sealOf(reference: ReadHandle, number: string): Uint8Array {
  const { key } = must(reference.get(storeKey, {}), 'the store has made its key')
  return createHmac('sha256', key).update(number, 'utf8').digest()
}

/** Records that the patron with this number was erased on that day. */
export function keepErased(reference: WriteHandle, number: string, erased_on: LocalDate): void {
  reference.run(putSeal, { number_hash: sealOf(reference, number), erased_on })
}

/** Whether any patron was erased here; if none, no number needs hashing. */
export function hasErased(reference: ReadHandle): boolean {
  return reference.get(anySeal, {}) !== null
}

export function erasedOn(reference: ReadHandle, number: string): LocalDate | null {
  const row = reference.get(sealed, { number_hash: sealOf(reference, number) })
  return row && localDate(row.erased_on)
}

/** They asked to be a patron again: their number no longer counts as erased. */
export function dropErased(reference: WriteHandle, number: string): void {
  reference.run(dropSeal, { number_hash: sealOf(reference, number) })
}
