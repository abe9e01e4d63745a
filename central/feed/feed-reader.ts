/** Reads what changed in the library's file after a position, as a desk takes it. Never waits for the keeper. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ofTerminal, CHECKPOINT } from '../../main/store/policy/library-rows.ts'
import { REFERENCE_FILE } from '../../main/store/files/file-names.ts'
import { openFile, type Database } from '../../main/store/files/open-edge.ts'
import { rowOf, type TableShape } from '../../main/store/table-rows.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { FeedPage, TableRows } from '../../shared/protocol/central.ts'
import { feedShapes, keptPos } from '../keeper/feed-changes.ts'
import { madeFiles } from '../keeper/files.ts'

const ROWS_MAX = 2000

type Change = {
  readonly table_name: string
  readonly row_key: string
  readonly log_pos: number
  readonly by_code: string
}

type Page = Omit<FeedPage, 'server_ms'>

export class FeedReader {
  readonly #folder: string
  readonly #key: Uint8Array
  #open: { readonly db: Database; readonly shapes: ReadonlyMap<string, TableShape> } | null = null

  constructor(folder: string, key: Uint8Array) {
    this.#folder = folder
    this.#key = key
  }

  /** @returns null while the library's file is not made yet */
  page(terminal_code: string, from: number): Page | null {
    const open = this.#opened()
    if (!open) return null
    const { db, shapes } = open
    // One moment of the file: what it includes, and the rows that make it so.
    return db.transaction(() => pageOf(db, shapes, terminal_code, from))()
  }

  #opened() {
    if (this.#open) return this.#open
    const path = join(madeFiles(this.#folder).shared, REFERENCE_FILE)
    if (!existsSync(path)) return null
    const db = openFile(path, this.#key, { readonly: true })
    this.#open = { db, shapes: new Map(feedShapes(db).map((shape) => [shape.table, shape])) }
    return this.#open
  }

  close(): void {
    this.#open?.db.close()
    this.#open = null
  }
}

function pageOf(db: Database, shapes: ReadonlyMap<string, TableShape>, terminal_code: string, from: number): Page {
  const kept_pos = keptPos(db)
  // A page has whole positions. What the keeper is at just now comes with the last page, and once more with the next.
  const cut = db
    .prepare('SELECT log_pos FROM central_change WHERE log_pos > ? ORDER BY log_pos LIMIT 1 OFFSET ?')
    .pluck()
    .get(from, ROWS_MAX) as number | undefined
  const to = cut === undefined ? kept_pos : Math.min(cut, kept_pos)
  const isLast = cut === undefined || cut >= kept_pos
  const changes = db
    .prepare(
      `SELECT table_name, row_key, log_pos, by_code FROM central_change
        WHERE log_pos > ? AND log_pos <= ? ORDER BY table_name, row_key`,
    )
    .all(from, isLast ? kept_pos + 1 : to) as Change[]
  const settled = db.prepare('SELECT value FROM meta WHERE name = ?').pluck()
  const included = isLast ? ((settled.get(ofTerminal(CHECKPOINT, terminal_code)) as string | undefined) ?? '0.0') : null
  return {
    from,
    to: Math.max(from, to),
    included,
    is_own: changes.every(({ by_code }) => by_code === terminal_code),
    ...rowsOf(db, shapes, changes),
  }
}

function rowsOf(
  db: Database,
  shapes: ReadonlyMap<string, TableShape>,
  changes: readonly Change[],
): Pick<Page, 'rows' | 'gone'> {
  const rows: TableRows[] = []
  const gone: TableRows[] = []
  for (const [table, some] of Map.groupBy(changes, (one) => one.table_name)) {
    const shape = must(shapes.get(table), 'a table that is watched')
    const put: TableRows['rows'] = []
    const dropped: TableRows['rows'] = []
    for (const { row_key } of some) {
      const key = JSON.parse(row_key) as (string | number | null)[]
      const row = rowOf(db, shape, key)
      if (row === null) dropped.push(key)
      else put.push([...row])
    }
    if (put.length > 0) rows.push({ table, columns: [...shape.columns], rows: put })
    if (dropped.length > 0) gone.push({ table, columns: [...shape.key], rows: dropped })
  }
  return { rows, gone }
}
