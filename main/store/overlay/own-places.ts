/** Where this desk's own rows stand in the journal, and whose a loan or hold is by the library's data. */
import type { RowTable } from '../../../shared/journal/fold/rows.ts'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement, type WriteHandle } from '../sql.ts'

const OVERLAYS = {
  loan: statement<{ key: string | number }>()((p) =>
    build
      .selectFrom('overlay_loan')
      .select(['epoch', 'seq'])
      .where('item_id', '=', p.key as ItemId),
  ),
  item: statement<{ key: string | number }>()((p) =>
    build
      .selectFrom('overlay_item')
      .select(['epoch', 'seq'])
      .where('item_id', '=', p.key as ItemId),
  ),
  hold: statement<{ key: string | number }>()((p) =>
    build
      .selectFrom('overlay_hold')
      .select(['epoch', 'seq'])
      .where('hold_ref', '=', p.key as string),
  ),
  charge: statement<{ key: string | number }>()((p) =>
    build
      .selectFrom('overlay_charge')
      .select(['epoch', 'seq'])
      .where('charge_ref', '=', p.key as string),
  ),
} as const

export const ownRowPlace = statement<{ table_name: string; row_key: string | number }>()((p) =>
  build
    .selectFrom('overlay_row')
    .select(['epoch', 'seq'])
    .where('table_name', '=', p.table_name)
    .where('row_key', '=', p.row_key as string),
)

function isOverlay(table: string): table is keyof typeof OVERLAYS {
  return Object.hasOwn(OVERLAYS, table)
}

/** The last event that this desk's row of this key shows; null when there is no such row. */
export function ownPlace(
  db: WriteHandle,
  table: keyof typeof OVERLAYS | RowTable,
  key: string | number,
): { readonly epoch: number; readonly seq: number } | null {
  const row = isOverlay(table)
    ? db.get(OVERLAYS[table], { key })
    : db.get(ownRowPlace, { table_name: table, row_key: key })
  return row && { epoch: row.epoch, seq: row.seq }
}

const PARTIES = {
  loan: statement<{ ref: string }>()((p) => build.selectFrom('loan').select('patron_id').where('loan_ref', '=', p.ref)),
  hold: statement<{ ref: string }>()((p) =>
    build.selectFrom('hold').select('patron_id').where('external_id', '=', p.ref),
  ),
} as const

/** Whose a loan or a hold is that came with the library's data. */
export function partyInReference(db: WriteHandle, what: keyof typeof PARTIES, ref: string): PatronId | null {
  return db.get(PARTIES[what], { ref })?.patron_id ?? null
}
