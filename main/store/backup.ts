/**
 * Backup while running: two encrypted files with the desk's own key, whole or not there at all.
 */
import { mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { asOperatingError } from './faults.ts'
import { DATA_FILES, JOURNAL_FILE, REFERENCE_FILE } from './files.ts'
import { openFile } from './open-edge.ts'
import type { Connection } from './sql.ts'

/** What a backup needs of the store. */
type BackedUp = { readonly desk: Connection; readonly reference: Connection; readonly key: Uint8Array }

/**
 * Copies both files as they are at this moment. Returns the bytes written.
 * @param to_folder a folder that is not there yet, in one that is (`placeFor` says so)
 */
export function backUp(store: BackedUp, to_folder: string): number {
  const partial = `${to_folder}.partial`
  try {
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { mode: 0o700 })
    const journalCopy = join(partial, JOURNAL_FILE)
    const referenceCopy = join(partial, REFERENCE_FILE)
    store.desk.db.prepare('VACUUM main INTO ?').run(journalCopy)
    store.reference.db.prepare('VACUUM INTO ?').run(referenceCopy)
    for (const copy of [journalCopy, referenceCopy]) checkCopy(copy, store.key)
    renameSync(partial, to_folder)
    return DATA_FILES.reduce((sum, name) => sum + statSync(join(to_folder, name)).size, 0)
  } catch (fault) {
    rmSync(partial, { recursive: true, force: true })
    throw asOperatingError(fault)
  }
}

/** A copy that does not open with the desk's key, or has a page that does not read, is no backup. */
export function checkCopy(path: string, key: Uint8Array): void {
  let said: unknown
  try {
    const db = openFile(path, key, { readonly: true })
    try {
      said = db.pragma('quick_check(1)', { simple: true })
    } finally {
      db.close()
    }
  } catch (fault) {
    throw new OperatingError('backup-damaged', `${path}: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
  if (said !== 'ok') throw new OperatingError('backup-damaged', `${path}: ${String(said)}`)
}
