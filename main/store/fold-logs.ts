/**
 * Folds both write-ahead logs into their files and empties them: what was deleted stands in a log until then. Costs a
 * flush of both files; for when nobody waits.
 */
import { withOperatingErrors } from './faults.ts'
import type { Store } from './store.ts'

export function foldLogs(store: Pick<Store, 'desk' | 'reference'>): void {
  withOperatingErrors(() => {
    store.desk.db.pragma('main.wal_checkpoint(TRUNCATE)')
    store.reference.db.pragma('wal_checkpoint(TRUNCATE)')
  })
}
