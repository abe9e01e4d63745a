/** Takes a folder into the reference file of a desk that works, and says how new its data is. */
import type { Instant } from '../../shared/kernel/time.ts'
import type { Writing } from '../journal/journal.ts'
import { writeMeta } from '../store/policy/library-rows.ts'
import { importFolder, type ImportPorts, type ImportResult } from './import-folder.ts'

export function takeIn(
  { writes }: Writing,
  folder: string,
  ports: Omit<ImportPorts, 'db' | 'numbers' | 'journal_db'>,
): Promise<ImportResult> {
  return importFolder(folder, { ...ports, db: writes.reference.db, numbers: writes.numbers, journal_db: writes.db })
}

/** When the data that was taken in was known to be true. */
export function noteAsOf({ writes: { reference } }: Writing, now: Instant): void {
  reference.transact(() => reference.run(writeMeta, { name: 'as_of_ms', value: String(now) }))
}
