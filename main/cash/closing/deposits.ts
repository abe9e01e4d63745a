/** The bags for the bank, of closes, of drops and of the safe: which wait, for how long, and what the bank took in. */
import { bagSum } from '../../../shared/cash/line-sums.ts'
import { eventRefText, type DeskEvent, type EventOf } from '../../../shared/journal/event.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import type { Command } from '../../library/command.ts'
import type { Library } from '../../library/library.ts'
import { record } from '../../library/record.ts'
import { lastBags, unbankedBags } from '../../store/money/close-rows.ts'
import { cashRules } from '../cash-rules.ts'
import { waitingBatches } from './card-batches.ts'
import { dayRefusal, isFar, isOwnMoney, waitOf, type Wait } from './confirming.ts'
import { cashPastDay, sessionsPastDay } from './past-day.ts'
import { placeSeen } from '../places.ts'
import { sessionEventsOf } from '../report/session-events.ts'

export type Bag = Wait & {
  /** The entry that filled it: a close, a drop in the middle of a session, or cash of the safe. */
  readonly filled: EventOf<'drawer-closed' | 'cash-placed' | 'place-moved'>
  /** The session that it is of; of cash of the safe, the safe. */
  readonly session_ref: string
  readonly bag_ref: string
  readonly bag_number: string
  readonly bag_cents: Cents
  readonly checks_cents: Cents
  /** Null: it waits. */
  readonly banked: EventOf<'deposit-banked'> | null
}

/** The bags that were filled last, newest first. */
export function bagsOf(library: Library, limit: number): readonly Bag[] {
  return bagsAt(library, library.db.all(lastBags, { limit }))
}

/** Every bag that no bank took in yet, newest first. */
export function waitingBags(library: Library): readonly Bag[] {
  return bagsAt(library, library.db.all(unbankedBags, {}))
}

type PlaceRow = { readonly epoch: number; readonly seq: number }

function bagsAt(library: Library, places: readonly PlaceRow[]): readonly Bag[] {
  const { terminal } = library.journal
  return places.flatMap(({ epoch, seq }): Bag[] => {
    const bag = bagAt(library, eventRefText({ terminal, epoch, seq }))
    return bag === null ? [] : [bag]
  })
}

/** The bag that this entry filled; null: it filled none. */
function bagAt(library: Library, bag_ref: string): Bag | null {
  const filled = library.journal.event(bag_ref)
  const held = filled === null ? null : heldBy(filled)
  if (held === null || held.bag_cents === 0) return null
  const drop_ref = held.filled.kind === 'drawer-closed' ? null : bag_ref
  const all = sessionEventsOf(library, held.session_ref, 'deposit-banked')
  const banked = all.find(({ body }) => body.drop_ref === drop_ref) ?? null
  return { ...held, bag_ref, banked, ...waitOf(library, held.filled.head, banked?.head.at_ms) }
}

type Held = Pick<Bag, 'filled' | 'session_ref' | 'bag_number' | 'bag_cents' | 'checks_cents'>

function heldBy(filled: DeskEvent): Held | null {
  if (filled.kind === 'drawer-closed') {
    const { bag, session_ref } = filled.body
    const { bag_number, checks_cents } = bag
    return { filled, session_ref, bag_number, bag_cents: bagSum(bag), checks_cents: cents(checks_cents) }
  }
  if (filled.kind === 'place-moved') {
    const { from, to, bag_number, amount_cents } = filled.body
    const held = { filled, session_ref: from, bag_number, bag_cents: cents(amount_cents), checks_cents: cents(0) }
    return to === 'bank-bag' ? held : null
  }
  if (filled.kind !== 'cash-placed' || filled.body.place !== 'bank-bag') return null
  const { session_ref, bag_number, amount_cents } = filled.body
  return { filled, session_ref, bag_number, bag_cents: cents(amount_cents), checks_cents: cents(0) }
}

/**
 * What is not at the bank yet: in all bags, however old, in card batches, in the safe, and in drawers whose day is
 * over; and whether that is too old, or what of it can be carried away is too much.
 */
export function undeposited(
  library: Library,
  actor: Actor,
): {
  readonly waiting_cents: Cents
  readonly safe_cents: Cents
  readonly drawers_cents: Cents
  readonly cards_cents: Cents
  readonly is_alert: boolean
} {
  const { undeposited_alert_cents } = cashRules(library)
  const waiting = waitingBags(library)
  const waiting_cents = cents(waiting.reduce((all, one) => all + one.bag_cents, 0))
  const safe_cents = placeSeen(library, actor, 'safe') ?? cents(0)
  const drawers_cents = cashPastDay(library, actor)
  const batches = waitingBatches(library)
  const cards_cents = cents(batches.reduce((all, one) => all + one.batch_cents, 0))
  const isMuch = waiting_cents + safe_cents + drawers_cents > undeposited_alert_cents
  const isLate = [...waiting, ...batches].some((one) => one.is_late) || sessionsPastDay(library).length > 0
  return { waiting_cents, safe_cents, drawers_cents, cards_cents, is_alert: isMuch || isLate }
}

export type Banking = {
  readonly bag_ref: string
  readonly banked_cents: number
  readonly banked_on: string
  /** An amount that differs so much from the bag that it is asked again is meant. */
  readonly is_difference_meant: boolean
}

/** Another person than the one who filled it confirms it, unless another has looked at the close since and agreed. */
export function bankDeposit(
  library: Library,
  actor: Actor,
  command: Command,
  { bag_ref, banked_cents, banked_on, is_difference_meant }: Banking,
): { readonly events: readonly DeskEvent[]; readonly bag_cents: Cents } | Refusal {
  const bag = bagAt(library, bag_ref)
  if (bag === null) return refuse('deposit-none')
  const { filled, session_ref, bag_cents, banked } = bag
  if (banked !== null) return refuse('deposit-banked-already')
  const wrongDay = dayRefusal(library, filled, localDate(banked_on))
  if (wrongDay) return wrongDay
  if (isOwnMoney(library, actor, session_ref, [filled.head.staff])) return refuse('deposit-by-closer')
  const by = cents(banked_cents - bag_cents)
  if (!is_difference_meant && (by > 0 || isFar(library, by)))
    return refuse('deposit-differs', { bag: bag_cents, amount: cents(banked_cents) })
  const drop_ref = filled.kind === 'drawer-closed' ? null : bag_ref
  const body = { session_ref, drop_ref, bag_cents, banked_cents, banked_on }
  return { events: record(library, actor, command, [{ kind: 'deposit-banked', body }]), bag_cents }
}
