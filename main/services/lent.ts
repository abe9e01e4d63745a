/**
 * What may be called through the door. What only a page allows that was lent by approval is entered with who lent it,
 * before it is done; and a page that is lent to look at allows nothing. Must never let a lent page outlive its leaving.
 */
import { isLentToLookAt } from '../../shared/staff/page-grants.ts'
import type { Grant } from '../../shared/staff/permissions.ts'
import { record, type Desk } from './context.ts'
import { may, mayAll, ownCommand } from './grants.ts'

/** Whether whoever is signed in may call this method, which takes this grant. */
export function mayCall(desk: Desk, grant: Grant, method: string): boolean {
  const { staff, lent_page } = desk.session
  if (staff === null || !may(desk, grant)) return false
  if (lent_page?.grant !== grant || mayAll(desk, staff, [grant])) return true
  if (isLentToLookAt(grant)) return false
  const { approved_by, reason } = lent_page
  const body = { act: method, grant, approver: approved_by, reason }
  record(desk, ownCommand(desk, `lent ${method}`), [{ kind: 'act-approved', body }])
  return true
}
