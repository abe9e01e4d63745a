/** Opens a session of a drawer with its counted float, and counts it while it is open. */
import { readCount, type Counted, type CountGiven } from '../../shared/cash/counted.ts'
import { varianceNeed, type DifferenceSaid } from '../../shared/cash/rules.ts'
import type { DeskEvent, EventBody, EventDraft } from '../../shared/journal/event.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { VarianceNeed } from '../../shared/policy/cash-facts.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import type { Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import { ownCommand } from '../library/follow.ts'
import type { Library } from '../library/library.ts'
import { record } from '../library/record.ts'
import type { SessionRow } from '../store/money/cash-rows.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { cashRules, drawerFact, drawerRefusal, drawersOfDesk } from './cash-rules.ts'
import { sessionEventsOf } from './report/session-events.ts'
import { anySessionFor, expectedOf, isSession, lastSessionOf, sessionFor } from './sessions.ts'
import { saidIssue, signOffBy } from './sign-off.ts'
import { openingDrafts } from './surprise.ts'

/** With why it differs from what was left. */
export type Opening = CountGiven & DifferenceSaid & { readonly drawer_code: string }

type Drawers = { readonly drawer_code: string; readonly before: SessionRow | null }

/** A count of the float, and what it is over or, below zero, short of what the session before left. */
export type Floated = Drawers & {
  readonly count: Counted
  /** The session that left something; null: the change fund gives what is counted. */
  readonly from: SessionRow | null
  readonly by_cents: Cents
  readonly need: VarianceNeed | null
}

/** The drawer that would be opened, with the session before. */
function openable(library: Library, asked: string): Drawers | Refusal {
  const here = drawersOfDesk(library)
  const drawer_code = asked === '' && here.length === 1 ? must(here[0], 'a drawer').drawer_code : asked
  const wrong = drawerRefusal(library, drawer_code)
  if (wrong) return wrong
  const before = lastSessionOf(library, drawer_code)
  return before && before.status !== 'closed'
    ? refuse('drawer-open-already', drawerFact(library, drawer_code))
    : { drawer_code, before }
}

/** What this count of the float comes to. Reads only. */
export function floatOf(library: Library, { drawer_code: asked, pieces, total_cents }: Opening): Floated | Refusal {
  const found = openable(library, asked)
  if (isRefusal(found)) return found
  const count = readCount({ pieces, total_cents })
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { before } = found
  const from = before !== null && (before.left_cents > 0 || before.left_checks_cents > 0) ? before : null
  const by_cents = cents(from === null ? 0 : count.counted_cents - from.left_cents)
  return { ...found, count, from, by_cents, need: varianceNeed(cashRules(library), by_cents) }
}

/** Why it is not opened with what was counted: nobody said why it differs. */
export function floatIssue(library: Library, { need, by_cents }: Floated, said: DifferenceSaid): Refusal | null {
  return saidIssue(library, { need, off_cents: Math.abs(by_cents) }, said, 'float-reason-needed')
}

/** Who signs it off; empty: nobody has to; null: a second person is missing. */
export function floatSignedOffBy(library: Library, actor: Actor, { need, by_cents }: Floated): string | null {
  return signOffBy(library, actor, { need, off_cents: Math.abs(by_cents), is_other: false })
}

/**
 * Keeps a count of the float that the drawer is not opened with: what it differs by is told to who counted, who could
 * count until it agrees. The same count again is kept once.
 */
export function keepFloat(library: Library, actor: Actor, { from, count, need }: Floated): void {
  if (from === null || need === null) return
  const { session_ref, left_cents } = from
  const last = sessionEventsOf(library, session_ref, 'float-counted').at(-1)
  if (last?.head.staff === actor.staff?.staff_code && last?.body.counted_cents === count.counted_cents) return
  const body = { session_ref, ...count, left_cents }
  record(library, actor, ownCommand(library, 'kept drawer.open'), [{ kind: 'float-counted', body }])
}

/**
 * The float is what the session before left in the drawer; else the change fund gives what is counted. What is counted
 * more or less than was left is over or short of the opening, apart from that of a close.
 */
export function openDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  opening: Opening,
): readonly DeskEvent[] | Refusal {
  const floated = floatOf(library, opening)
  if (isRefusal(floated)) return floated
  const wrong = floatIssue(library, floated, opening)
  if (wrong) return wrong
  const { drawer_code, from, count, by_cents } = floated
  const { left_cents = count.counted_cents, left_checks_cents = 0 } = from ?? {}
  const custodian_code = must(actor.staff, 'somebody is signed in').staff_code
  const left = { from_session_ref: from?.session_ref ?? null, left_cents, left_checks_cents }
  const approved_by = by_cents === 0 ? '' : (floatSignedOffBy(library, actor, floated) ?? '')
  const said = { reason_code: by_cents === 0 ? '' : opening.reason, approved_by }
  const drafts = openingDrafts(library, { drawer_code, custodian_code, ...left, ...count, ...said })
  const note = by_cents === 0 ? '' : opening.note.trim()
  return recordAtDrawer(library, actor, command, drafts, { personal: new Map(note === '' ? [] : [[drafts[0], note]]) })
}

type Counting = CountGiven & { readonly drawer_code: string; readonly reason: EventBody<'drawer-counted'>['reason'] }

/** The entry of a count: what was counted, and what was expected then. */
export function countDraft(
  library: Library,
  { drawer_code, reason, ...given }: Counting,
): Extract<EventDraft, { kind: 'drawer-counted' }> | Refusal {
  // A drawer that rests is counted by surprise, and to be closed while its custodian is gone.
  const session = reason === 'mid-shift' ? sessionFor(library, drawer_code) : anySessionFor(library, drawer_code)
  if (!isSession(session)) return session
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { session_ref } = session
  const expected_cents = expectedOf(library, session_ref).cash_cents
  return { kind: 'drawer-counted', body: { session_ref, reason, ...count, expected_cents } }
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
