/**
 * Who looked at the figures of a drawer that was counted to be handed over or closed: a role that may see cash can, and
 * then takes that drawer over no more, as the second count would not be blind. Kept until the program is started again.
 */
import { eventRefText, parseEventRef } from '../../../shared/journal/event.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import type { SessionRow } from '../../store/money/cash-rows.ts'
import { isLastMove, keptCounts } from '../report/last-entries.ts'

/** By session and person, the count that was kept when they looked. */
const seen = new WeakMap<Library, Map<string, string>>()

const key = (session_ref: string, staff_code: string): string => `${session_ref} ${staff_code}`

/** This person sees figures of the session now. Who has it, counted it or takes it over knows what they may know. */
export function keepSeen(library: Library, actor: Actor, { session_ref, custodian_code }: SessionRow): void {
  const own = actor.staff?.staff_code ?? ''
  const { cash, received } = keptCounts(library, session_ref)
  if (cash === null || [custodian_code, cash.head.staff, received?.cash.head.staff].includes(own)) return
  const all = seen.get(library) ?? new Map<string, string>()
  all.set(key(session_ref, own), eventRefText(cash.head))
  seen.set(library, all)
}

/** Whether they looked, and no money has moved since. */
export function hasSeen(library: Library, actor: Actor, { session_ref }: SessionRow): boolean {
  const count = seen.get(library)?.get(key(session_ref, actor.staff?.staff_code ?? ''))
  const place = count === undefined ? null : parseEventRef(count)
  return place !== null && isLastMove(library, session_ref, place)
}
