/**
 * What may be called through the door. What only a page allows that was lent by approval is entered with who lent it,
 * before it is done; and a page that is lent to look at allows nothing. Must never let a lent page outlive its leaving.
 */
import type { EventDraft } from '../../shared/journal/event.ts'
import type { StaffCode } from '../../shared/kernel/ids.ts'
import { isLentToLookAt } from '../../shared/staff/page-grants.ts'
import type { Grant } from '../../shared/staff/permissions.ts'
import { record, type Desk } from './context.ts'
import { may, mayAll, ownCommand } from './grants.ts'

/** Who did it by a page that was lent to them, and the entry that says who lent it. */
type LentAct = { readonly staff_code: StaffCode; readonly draft: EventDraft }

/** What is to be entered of an act that takes this grant; null where it needs no lent page. */
export function lentAct(desk: Desk, grant: Grant, method: string): LentAct | null {
  const { staff, lent_page } = desk.session
  if (staff === null || lent_page?.grant !== grant || mayAll(desk, staff, [grant])) return null
  const { approved_by, reason } = lent_page
  const body = { act: method, grant, approver: approved_by, reason }
  return { staff_code: staff.staff_code, draft: { kind: 'act-approved', body } }
}

/** Whether whoever is signed in may call this method, which takes this grant. */
export function mayCall(desk: Desk, grant: Grant, method: string): boolean {
  if (desk.session.staff === null || !may(desk, grant)) return false
  const lent = lentAct(desk, grant, method)
  if (lent === null) return true
  if (isLentToLookAt(grant)) return false
  record(desk, ownCommand(desk, `lent ${method}`), [lent.draft])
  return true
}
