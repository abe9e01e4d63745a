/** Another person looks at a close that one person made alone. */
import type { DeskEvent, EventOf } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { sessionByRef, type SessionRow } from '../../store/money/cash-rows.ts'
import { sessionEventsOf } from '../report/session-events.ts'

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

type Review = { readonly session_ref: string; readonly is_agreed: boolean }

export function reviewClose(
  library: Library,
  actor: Actor,
  command: Command,
  review: Review,
): { readonly events: readonly DeskEvent[]; readonly z_count: number } | Refusal {
  const found = closedSession(library, review.session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  if (session.is_review_needed !== 1) return refuse('review-not-needed')
  if (actor.staff?.staff_code === closed.head.staff) return refuse('review-by-closer')
  const events = record(library, actor, command, [{ kind: 'close-reviewed', body: review }])
  return { events, z_count: closed.body.z_count }
}
