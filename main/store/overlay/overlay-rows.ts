/** Statements on the overlay as a whole, and on the reference file beneath it. */
import { sql } from 'kysely'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import type { JournalTables } from '../schema.gen.ts'
import { build, statement, type Statement } from '../sql.ts'

const OVERLAYS = ['overlay_loan', 'overlay_item', 'overlay_hold', 'overlay_charge', 'overlay_row'] as const
/** The tables that the events of the journal fill, and nothing else does. */
const DRAWERS = ['drawer_session', 'cash_event', 'money_transfer'] as const
const DERIVED = [...OVERLAYS, ...DRAWERS, 'transfer', 'return_question', 'listed_event'] as const

/** How many rows wait to be settled, over all tables. */
export const countOverlay = statement()(() => {
  const counts = OVERLAYS.map((table) => sql<number>`(SELECT count(*) FROM ${sql.table(table)})`)
  return build.selectNoFrom(sql<number>`${sql.join(counts, sql` + `)}`.as('rows_count'))
})

const dropAll = (table: (typeof DERIVED)[number]) => statement()(() => build.deleteFrom(table))

export const DROP_DERIVED = DERIVED.map(dropAll)

/** Of the tables that go by the reference file beneath them. */
export const DROP_OVERLAY = OVERLAYS.map(dropAll)

/** How these tables are made, as SQLite keeps it. */
export const shapeOfDerived: Statement<Record<string, never>, { readonly sql: string }> = {
  sql: `SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name IN (${DERIVED.map(() => '?').join(', ')})
    ORDER BY name`,
  bind: () => [...DERIVED],
}

export const readLeft = statement()(() =>
  build.selectFrom('overlay_left').select(['table_name', 'row_key', 'epoch', 'seq']),
)

export const dropLeft = statement()(() => build.deleteFrom('overlay_left'))

export const putLeft = statement<JournalTables['overlay_left']>()((p) =>
  build.insertInto('overlay_left').values({
    table_name: p.table_name,
    row_key: p.row_key,
    epoch: p.epoch,
    seq: p.seq,
  }),
)

export function leftKey(table_name: string, row_key: string): string {
  return `${table_name} ${row_key}`
}

/** The loan as the reference file has it, whatever this desk has done since. */
export const referenceLoan = statement<{ item_id: ItemId }>()((p) =>
  build.selectFrom('loan').select(['loan_ref', 'patron_id']).where('item_id', '=', p.item_id),
)
