/**
 * Backup while running, and restore. A backup is two encrypted files with the desk's own key and a note of what it
 * holds.
 * Restoring keeps what was there beside it; it must never delete a data file.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { asOperatingError } from './faults.ts'
import { openFile } from './open-edge.ts'
import { JOURNAL_FILE, REFERENCE_FILE, type Store } from './store.ts'

const FILES = [JOURNAL_FILE, REFERENCE_FILE] as const
const LEFTOVERS = ['', '-wal', '-shm'] as const
/** The highest epoch this folder has ever written in, so that a restored journal never reuses one. */
const EPOCH_NOTE = 'epoch'

/** Copies both files as they are at this moment. Returns the bytes written. */
export function backUp(store: Store, to_folder: string): number {
  const partial = `${to_folder}.partial`
  try {
    rmSync(partial, { recursive: true, force: true })
    mkdirSync(partial, { recursive: true, mode: 0o700 })
    const journalCopy = join(partial, JOURNAL_FILE)
    const referenceCopy = join(partial, REFERENCE_FILE)
    store.desk.db.prepare('VACUUM main INTO ?').run(journalCopy)
    store.reference.db.prepare('VACUUM INTO ?').run(referenceCopy)
    for (const copy of [journalCopy, referenceCopy]) checkCopy(copy, store.key)
    if (existsSync(to_folder)) throw new OperatingError('read-only', `${to_folder} exists already`)
    renameSync(partial, to_folder)
    return FILES.reduce((sum, name) => sum + statSync(join(to_folder, name)).size, 0)
  } catch (fault) {
    rmSync(partial, { recursive: true, force: true })
    throw asOperatingError(fault)
  }
}

/** A copy that does not open with the desk's key, or has a page that does not read, is no backup. */
function checkCopy(path: string, key: Uint8Array): void {
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

/** Puts a backup in place. Both files are checked first; what was there is kept in `replaced-<label>/`. */
export function restore(folder: string, from_folder: string, key: Uint8Array | null, label: string): void {
  if (!key) throw new OperatingError('key-missing', folder)
  const incoming = join(folder, `incoming-${label}`)
  const replaced = join(folder, `replaced-${label}`)
  try {
    mkdirSync(incoming, { recursive: true, mode: 0o700 })
    for (const name of FILES) {
      copyFileSync(join(from_folder, name), join(incoming, name))
      checkCopy(join(incoming, name), key)
    }
    mkdirSync(replaced, { recursive: true, mode: 0o700 })
    for (const name of FILES) {
      for (const tail of LEFTOVERS) {
        const old = join(folder, name + tail)
        if (existsSync(old)) renameSync(old, join(replaced, name + tail))
      }
      renameSync(join(incoming, name), join(folder, name))
    }
  } catch (fault) {
    throw asOperatingError(fault)
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
}

export function noteEpoch(folder: string, epoch_count: number): void {
  writeFileSync(join(folder, EPOCH_NOTE), `${epoch_count}\n`)
}

/** 0 when no note is there. */
export function notedEpoch(folder: string): number {
  const path = join(folder, EPOCH_NOTE)
  if (!existsSync(path)) return 0
  const noted = Number(readFileSync(path, 'utf8').trim())
  if (!Number.isSafeInteger(noted)) throw new OperatingError('file-damaged', `${path} holds no number`)
  return noted
}
