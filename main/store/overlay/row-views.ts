/**
 * Tables whose rows this desk changes whole: on its connection a view of the table's own name shows a changed row,
 * which lies in the journal file as JSON, in the place of the reference's.
 */
import { ROW_KEYS, VIEWED_TABLES, type RowTable } from '../../../shared/journal/fold/rows.ts'
import type { Database } from '../files/open-edge.ts'

type Column = { readonly name: string; readonly isBytes: boolean }

export function columnsOf(db: Database, table: RowTable, schema: string): readonly Column[] {
  const found = db.pragma(`${schema}.table_info(${table})`) as { name: string; type: string }[]
  return found.map(({ name, type }) => ({ name, isBytes: type === 'BLOB' }))
}

/** Bytes are written out in hex: JSON has none. */
export function fromJson({ name, isBytes }: Column): string {
  const value = `json_extract(content, '$.${name}')`
  return isBytes ? `unhex(${value})` : value
}

/** The views that show each table as the desk sees it now. */
export function rowViews(db: Database): string {
  return VIEWED_TABLES.map((table) => {
    const columns = columnsOf(db, table, 'ref')
    const own = columns.map((one) => `${fromJson(one)} AS ${one.name}`)
    return `CREATE TEMP VIEW ${table} AS
      SELECT ${columns.map((one) => one.name).join(', ')} FROM ref.${table} AS base WHERE NOT EXISTS (SELECT 1
        FROM main.overlay_row AS own WHERE own.table_name = '${table}' AND own.row_key = base.${ROW_KEYS[table]})
      UNION ALL
      SELECT ${own.join(', ')} FROM main.overlay_row WHERE table_name = '${table}' AND content IS NOT NULL;`
  }).join('\n')
}
