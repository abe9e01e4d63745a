/**
 * Puts a backup in place of the data files. What was there is kept beside it; a restore that is cut off is undone at
 * the next start. Must never delete a data file, nor pull one away from a desk that is using it.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { OperatingError, type OperatingCode } from '../../../shared/kernel/outcome.ts'
import { checkCopy } from './backup.ts'
import { asOperatingError } from './faults.ts'
import { DATA_FILES, FILE_TAILS, JOURNAL_FILE, LOG_TAIL, REFERENCE_FILE, noteEpoch, notedEpoch } from './files.ts'
import { damagedLogs } from './log-check.ts'
import { refuseUnknownLayout, type DataFile } from './migrate.ts'
import { isFile } from './places.ts'
import { openFile, type Database } from './open-edge.ts'
import { readWitness, WITNESS_FILES, writeWitness } from './witness-files.ts'

/** Lies in the folder while files are being exchanged: the label of the restore that is under way. */
const MARKER = 'restoring'

/** What a journal says that is to be replaced because it does not open any more. */
const PAST_ASKING: ReadonlySet<OperatingCode> = new Set(['file-damaged', 'wrong-key'])

/** Whether a folder holds both files of a backup. */
export function isBackupFolder(folder: string): boolean {
  return DATA_FILES.every((name) => isFile(join(folder, name)))
}

export type RestorePlan = {
  readonly folder: string
  readonly from_folder: string
  /** What the desk's own files open with; null when that was lost, and then nothing can be asked of them. */
  readonly key: Uint8Array | null
  /** What the backup opens with. */
  readonly backup_key: Uint8Array
  /** Names the folder in which what was there is kept. */
  readonly label: string
}

/**
 * The witnesses of the files that go, go with them: what was recorded since the backup is not missing. A folder that
 * was copied by hand brings its own, which tells whether its log came along whole.
 * @throws OperatingError backup-damaged, other-layout, from-future, file-busy, disk-full, read-only. Then all is as it
 *   was.
 */
export function restore({ folder, from_folder, key, backup_key, label }: RestorePlan): void {
  const incoming = join(folder, `incoming-${label}`)
  try {
    mkdirSync(incoming, { recursive: true, mode: 0o700 })
    refuseDamagedLogs(from_folder)
    for (const name of DATA_FILES) {
      // A folder that was copied by hand has its newest entries in the logs beside the files.
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
    // Noted before anything moves: wherever this is cut off, no number of an event is ever given twice.
    noteEpoch(folder, Math.max(notedEpoch(folder) ?? 0, replaced_epoch, backup_epoch) + 1)
    const witness = readWitness(from_folder, 'desk')
    exchange(folder, incoming, label)
    if (witness) writeWitness(folder, 'desk', witness)
  } catch (fault) {
    throw asOperatingError(fault)
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
}

/** A copy keeps the rights of what it was made from, which may only be readable. */
function takeAlong(from: string, to: string): void {
  copyFileSync(from, to)
  chmodSync(to, 0o600)
}

/** SQLite would leave out what lies behind the damage, without a word. */
function refuseDamagedLogs(from_folder: string): void {
  const [damaged] = damagedLogs(from_folder)
  if (!damaged) return
  const log = join(from_folder, damaged.file + LOG_TAIL)
  throw new OperatingError('backup-damaged', `${log}: ${damaged.lost_count} commits behind the damage`)
}

function exchange(folder: string, incoming: string, label: string): void {
  const replaced = replacedFolder(folder, label)
  mkdirSync(replaced, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, MARKER), label)
  try {
    for (const name of WITNESS_FILES) {
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
 * Puts the files back that a restore had moved away when it was cut off. Does nothing when none was. May be cut off
 * itself and begun again: each file is moved once, over the backup's copy, and a log always before the file it belongs
 * to.
 */
export function undoInterruptedRestore(folder: string): void {
  const marker = join(folder, MARKER)
  if (!existsSync(marker)) return
  const replaced = replacedFolder(folder, readFileSync(marker, 'utf8'))
  const names = DATA_FILES.flatMap((name) => FILE_TAILS.toReversed().map((tail) => name + tail))
  for (const name of [...names, ...WITNESS_FILES]) {
    const kept = join(replaced, name)
    if (existsSync(kept)) renameSync(kept, join(folder, name))
  }
  rmSync(marker)
}

/**
 * The epoch of the journal that is to be replaced; 0 when it cannot be asked. One that another process writes must not
 * be moved from under it; a damaged one may go, and one whose log is damaged is not opened: that would cut the log off.
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

/** A backup of a layout that this version does not open would be put in place of files that it does. */
function readKnown<T>(path: string, key: Uint8Array, file: DataFile, read: (db: Database) => T): T {
  const db = openFile(path, key, { readonly: true })
  try {
    refuseUnknownLayout(db, file)
    return read(db)
  } finally {
    db.close()
  }
}

/** 0 for a journal that was made and never begun. */
function epochIn(db: Database): number {
  const isBegun = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'terminal'`).get() !== undefined
  if (!isBegun) return 0
  return Number(db.prepare('SELECT epoch_count FROM terminal').pluck().get() ?? 0)
}
