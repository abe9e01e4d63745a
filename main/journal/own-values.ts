/** What this desk keeps for itself under a name: the branch it stands in, its settings. No fact, so no event. */
import { readSetting, writeSetting } from '../store/journal/journal-rows.ts'
import type { ReadHandle, WriteHandle } from '../store/sql.ts'
import type { Writing } from './journal.ts'

/** Empty when it was never set. */
export function readOwn(db: ReadHandle, name: string): string {
  return db.get(readSetting, { name })?.value ?? ''
}

export function writeOwn({ writes }: Writing, values: Readonly<Record<string, string>>): void {
  keepOwn(writes.db, values)
}

export function keepOwn(db: WriteHandle, values: Readonly<Record<string, string>>): void {
  db.transact(() => {
    for (const [name, value] of Object.entries(values)) db.run(writeSetting, { name, value })
  })
}
