/** Openings of a drawer that are entries of their own: the desk opens it to try it, to count, or again. */
import type { DeskEvent, EventBody } from '../../shared/journal/event.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { drawersOpened } from '../library/own-devices.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { breakRefusal } from './custody.ts'
import { lastSessionOf } from './sessions.ts'
import { drawerFact } from './cash-rules.ts'

export type Pulsing = {
  readonly drawer_code: string
  readonly why: EventBody<'drawer-pulsed'>['why']
  /** The entry for which it was to open; empty: none. */
  readonly of_ref: string
}

/** What would be recorded, or why the drawer stays shut. Reads only. */
export function pulsingOf(
  library: Library,
  actor: Actor,
  { drawer_code, why, of_ref }: Pulsing,
): EventBody<'drawer-pulsed'> | Refusal {
  if (!drawersOpened(library.db).has(drawer_code))
    return refuse('drawer-without-device', drawerFact(library, drawer_code))
  const session = openSessionOf(library, drawer_code)
  const onBreak = session && breakRefusal(library, actor, session)
  if (onBreak) return onBreak
  return { drawer_code, session_ref: session?.session_ref ?? null, why, of_ref: of_ref === '' ? null : of_ref }
}

export function pulseDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  pulsing: Pulsing,
): readonly DeskEvent[] | Refusal {
  const body = pulsingOf(library, actor, pulsing)
  return isRefusal(body) ? body : recordAtDrawer(library, actor, command, [{ kind: 'drawer-pulsed', body }])
}

function openSessionOf(library: Library, drawer_code: string) {
  const session = lastSessionOf(library, drawer_code)
  return session === null || session.status === 'closed' ? null : session
}
