/**
 * Brings a data file to the shape this version knows: SQL files in order, each in one transaction with its number.
 * Must never touch a file written by a newer Datestamp, and never leaves a step half done.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { assert } from '../../shared/kernel/assert.ts'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import type { Database } from './open-edge.ts'

export type DataFile = 'journal' | 'reference'

/** The folder of migrations: beside the sources, and beside the bundle in the packaged application. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations', 'station'))) {
    const parent = dirname(folder)
    assert(parent !== folder, 'the migrations lie beside the program')
    folder = parent
  }
  return join(folder, 'migrations', 'station')
}

function steps(folder: string): readonly { readonly version: number; readonly sql: string }[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_.+\.sql$/.test(name))
  return names.toSorted().map((name, index) => {
    const version = Number(name.slice(0, 4))
    assert(version === index + 1, `migrations without a gap: ${name}`)
    return { version, sql: readFileSync(join(folder, name), 'utf8') }
  })
}

/**
 * @param folder where the steps of this file lie
 * @throws OperatingError from-future when the file is newer than this program
 */
export function migrate(db: Database, file: DataFile, folder = join(migrationsFolder(), file)): void {
  const known = steps(folder)
  const found = Number(db.pragma('user_version', { simple: true }))
  if (found > known.length) throw new OperatingError('from-future', `${file} has version ${found}, not ${known.length}`)
  // References are watched row by row as a step writes. Looking through all of them after each step took half a minute
  // a step in a library of a million, before the desk could open.
  assert(db.pragma('foreign_keys', { simple: true }) === 1, 'references between rows are watched')
  for (const step of known.slice(found)) {
    db.transaction(() => {
      db.exec(step.sql)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}
