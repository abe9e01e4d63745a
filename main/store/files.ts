/** The names of the files in a data folder, and the note that no epoch is ever used twice. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperatingError } from '../../shared/kernel/outcome.ts'

export const JOURNAL_FILE = 'journal.db'
export const REFERENCE_FILE = 'reference.db'
export const DATA_FILES = [JOURNAL_FILE, REFERENCE_FILE] as const
/** What SQLite lays beside a file while it is open. */
export const FILE_TAILS = ['', '-wal', '-shm'] as const

/** The highest epoch this folder has ever written in, so that a restored journal never reuses one. */
const EPOCH_NOTE = 'epoch'

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
