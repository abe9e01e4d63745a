/**
 * Rows of a data file as they travel: read table by table or key by key, and put as they are. Nothing is derived and
 * nothing decided: a file that takes all rows of another has what the other has.
 */
import { titleWords } from '../../shared/catalog/title-words.ts'
import type { TitleId } from '../../shared/kernel/ids.ts'
import type { TableRows } from '../../shared/protocol/central.ts'
import { addTitleWords, dropTitleWords } from './import/import-material-rows.ts'
import type { Database, PreparedStatement } from './files/open-edge.ts'
import { build, statement, type Statement, type WriteHandle } from './sql.ts'

type Value = TableRows['rows'][number][number]

/** A table: its columns but for those that are worked out, which of them hold bytes, and those of its primary key. */
export type TableShape = {
  readonly table: string
  readonly columns: readonly string[]
  readonly bytes: ReadonlySet<string>
  readonly key: readonly string[]
}

/** The words of titles, which a search goes by: made again from the titles. */
const WORDS = 'title_words'

export function tableShapes(db: Database): readonly TableShape[] {
  const names = db
    .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[]
  return names.filter((name) => !name.startsWith(WORDS)).map((table) => shapeOf(db, table))
}

type ColumnInfo = { readonly name: string; readonly type: string; readonly pk: number; readonly hidden: number }

function shapeOf(db: Database, table: string): TableShape {
  const all = db.pragma(`main.table_xinfo(${table})`) as readonly ColumnInfo[]
  const own = all.filter(({ hidden }) => hidden === 0)
  return {
    table,
    columns: own.map(({ name }) => name),
    bytes: new Set(own.filter(({ type }) => type === 'BLOB').map(({ name }) => name)),
    key: own
      .filter(({ pk }) => pk > 0)
      .toSorted((one, other) => one.pk - other.pk)
      .map(({ name }) => name),
  }
}

function selected({ columns, bytes }: Pick<TableShape, 'columns' | 'bytes'>): string {
  return columns.map((name) => (bytes.has(name) ? `lower(hex(${name}))` : name)).join(', ')
}

/** How many rows these tables have together. */
export function countRows(db: Database, shapes: readonly TableShape[]): number {
  const counts = shapes.map(({ table }) => `(SELECT count(*) FROM ${table})`)
  const sum = db.prepare(`SELECT ${counts.join(' + ')}`)
  return Number(sum.pluck().get())
}

/** Every row in the order of the key, in parts of some size. Nothing else may run on this connection in between. */
export function* everyRow(db: Database, shape: TableShape, rows_max: number): Generator<TableRows> {
  const { table, columns, key } = shape
  const rows = db.prepare(`SELECT ${selected(shape)} FROM ${table} ORDER BY ${key.join(', ')}`).raw()
  let part: Value[][] = []
  for (const row of rows.iterate() as IterableIterator<Value[]>) {
    part.push(row)
    if (part.length < rows_max) continue
    yield { table, columns: [...columns], rows: part }
    part = []
  }
  if (part.length > 0) yield { table, columns: [...columns], rows: part }
}

/** The row of a key, as it is now; null when there is none. */
export function rowOf(db: Database, shape: TableShape, key: readonly Value[]): readonly Value[] | null {
  const where = shape.key.map((name) => `${name} = ?`).join(' AND ')
  const found = prepared(db, `SELECT ${selected(shape)} FROM ${shape.table} WHERE ${where}`, true).get(...key)
  return (found as readonly Value[] | undefined) ?? null
}

/** Puts rows in the place of those of their keys. @throws when the file has no such table or column */
export function putRows({ db }: WriteHandle, { table, columns, rows }: TableRows, shape: TableShape): void {
  const marks = columns.map((name) => (shape.bytes.has(name) ? 'unhex(?)' : '?')).join(', ')
  const put = prepared(db, `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
  for (const row of rows) put.run(...row)
}

/** Takes away the rows of these keys. */
export function dropRows({ db }: WriteHandle, { table, columns, rows }: TableRows): void {
  const drop = prepared(db, `DELETE FROM ${table} WHERE ${columns.map((name) => `${name} = ?`).join(' AND ')}`)
  for (const key of rows) drop.run(...key)
}

const titleNamed = statement<{ title_id: TitleId }>()((p) =>
  build.selectFrom('title').select(['title', 'author']).where('title_id', '=', p.title_id),
)

const hasWords: Statement<{ title_id: TitleId }, { readonly rowid: number }> = {
  sql: `SELECT rowid FROM ${WORDS} WHERE rowid = ?`,
  bind: (p) => [p.title_id],
}

/**
 * The words by which these titles are found. Those that are there stay: an import from MARC finds a title by more words
 * than its row has.
 */
export function putTitleWords(reference: WriteHandle, title_ids: readonly TitleId[]): void {
  for (const title_id of title_ids) {
    const named = reference.get(titleNamed, { title_id })
    const isFound = reference.get(hasWords, { title_id }) !== null
    if (named === null && isFound) reference.run(dropTitleWords, { title_id })
    if (named === null || isFound) continue
    reference.run(addTitleWords, { title_id, words: titleWords(`${named.title} ${named.author}`) })
  }
}

const statements = new WeakMap<Database, Map<string, PreparedStatement>>()

function prepared(db: Database, sql: string, isRaw = false): PreparedStatement {
  const known = statements.get(db) ?? new Map<string, PreparedStatement>()
  statements.set(db, known)
  const made = known.get(sql) ?? (isRaw ? db.prepare(sql).raw() : db.prepare(sql))
  known.set(sql, made)
  return made
}
