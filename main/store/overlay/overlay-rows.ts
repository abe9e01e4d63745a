/** Statements on the overlay as a whole, and on the reference file beneath it. */
import { sql } from 'kysely'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

/** How many rows wait to be settled, over all tables. */
export const countOverlay = statement()(() => {
  const tables = ['overlay_loan', 'overlay_item', 'overlay_hold', 'overlay_charge', 'overlay_row'] as const
  const counts = tables.map((table) => sql<number>`(SELECT count(*) FROM ${sql.table(table)})`)
  return build.selectNoFrom(sql<number>`${sql.join(counts, sql` + `)}`.as('rows_count'))
})

/** The loan as the reference file has it, whatever this desk has done since. */
export const referenceLoan = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('loan').select(['loan_ref', 'patron_id']).where('item_id', '=', p.item_id),
)
