/**
 * Who looked at the figures of a drawer that is to be handed over: a role that may see cash can, and then takes that
 * drawer over no more until its money has moved, as the second count would not be blind. Kept in the journal's file, so
 * that a restart forgets nobody.
 */
import type { Place } from '../../../shared/journal/place.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import type { SessionRow } from '../../store/money/cash-rows.ts'
import { lookedAfter } from '../../store/money/place-rows.ts'
import { isLastMove, closingCounts } from '../report/last-entries.ts'

/** This person sees figures of the session now. Who has it, counted it or takes it over knows what they may know. */
export function keepSeen(library: Library, actor: Actor, session: SessionRow): void {
  const { session_ref, custodian_code } = session
  const own = actor.staff?.staff_code ?? ''
  const { cash, received } = closingCounts(library, session_ref)
  if ([custodian_code, cash?.head.staff, received?.cash.head.staff].includes(own)) return
  if (!hasSeen(library, actor, session)) library.journal.keepLooked(session_ref, own)
}

/** Whether this person looked, and no money has moved since. */
export function hasSeen(library: Library, { staff }: Actor, { session_ref }: Pick<SessionRow, 'session_ref'>): boolean {
  const row = library.db.get(lookedAfter, { of_ref: session_ref, staff_code: staff?.staff_code ?? '' })
  if (row === null) return false
  const place: Place = { epoch: row.epoch, seq: row.seq }
  return isLastMove(library, session_ref, place)
}
