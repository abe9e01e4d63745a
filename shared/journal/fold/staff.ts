/** What facts about staff change. Signing in and approving are entries of the work log. */
import type { Folds } from '../event.ts'
import type { STAFF_EVENTS } from '../events/staff.ts'
import type { RowChange } from './rows.ts'

export const STAFF_FOLDS: Folds<typeof STAFF_EVENTS, RowChange> = {
  'staff-signed-in': () => [],
  'staff-signed-out': () => [],
  // What a folder said about a staff member is in the library's data already.
  'staff-changed': ({ body: { staff, role, is_imported } }) => {
    const links = { words_hold_columns: true } as const
    if (is_imported) return [{ kind: 'row-released', table: 'staff', key: staff }]
    return [{ kind: 'row-put', table: 'staff', key: staff, row: { role }, links }]
  },
  'act-refused': () => [],
  'act-approved': () => [],
}
