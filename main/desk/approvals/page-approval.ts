/**
 * What may be called through the door. What only a page allows that was lent by approval is entered with who lent it,
 * before it is done. Must never let an approved page outlive its leaving, nor allow more than is lent with it.
 */
import type { EventDraft } from '../../../shared/journal/event.ts'
import { closedPage, isLent } from '../../../shared/desk/page-grants.ts'
import type { PageRef } from '../../../shared/desk/page.ts'
import type { Grant } from '../../../shared/staff/permissions.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import { may, mayOwn } from '../../library/grants.ts'
import { ownCommand } from '../../library/follow.ts'
import { actorOf } from '../desk.ts'

/** Whether whoever is signed in may see this page: by their own role, the approval being carried out, or lent. */
export function mayOpen(desk: Desk, page: PageRef): boolean {
  const closed = closedPage(page)
  if (closed === null) return true
  const { grant, is_own } = closed
  return is_own
    ? mayOwn(desk.library, actorOf(desk), grant)
    : may(desk.library, actorOf(desk), grant) || isApprovedNow(desk, grant)
}

/** Whether a page of this grant is open that one's own role does not open. */
export function isApprovedNow(desk: Desk, grant: Grant): boolean {
  return desk.session.approved_page?.grant === grant && !mayOwn(desk.library, actorOf(desk), grant)
}

/** The entry that says who lent what this method takes; null where nobody did. */
function approvedAct(desk: Desk, grant: Grant, method: string): EventDraft | null {
  const { staff, approved_page } = desk.session
  if (staff === null || approved_page?.grant !== grant || !isLent(grant, method)) return null
  const { approved_by, reason } = approved_page
  return { kind: 'act-approved', body: { act: method, grant, approver: approved_by, reason } }
}

/** Whether whoever is signed in may call this method, which takes this grant. */
export function mayCall(desk: Desk, grant: Grant, method: string): boolean {
  if (may(desk.library, actorOf(desk), grant)) return true
  const lent = approvedAct(desk, grant, method)
  if (lent === null) return false
  record(desk.library, actorOf(desk), ownCommand(desk.library, `lent ${method}`), [lent])
  return true
}
