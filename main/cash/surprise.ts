/**
 * Chance says at an opening whether the drawer is to be counted by surprise in this session. It is kept as an entry
 * that no work log lists: who has the drawer must not know before, so they are never told of their own.
 */
import { drawnCount, DRAW_BYTES, isCountDrawn } from '../../shared/cash/evidence/surprise-draw.ts'
import type { EventBody, EventDraft } from '../../shared/journal/event.ts'
import { localRef } from '../../shared/journal/local-ref.ts'
import type { Actor } from '../library/actor.ts'
import { mayOwn } from '../library/grants.ts'
import type { Library } from '../library/library.ts'
import { openSessions, type SessionRow } from '../store/money/cash-rows.ts'
import { cashRules } from './cash-rules.ts'
import { isInHandsOf } from './custody.ts'
import { sessionEventsOf } from './report/session-events.ts'

/** What opens a session: its first entry, and where chance says so the draw, recorded with it or not at all. */
export function openingDrafts(
  library: Library,
  body: EventBody<'drawer-opened'>,
): readonly [opened: EventDraft, ...drawn: EventDraft[]] {
  const one_in_count = cashRules(library).surprise_one_in_count
  if (!isCountDrawn(one_in_count, library.random.bytes(DRAW_BYTES))) return [{ kind: 'drawer-opened', body }]
  const name = localRef(library.random)
  const drawn: EventDraft = { kind: 'count-drawn', body: { session_ref: name, one_in_count } }
  return [{ kind: 'drawer-opened', body, name }, drawn]
}

/** The drawers that are open and still to be counted by surprise, as far as this person may know. */
export function surprisesDue(library: Library, actor: Actor): readonly SessionRow[] {
  if (!mayOwn(library, actor, 'see-cash')) return []
  return library.db.all(openSessions, {}).filter((session) => {
    if (isInHandsOf(library, session, actor)) return false
    const { session_ref } = session
    const drawn = sessionEventsOf(library, session_ref, 'count-drawn')
    return (
      drawn.length > 0 && drawnCount([...drawn, ...sessionEventsOf(library, session_ref, 'drawer-counted')]) === 'due'
    )
  })
}
