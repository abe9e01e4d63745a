/**
 * Checkpoints both write-ahead logs and empties them: deleted data stays readable in a log until then. Costs a flush of
 * both files, so it runs when nobody waits. Must never touch a file that is being copied: the copy would mix two
 * moments.
 */
import { withOperatingErrors } from './faults.ts'
import { JOURNAL_FILE, LOG_PAGES_MAX, REFERENCE_FILE } from './file-names.ts'
import type { WriteHandle } from '../sql.ts'

type Files = { readonly db: WriteHandle; readonly reference: WriteHandle }

/** Stores whose files are being copied. */
const held = new WeakSet<WriteHandle>()

/** Does nothing while the files are being copied: the copy does it at the end. */
export function foldLogs(store: Files): void {
  if (held.has(store.db)) return
  withOperatingErrors(() => {
    store.db.db.pragma('main.wal_checkpoint(TRUNCATE)')
    store.reference.db.pragma('wal_checkpoint(TRUNCATE)')
  })
}

/**
 * Runs `work` while both files stay unchanged: what is recorded meanwhile goes to the logs, which only grow.
 * Checkpoints before and after.
 */
export async function withLogsHeld<T>(store: Files, work: () => Promise<T>): Promise<T> {
  foldLogs(store)
  held.add(store.db)
  setPagesMax(store, 0, 0)
  try {
    return await work()
  } finally {
    held.delete(store.db)
    if (store.db.db.open) {
      setPagesMax(store, LOG_PAGES_MAX[JOURNAL_FILE], LOG_PAGES_MAX[REFERENCE_FILE])
      foldLogs(store)
    }
  }
}

/** 0: SQLite never checkpoints by itself. */
function setPagesMax({ db, reference }: Files, journal_pages_count: number, reference_pages_count: number): void {
  withOperatingErrors(() => {
    db.db.pragma(`main.wal_autocheckpoint = ${journal_pages_count}`)
    reference.db.pragma(`wal_autocheckpoint = ${reference_pages_count}`)
  })
}
