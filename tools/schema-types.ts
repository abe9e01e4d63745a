/**
 * Generates from the migrations: the schema snapshots (migrations/station/<file>/schema.sql) and the row types of the
 * store (main/store/schema.gen.ts). With --check it changes nothing and fails when either is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate, migrationsFolder, type DataFile } from '../main/store/files/migrate.ts'
import { openMemory, type Database } from '../main/store/files/open-edge.ts'

const FILES: readonly DataFile[] = ['journal', 'reference']
const HEAD = '// Made by tools/schema-types.ts from the migrations. Never edited by hand.\n'

/** The type of a column by its name: the suffix is the unit. */
const BRANDS: readonly (readonly [RegExp, string])[] = [
  [/_cents(_max)?$/, 'Cents'],
  [/_at_ms$/, 'Instant'],
  [/_on$/, 'LocalDate'],
  [/^patron_id$/, 'PatronId'],
  [/^item_id$/, 'ItemId'],
  [/^title_id$/, 'TitleId'],
]

const WORDS_TABLE = 'title_words'
const LINE_MAX = 120

type Column = { name: string; type: string; notnull: number; pk: number; dflt_value: string | null; hidden: number }

/** What `hidden` says of a column that is worked out from others. */
const IS_MADE = new Set([2, 3])

/** Every column of a table, those that are worked out among them; not what FTS5 hides. */
function columnsOf(db: Database, table: string): Column[] {
  const all = db.pragma(`table_xinfo(${table})`) as Column[]
  return all.filter(({ hidden }) => hidden === 0 || IS_MADE.has(hidden))
}

function columnType(column: Column): string {
  const brand = BRANDS.find(([pattern]) => pattern.test(column.name))?.[1]
  const plain = { TEXT: 'string', BLOB: 'Uint8Array' }[column.type] ?? 'number'
  const type = brand ?? plain
  return column.notnull || column.pk ? type : `${type} | null`
}

function tableType(db: Database, table: string): string {
  const columns = columnsOf(db, table)
  const lines = columns.map((column) => `    ${column.name}: ${columnType(column)}`)
  // The rowid of the words is the number of their title; SQLite does not list it as a column.
  if (table === WORDS_TABLE) lines.unshift('    rowid: number')
  return `  ${table}: {\n${lines.join('\n')}\n  }`
}

/**
 * Columns that an insert may omit: those with a default, those that are worked out, and a row's own number where SQLite
 * assigns it. Overlay rows and rows numbered by another table (a loan has its item's) give theirs.
 */
function filledColumns(db: Database, table: string): string[] {
  const columns = columnsOf(db, table)
  const named = (db.pragma(`foreign_key_list(${table})`) as { from: string }[]).map(({ from }) => from)
  const isOwn = ({ name, pk, type }: Column): boolean =>
    pk === 1 && type === 'INTEGER' && name.endsWith('_id') && !named.includes(name) && !table.startsWith('overlay_')
  const isFilled = (column: Column): boolean =>
    column.dflt_value !== null || IS_MADE.has(column.hidden) || isOwn(column)
  const names = columns.filter(isFilled).map(({ name }) => `'${name}'`)
  return names.length === 0 ? [] : [`  ${table}: ${names.join(' | ')}`]
}

/** One array, on as few lines as it needs. */
function columnList(db: Database, table: string): string {
  const names = columnsOf(db, table).flatMap(({ name, hidden }) => (IS_MADE.has(hidden) ? [] : [`'${name}'`]))
  const line = `  ${table}: [${names.join(', ')}],`
  if (line.length <= LINE_MAX) return line
  const lines = ['   ']
  for (const name of names) {
    const last = lines.length - 1
    if (`${lines[last]} ${name},`.length <= LINE_MAX) lines[last] += ` ${name},`
    else lines.push(`    ${name},`)
  }
  return [`  ${table}: [`, ...lines, '  ],'].join('\n')
}

/** FTS5 keeps its own tables beside the virtual one; they are not ours. */
function tables(db: Database): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
    AND name NOT GLOB 'title_words_*' ORDER BY name`
  return db.prepare(sql).pluck().all() as string[]
}

function snapshot(db: Database): string {
  const sql = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'title_words_*' ORDER BY rowid`
  const made = (db.prepare(sql).pluck().all() as string[]).join(';\n\n')
  return `-- The schema after all migrations. Made by tools/schema-types.ts.\n${made};\n`
}

function generate(): Map<string, string> {
  const made = new Map<string, string>()
  const types: string[] = []
  const filled: string[] = []
  const columns: string[] = []
  for (const file of FILES) {
    const db = openMemory()
    migrate(db, file)
    made.set(join(migrationsFolder(), file, 'schema.sql'), snapshot(db))
    types.push(
      `export type ${file === 'journal' ? 'Journal' : 'Reference'}Tables = {\n${tables(db)
        .map((table) => tableType(db, table))
        .join('\n')}\n}`,
    )
    filled.push(...tables(db).flatMap((table) => filledColumns(db, table)))
    columns.push(
      ...tables(db)
        .filter((table) => table !== WORDS_TABLE)
        .map((table) => columnList(db, table)),
    )
    db.close()
  }
  types.push(`/** Columns that an insert may leave out. */\nexport type FilledColumns = {\n${filled.join('\n')}\n}`)
  const head =
    '/** The columns of each table, in order, without those worked out from others. */\nexport const COLUMNS = {'
  types.push(`${head}\n${columns.join('\n')}\n} as const`)
  const imports = [
    "import type { ItemId, PatronId, TitleId } from '../../shared/kernel/ids.ts'",
    "import type { Cents } from '../../shared/kernel/money.ts'",
    "import type { Instant, LocalDate } from '../../shared/kernel/time.ts'",
  ]
  made.set(
    join(migrationsFolder(), '../../main/store/schema.gen.ts'),
    `${HEAD}${imports.join('\n')}\n\n${types.join('\n\n')}\n`,
  )
  return made
}

const check = process.argv.includes('--check')
let stale = 0
for (const [path, text] of generate()) {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (before === text) continue
  stale += 1
  if (check) console.error(`stale: ${path}`)
  else writeFileSync(path, text)
}
if (check && stale > 0) process.exit(1)
