/**
 * Chance says at an opening whether the drawer is to be counted by surprise in this session. It is kept as an entry
 * that no work log lists: who has the drawer must not know before, so they are never told of their own.
 */
import { drawnCount, DRAW_BYTES, isCountDrawn } from '../../shared/cash/evidence/surprise-draw.ts'
import { eventRefText, type DeskEvent } from '../../shared/journal/event.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import { followingCommand } from '../library/follow.ts'
import { mayOwn } from '../library/grants.ts'
import type { Library } from '../library/library.ts'
import { record } from '../library/record.ts'
import { openSessions, type SessionRow } from '../store/money/cash-rows.ts'
import { cashRules } from './cash-rules.ts'
import { custodyOf } from './custody.ts'
import { sessionEventsOf } from './report/session-events.ts'

/** @param events of the command that opened a drawer */
export function drawSurprise(library: Library, actor: Actor, command: Command, events: readonly DeskEvent[]): void {
  const opened = events.find(({ kind }) => kind === 'drawer-opened')
  const one_in_count = cashRules(library).surprise_one_in_count
  if (opened !== undefined && isCountDrawn(one_in_count, library.random.bytes(DRAW_BYTES))) {
    const body = { session_ref: eventRefText(opened.head), one_in_count }
    record(library, actor, followingCommand(command), [{ kind: 'count-drawn', body }])
  }
}

/** The drawers that are open and still to be counted by surprise, as far as this person may know. */
export function surprisesDue(library: Library, actor: Actor): readonly SessionRow[] {
  if (!mayOwn(library, actor, 'see-cash')) return []
  const own = actor.staff?.staff_code ?? ''
  return library.db.all(openSessions, {}).filter((session) => {
    const { owner_code, cover_code } = custodyOf(library, session)
    if ([owner_code, cover_code, session.custodian_code].includes(own)) return false
    const { session_ref } = session
    const drawn = sessionEventsOf(library, session_ref, 'count-drawn')
    return (
      drawn.length > 0 && drawnCount([...drawn, ...sessionEventsOf(library, session_ref, 'drawer-counted')]) === 'due'
    )
  })
}
