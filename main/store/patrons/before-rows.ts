/**
 * Statements on what an undo gives back of a patron: who they were and which cards they had before an entry changed it.
 * Every result is private.
 */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { COLUMNS, type ReferenceTables } from '../schema.gen.ts'
import { insert } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

type Place = { readonly epoch_count: number; readonly seq_count: number }
type Of = { readonly patron_id: PatronId }

export const putBefore = insert('patron_before')

export const beforeAt = statement<Place>()((p) =>
  build
    .selectFrom('patron_before')
    .select(['patron_id', 'content'])
    .where('epoch_count', '=', p.epoch_count)
    .where('seq_count', '=', p.seq_count),
)

/** The words of later changes of theirs that can be undone, and of records that became theirs later. */
export const changesAfter: Statement<Place & Of, { readonly text: string }> = {
  sql: `SELECT personal.text FROM (
      SELECT patron_id, epoch_count, seq_count FROM main.patron_before
      UNION ALL SELECT patron_id, epoch_count, seq_count FROM main.merged_patron WHERE is_undone = 0) AS later
    JOIN main.personal AS personal
      ON personal.epoch_count = later.epoch_count AND personal.seq_count = later.seq_count
    WHERE later.patron_id = ? AND (later.epoch_count, later.seq_count) > (?, ?)`,
  bind: (p) => [p.patron_id, p.epoch_count, p.seq_count],
}

export const dropBefore = statement<Place>()((p) =>
  build.deleteFrom('patron_before').where('epoch_count', '=', p.epoch_count).where('seq_count', '=', p.seq_count),
)

/** They can be undone no more. */
export const forgetBefore = statement<{ before_ms: Instant }>()((p) =>
  build.deleteFrom('patron_before').where('changed_at_ms', '<', p.before_ms),
)

/** Whole names of before, the newest first; what of a name was not changed is as it is now. */
export const formerNames = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('patron_before')
    .innerJoin('patron', 'patron.patron_id', 'patron_before.patron_id')
    .select([
      'patron.patron_id',
      sql<string>`coalesce(json_extract(content, '$.fields.surname'), patron.surname)`.as('surname'),
      sql<string>`coalesce(json_extract(content, '$.fields.given'), patron.given)`.as('given'),
    ])
    // There is one, null or not, in what a change of the name keeps.
    .where(sql<boolean>`json_type(content, '$.fields.name_changed_on') IS NOT NULL`)
    .orderBy('patron_before.changed_at_ms', 'desc')
    .limit(p.limit),
)

/** Who they are now, whole. */
export const whoNow: Statement<Of, ReferenceTables['patron']> = {
  sql: `SELECT ${COLUMNS.patron.join(', ')} FROM ref.patron WHERE patron_id = ?`,
  bind: (p) => [p.patron_id],
}

export const addressesNow = statement<Of>()((p) =>
  build
    .selectFrom('patron_address')
    .select(['kind', 'street', 'city', 'region', 'postal_code', 'is_in_city_limits'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('address_id'),
)

export const cardsNow = statement<Of>()((p) =>
  build.selectFrom('card').select(['barcode', 'status']).where('patron_id', '=', p.patron_id).orderBy('barcode'),
)
