/** Opens a session of a drawer with its counted float, and counts it while it is open. */
import { readCount, type CountGiven } from '../../shared/cash/counted.ts'
import type { DeskEvent, EventBody, EventDraft } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { cashRules, drawerFact } from './cash-rules.ts'
import { anySessionFor, expectedOf, isSession, lastSessionOf, sessionFor } from './sessions.ts'

type Opening = CountGiven & { readonly drawer_code: string }

/**
 * The float is what the session before left in the drawer; else the change fund gives what is counted. What is counted
 * more or less than was left is over or short of the opening, apart from that of a close.
 */
export function openDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  { drawer_code: asked, ...given }: Opening,
): readonly DeskEvent[] | Refusal {
  const { drawers } = cashRules(library)
  const drawer_code = asked === '' && drawers.length === 1 ? must(drawers[0], 'a drawer').drawer_code : asked
  if (!drawers.some((one) => one.drawer_code === drawer_code)) return refuse('drawer-unknown', { drawer: asked })
  const before = lastSessionOf(library, drawer_code)
  if (before && before.status !== 'closed') return refuse('drawer-open-already', drawerFact(library, drawer_code))
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { pieces, counted_cents } = count
  const isLeft = before !== null && (before.left_cents > 0 || before.left_checks_cents > 0)
  const { left_cents = counted_cents, left_checks_cents = 0 } = isLeft ? before : {}
  const from = { from_session_ref: isLeft ? before.session_ref : null, left_cents, left_checks_cents }
  const custodian_code = must(actor.staff, 'somebody is signed in').staff_code
  const body = { drawer_code, custodian_code, ...from, pieces, counted_cents }
  return recordAtDrawer(library, actor, command, [{ kind: 'drawer-opened', body }])
}

type Counting = CountGiven & { readonly drawer_code: string; readonly why: EventBody<'drawer-counted'>['why'] }

/** The entry of a count: what was counted, and what was expected then. */
export function countDraft(
  library: Library,
  { drawer_code, why, ...given }: Counting,
): Extract<EventDraft, { kind: 'drawer-counted' }> | Refusal {
  // A drawer that rests is counted by surprise, and to be closed while its custodian is gone.
  const session = why === 'mid-shift' ? sessionFor(library, drawer_code) : anySessionFor(library, drawer_code)
  if (!isSession(session)) return session
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { session_ref } = session
  const expected_cents = expectedOf(library, session_ref).cash_cents
  return { kind: 'drawer-counted', body: { session_ref, why, ...count, expected_cents } }
}

export function countDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  counting: Counting,
): readonly DeskEvent[] | Refusal {
  const draft = countDraft(library, counting)
  return isRefusal(draft) ? draft : recordAtDrawer(library, actor, command, [draft])
}
