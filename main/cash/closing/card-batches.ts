/** The card batches of closed sessions, which wait as bags do: until another person says what the processor settled. */
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
import { varianceNeed } from '../../../shared/cash/rules.ts'
import type { DeskEvent, EventBody, EventOf } from '../../../shared/journal/event.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { sessionsWithCards } from '../../store/money/close-rows.ts'
import type { SessionRow } from '../../store/money/cash-rows.ts'
import { cashRules } from '../cash-rules.ts'
import { sessionEventsOf } from '../report/session-events.ts'
import { dayRefusal } from './deposits.ts'
import { closedSession } from './review.ts'

export type Batch = {
  readonly session: SessionRow
  readonly closed: EventOf<'drawer-closed'>
  readonly z_number: string
  /** As the terminal said at the close; where nobody read it, what the receipts come to. */
  readonly batch_cents: Cents
  readonly waits_hours_count: number
  readonly is_late: boolean
}

const HOUR_MS = 3_600_000

/** Every batch that waits, the oldest first. */
export function waitingBatches(library: Library): readonly Batch[] {
  return library.db.all(sessionsWithCards, {}).flatMap((session) => {
    const [closed] = sessionEventsOf(library, session.session_ref, 'drawer-closed')
    return closed === undefined ? [] : [batchOf(library, session, closed)]
  })
}

function batchOf(library: Library, session: SessionRow, closed: EventOf<'drawer-closed'>): Batch {
  const { head, body } = closed
  const waits_hours_count = Math.max(0, Math.floor((library.clock.now() - head.at_ms) / HOUR_MS))
  const is_late = waits_hours_count >= cashRules(library).undeposited_alert_hours_count
  const batch_cents = cents(body.counted.card_cents)
  return { session, closed, z_number: zNumber(head, body.z_count), batch_cents, waits_hours_count, is_late }
}

export type Settling = {
  readonly session_ref: string
  readonly settled_cents: number
  readonly settled_on: string
  /** A total that differs so much from the batch that it is asked again is meant. */
  readonly is_difference_meant: boolean
}

/** The batch that this person can say it of; why not otherwise. */
function settleable(library: Library, actor: Actor, session_ref: string): Batch | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  if (session.is_card_waiting !== 1) return refuse('card-not-waiting')
  const own = actor.staff?.staff_code ?? ''
  const isOwn = own === closed.head.staff || own === session.custodian_code
  const reviews = sessionEventsOf(library, session_ref, 'close-reviewed')
  // As for a bag: who closed it does, once another person has looked at the close and agreed.
  const isAgreed = reviews.some(({ head, body }) => body.is_agreed && head.staff !== own)
  return isOwn && !isAgreed ? refuse('card-by-closer') : batchOf(library, session, closed)
}

/** A total that the library reads off the statement of its processor. */
export function settleCards(
  library: Library,
  actor: Actor,
  command: Command,
  { session_ref, settled_cents, settled_on, is_difference_meant }: Settling,
): { readonly events: readonly DeskEvent[]; readonly batch: Batch } | Refusal {
  const batch = settleable(library, actor, session_ref)
  if (isRefusal(batch)) return batch
  const wrongDay = dayRefusal(library, batch.closed, localDate(settled_on))
  if (wrongDay) return wrongDay
  const { batch_cents } = batch
  const by = cents(settled_cents - batch_cents)
  const isFar = varianceNeed(cashRules(library), by) === 'sign-off'
  if (isFar && !is_difference_meant)
    return refuse('settlement-differs', { batch: batch_cents, amount: cents(settled_cents) })
  const body: EventBody<'card-settled'> = {
    session_ref,
    batch_cents,
    settled_cents,
    settled_on,
    matched_count: null,
    missing: [],
    extra_cents: [],
  }
  return { events: record(library, actor, command, [{ kind: 'card-settled', body }]), batch }
}
