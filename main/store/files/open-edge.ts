/**
 * Opens a data file: encrypted, write-ahead log, every commit on disk before it returns. The only file that loads the
 * SQLite driver. Must never open a file without its key, nor with weaker durability than asked for: confirmed scans
 * could be lost.
 */
import { closeSync, existsSync, openSync } from 'node:fs'
import SqliteDriver from 'better-sqlite3'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { asOperatingError } from './faults.ts'

export type Database = SqliteDriver.Database
export type PreparedStatement = SqliteDriver.Statement

/** AES-based AEGIS with a raw 256-bit key: authenticated pages, no key stretching at open. */
const CIPHER = 'aegis'
const FULL = 2
/** Data files are for their owner's eyes alone; SQLite makes the log beside a file with the rights of the file. */
const OWNER_ONLY = 0o600

type OpenOptions = {
  readonly readonly?: boolean
  readonly mustExist?: boolean
  readonly cache_kib?: number
  /** One process at a time: a second one gets file-busy. */
  readonly isExclusive?: boolean
}

/**
 * @param key 32 bytes
 * @throws OperatingError wrong-key, file-damaged, read-only, key-missing
 */
export function openFile(path: string, key: Uint8Array | null, options: OpenOptions = {}): Database {
  if (!key || key.length !== 32) throw new OperatingError('key-missing', `${path}: no 32-byte key`)
  const { readonly = false, mustExist = readonly, cache_kib = 16_384, isExclusive = false } = options
  let db: Database | null = null
  try {
    if (!mustExist && !existsSync(path)) closeSync(openSync(path, 'a', OWNER_ONLY))
    db = new SqliteDriver(path, { readonly, fileMustExist: mustExist })
    db.pragma('busy_timeout = 2000')
    db.pragma(`cipher = '${CIPHER}'`)
    db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
    if (isExclusive) db.pragma('main.locking_mode = EXCLUSIVE')
    // The first read proves the key: a wrong key or a damaged header shows here.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    db.pragma(`cache_size = -${cache_kib}`)
    db.pragma('foreign_keys = ON')
    db.pragma('temp_store = MEMORY')
    if (!readonly) durable(db)
    return db
  } catch (fault) {
    db?.close()
    throw asOperatingError(fault)
  }
}

/** An in-memory store without a key: for reading a schema, never for records. */
export function openMemory(): Database {
  const db = new SqliteDriver(':memory:')
  db.pragma('foreign_keys = ON')
  return db
}

/** better-sqlite3 falls back to NORMAL in WAL mode after the first write, so FULL is set again on every connection. */
function durable(db: Database): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new OperatingError('read-only', `write-ahead log refused: ${String(mode)}`)
  db.pragma('synchronous = FULL')
  // Deleted data is overwritten, not only unlinked.
  db.pragma('secure_delete = ON')
}

/** Call after the first write of a connection: only then does the driver show its real setting. */
export function assertDurable(db: Database): void {
  const level = db.pragma('synchronous', { simple: true })
  if (level !== FULL) throw new OperatingError('read-only', `synchronous is ${String(level)}, not FULL`)
}
