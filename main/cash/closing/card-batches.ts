/** The card batches of closed sessions, which wait as bags do: until another person says what the processor settled. */
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
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
import { sessionEventsOf } from '../report/session-events.ts'
import { dayRefusal, isFar, isOwnMoney, waitOf, type Wait } from './confirming.ts'
import { closedSession } from './review.ts'

export type Batch = Wait & {
  readonly session: SessionRow
  readonly closed: EventOf<'drawer-closed'>
  readonly z_number: string
  /** As the terminal said at the close; where nobody read it, what the receipts come to. */
  readonly batch_cents: Cents
}

/** Every batch that waits, the oldest first. */
export function waitingBatches(library: Library): readonly Batch[] {
  return library.db.all(sessionsWithCards, {}).flatMap((session) => {
    const [closed] = sessionEventsOf(library, session.session_ref, 'drawer-closed')
    return closed === undefined ? [] : [batchOf(library, session, closed)]
  })
}

function batchOf(library: Library, session: SessionRow, closed: EventOf<'drawer-closed'>): Batch {
  const { head, body } = closed
  const batch_cents = cents(body.counted.card_cents)
  return { session, closed, z_number: zNumber(head, body.z_count), batch_cents, ...waitOf(library, head) }
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
  const isOwn = isOwnMoney(library, actor, session_ref, [closed.head.staff, session.custodian_code])
  return isOwn ? refuse('card-by-closer') : batchOf(library, session, closed)
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
  if (isFar(library, by) && !is_difference_meant)
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
