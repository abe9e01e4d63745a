/**
 * Migrates a data file to this version's schema: SQL files in order, each in one transaction with its number. Refuses a
 * file of another layout or of a newer Datestamp before it writes, and never leaves a step half done.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assert } from '../../../shared/kernel/assert.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import type { Database } from './open-edge.ts'

export type DataFile = 'journal' | 'reference'

/** The folder of migrations: beside the sources, or beside the bundle in the packaged application. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations', 'station'))) {
    const parent = dirname(folder)
    assert(parent !== folder, 'the migrations lie beside the program')
    folder = parent
  }
  return join(folder, 'migrations', 'station')
}

type Step = { readonly version: number; readonly sql: string }

function steps(folder: string): readonly Step[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_.+\.sql$/.test(name))
  return names.toSorted().map((name, index) => {
    const version = Number(name.slice(0, 4))
    assert(version === index + 1, `migrations without a gap: ${name}`)
    // With git's line ends, so that a checkout on Windows makes files of the same layout.
    return { version, sql: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }
  })
}

/** The first schema a file grew from. SQLite keeps it in the file as `application_id`, a signed 32-bit integer. */
function layoutId([first]: readonly Step[]): number {
  assert(first, 'a first schema')
  return createHash('sha256').update(first.sql).digest().readInt32BE(0)
}

/**
 * @throws OperatingError other-layout when the file grew from another first schema, from-future when it is newer than
 *   this program
 */
function refuseUnknown(db: Database, file: DataFile, known: readonly Step[]): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version === 0) return
  const layout_id = Number(db.pragma('application_id', { simple: true }))
  if (layout_id !== layoutId(known)) throw new OperatingError('other-layout', `${file} grew from another first schema`)
  if (version > known.length) throw new OperatingError('from-future', `${file} has version ${version}`)
}

/** Checks a copy before it replaces a working file. Throws as `migrate` does, and writes nothing. */
export function refuseUnknownLayout(db: Database, file: DataFile): void {
  refuseUnknown(db, file, steps(join(migrationsFolder(), file)))
}

/**
 * @param folder the migrations of this file
 * @throws OperatingError other-layout, from-future
 */
export function migrate(db: Database, file: DataFile, folder = join(migrationsFolder(), file)): void {
  const known = steps(folder)
  refuseUnknown(db, file, known)
  // Foreign keys are enforced row by row as a step writes. Checking all of them after each step took half a minute per
  // step in a library of a million, before the desk could open.
  assert(db.pragma('foreign_keys', { simple: true }) === 1, 'references between rows are watched')
  for (const step of known.slice(Number(db.pragma('user_version', { simple: true })))) {
    db.transaction(() => {
      db.exec(step.sql)
      if (step.version === 1) db.pragma(`application_id = ${layoutId(known)}`)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}
