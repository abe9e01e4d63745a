/**
 * Backup while the desk works: both encrypted files as of one moment, with the desk's own key, complete or not there at
 * all. They are copied piece by piece, their logs last and together. Must never hold the event loop for longer than a
 * piece, nor leave a copy that was not read back: nobody finds out until they need it.
 */
import { lstatSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { asOperatingError, faultCode } from './faults.ts'
import { DATA_FILES, LOG_TAIL } from './file-names.ts'
import { withLogsHeld } from './fold-logs.ts'
import { openFile, type Database } from './open-edge.ts'
import type { WriteHandle } from '../sql.ts'

const PIECE_BYTES = 1024 * 1024
/** How many pages of a copy are read before the event loop gets its turn. */
const PAGES_A_TURN = 200

/** The progress: bytes copied of the current file and of all, then the reading back. */
export type BackupProgress = {
  readonly step: 'copying' | 'checking'
  readonly file: string
  readonly done_bytes: number
  readonly all_bytes: number
}

export type BackupPorts = {
  readonly onProgress: (progress: BackupProgress) => void
  /** Lets the event loop turn once. */
  readonly pause: () => Promise<void>
}

/** What a backup needs of the store. */
type BackedUp = {
  readonly folder: string
  readonly db: WriteHandle
  readonly reference: WriteHandle
  readonly key: Uint8Array
}

/**
 * Copies both files as of the end of the copy. Returns the bytes written.
 * @param to_folder a new folder in an existing one (checked by `placeFor`)
 * @throws OperatingError file-damaged when the desk's own file cannot be read, backup-not-made, disk-full, read-only
 */
export async function backUp(store: BackedUp, to_folder: string, ports: BackupPorts): Promise<number> {
  const partial = partialFor(to_folder)
  try {
    await withLogsHeld(store, () => copyFiles(store, partial, ports))
    await checkCopies(store, partial, ports)
    // Renaming would replace an empty folder made there meanwhile.
    if (lstatSync(to_folder, { throwIfNoEntry: false })) {
      throw new OperatingError('backup-not-made', `${to_folder} is there by now`)
    }
    renameSync(partial, to_folder)
    return bytesOf(to_folder)
  } catch (fault) {
    rmSync(partial, { recursive: true, force: true })
    throw notBackedUp(fault)
  }
}

/** A stick that was pulled out, and other disk errors. */
function notBackedUp(fault: unknown): unknown {
  const known = asOperatingError(fault)
  return known instanceof Error && 'syscall' in known ? new OperatingError('backup-not-made', known.message) : known
}

/** A new folder beside the target, in which the copies are completed. Anything else by that name is not ours. */
function partialFor(to_folder: string): string {
  for (let number = 1; ; number += 1) {
    const partial = `${to_folder}.partial${number === 1 ? '' : `-${number}`}`
    try {
      mkdirSync(partial, { mode: 0o700 })
      return partial
    } catch (fault) {
      if (faultCode(fault) !== 'EEXIST') throw notBackedUp(fault)
    }
  }
}

function bytesOf(folder: string): number {
  return DATA_FILES.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
}

type Part = { readonly from: string; readonly to: string; readonly bytes: number }

/** The files, which do not change meanwhile; then what was recorded since, of both as of the same moment. */
async function copyFiles({ folder }: BackedUp, partial: string, ports: BackupPorts): Promise<void> {
  const parts = (tail: string): readonly Part[] =>
    DATA_FILES.map((name) => {
      const from = join(folder, name + tail)
      return { from, to: join(partial, name + tail), bytes: statSync(from).size }
    })
  await copyParts(parts(''), ports.onProgress)
  // Short: both logs were checkpointed before.
  await copyParts(parts(LOG_TAIL), () => {})
}

async function copyParts(parts: readonly Part[], onProgress: BackupPorts['onProgress']): Promise<void> {
  const all_bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  let before = 0
  for (const part of parts) {
    const file = basename(part.from)
    await copyPart(part, (done) => onProgress({ step: 'copying', file, done_bytes: before + done, all_bytes }))
    before += part.bytes
  }
}

/** The first `bytes` of a file: a log can grow while it is copied, and later entries are not of that moment. */
async function copyPart({ from, to, bytes }: Part, onDone: (done_bytes: number) => void): Promise<void> {
  const source = await open(from, 'r')
  try {
    const target = await open(to, 'wx', 0o600)
    try {
      const piece = Buffer.allocUnsafe(PIECE_BYTES)
      onDone(0)
      for (let done = 0; done < bytes;) {
        const { bytesRead } = await source.read(piece, 0, Math.min(piece.length, bytes - done), done)
        if (bytesRead === 0) throw new OperatingError('file-damaged', `${from} became shorter`)
        await target.write(piece, 0, bytesRead, done)
        done += bytesRead
        onDone(done)
      }
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function checkCopies(store: BackedUp, partial: string, ports: BackupPorts): Promise<void> {
  const all_bytes = bytesOf(partial)
  let before = 0
  for (const [name, own] of [
    [DATA_FILES[0], store.db.db],
    [DATA_FILES[1], store.reference.db],
  ] as const) {
    const path = join(partial, name)
    const onDone = (bytes: number): void =>
      ports.onProgress({ step: 'checking', file: name, done_bytes: Math.min(before + bytes, all_bytes), all_bytes })
    try {
      await readBack(path, store.key, onDone, ports.pause)
    } catch (fault) {
      // Finds out whose fault it is: what cannot be read from the desk's own file cannot be copied either.
      for (const page of pagesOf(own)) void page
      throw new OperatingError('backup-not-made', `${path}: ${fault instanceof Error ? fault.message : String(fault)}`)
    }
    before += statSync(path).size
  }
}

/** Checkpoints the copy's log and reads every used page: a damaged one fails its authentication tag. */
async function readBack(
  path: string,
  key: Uint8Array,
  onDone: (done_bytes: number) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const db = openFile(path, key)
  try {
    foldCopy(db)
    onDone(0)
    await pause()
    let pages_count = 0
    for (const page_bytes of pagesOf(db)) {
      pages_count += 1
      if (pages_count % PAGES_A_TURN !== 0) continue
      onDone(pages_count * page_bytes)
      await pause()
    }
  } finally {
    db.close()
  }
}

/** Walks all trees of a file, page by page; yields the size of each. */
function* pagesOf(db: Database): Generator<number> {
  for (const size of db.prepare('SELECT pgsize FROM dbstat').pluck().iterate()) yield Number(size)
}

/** The log of a copy is as much part of it as the file: checkpoints it, and empties the log. */
export function foldCopy(db: Database): void {
  const [said] = db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  if (said?.busy !== 0) throw new Error('the log of the copy could not be folded into it')
}

/** A copy that does not open with its key, or has an unreadable page, is no backup. */
export function checkCopy(path: string, key: Uint8Array): void {
  let said: unknown
  // SQLite takes an empty file for a new database and finds nothing wrong with it.
  if (statSync(path).size === 0) throw new OperatingError('backup-damaged', `${path}: nothing is in it`)
  try {
    const db = openFile(path, key)
    try {
      foldCopy(db)
      said = db.pragma('quick_check(1)', { simple: true })
    } finally {
      db.close()
    }
  } catch (fault) {
    throw new OperatingError('backup-damaged', `${path}: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
  if (said !== 'ok') throw new OperatingError('backup-damaged', `${path}: ${String(said)}`)
}
