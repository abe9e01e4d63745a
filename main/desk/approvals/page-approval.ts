/**
 * What may be called. Recording on a page that was opened by approval first enters who approved it. Must never let an
 * approved page outlive its leaving, nor allow more than was approved: the approver is gone by then.
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

/** Whether the page may be shown: by the clerk's own role, the approval being carried out, or a page approval. */
export function mayOpen(desk: Desk, page: PageRef): boolean {
  const closed = closedPage(page)
  if (closed === null) return true
  const { grant, is_own } = closed
  return is_own
    ? mayOwn(desk.library, actorOf(desk), grant)
    : may(desk.library, actorOf(desk), grant) || isApprovedNow(desk, grant)
}

/** Whether a page of this grant is open that the clerk's own role does not open. */
export function isApprovedNow(desk: Desk, grant: Grant): boolean {
  return desk.session.approved_page?.grant === grant && !mayOwn(desk.library, actorOf(desk), grant)
}

/** The entry that says who approved what this method needs; null where nobody did. */
function approvedAct(desk: Desk, grant: Grant, method: string): EventDraft | null {
  const { staff, approved_page } = desk.session
  if (staff === null || approved_page?.grant !== grant || !isLent(grant, method)) return null
  const { approved_by, reason } = approved_page
  return { kind: 'act-approved', body: { act: method, grant, approver: approved_by, reason } }
}

/** Whether the signed-in staff member may call this method, which needs this grant. */
export function mayCall(desk: Desk, grant: Grant, method: string): boolean {
  if (may(desk.library, actorOf(desk), grant)) return true
  const lent = approvedAct(desk, grant, method)
  if (lent === null) return false
  record(desk.library, actorOf(desk), ownCommand(desk.library, `lent ${method}`), [lent])
  return true
}
