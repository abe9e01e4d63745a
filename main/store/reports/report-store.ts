/**
 * The store as a report reads it, on a thread of its own: the reference file on a read-only connection, with a copy of
 * this desk's own changes on top. The journal is locked for one connection, and a second one cannot read it, so the
 * station passes its overlay, a page of rows at a time with a turn in between: no scan waits for it.
 */
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { must } from '../../../shared/kernel/assert.ts'
import { REFERENCE_FILE } from '../files/file-names.ts'
import { openFile } from '../files/open-edge.ts'
import { ReadHandle, type Statement } from '../sql.ts'
import { VIEWS_OVER_COPY } from '../overlay/overlay-views.ts'

/** Rows at a time: well under a millisecond. */
const PAGE_ROWS = 500

type Value = string | number | null
export type CopiedTable = { readonly name: string; readonly columns: readonly string[]; readonly rows: Value[][] }

export type ReportStore = { readonly db: ReadHandle; readonly close: () => void }

type Column = { readonly name: string; readonly pk: number }

function plain<Row>(sql: string, ...values: readonly (Value | undefined)[]): Statement<Record<string, never>, Row> {
  return { sql, bind: () => values.filter((value) => value !== undefined) }
}

/** What this desk changed since the reference file was written, as of the reading. */
export async function copyOverlay(db: ReadHandle, names: readonly string[]): Promise<CopiedTable[]> {
  const tables: CopiedTable[] = []
  for (const name of names) {
    const columns = db.all(plain<Column>(`SELECT name, pk FROM pragma_table_info('${name}')`), {})
    const key = must(
      columns.find(({ pk }) => pk === 1),
      'an overlay table has a key',
    ).name
    const list = columns.map((column) => column.name)
    const at = list.indexOf(key)
    const rows: Value[][] = []
    for (;;) {
      const last = rows.at(-1)?.[at]
      const after = last === undefined ? '' : `WHERE ${key} > ?`
      const text = `SELECT ${list.join(', ')} FROM main.${name} ${after} ORDER BY ${key} LIMIT ${PAGE_ROWS}`
      const page = db.all(plain<Readonly<Record<string, Value>>>(text, last), {}).map((row) => Object.values(row))
      rows.push(...page)
      if (page.length < PAGE_ROWS) break
      await nextTurn()
    }
    tables.push({ name, columns: list, rows })
  }
  return tables
}

/** Opened on the thread of a report. It can write only to its own memory. */
export function openReportStore(folder: string, key: Uint8Array, overlay: readonly CopiedTable[]): ReportStore {
  const path = join(folder, REFERENCE_FILE)
  const db = openFile(path, key, { readonly: true })
  db.prepare('ATTACH DATABASE ? AS ref').run(path)
  for (const { name, columns, rows } of overlay) {
    db.exec(`CREATE TEMP TABLE ${name} (${columns.join(', ')}, PRIMARY KEY (${must(columns[0], 'a column')}))`)
    const put = db.prepare(`INSERT INTO temp.${name} VALUES (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) put.run(...row)
  }
  db.exec(VIEWS_OVER_COPY)
  return { db: new ReadHandle(db), close: () => db.close() }
}
