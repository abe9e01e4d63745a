/** Another person looks at a close that one person made alone: until one agrees, or says what was found. */
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
import type { DeskEvent, EventDraft, EventOf } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import { mayAll } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { sessionStaff } from '../../library/staff-known.ts'
import { sessionByRef, type SessionRow } from '../../store/money/cash-rows.ts'
import { sessionsToReview } from '../../store/money/close-rows.ts'
import { allStaff } from '../../store/policy/staff-rows.ts'
import { noteBeside, sessionEventsOf } from '../report/session-events.ts'

/** A closed session, and the entry that closed it. */
export function closedSession(
  library: Library,
  session_ref: string,
): { readonly session: SessionRow; readonly closed: EventOf<'drawer-closed'> } | Refusal {
  const session = library.db.get(sessionByRef, { session_ref })
  if (session === null) return refuse('session-unknown')
  if (session.status !== 'closed') return refuse('session-open')
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  return { session, closed: must(closed, 'what closed it is in the journal') }
}

/** The name of the Z of a session; empty while it is open. */
export function zNumberOf(library: Library, session_ref: string): string {
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  return closed === undefined ? '' : zNumber(closed.head, closed.body.z_number)
}

/** Each look at a close since it was made, the newest first, with what was found. */
export function looksAt(
  library: Library,
  session_ref: string,
): readonly { readonly look: EventOf<'close-reviewed'>; readonly found: string }[] {
  const looks = sessionEventsOf(library, session_ref, 'close-reviewed')
  return looks.toReversed().map((look) => ({ look, found: noteBeside(library, look.head) }))
}

/** The closes that somebody still has to look at, the oldest first. */
export function closesToReview(
  library: Library,
): readonly { readonly session: SessionRow; readonly closed: EventOf<'drawer-closed'> }[] {
  return library.db.all(sessionsToReview, {}).flatMap((session) => {
    const [closed] = sessionEventsOf(library, session.session_ref, 'drawer-closed')
    return closed === undefined ? [] : [{ session, closed }]
  })
}

/** Who closed it, or signed off what it was over or short: another person looks at it. */
function isCloser({ head, body }: EventOf<'drawer-closed'>, staff_code: string): boolean {
  return staff_code === head.staff || staff_code === body.approved_by
}

/** Whether this person did not agree with it before. */
function isDoubtedBy(library: Library, session_ref: string, staff_code: string): boolean {
  return looksAt(library, session_ref).some(({ look }) => look.head.staff === staff_code && !look.body.is_agreed)
}

/** Who can look at a close that waits for it: by their names, and what this person can say of it. */
export function reviewersOf(
  library: Library,
  session_ref: string,
  staff_code: string,
): { readonly names: readonly string[]; readonly says: 'nothing' | 'what-was-found' | 'all' } {
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  const able = library.db
    .all(allStaff, {})
    .filter((one) => one.is_active === 1 && mayAll(library, sessionStaff(one), ['confirm-deposit']))
    .filter((one) => closed !== undefined && !isCloser(closed, one.staff_code))
  const isAble = able.some((one) => one.staff_code === staff_code)
  const says = isAble && isDoubtedBy(library, session_ref, staff_code) ? 'what-was-found' : isAble ? 'all' : 'nothing'
  return { names: able.map((one) => one.name), says }
}

type Review = { readonly session_ref: string; readonly is_agreed: boolean; readonly found: string }

/** Who agrees, or says what was found, ends the review. A disagreement leaves it open for somebody else. */
export function reviewClose(
  library: Library,
  actor: Actor,
  command: Command,
  { session_ref, is_agreed, found: text }: Review,
): { readonly events: readonly DeskEvent[]; readonly full_z_number: string; readonly is_ended: boolean } | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  if (session.is_review_needed !== 1) return refuse('review-not-needed')
  const own = must(actor.staff, 'somebody is signed in').staff_code
  if (isCloser(closed, own)) return refuse('review-by-closer')
  if (is_agreed && isDoubtedBy(library, session_ref, own)) return refuse('review-disagreed')
  const words = is_agreed ? '' : text
  const is_ended = is_agreed || words !== ''
  const look: EventDraft = { kind: 'close-reviewed', body: { session_ref, is_agreed, is_ended } }
  const personal = new Map(words === '' ? [] : [[look, words]])
  const events = record(library, actor, command, [look], { personal })
  return { events, full_z_number: zNumber(closed.head, closed.body.z_number), is_ended }
}
