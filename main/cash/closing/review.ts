/** Another person looks at a close that one person made alone: until one agrees, or says what was found. */
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
import type { DeskEvent, EventDraft, EventOf } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { sessionByRef, type SessionRow } from '../../store/money/cash-rows.ts'
import { sessionsToReview } from '../../store/money/close-rows.ts'
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
  return closed === undefined ? '' : zNumber(closed.head, closed.body.z_count)
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

type Review = { readonly session_ref: string; readonly is_agreed: boolean; readonly found: string }

/** Who agrees, or says what was found, ends the review. A disagreement leaves it open for somebody else. */
export function reviewClose(
  library: Library,
  actor: Actor,
  command: Command,
  { session_ref, is_agreed, found: text }: Review,
): { readonly events: readonly DeskEvent[]; readonly z_number: string; readonly is_ended: boolean } | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  if (session.is_review_needed !== 1) return refuse('review-not-needed')
  const own = must(actor.staff, 'somebody is signed in').staff_code
  if (own === closed.head.staff || own === closed.body.approved_by) return refuse('review-by-closer')
  const isDoubted = looksAt(library, session_ref).some(({ look }) => look.head.staff === own && !look.body.is_agreed)
  if (is_agreed && isDoubted) return refuse('review-disagreed')
  const words = is_agreed ? '' : text
  const is_ended = is_agreed || words !== ''
  const look: EventDraft = { kind: 'close-reviewed', body: { session_ref, is_agreed, is_ended } }
  const personal = new Map(words === '' ? [] : [[look, words]])
  const events = record(library, actor, command, [look], { personal })
  return { events, z_number: zNumber(closed.head, closed.body.z_count), is_ended }
}
