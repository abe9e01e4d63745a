/** The bags of closed sessions: which wait for the bank, for how long, and what the bank took in. */
import { bagSum } from '../../../shared/cash/line-sums.ts'
import type { DeskEvent, EventOf } from '../../../shared/journal/event.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import type { SessionRow } from '../../store/money/cash-rows.ts'
import { closedSessions, unbankedSessions } from '../../store/money/close-rows.ts'
import { cashRules } from '../cash-rules.ts'
import { sessionEventsOf } from '../report/session-events.ts'
import { safeCents } from './look.ts'
import { closedSession } from './review.ts'

export type Bag = {
  readonly session: SessionRow
  readonly closed: EventOf<'drawer-closed'>
  readonly bag_cents: Cents
  /** Null: it waits. */
  readonly banked: EventOf<'deposit-banked'> | null
  readonly waits_hours_count: number
  readonly is_late: boolean
}

const HOUR_MS = 3_600_000

/** The bags of the last sessions, newest first; those of which nothing went to the bank have none. */
export function bagsOf(library: Library, limit: number): readonly Bag[] {
  return bagsIn(library, library.db.all(closedSessions, { limit }))
}

function bagsIn(library: Library, sessions: readonly SessionRow[]): readonly Bag[] {
  const { undeposited_alert_hours_count } = cashRules(library)
  return sessions.flatMap((session): Bag[] => {
    const [closed] = sessionEventsOf(library, session.session_ref, 'drawer-closed')
    const bag_cents = closed === undefined ? 0 : bagSum(closed.body.bag)
    if (closed === undefined || bag_cents === 0) return []
    const banked = sessionEventsOf(library, session.session_ref, 'deposit-banked')[0] ?? null
    const until = banked?.head.at_ms ?? library.clock.now()
    const waits_hours_count = Math.max(0, Math.floor((until - closed.head.at_ms) / HOUR_MS))
    const is_late = banked === null && waits_hours_count >= undeposited_alert_hours_count
    return [{ session, closed, bag_cents, banked, waits_hours_count, is_late }]
  })
}

/** What is not at the bank yet: in all bags, however old, and in the safe; and whether that is too much or too old. */
export function undeposited(library: Library): {
  readonly waiting_cents: Cents
  readonly safe_cents: Cents
  readonly is_alert: boolean
} {
  const { undeposited_alert_cents } = cashRules(library)
  const waiting = bagsIn(library, library.db.all(unbankedSessions, {}))
  const waiting_cents = cents(waiting.reduce((all, one) => all + one.bag_cents, 0))
  const safe_cents = safeCents(library)
  const isMuch = waiting_cents + safe_cents > undeposited_alert_cents
  return { waiting_cents, safe_cents, is_alert: isMuch || waiting.some((one) => one.is_late) }
}

export type Banking = {
  readonly session_ref: string
  readonly banked_cents: number
  readonly banked_on: string
}

/** Another person than the one who closed confirms it, unless another has looked at the close since and agreed. */
export function bankDeposit(
  library: Library,
  actor: Actor,
  command: Command,
  { session_ref, banked_cents, banked_on }: Banking,
): { readonly events: readonly DeskEvent[]; readonly bag_cents: Cents } | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const bag_cents = bagSum(found.closed.body.bag)
  if (bag_cents === 0) return refuse('deposit-none')
  if (sessionEventsOf(library, session_ref, 'deposit-banked').length > 0) return refuse('deposit-banked-already')
  const closer = found.closed.head.staff
  const reviews = sessionEventsOf(library, session_ref, 'close-reviewed')
  const isAgreed = reviews.some(({ head, body }) => body.is_agreed && head.staff !== closer)
  if (actor.staff?.staff_code === closer && !isAgreed) return refuse('deposit-by-closer')
  const body = { session_ref, bag_cents, banked_cents, banked_on }
  return { events: record(library, actor, command, [{ kind: 'deposit-banked', body }]), bag_cents }
}

/** Which copy of a Z or a receipt the next one is. */
export function nextCopy(library: Library, session_ref: string, of_ref: string): number {
  const copies = sessionEventsOf(library, session_ref, 'copy-printed')
  return copies.filter(({ body }) => body.of_ref === of_ref).length + 1
}

/** A Z or a receipt is printed once more: which copy it is. */
export function recordCopy(
  library: Library,
  actor: Actor,
  command: Command,
  of_ref: string,
): readonly DeskEvent[] | Refusal {
  const event = library.journal.event(of_ref)
  const isPaper = event?.kind === 'receipt-made' || event?.kind === 'refund-paid' || event?.kind === 'drawer-closed'
  if (!event || !isPaper) return refuse('receipt-unknown')
  const { session_ref } = event.body
  const body = { session_ref, of_ref, copy_count: nextCopy(library, session_ref, of_ref) }
  return record(library, actor, command, [{ kind: 'copy-printed', body }])
}
