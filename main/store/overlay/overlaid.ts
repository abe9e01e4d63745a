/**
 * Rows of the reference file that this desk changed whole, as JSON in the journal file: put, read, and laid into the
 * reference file. Every statement is made from the table itself, so that a column is written nowhere twice.
 */
import { sql } from 'kysely'
import { ROW_KEYS, type RowTable } from '../../../shared/journal/fold/rows.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Database } from '../files/open-edge.ts'
import { columnsOf, fromJson } from './row-views.ts'
import type { JournalTables } from '../schema.gen.ts'
import { replace } from '../whole-rows.ts'
import { build, statement, type WriteHandle, type Statement } from '../sql.ts'

export type OverlayRow = JournalTables['overlay_row']

export const putOverlayRow = replace('overlay_row')

/** In the order in which they were recorded: one may name another. Of one event, the title comes before its item. */
export const readOverlayRows = statement()(() =>
  build
    .selectFrom('overlay_row')
    .select(['table_name', 'row_key', 'content', 'epoch', 'seq'])
    .orderBy('epoch')
    .orderBy('seq')
    .orderBy('table_name', 'desc'),
)

export const dropOverlayRow = statement<Pick<OverlayRow, 'table_name' | 'row_key'>>()((p) =>
  build.deleteFrom('overlay_row').where('table_name', '=', p.table_name).where('row_key', '=', p.row_key),
)

type Keyed = { readonly row_key: string }
type Filled = Keyed & { readonly content: string }

/** How the rows of one table are read, changed, added and taken away by their key. */
type RowStatements = {
  readonly read: Statement<Keyed, { readonly content: string }>
  readonly change: Statement<Filled, unknown>
  readonly add: Statement<Filled, unknown>
  readonly drop: Statement<Keyed, unknown>
}

const made = new WeakMap<Database, Map<RowTable, RowStatements>>()

function statementsOf({ db }: WriteHandle, table: RowTable): RowStatements {
  const known = made.get(db) ?? new Map<RowTable, RowStatements>()
  made.set(db, known)
  const one = known.get(table) ?? makeStatements(db, table)
  known.set(table, one)
  return one
}

function makeStatements(db: Database, table: RowTable): RowStatements {
  const isDesk = (db.pragma('database_list') as { name: string }[]).some((one) => one.name === 'ref')
  const columns = columnsOf(db, table, isDesk ? 'ref' : 'main')
  const names = columns.map((one) => one.name).join(', ')
  const pairs = columns.map(({ name, isBytes }) => `'${name}', ${isBytes ? `hex(${name})` : name}`).join(', ')
  const values = `SELECT ${columns.map(fromJson).join(', ')} FROM (SELECT ? AS content)`
  const where = `WHERE ${ROW_KEYS[table]} = ?`
  return {
    read: { sql: `SELECT json_object(${pairs}) AS content FROM ${table} ${where}`, bind: (p) => [p.row_key] },
    change: { sql: `UPDATE ${table} SET (${names}) = (${values}) ${where}`, bind: (p) => [p.content, p.row_key] },
    add: { sql: `INSERT INTO ${table} (${names}) ${values}`, bind: (p) => [p.content] },
    drop: { sql: `DELETE FROM ${table} ${where}`, bind: (p) => [p.row_key] },
  }
}

/** A row as this connection sees it, as JSON; null when there is none. */
export function readRow(connection: WriteHandle, table: RowTable, row_key: string): string | null {
  return connection.get(statementsOf(connection, table).read, { row_key })?.content ?? null
}

/** Puts a row into the reference file as it is in the overlay; no content takes it away. */
export function layWhole(
  reference: WriteHandle,
  table: RowTable,
  { row_key, content }: Pick<OverlayRow, 'row_key' | 'content'>,
): true {
  const { change, add, drop } = statementsOf(reference, table)
  if (content === null) reference.run(drop, { row_key })
  else if (reference.run(change, { row_key, content }).changes === 0) reference.run(add, { row_key, content })
  return true
}

/** Everything of a patron among the changed rows. */
export const forgetRowsOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('overlay_row').where(sql<boolean>`json_extract(content, '$.patron_id') = ${p.patron_id}`),
)
