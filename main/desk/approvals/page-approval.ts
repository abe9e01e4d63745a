/**
 * What may be called. A page that was opened by approval is for reading: each act on it asks for an approval of its
 * own. Must never let an approved page outlive its leaving, nor allow more than was approved: the approver is gone by
 * then.
 */
import { CLOSED_PLACES, closedPage, isAskedAct, isLent, type AskedAct } from '../../../shared/desk/page-grants.ts'
import type { PageRef, Place } from '../../../shared/desk/page.ts'
import type { MethodName } from '../../../shared/ipc/contract.ts'
import type { CommandId } from '../../../shared/kernel/ids.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { mayRole, type Grant } from '../../../shared/staff/permissions.ts'
import { commandOf } from '../../library/command.ts'
import { may, mayOwn, roleGrants } from '../../library/grants.ts'
import { actorOf, seenBefore, type Desk } from '../desk.ts'
import { actNamed } from './act-names.ts'
import { askApproval } from './asking.ts'

/** Whether the page may be shown: by the clerk's own role, the approval being carried out, or a page approval. */
export function mayOpen(desk: Desk, page: PageRef): boolean {
  const closed = closedPage(page)
  if (closed === null) return true
  const { grant, is_own } = closed
  return is_own
    ? mayOwn(desk.library, actorOf(desk), grant)
    : may(desk.library, actorOf(desk), grant) || isApprovedNow(desk, grant)
}

/** Pages that the role of the signed-in staff member does not open. */
export function closedPlaces(desk: Desk): readonly Place[] {
  const { staff } = desk.session
  const rows = roleGrants(desk.library)
  return CLOSED_PLACES.filter((place) => {
    const closed = closedPage({ place, about: '' })
    return staff === null || (closed !== null && !mayRole(rows, staff.role, closed.grant, 0))
  })
}

/** Whether a page of this grant is open that the clerk's own role does not open. */
export function isApprovedNow(desk: Desk, grant: Grant): boolean {
  return desk.session.approved_page?.grant === grant && !mayOwn(desk.library, actorOf(desk), grant)
}

/**
 * Why the signed-in staff member may not call this method, which needs this grant; null: they may. On an approved page
 * an act is asked of a second person, whose approval carries it out.
 */
export function callRefusal(desk: Desk | undefined, grant: Grant, method: MethodName, input: unknown): Refusal | null {
  if (!desk) return refuse('not-permitted')
  if (may(desk.library, actorOf(desk), grant)) return null
  if (!isApprovedNow(desk, grant)) return refuse('not-permitted')
  if (isLent(grant, method)) return null
  return isAskedAct(grant, method) ? askAct(desk, grant, method, input as ActInput) : refuse('not-permitted')
}

type ActInput = Readonly<Record<string, unknown>> & { readonly commandId?: CommandId }

/** A command that was carried out before, or another one with its id, records nothing: the method itself answers. */
function isRepeated(desk: Desk, method: AskedAct, { commandId, ...input }: ActInput): boolean {
  return commandId !== undefined && seenBefore(desk, commandOf(method, { ...input, commandId })).kind !== 'new'
}

function askAct(desk: Desk, grant: Grant, method: AskedAct, input: ActInput): Refusal | null {
  if (isRepeated(desk, method, input)) return null
  const { commandId: command_id, ...asked } = input
  const named = actNamed(desk, method, asked)
  if ('refused' in named) return named.refused
  if (named.is_looking) return null
  askApproval(desk, { method, input: asked, grant, reach: 0 }, named.title, { command_id })
  return refuse('approval-asked')
}
