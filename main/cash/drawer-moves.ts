/** Moves cash of an open drawer: to a safe or a bag and back, paid in, paid out, and the drawer opened for no sale. */
import { readCount, type CountGiven } from '../../shared/cash/counted.ts'
import type { DeskEvent, EventBody, EventDraft } from '../../shared/journal/event.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { approverOf, type Actor } from '../library/actor.ts'
import type { Command } from '../library/command.ts'
import type { Library } from '../library/library.ts'
import { staffOfCode } from '../library/staff-known.ts'
import type { SessionRow } from '../store/money/cash-rows.ts'
import { bagRefusal } from './bag-number.ts'
import { recordAtDrawer } from './at-drawer.ts'
import { cashReason, cashRules } from './cash-rules.ts'
import { usedSession } from './custody.ts'
import { placeBalance, uncountedRefusal } from './places.ts'
import { meterOf, type GivenMeter } from './report/coin-meter.ts'
import { sessionEventsOf } from './report/session-events.ts'
import { expectedOf, isSession } from './sessions.ts'
import { isOnlyPerson } from './sign-off.ts'

/** Why this much does not go out of the drawer; what it should hold is not said. */
export function outRefusal(library: Library, { session_ref }: SessionRow, amount_cents: number): Refusal | null {
  return amount_cents > expectedOf(library, session_ref).cash_cents ? refuse('drawer-holds-less') : null
}

export type Placing = CountGiven & {
  readonly drawer_code: string
  readonly way: 'in' | 'out'
  readonly place: EventBody<'cash-placed'>['place']
  readonly bag_number: string
  /** Who receives or gives it, and what they counted; empty and null: nobody did. */
  readonly receiver_code: string
  readonly receiver_cents: number | null
}

/** What would be placed, or why not. Reads only. */
export function placingOf(library: Library, actor: Actor, placing: Placing): EventBody<'cash-placed'> | Refusal {
  const { drawer_code, way, place, bag_number, receiver_code, receiver_cents, ...given } = placing
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  const { pieces, counted_cents: amount_cents } = count
  if (amount_cents === 0) return refuse('amount-missing')
  const session = usedSession(library, actor, drawer_code)
  if (!isSession(session)) return session
  const wrong =
    placeRefusal(library, placing) ??
    receiverRefusal(library, actor, placing) ??
    (way === 'out' ? outRefusal(library, session, amount_cents) : safeRefusal(library, place, amount_cents)) ??
    aloneRefusal(library, session, placing, amount_cents)
  if (wrong) return wrong
  const { session_ref } = session
  return { session_ref, way, place, amount_cents, pieces, bag_number, receiver_code, receiver_cents }
}

export function placeCash(
  library: Library,
  actor: Actor,
  command: Command,
  placing: Placing,
): readonly DeskEvent[] | Refusal {
  const body = placingOf(library, actor, placing)
  return recordDecided(library, actor, command, isRefusal(body) ? body : { kind: 'cash-placed', body })
}

function placeRefusal(library: Library, { place, way, bag_number }: Placing): Refusal | null {
  if (place !== 'bank-bag') return uncountedRefusal(library, place)
  return way === 'in' ? refuse('bag-sealed') : bagRefusal(library, bag_number)
}

/** The second count is by somebody else who works here. */
function receiverRefusal(library: Library, actor: Actor, { receiver_code, receiver_cents }: Placing): Refusal | null {
  if (receiver_code === '') return receiver_cents === null ? null : refuse('receiver-missing')
  if (receiver_code === actor.staff?.staff_code) return refuse('receiver-same')
  return staffOfCode(library, receiver_code) === null ? refuse('staff-unknown', { staff: receiver_code }) : null
}

/** What the change fund holds is not known: floats come from it. */
function safeRefusal(library: Library, place: Placing['place'], amount_cents: number): Refusal | null {
  return place === 'safe' && amount_cents > (placeBalance(library, 'safe') ?? 0) ? refuse('safe-holds-less') : null
}

/**
 * So much goes into the safe or the change fund on one person's word, less what came back: in parts it is no more than
 * at once. The bank counts what is in a bag; and where nobody else works at the library, nobody can receive it.
 */
function aloneRefusal(
  library: Library,
  { session_ref }: SessionRow,
  { way, place, receiver_code }: Placing,
  amount_cents: number,
): Refusal | null {
  if (way === 'in' || place === 'bank-bag' || receiver_code !== '' || isOnlyPerson(library)) return null
  const { drop_alone_up_to_cents: most } = cashRules(library)
  const before = sessionEventsOf(library, session_ref, 'cash-placed').filter(({ body }) => body.place === place)
  const alone = before.map(({ body }) => {
    if (body.way === 'in') return -body.amount_cents
    return body.receiver_code === '' ? body.amount_cents : 0
  })
  return alone.reduce((sum, one) => sum + one, amount_cents) > most ? refuse('receiver-needed', { amount: most }) : null
}

export type Paying = {
  readonly drawer_code: string
  readonly way: 'in' | 'out'
  readonly reason: string
  readonly amount_cents: number
  readonly meter?: Omit<GivenMeter, 'is_other_meant'> | undefined
  readonly is_other_meant?: boolean | undefined
}

function readOf({ meter, is_other_meant }: Paying): GivenMeter | undefined {
  return meter && { ...meter, is_other_meant }
}

/** What would be paid, of the fund of its reason; or why not. Reads only. */
export function payingOf(library: Library, actor: Actor, paying: Paying): EventBody<'cash-paid'> | Refusal {
  const { drawer_code, way, reason, amount_cents } = paying
  const used_for = way === 'in' ? 'paid-in' : 'paid-out'
  const known = cashReason(library, used_for, reason)
  if (known === null) return refuse('reason-unknown', { reason })
  const session = usedSession(library, actor, drawer_code)
  if (!isSession(session)) return session
  const meter = way === 'in' ? meterOf(library, reason, readOf(paying)) : null
  if (meter !== null && isRefusal(meter)) return meter
  const wrong = way === 'out' ? outRefusal(library, session, amount_cents) : null
  if (wrong) return wrong
  const { session_ref } = session
  const approved_by = approverOf(actor, 'pay-out')
  return { session_ref, way, reason_code: reason, fund: known.fund, amount_cents, approved_by, meter }
}

export function payCash(
  library: Library,
  actor: Actor,
  command: Command,
  paying: Paying,
): readonly DeskEvent[] | Refusal {
  const body = payingOf(library, actor, paying)
  return recordDecided(library, actor, command, isRefusal(body) ? body : { kind: 'cash-paid', body })
}

export type Unlocking =
  | { readonly purpose: 'no-sale'; readonly reason: string }
  | { readonly purpose: 'make-change'; readonly amount_cents: number }

/** What would be recorded of opening the drawer, or why it stays shut. Reads only. */
export function unlockingOf(
  library: Library,
  actor: Actor,
  drawer_code: string,
  what: Unlocking,
): EventBody<'drawer-unlocked'> | Refusal {
  if (what.purpose === 'no-sale' && cashReason(library, 'no-sale', what.reason) === null)
    return refuse('reason-unknown', { reason: what.reason })
  const session = usedSession(library, actor, drawer_code)
  if (!isSession(session)) return session
  const { session_ref } = session
  if (what.purpose === 'no-sale')
    return { session_ref, purpose: what.purpose, reason_code: what.reason, amount_cents: 0 }
  // What is changed stays in the drawer: any amount of it is a fact, and none tells what the drawer has.
  return { session_ref, purpose: what.purpose, reason_code: '', amount_cents: what.amount_cents }
}

export function unlockDrawer(
  library: Library,
  actor: Actor,
  command: Command,
  drawer_code: string,
  what: Unlocking,
): readonly DeskEvent[] | Refusal {
  const body = unlockingOf(library, actor, drawer_code, what)
  return recordDecided(library, actor, command, isRefusal(body) ? body : { kind: 'drawer-unlocked', body })
}

/** Each act here ends so: what was decided is recorded, or it is said why not. */
function recordDecided(
  library: Library,
  actor: Actor,
  command: Command,
  decided: EventDraft | Refusal,
): readonly DeskEvent[] | Refusal {
  return isRefusal(decided) ? decided : recordAtDrawer(library, actor, command, [decided])
}
