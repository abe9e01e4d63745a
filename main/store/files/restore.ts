/**
 * Puts a backup in place of the data files. The former files are kept beside it; an interrupted restore is undone at
 * the next start. Must never delete a data file, nor move one away from a desk that is using it: both lose confirmed
 * entries.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { BackupSigned, Restored } from '../../../shared/journal/restored.ts'
import type { SignedHead } from '../../../shared/journal/signed-head.ts'
import { OperatingError, type OperatingCode } from '../../../shared/kernel/outcome.ts'
import { checkCopy } from './backup.ts'
import { onCopy } from './copy-aside.ts'
import { asOperatingError } from './faults.ts'
import { DATA_FILES, FILE_TAILS, JOURNAL_FILE, LOG_TAIL, REFERENCE_FILE, noteEpoch, notedEpoch } from './file-names.ts'
import { damagedLogs } from './log-check.ts'
import { refuseUnknownLayout, type DataFile } from './migrate.ts'
import { isFile } from './places.ts'
import { openFile, type Database } from './open-edge.ts'
import { dropRestoredNote, noteRestored, SIGNED_HEAD_FILE } from './signed-files.ts'
import { readWitness, WITNESS_FILES, writeWitness } from './witness-files.ts'

/** What says something of the replaced files goes with them. */
const BESIDE = [...WITNESS_FILES, SIGNED_HEAD_FILE]

/** Exists while files are being exchanged: the label of the restore in progress. */
const MARKER = 'restoring'

/** Faults of the journal to be replaced after which it cannot be asked for its epoch. */
const PAST_ASKING: ReadonlySet<OperatingCode> = new Set(['file-damaged', 'wrong-key'])

/** Whether a folder holds both files of a backup. */
export function isBackupFolder(folder: string): boolean {
  return DATA_FILES.every((name) => isFile(join(folder, name)))
}

/** Whether a key opens a data file that is here: then it is this desk's own, even if the computer has lost it. */
export function opensAny(folder: string, key: Uint8Array, label: string): boolean {
  return onCopy(folder, label, (copy) => DATA_FILES.some((name) => opens(join(copy, name), key)))
}

function opens(path: string, key: Uint8Array): boolean {
  // SQLite opens an empty file with any key.
  if (!isFile(path) || statSync(path).size === 0) return false
  try {
    openFile(path, key).close()
    return true
  } catch {
    return false
  }
}

export type RestorePlan = {
  readonly folder: string
  readonly from_folder: string
  /** The key of the desk's own files; null when it was lost, and then they cannot be read. */
  readonly key: Uint8Array | null
  /** The key of the backup. */
  readonly backup_key: Uint8Array
  /** Names the folder that keeps the former files. */
  readonly label: string
  /** What the next opening enters of it. */
  readonly restored: Pick<Restored, 'by' | 'proof'>
  /** The signed head beside the backup, if it is genuine, and whether this computer signed it. */
  readonly signed: (SignedHead & { readonly is_own: boolean }) | null
}

/**
 * The witnesses of the replaced files go with them: what was recorded since the backup is not missing. A folder that
 * was copied by hand brings its own, which tells whether its log is complete.
 * @throws OperatingError backup-damaged, other-layout, from-future, file-busy, disk-full, read-only. Then all is as it
 *   was.
 */
export function restore({ folder, from_folder, key, backup_key, label, restored, signed }: RestorePlan): void {
  const incoming = join(folder, `incoming-${label}`)
  try {
    mkdirSync(incoming, { recursive: true, mode: 0o700 })
    refuseDamagedLogs(from_folder)
    for (const name of DATA_FILES) {
      // A folder that was copied by hand has its newest entries in the logs.
      for (const tail of ['', LOG_TAIL]) {
        const from = join(from_folder, name + tail)
        if (existsSync(from)) takeAlong(from, join(incoming, name + tail))
      }
      checkCopy(join(incoming, name), backup_key)
    }
    const replaced_epoch = epochOfUnused(folder, key)
    const readCopy = <T>(name: string, file: DataFile, read: (db: Database) => T): T =>
      readKnown(join(incoming, name), backup_key, file, read)
    readCopy(REFERENCE_FILE, 'reference', () => {})
    const backup_epoch = readCopy(JOURNAL_FILE, 'journal', epochIn)
    // Noted before anything moves: wherever this is interrupted, no event number is ever given twice.
    noteEpoch(folder, Math.max(notedEpoch(folder) ?? 0, replaced_epoch, backup_epoch) + 1)
    const witness = readWitness(from_folder, 'desk')
    const backup_signed = readCopy(JOURNAL_FILE, 'journal', (db) => signedAs(db, signed))
    exchange(folder, incoming, label, { ...restored, backup_signed })
    if (witness) writeWitness(folder, 'desk', witness)
  } catch (fault) {
    throw asOperatingError(fault)
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
}

/** A copy inherits the permissions of its source, which may be read-only. */
function takeAlong(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}

/** SQLite would silently drop what is behind the damage. */
function refuseDamagedLogs(from_folder: string): void {
  const [damaged] = damagedLogs(from_folder)
  if (!damaged) return
  const log = join(from_folder, damaged.file + LOG_TAIL)
  throw new OperatingError('backup-damaged', `${log}: ${damaged.lost_count} commits behind the damage`)
}

function exchange(folder: string, incoming: string, label: string, restored: Restored): void {
  const replaced = replacedFolder(folder, label)
  mkdirSync(replaced, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, MARKER), label)
  noteRestored(folder, restored)
  try {
    for (const name of BESIDE) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(replaced, name))
    }
    for (const name of DATA_FILES) {
      for (const tail of FILE_TAILS) {
        const old = join(folder, name + tail)
        if (existsSync(old)) renameSync(old, join(replaced, name + tail))
      }
      renameSync(join(incoming, name), join(folder, name))
    }
  } catch (fault) {
    undoInterruptedRestore(folder)
    throw fault
  }
  rmSync(join(folder, MARKER))
}

function replacedFolder(folder: string, label: string): string {
  return join(folder, `replaced-${label}`)
}

/**
 * Puts back the files that an interrupted restore had moved away; does nothing otherwise. Can itself be interrupted and
 * repeated: each file is moved once, over the backup's copy, and a log always before its file.
 */
export function undoInterruptedRestore(folder: string): void {
  const marker = join(folder, MARKER)
  if (!existsSync(marker)) return
  const replaced = replacedFolder(folder, readFileSync(marker, 'utf8'))
  const names = DATA_FILES.flatMap((name) => FILE_TAILS.toReversed().map((tail) => name + tail))
  for (const name of [...names, ...BESIDE]) {
    const kept = join(replaced, name)
    if (existsSync(kept)) renameSync(kept, join(folder, name))
  }
  dropRestoredNote(folder)
  rmSync(marker)
}

/**
 * The epoch of the journal to be replaced; 0 when it cannot be read. A journal in use by another process must not be
 * moved; a damaged one may go, and one with a damaged log is not opened, because that would truncate the log.
 */
function epochOfUnused(folder: string, key: Uint8Array | null): number {
  const path = join(folder, JOURNAL_FILE)
  if (!key || !existsSync(path) || damagedLogs(folder).length > 0) return 0
  try {
    const db = openFile(path, key, { isExclusive: true })
    try {
      db.exec('BEGIN IMMEDIATE; COMMIT')
      return epochIn(db)
    } finally {
      db.close()
    }
  } catch (fault) {
    const known = asOperatingError(fault)
    const isPastAsking = known instanceof OperatingError && PAST_ASKING.has(known.code)
    if (!isPastAsking) throw known
    return 0
  }
}

/** A backup of a layout that this version does not open must not replace files that it does. */
function readKnown<T>(path: string, key: Uint8Array, file: DataFile, read: (db: Database) => T): T {
  const db = openFile(path, key, { readonly: true })
  try {
    refuseUnknownLayout(db, file)
    return read(db)
  } finally {
    db.close()
  }
}

/** Whether the entry that was signed is in this journal, with the hash that was signed. */
function signedAs(db: Database, signed: RestorePlan['signed']): BackupSigned {
  if (!signed) return 'not'
  const isBegun = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'event'`).get() !== undefined
  if (!isBegun) return 'not-as-signed'
  const place = [signed.epoch, signed.seq, signed.hash]
  const found = db.prepare('SELECT 1 FROM event WHERE epoch = ? AND seq = ? AND lower(hex(hash)) = ?')
  if (found.get(...place) === undefined) return 'not-as-signed'
  return signed.is_own ? 'here' : 'elsewhere'
}

/** 0 for a journal that was created and never used. */
function epochIn(db: Database): number {
  const isBegun = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'terminal'`).get() !== undefined
  if (!isBegun) return 0
  return Number(db.prepare('SELECT epoch FROM terminal').pluck().get() ?? 0)
}
