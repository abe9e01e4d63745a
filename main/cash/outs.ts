/**
 * What goes out of a drawer: what was refused because the entries have less, and what a person paid out in a day. Must
 * never say what a drawer should hold.
 */
import { readCount, type CountGiven } from '../../shared/cash/counted.ts'
import { grossSum } from '../../shared/cash/line-sums.ts'
import type { MethodName } from '../../shared/ipc/contract.ts'
import type { OUT_ACTS } from '../../shared/journal/events/cash.ts'
import { must } from '../../shared/kernel/assert.ts'
import { startOfDay } from '../../shared/kernel/zone.ts'
import type { Actor } from '../library/actor.ts'
import { ownCommand } from '../library/follow.ts'
import { mayOwn } from '../library/grants.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { record } from '../library/record.ts'
import { openSessions, sessionByRef } from '../store/money/cash-rows.ts'
import { closedSessions } from '../store/money/close-rows.ts'
import { cashRules } from './cash-rules.ts'
import { findPayment, type Receipt } from './receipts.ts'
import { sessionEventsOf } from './report/session-events.ts'
import { anySessionFor, isSession } from './sessions.ts'

type OutAct = (typeof OUT_ACTS)[number]

const OUTS: Readonly<Partial<Record<MethodName, OutAct>>> = {
  'drawer.place': 'placed',
  'drawer.close': 'from-safe',
  'drawer.pay': 'paid',
  'refund.pay': 'refunded',
  'refund.line': 'refunded',
  'payment.void': 'voided',
}

type Part = { readonly amount_cents: number | null }

type Asked = Partial<CountGiven> & {
  readonly drawer_code?: string
  readonly way?: 'in' | 'out'
  readonly safe_cents?: number
  readonly amount_cents?: number | null
  readonly receipt_ref?: string
  readonly what?: { readonly lines?: readonly Part[]; readonly charges?: readonly Part[] }
}

/** Keeps that so much was refused: each time, under the name of who asked. */
export function keepRefusedOut(library: Library, actor: Actor, method: MethodName, input: object): void {
  const [act, asked]: readonly [OutAct | undefined, Asked] = [OUTS[method], input]
  const receipt = asked.receipt_ref === undefined ? null : findPayment(library, asked.receipt_ref)
  const session = anySessionFor(library, asked.drawer_code ?? '')
  const session_ref = receipt?.body.session_ref ?? (isSession(session) ? session.session_ref : null)
  if (act === undefined || session_ref === null) return
  const amount_cents = receipt === null ? amountOf(asked) : cashOf(receipt)
  const body = { session_ref, act: asked.way === 'in' ? ('from-safe' as const) : act, amount_cents }
  record(library, actor, ownCommand(library, `refused ${method}`), [{ kind: 'withdrawal-refused', body }])
}

/** What was asked; null where it was all that is due. */
function amountOf({ amount_cents = null, pieces = null, total_cents = null, safe_cents, what }: Asked): number | null {
  if (safe_cents !== undefined) return safe_cents
  if (amount_cents !== null) return amount_cents
  const parts = what?.lines ?? what?.charges ?? []
  const given = parts.flatMap((part) => part.amount_cents ?? [])
  if (given.length > 0 && given.length === parts.length) return given.reduce((sum, part) => sum + part, 0)
  const count = readCount({ pieces, total_cents })
  return 'wrong_piece' in count ? null : count.counted_cents
}

function cashOf({ body }: Receipt): number {
  return body.receipt.tendered_cents - body.receipt.change_cents
}

/** The drawer that gives cash back when this receipt is voided; null: none does. */
export function drawerOfVoid(library: Library, given: string): string | null {
  const receipt = findPayment(library, given)
  if (receipt === null || cashOf(receipt) === 0) return null
  return library.db.get(sessionByRef, { session_ref: receipt.body.session_ref })?.drawer_code ?? null
}

/**
 * Whether a second person is asked for whatever goes out of this drawer: so much was refused in its session that one
 * more answer would tell what it should hold. Who may see cash knows that anyway.
 */
export function isOutAsked(library: Library, actor: Actor, drawer_code: string): boolean {
  const session = anySessionFor(library, drawer_code)
  if (!isSession(session) || actor.approved !== null || mayOwn(library, actor, 'see-cash')) return false
  const refused = sessionEventsOf(library, session.session_ref, 'withdrawal-refused')
  return refused.length >= cashRules(library).refused_outs_count
}

/** More drawers than are closed at a desk in a day; so many are looked at, and not every session that ever was. */
const CLOSES_OF_A_DAY_COUNT = 100

/**
 * What this person has paid out today, and in sessions that are still open, on their own: in parts it is no more than
 * at once. What a second person allowed is not in it.
 */
export function paidOutAlone(library: Library, actor: Actor): number {
  const { from_ms, own, sessions } = ownDay(library, actor)
  return sessions
    .flatMap((session) => {
      const paid = sessionEventsOf(library, session.session_ref, 'cash-paid')
      return paid.filter(({ head }) => session.closed_at_ms === null || head.at_ms >= from_ms)
    })
    .filter(({ head, body }) => body.way === 'out' && head.staff === own && isAlone(body, own))
    .reduce((sum, { body }) => sum + body.amount_cents, 0)
}

/** What this person has given back today on their own: small refunds come to something. */
export function refundedAlone(library: Library, actor: Actor): number {
  const { from_ms, own, sessions } = ownDay(library, actor)
  return sessions
    .flatMap(({ session_ref }) => sessionEventsOf(library, session_ref, 'refund-paid'))
    .filter(({ head, body }) => head.at_ms >= from_ms && head.staff === own && isAlone(body, own))
    .reduce((sum, { body }) => sum + body.paid_cents, 0)
}

/** What this person has voided of receipts today on their own, whatever tender it was. */
export function voidedAlone(library: Library, actor: Actor): number {
  const { from_ms, own, sessions } = ownDay(library, actor)
  return sessions
    .flatMap(({ session_ref }) => sessionEventsOf(library, session_ref, 'receipt-voided'))
    .filter(({ head, body }) => head.at_ms >= from_ms && head.staff === own && isAlone(body, own))
    .reduce((sum, { body }) => sum + grossSum(body.receipt.lines), 0)
}

/** Nobody else allowed it: where nobody else works at the library, their own PIN is their own word. */
function isAlone({ approved_by }: { readonly approved_by: string }, own: string): boolean {
  return approved_by === '' || approved_by === own
}

/** Whose day it is, since when, and the sessions in which something of it can be. */
function ownDay(library: Library, actor: Actor) {
  const { today, branch } = here(library)
  const from_ms = startOfDay(today, branch.zone)
  const own = must(actor.staff, 'somebody is signed in').staff_code
  const closed = library.db.all(closedSessions, { limit: CLOSES_OF_A_DAY_COUNT })
  const all = [...library.db.all(openSessions, {}), ...closed]
  const sessions = all.filter(({ closed_at_ms }) => closed_at_ms === null || closed_at_ms >= from_ms)
  return { from_ms, own, sessions }
}
