/**
 * Who a patron is and which cards they have, as entries of this desk say it, written into the reference file. To write
 * an entry twice, in their order, changes nothing. Must never take a card from another patron, nor bring back somebody
 * who was erased.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { nameKey } from '../../../shared/catalog/fold.ts'
import { patronWords, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { applyPatron, NEWCOMER, type PatronRecord } from '../../../shared/patron/record.ts'
import { ERASED_LIKE } from '../journal/forget-rows.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement, type WriteHandle } from '../sql.ts'
import { insert } from '../whole-rows.ts'
import { keepKeys } from './patron-keys.ts'
import { readRecord, writeRecord } from './record-rows.ts'

/** What the library's data would know somebody by who was registered here. */
export function registeredId(entry_ref: string): string {
  return `desk:${entry_ref}`
}

const entryRow = patronWords.extend({ entry_ref: z.string(), patron_id: z.int().positive() })

const whoIs = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(sql<number>`external_id LIKE ${sql.lit(ERASED_LIKE)}`.as('is_erased'))
    .where('patron_id', '=', p.patron_id),
)

const addPatron = insert('patron', 'receipt_kind', 'is_large_print')

/** The row of somebody new. */
function newRow(patron_id: PatronId, entry_ref: string, { fields }: PatronRecord, registered_on: string | null) {
  const { category_code, branch_code, surname = '', given = '' } = fields
  assert(category_code !== undefined && branch_code !== undefined, 'a registration names category and branch')
  return {
    // Its dates were parsed: they are the columns of the table (patronWords).
    ...(fields as ReferenceTables['patron']),
    patron_id,
    external_id: registeredId(entry_ref),
    surname_key: nameKey(surname),
    given_key: nameKey(given),
    registered_on: registered_on === null ? null : localDate(registered_on),
    is_barred: 0,
  }
}

const LINKS = ['guardian_patron_id', 'family_patron_id'] as const

type Known = {
  readonly fields: PatronWords['fields']
  /** Somebody whom the entry names is not in this file: the library's data may bring them in under their number. */
  readonly isMissing: boolean
}

/** Without a guardian or family whom the file does not have, or who was erased since. */
function withKnownPeople(reference: WriteHandle, patron_id: PatronId, fields: PatronWords['fields']): Known {
  const { guardian_patron_id: _guardian, family_patron_id: _family, ...others } = fields
  const known: Partial<Record<(typeof LINKS)[number], number | null>> = {}
  let isMissing = false
  for (const link of LINKS) {
    const other = fields[link]
    if (other === undefined || other === patron_id) continue
    const found = other === null ? null : reference.get(whoIs, { patron_id: other as PatronId })
    if (other === null || found?.is_erased === 0) known[link] = other
    else if (!found) isMissing = true
  }
  return { fields: { ...others, ...known }, isMissing }
}

/** Whom somebody new names: the row of a newcomer is made of the rest. */
function linksIn({ guardian_patron_id = null, family_patron_id = null }: PatronWords['fields']): PatronWords['fields'] {
  return { ...(guardian_patron_id && { guardian_patron_id }), ...(family_patron_id && { family_patron_id }) }
}

/** Who was erased since is nobody whom they could be. Who is not in this file may be brought in by its number. */
function withKnownOther(reference: WriteHandle, entry: PatronWords): PatronWords {
  const also = entry.also.filter((put) => {
    return (
      put.put !== 'distinct' || reference.get(whoIs, { patron_id: put.distinct_patron_id as PatronId })?.is_erased !== 1
    )
  })
  return { ...entry, also }
}

/** @returns no when there is nobody to change, or somebody whom they are linked to is not in the file yet */
export function putPatronEntry(reference: WriteHandle, entry_ref: string, row: unknown): boolean {
  const entry = entryRow.parse(row)
  const patron_id = entry.patron_id as PatronId
  const known = reference.get(whoIs, { patron_id })
  if (known?.is_erased === 1) return true
  const isNew = entry.registered_on !== null
  if (!known && !isNew) return false
  const { fields, isMissing } = withKnownPeople(reference, patron_id, entry.fields)
  // Registered once more, after a change of the file: what was changed since follows, and stands over it.
  const put = { ...withKnownOther(reference, entry), fields: known && isNew ? linksIn(fields) : fields }
  keepKeys(reference, patron_id, () => {
    const was = known && readRecord(reference, patron_id)
    const now = applyPatron(was ?? NEWCOMER, put)
    if (!was) reference.run(addPatron, newRow(patron_id, entry_ref, now, entry.registered_on))
    writeRecord(reference, patron_id, was ?? { ...NEWCOMER, fields: now.fields }, now)
  })
  return !isMissing
}
