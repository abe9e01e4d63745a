/** The names of the files in a data folder, and the note that keeps an epoch from being used twice. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const JOURNAL_FILE = 'journal.db'
export const REFERENCE_FILE = 'reference.db'
export const DATA_FILES = [JOURNAL_FILE, REFERENCE_FILE] as const
/** The write-ahead log, beside the file it belongs to. */
export const LOG_TAIL = '-wal'
/** How many pages a log may have before SQLite checkpoints it; the journal's is twice the driver's default. */
export const LOG_PAGES_MAX = { [JOURNAL_FILE]: 2000, [REFERENCE_FILE]: 1000 } as const
/** The files SQLite creates beside a database while it is open. */
export const FILE_TAILS = ['', LOG_TAIL, '-shm'] as const

/** The highest epoch this folder has ever written in, so that a restored journal never reuses one. */
const EPOCH_NOTE = 'epoch'

export function noteEpoch(folder: string, epoch: number): void {
  writeFileSync(join(folder, EPOCH_NOTE), `${epoch}\n`, { mode: 0o600 })
}

/** 0 when there is no note; null when it cannot be read: then nobody knows how far the numbers went. */
export function notedEpoch(folder: string): number | null {
  const path = join(folder, EPOCH_NOTE)
  if (!existsSync(path)) return 0
  const text = readFileSync(path, 'utf8').trim()
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
