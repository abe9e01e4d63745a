/**
 * Statements on what an undo gives back of a patron: who they were and which cards they had before an entry changed it.
 * Every result is private.
 */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { COLUMNS, type ReferenceTables } from '../schema.gen.ts'
import { insert, insertOnce } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

type Place = { readonly epoch: number; readonly seq: number }
type Of = { readonly patron_id: PatronId }

export const putBefore = insert('patron_before')

/** Of two changes in one millisecond the first one says what was before. */
export const putRuledBefore = insertOnce('ruled_before')

/** What rules went by for a patron at a moment, where it was another category or branch than now. */
export const ruledAt = statement<Of & { readonly at_ms: Instant }>()((p) =>
  build
    .selectFrom('ruled_before')
    .select(['category_code', 'branch_code'])
    .where('patron_id', '=', p.patron_id)
    .where('from_ms', '<=', p.at_ms)
    .where('until_ms', '>', p.at_ms)
    .orderBy('until_ms')
    .orderBy('from_ms', 'desc')
    .limit(1),
)

/** When the open loans of a patron were made or last renewed. */
export const loanMoments = statement<Of>()((p) =>
  build
    .selectFrom('loan_now')
    .select((of) => of.fn.coalesce('rules_at_ms', 'out_at_ms').as('at_ms'))
    .distinct()
    .where('patron_id', '=', p.patron_id),
)

/** What is of the moment of one loan, once that loan is over and no merge can be undone that would open it again. */
export const forgetMoments: Statement<Record<string, never>, unknown> = {
  sql: `DELETE FROM main.ruled_before WHERE until_ms = from_ms + 1
    AND NOT EXISTS (SELECT 1 FROM loan_now AS loan WHERE loan.patron_id = ruled_before.patron_id
      AND coalesce(loan.rules_at_ms, loan.out_at_ms) = ruled_before.from_ms)
    AND NOT EXISTS (SELECT 1 FROM main.merged_patron AS merged
      WHERE merged.patron_id = ruled_before.patron_id AND merged.content IS NOT NULL)`,
  bind: () => [],
}

export const beforeAt = statement<Place>()((p) =>
  build
    .selectFrom('patron_before')
    .select(['patron_id', 'content'])
    .where('epoch', '=', p.epoch)
    .where('seq', '=', p.seq),
)

/** The words of later changes of theirs that can be undone, and of records that became theirs later. */
export const changesAfter: Statement<Place & Of, { readonly text: string }> = {
  sql: `SELECT personal.text FROM (
      SELECT patron_id, epoch, seq FROM main.patron_before
      UNION ALL SELECT patron_id, epoch, seq FROM main.merged_patron WHERE is_undone = 0) AS later
    JOIN main.personal AS personal
      ON personal.epoch = later.epoch AND personal.seq = later.seq
    WHERE later.patron_id = ? AND (later.epoch, later.seq) > (?, ?)`,
  bind: (p) => [p.patron_id, p.epoch, p.seq],
}

export const dropBefore = statement<Place>()((p) =>
  build.deleteFrom('patron_before').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
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
