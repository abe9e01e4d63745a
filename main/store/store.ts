/**
 * The two data files of a desk, opened together: the journal (facts, and what they changed) and the reference (what the
 * library's authority last said). Must never open a damaged or foreign file for writing: it would lose what is still
 * readable.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { OperatingError } from '../../shared/kernel/outcome.ts'
import { asOperatingError } from './files/faults.ts'
import { JOURNAL_FILE, LOG_PAGES_MAX, LOG_TAIL, REFERENCE_FILE } from './files/file-names.ts'
import { damagedLogs } from './files/log-check.ts'
import { migrate } from './files/migrate.ts'
import { assertDurable, openFile, type Database } from './files/open-edge.ts'
import { undoInterruptedRestore } from './files/restore.ts'
import { Numbers } from './numbers/numbers.ts'
import { makeMissingKeys } from './patrons/patron-keys.ts'
import { ReadHandle, WriteHandle } from './sql.ts'
import { attachReference, layViews } from './overlay/overlay-views.ts'

/** A file up to this size is checked page by page at every start; a larger one on demand, and as it is read. */
const CHECKED_AT_START_BYTES = 64 * 1024 * 1024

/** What everybody has who reads. */
export type ReadStore = {
  readonly folder: string
  readonly key: Uint8Array
  /** Both files as the desk sees them. */
  readonly db: ReadHandle
}

export type Store = {
  readonly folder: string
  /** The same files for those who only read. */
  readonly read: ReadStore
  /** Reads both files, writes the journal. */
  readonly db: WriteHandle
  /** Writes the reference file: importing, settling. A single writer on its own connection. */
  readonly reference: WriteHandle
  /** Which number a patron, title or item goes by. */
  readonly numbers: Numbers
  readonly key: Uint8Array
  /** Something was forgotten that may still be in a write-ahead log. */
  isForgottenInLogs: boolean
  /**
   * Puts another reference file in place of the open one, with no statement under way and nobody else reading it; both
   * handles go on with it. A stop in between leaves one of the two, whole.
   *
   * @param prove throws when the library's file at `path` is not to be taken
   * @throws OperatingError file-missing, file-damaged, other-layout, from-future, file-busy;
   *   the former one is open then
   */
  readonly swapReference: (path: string, prove: (next: ReadHandle) => void) => void
  readonly close: () => void
}

/**
 * @param isLossAccepted go on although confirmed entries in a damaged log are dropped: a person agreed
 * @param isReferenceAnew begin an empty reference file where there is none: a person agreed
 * @param sharedFolder where the reference file is that several journals settle into; none: beside the journal
 * @throws OperatingError key-missing, wrong-key, file-damaged, log-damaged, other-layout, from-future, read-only,
 *   disk-full, file-busy
 */
export function openStore(
  folder: string,
  key: Uint8Array | null,
  isLossAccepted = false,
  isReferenceAnew = false,
  sharedFolder: string | null = null,
): Store {
  const opened: Database[] = []
  const keep = (db: Database): Database => {
    opened.push(db)
    return db
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!key) throw new OperatingError('key-missing', folder)
    const referencePath = join(sharedFolder ?? folder, REFERENCE_FILE)
    const journalPath = join(folder, JOURNAL_FILE)
    refuseReadOnly([folder, referencePath, journalPath])
    undoInterruptedRestore(folder)
    const hasReference = existsSync(referencePath)
    // The journal is always created first: a reference without one means that the journal was lost.
    if (hasReference && sharedFolder === null) refuseLost(journalPath)
    for (const path of [referencePath, journalPath]) refuseTorn(path)
    if (!isLossAccepted) refuseDamagedLogs(folder)
    const journal = openJournal(folder, key, keep, sharedFolder === null)
    if (holdsEvents(journal) && (hasReference || !isReferenceAnew)) refuseLost(referencePath)
    const reference = new WriteHandle(openReference(referencePath, key, keep))
    makeMissingKeys(reference)
    attachReference(journal, referencePath)
    layViews(journal)
    const db = new WriteHandle(journal)
    const swapReference: Store['swapReference'] = (path, prove) => {
      proveReference(path, key, prove)
      const former = reference.db
      journal.exec('DETACH DATABASE ref')
      opened.splice(opened.indexOf(former), 1)
      former.close()
      try {
        putReference(path, referencePath)
      } finally {
        reference.goOnWith(openReference(referencePath, key, keep))
        attachReference(journal, referencePath)
      }
    }
    return {
      folder,
      read: { folder, key, db: new ReadHandle(journal) },
      db,
      reference,
      numbers: new Numbers(db, reference),
      key,
      isForgottenInLogs: false,
      swapReference,
      close: () => closeAll(opened),
    }
  } catch (fault) {
    closeAll(opened)
    throw asOperatingError(fault)
  }
}

/** The journal has proved the key: what does not open here, or holds a damaged page, is this file. */
function openReference(path: string, key: Uint8Array, keep: (db: Database) => Database): Database {
  try {
    const db = keep(openFile(path, key))
    migrate(db, 'reference')
    if (statSync(path).size <= CHECKED_AT_START_BYTES) checkPages(db)
    return db
  } catch (fault) {
    const error = asOperatingError(fault)
    const isDamaged = error instanceof OperatingError && ['wrong-key', 'file-damaged'].includes(error.code)
    throw isDamaged ? new OperatingError('file-damaged', path) : error
  }
}

/** @param keep notes it, so that it is closed where it is damaged: its lock would keep a backup from its place */
/** Its log is folded in once it is closed: the file alone is the whole of it. */
function proveReference(path: string, key: Uint8Array, prove: (next: ReadHandle) => void): void {
  refuseLost(path)
  refuseTorn(path)
  const db = openReference(path, key, (one) => one)
  try {
    const next = new WriteHandle(db)
    makeMissingKeys(next)
    prove(next)
  } finally {
    db.close()
  }
}

/** Whoever still reads the former file keeps its log, and that would be taken for the log of the new one. */
function putReference(path: string, referencePath: string): void {
  if (existsSync(`${referencePath}${LOG_TAIL}`)) throw new OperatingError('file-busy', referencePath)
  renameSync(path, referencePath)
}

/** @param isExclusive one process at a time: a twin is read beside the program that writes it */
function openJournal(
  folder: string,
  key: Uint8Array,
  keep: (db: Database) => Database,
  isExclusive: boolean,
): Database {
  const path = join(folder, JOURNAL_FILE)
  const db = keep(openFile(path, key, { isExclusive }))
  migrate(db, 'journal')
  // The log is checkpointed half as often as by default, because a burst of scans waits for it.
  db.pragma(`wal_autocheckpoint = ${LOG_PAGES_MAX[JOURNAL_FILE]}`)
  if (statSync(path).size <= CHECKED_AT_START_BYTES) checkPages(db)
  // An empty write transaction: takes the one-process lock now, and proves that the settings took effect.
  db.exec('BEGIN IMMEDIATE; COMMIT')
  assertDurable(db)
  return db
}

/** A journal with events needs a reference file beside it, unless a person agrees to import the data again. */
function holdsEvents(journal: Database): boolean {
  return journal.prepare('SELECT 1 FROM event LIMIT 1').get() !== undefined
}

function checkPages(db: Database): void {
  const said = db.pragma('quick_check(1)', { simple: true })
  if (said !== 'ok') throw new OperatingError('file-damaged', String(said))
  // Pages in memory would hide from a backup that they cannot be read any more.
  db.pragma('shrink_memory')
}

/** With a missing or emptied file, the desk would start over beside what the other file knows. */
function refuseLost(path: string): void {
  if (!existsSync(path)) throw new OperatingError('file-missing', path)
  if (statSync(path).size === 0) throw new OperatingError('file-damaged', `${path}: nothing is in it`)
}

/** SQLite opens a read-only file anyway, then fails at the lock with words that sound like damage. */
function refuseReadOnly(paths: readonly string[]): void {
  for (const path of paths) if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK)
}

/**
 * A file cut short by a failed copy still opens, and SQLite would then read past its end. Pages are 4096 bytes, so a
 * size that is not a multiple is reported at once. A file with bytes but no first page is torn as well.
 */
function refuseTorn(path: string): void {
  if (!existsSync(path)) return
  const size = statSync(path).size
  if (size % 4096 !== 0) throw new OperatingError('file-damaged', `${path}: ${size} bytes are no whole number of pages`)
  const file = openSync(path, 'r')
  try {
    const first = Buffer.alloc(64)
    if (size > 0 && (readSync(file, first, 0, 64, 0) < 64 || first.every((byte) => byte === 0))) {
      throw new OperatingError('file-damaged', `${path}: the first page is empty`)
    }
  } finally {
    closeSync(file)
  }
}

/** SQLite would silently drop what is behind the damage. */
function refuseDamagedLogs(folder: string): void {
  const said = damagedLogs(folder).map(({ file, lost_count }) => `${file}: ${lost_count} commits behind the damage`)
  if (said.length > 0) throw new OperatingError('log-damaged', said.join('; '))
}

function closeAll(opened: Database[]): void {
  for (const db of opened.splice(0).toReversed()) db.close()
}
