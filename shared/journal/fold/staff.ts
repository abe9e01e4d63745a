/** Facts about staff: entries of the work log. */
import type { Folds } from '../event.ts'
import type { STAFF_EVENTS } from '../events/staff.ts'

export const STAFF_FOLDS: Folds<typeof STAFF_EVENTS, never> = {
  'staff-signed-in': () => [],
  'staff-signed-out': () => [],
  'staff-changed': () => [],
  'act-refused': () => [],
  'act-approved': () => [],
}
