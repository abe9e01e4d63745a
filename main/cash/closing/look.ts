/** What a close would find: the session, its blind count, what each tender is over or short, and what that takes. */
import { readCount, type CountGiven } from '../../../shared/cash/counted.ts'
import { varianceNeed } from '../../../shared/cash/rules.ts'
import type { Tender } from '../../../shared/cash/report-facts.ts'
import { differencesOf } from '../../../shared/cash/session-entries.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import type { ByTender } from '../../../shared/journal/events/cash.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { VARIANCE_NEEDS, type VarianceNeed } from '../../../shared/policy/cash-facts.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Library } from '../../library/library.ts'
import { safeBalance, type SessionRow } from '../../store/money/cash-rows.ts'
import { cashReason, cashRules } from '../cash-rules.ts'
import { keptCount } from '../report/last-entries.ts'
import { sessionEvents } from '../report/session-events.ts'
import { anySessionFor, expectedOf, isSession } from '../sessions.ts'

export type Closing = CountGiven & {
  readonly drawer_code: string
  readonly checks_count: number
  readonly checks_cents: number
  /** The total of the terminal's batch; null: nobody read it off. */
  readonly card_total_cents: number | null
  readonly reason: string
  readonly note: string
  /** How much stays for the next session; null: what the library's rules say. */
  readonly leave_cents: number | null
  readonly bag_number: string
  /** What goes from the safe into the bag. */
  readonly safe_cents: number
}

export type Looked = {
  readonly session: SessionRow
  /** Read when they are asked for: a page is drawn without them. */
  readonly events: () => readonly CashEvent[]
  readonly count: EventBody<'drawer-counted'>
  /** Who counted; null: the count comes with the close. */
  readonly counted_by: string | null
  readonly expected: ByTender
  readonly counted: ByTender
  readonly by: Readonly<Record<Tender, Cents>>
  /** The largest difference, without its sign. */
  readonly off_cents: Cents
  readonly need: VarianceNeed | null
}

type Asked = Omit<Closing, 'leave_cents' | 'bag_number' | 'safe_cents'>

export function lookAtClose(library: Library, asked: Asked): Looked | Refusal {
  // A drawer can be closed while it rests: its custodian may be gone.
  const session = anySessionFor(library, asked.drawer_code)
  if (!isSession(session)) return session
  const { session_ref } = session
  const expected = expectedOf(library, session_ref)
  const isGiven = asked.pieces !== null || asked.total_cents !== null
  const kept = isGiven ? null : keptCount(library, session_ref)
  const count = isGiven ? givenCount(session_ref, asked, expected) : (kept?.body ?? refuse('count-first'))
  if (isRefusal(count)) return count
  const card_cents = asked.card_total_cents ?? expected.card_cents
  const counted = { cash_cents: count.counted_cents, checks_cents: asked.checks_cents, card_cents }
  const by = differencesOf({ expected, counted })
  const rules = cashRules(library)
  const needs = Object.values(by).map((amount) => varianceNeed(rules, amount))
  const need = VARIANCE_NEEDS.findLast((one) => needs.includes(one)) ?? null
  const off_cents = cents(Math.max(...Object.values(by).map((amount) => Math.abs(amount))))
  const counted_by = kept?.head.staff ?? null
  const events = (): readonly CashEvent[] => sessionEvents(library, session_ref)
  return { session, events, count, counted_by, expected, counted, by, off_cents, need }
}

function givenCount(session_ref: string, given: CountGiven, { cash_cents }: ByTender): Looked['count'] | Refusal {
  const count = readCount(given)
  if ('wrong_piece' in count) return refuse('count-wrong', { piece: count.wrong_piece })
  return { session_ref, why: 'closing', ...count, expected_cents: cash_cents }
}

/**
 * Why the difference cannot be taken as it is told. A count that is not recorded yet learns nothing of it: it would be
 * counted until it agrees.
 */
export function varianceIssue(library: Library, looked: Looked, { reason, note }: Closing): Refusal | null {
  const { need, counted_by, off_cents } = looked
  if (reason !== '' && cashReason(library, 'variance', reason) === null) return refuse('reason-unknown', { reason })
  if (need === null) return null
  const isNoteMissing = need !== 'reason' && note.trim() === ''
  if (reason !== '' && !isNoteMissing) return null
  if (counted_by === null) return refuse('count-first')
  const code = reason === '' ? 'variance-reason-needed' : 'variance-note-needed'
  return refuse(code, { amount: off_cents })
}

/** What is in the safe of the library, as far as this desk knows. */
export function safeCents(library: Library): Cents {
  return cents(library.db.get(safeBalance, {})?.balance_cents ?? 0)
}
