/**
 * Counts the checks and the card terminal of a drawer that is being closed, and all of it by who takes it over. Every
 * count is an entry with what was expected then, and nothing is said of that.
 */
import { readCount, type CountGiven } from '../../../shared/cash/counted.ts'
import type { DeskEvent, EventDraft } from '../../../shared/journal/event.ts'
import type { WHOLE_COUNT_REASONS } from '../../../shared/journal/events/cash.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import type { SessionRow } from '../../store/money/cash-rows.ts'
import { breakRefusal } from '../custody.ts'
import { closingCounts } from '../report/last-entries.ts'
import { anySessionFor, expectedOf, isSession } from '../sessions.ts'
import { hasSeen } from './seen.ts'

type Tenders = {
  readonly drawer_code: string
  readonly checks_count: number
  readonly checks_cents: number
  /** The total of the terminal's batch; null: nobody read it off. */
  readonly card_cents: number | null
}

function tendersDraft(
  library: Library,
  { session_ref }: SessionRow,
  reason: (typeof WHOLE_COUNT_REASONS)[number],
  { checks_count, checks_cents, card_cents }: Omit<Tenders, 'drawer_code'>,
): EventDraft {
  const expected = expectedOf(library, session_ref)
  const besides = { expected_checks_cents: expected.checks_cents, expected_card_cents: expected.card_cents }
  return { kind: 'tenders-counted', body: { session_ref, reason, checks_count, checks_cents, card_cents, ...besides } }
}

/** The cash was counted before, by this person or the one who has the drawer. */
export function countTenders(
  library: Library,
  actor: Actor,
  command: Command,
  tenders: Tenders,
): readonly DeskEvent[] | Refusal {
  const session = anySessionFor(library, tenders.drawer_code)
  if (!isSession(session)) return session
  const { cash } = closingCounts(library, session.session_ref)
  if (cash === null) return refuse('count-first')
  const own = must(actor.staff, 'somebody is signed in').staff_code
  if (own !== session.custodian_code && own !== cash.head.staff) return refuse('count-own')
  return record(library, actor, command, [tendersDraft(library, session, 'closing', tenders)])
}

type Receiving = CountGiven & Omit<Tenders, 'card_cents'>

/** Whether this person could count the drawer to take it over: another has it and has counted all of it. */
export function receivable(library: Library, actor: Actor, drawer_code: string): SessionRow | Refusal {
  const session = anySessionFor(library, drawer_code)
  if (!isSession(session)) return session
  const wrong = breakRefusal(library, actor, session)
  if (wrong) return wrong
  const { cash, tenders } = closingCounts(library, session.session_ref)
  const own = must(actor.staff, 'somebody is signed in').staff_code
  if (own === session.custodian_code || own === cash?.head.staff) return refuse('hand-over-to-self')
  if (cash === null || tenders === null) return refuse('count-first')
  return hasSeen(library, actor, session) ? refuse('hand-over-seen') : session
}

/** The second count, which the first one is not shown to. */
export function receiveDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  { pieces, total_cents, ...besides }: Receiving,
): readonly DeskEvent[] | Refusal {
  const session = receivable(library, actor, besides.drawer_code)
  if (!isSession(session)) return session
  const count = readCount({ pieces, total_cents })
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { session_ref } = session
  const reason = 'taking-over'
  const expected_cents = expectedOf(library, session_ref).cash_cents
  const cash: EventDraft = { kind: 'drawer-counted', body: { session_ref, reason, ...count, expected_cents } }
  return record(library, actor, command, [
    cash,
    tendersDraft(library, session, reason, { ...besides, card_cents: null }),
  ])
}
