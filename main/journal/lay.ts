/**
 * Rows of the rules and roles. Item types and categories are joined at every scan, where a view over both files would
 * be built whole each time: so the reference file takes such a row as soon as it is recorded. Its overlay row stays
 * until it is settled, and is laid again at each start: the file may be another one by then. To lay a row twice changes
 * nothing.
 */
import { isRuleTable } from '../../shared/journal/fold/rows.ts'
import { LAID_TO, writeMeta } from '../store/policy/library-rows.ts'
import { layRow, readOverlayRows } from '../store/overlay/overlaid.ts'
import type { Writing } from './journal.ts'

/**
 * What the file does not take stays in the overlay, and is tried again. Must never run while data is taken in: the file
 * has one writer.
 */
export function layRules({ writes: { db, reference } }: Writing): void {
  const rows = db.all(readOverlayRows, {}).filter(({ table_name }) => isRuleTable(table_name))
  const last = rows.at(-1)
  if (!last) return
  reference.transact(() => {
    for (const row of rows) reference.attempt(() => layRow(reference, row))
    reference.run(writeMeta, { name: LAID_TO, value: `${last.epoch_count}.${last.seq_count}` })
  })
}
