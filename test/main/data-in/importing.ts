/** Takes in folders in tests: writes the files, runs the importer on a real file, reads the report back. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { onTestFinished } from 'vitest'
import { importFolder, type ImportPorts, type ImportResult } from '../../../main/data-in/import-folder.ts'
import { migrate } from '../../../main/store/files/migrate.ts'
import { openFile, openMemory, type Database } from '../../../main/store/files/open-edge.ts'
import { Numbers } from '../../../main/store/numbers/numbers.ts'
import { WriteHandle } from '../../../main/store/sql.ts'
import type { ImportStatus } from '../../../shared/ipc/contract.ts'
import { ENGLISH } from '../../support/speech.ts'
import { KEY, FakeClock } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

export type ReportRow = {
  readonly file: string
  readonly line: string
  readonly column: string
  readonly value: string
  readonly reason: string
  readonly outcome: string
}

/** The reference file of a desk that has nothing in it yet. */
export function emptyReference(): Database {
  const db = openFile(join(testFolder(), 'reference.db'), KEY)
  onTestFinished(() => {
    db.close()
  })
  migrate(db, 'reference')
  return db
}

/** A journal file that has nothing in it yet. */
export function emptyJournal(): WriteHandle {
  const journal = openMemory()
  onTestFinished(() => {
    journal.close()
  })
  migrate(journal, 'journal')
  return new WriteHandle(journal)
}

/** Numbers from a journal file of their own. */
export function numbersFor(db: Database): Numbers {
  return new Numbers(emptyJournal(), new WriteHandle(db))
}

export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(testFolder(), 'export')
  mkdirSync(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

export type Taken = {
  readonly db: Database
  readonly result: ImportResult
  readonly report: readonly ReportRow[]
  readonly summary: string
  readonly told: readonly ImportStatus[]
  readonly pauses_count: number
}

export async function takeIn(folder: string, db = emptyReference(), more: Partial<ImportPorts> = {}): Promise<Taken> {
  const told: ImportStatus[] = []
  let pauses_count = 0
  const result = await importFolder(folder, {
    db,
    numbers: numbersFor(db),
    journal_db: emptyJournal(),
    clock: new FakeClock(),
    hashPin: (pin) => ({ salt: new Uint8Array(16), hash: new TextEncoder().encode(`hash of ${pin.length} digits`) }),
    onProgress: (status) => told.push(status),
    reportFolder: join(testFolder(), 'reports'),
    events: () => [],
    check: () => [],
    signFindings: () => Promise.resolve([]),
    to_confirm: [],
    accepted: [],
    answers: { keep: [], take: [] },
    number_from: [],
    take_back: [],
    authority: [],
    mapping: null,
    is_preview: false,
    staff_right: 'free',
    onStaff: () => {},
    speech: ENGLISH,
    sayRule: ({ table, key }) => `${table} ${key}`,
    pause: async () => {
      pauses_count += 1
      await nextTurn()
    },
    ...more,
  })
  const report_file = result.status.report_file
  const report = parse<ReportRow>(readFileSync(report_file), { columns: true })
  const summary = readFileSync(report_file.replace(/csv$/, 'txt'), 'utf8')
  return { db, result, report, summary, told, pauses_count }
}

const takenOnce = new Map<string, { readonly taken: Taken; readonly bytes: Buffer }>()

/**
 * Takes in the folder that `write` makes, once for each `of`, which no other file of tests may use; each test has the
 * reference file as a copy of its own.
 */
export async function takeInOnce(of: string, write: (folder: string) => void): Promise<Taken> {
  const kept = takenOnce.get(of)
  if (kept) return { ...kept.taken, db: copyOf(kept.bytes) }
  const folder = join(testFolder(), 'once')
  write(folder)
  const taken = await takeIn(folder)
  taken.db.pragma('wal_checkpoint(TRUNCATE)')
  takenOnce.set(of, { taken, bytes: readFileSync(taken.db.name) })
  return taken
}

function copyOf(bytes: Buffer): Database {
  const place = join(testFolder(), 'reference.db')
  writeFileSync(place, bytes)
  const db = openFile(place, KEY)
  onTestFinished(() => {
    db.close()
  })
  return db
}

/** "rows taken rejected" of each file, by name. */
export function counts(result: ImportResult): Readonly<Record<string, string>> {
  return Object.fromEntries(
    result.status.files.map(({ file, rows_count, imported_count, rejected_count }) => {
      return [file, `${rows_count} = ${imported_count} + ${rejected_count}`]
    }),
  )
}

/** What the report says about a file, short: "line column: reason". */
export function reasons(report: readonly ReportRow[], file: string, outcome = 'row left out'): readonly string[] {
  const rows = report.filter((row) => row.file === file && row.outcome === outcome)
  return rows.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)
}

export function one(db: Database, sql: string, ...params: readonly unknown[]): unknown {
  return db
    .prepare(sql)
    .pluck()
    .get(...params)
}

export function all(db: Database, sql: string, ...params: readonly unknown[]): unknown[] {
  return db.prepare(sql).all(...params)
}

/** Every table's rows as text, to prove that something changed nothing. */
export function everything(db: Database): string {
  const tables = all(db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'title_words%'`)
  return JSON.stringify(tables.map((row) => [row, all(db, `SELECT * FROM "${(row as { name: string }).name}"`)]))
}

/** A library of one branch, one category and one type, on which the files under test build. */
export const BASE: Readonly<Record<string, string>> = {
  'library.csv': 'name,zone\nTest,America/Chicago\n',
  'branches.csv': 'branch_code,name\nMAIN,Main\n',
  'patron_categories.csv': 'category_code,name\nADULT,Adult\n',
  'item_types.csv': 'item_type_code,name\nBOOK,Book\n',
  'patrons.csv':
    'patron_id,surname,given,category_code,branch_code\n1,Miller,Dana,ADULT,MAIN\n2,Sato,Hana,ADULT,MAIN\n',
  'titles.csv': 'title_id,title\nt1,Dune\n',
  'items.csv': 'barcode,title_id,item_type_code,home_branch_code\n31234000000015,t1,BOOK,MAIN\n',
}
