/** Statements that put or read whole rows, made from the columns of their table: a new column needs no word here. */
import { COLUMNS, type JournalTables, type ReferenceTables } from './schema.gen.ts'
import type { Statement } from './sql.ts'

type Rows = JournalTables & ReferenceTables
type Table = keyof Rows & keyof typeof COLUMNS
type Column<T extends Table> = keyof Rows[T] & string

/** `left` are the columns that the database fills by itself. */
type Put<T extends Table, Left extends Column<T>> = Statement<Omit<Rows[T], Left>, unknown>

function put<T extends Table, Left extends Column<T>>(
  verb: 'INSERT' | 'REPLACE',
  table: T,
  left: readonly Left[],
  endOf: (columns: readonly string[]) => string = () => '',
): Put<T, Left> {
  const columns = (COLUMNS as { readonly [Name in Table]: readonly string[] })[table].filter(
    (one) => !(left as readonly string[]).includes(one),
  )
  const marks = columns.map(() => '?').join(', ')
  const sql = `${verb} INTO ${table} (${columns.join(', ')}) VALUES (${marks})${endOf(columns)}`
  return { sql, bind: (row) => columns.map((one) => (row as Readonly<Record<string, unknown>>)[one]) }
}

/** Adds a row. */
export function insert<T extends Table, Left extends Column<T> = never>(table: T, ...left: Left[]): Put<T, Left> {
  return put('INSERT', table, left)
}

/** Adds a row, unless one of its key is there. */
export function insertOnce<T extends Table, Left extends Column<T> = never>(table: T, ...left: Left[]): Put<T, Left> {
  return put('INSERT', table, left, () => ' ON CONFLICT DO NOTHING')
}

/** Adds a row, in the place of the one of its primary key. */
export function replace<T extends Table>(table: T): Put<T, never> {
  return put('REPLACE', table, [])
}

/** Adds a row, or changes the one of this key. A row keeps its number. */
export function upsert<T extends Table, Left extends Column<T> = never>(
  table: T,
  key: Column<T>,
  ...left: Left[]
): Put<T, Left> {
  return put('INSERT', table, left, (columns) => {
    const changed = columns.filter((one) => one !== key && one !== `${table}_id`)
    return ` ON CONFLICT (${key}) DO UPDATE SET ${changed.map((one) => `${one} = excluded.${one}`).join(', ')}`
  })
}

/** Reads every row, in this order. */
export function every<T extends Table>(table: T, ...order: Column<T>[]): Statement<Record<string, never>, Rows[T]> {
  const columns: readonly string[] = COLUMNS[table]
  return { sql: `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${order.join(', ')}`, bind: () => [] }
}
