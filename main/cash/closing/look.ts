/**
 * What a close would find: the session, the counts that were kept for it, what each tender is over or short, and what
 * that takes. It goes by kept counts alone: an amount that is only said would be tried until it agrees. Reads only.
 */
import { varianceNeed } from '../../../shared/cash/rules.ts'
import type { Tender } from '../../../shared/cash/report-facts.ts'
import { differencesOf, type ClosingCounts } from '../../../shared/cash/session-entries.ts'
import type { EventOf } from '../../../shared/journal/event.ts'
import type { ByTender } from '../../../shared/journal/events/cash.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { VARIANCE_NEEDS, type VarianceNeed } from '../../../shared/policy/cash-facts.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Actor } from '../../library/actor.ts'
import { mayOwn } from '../../library/grants.ts'
import type { Library } from '../../library/library.ts'
import type { SessionRow } from '../../store/money/cash-rows.ts'
import { cashRules } from '../cash-rules.ts'
import { closingCounts } from '../report/last-entries.ts'
import { sessionEvents } from '../report/session-events.ts'
import { anySessionFor, expectedOf, isSession } from '../sessions.ts'

export type Looked = {
  readonly session: SessionRow
  /** Read when they are asked for: a page is drawn without them. */
  readonly events: () => readonly CashEvent[]
  readonly count: EventOf<'drawer-counted'>
  readonly tenders: EventOf<'tenders-counted'>
  readonly received: ClosingCounts['received']
  readonly expected: ByTender
  readonly counted: ByTender
  readonly by: Readonly<Record<Tender, Cents>>
  /** What the terminal should have, of which nobody read its total; zero: it was read, or no card was taken. */
  readonly unread_cents: Cents
  /** The largest difference, without its sign. */
  readonly off_cents: Cents
  readonly need: VarianceNeed | null
  /** Of it, what the count of who takes the drawer over needs alone. */
  readonly received_need: VarianceNeed | null
}

/** @param drawer_code empty: the only one that is open */
export function lookAtClose(library: Library, drawer_code: string): Looked | Refusal {
  // A drawer can be closed while it rests: its custodian may be gone.
  const session = anySessionFor(library, drawer_code)
  if (!isSession(session)) return session
  const { session_ref } = session
  const { cash, tenders, received } = closingCounts(library, session_ref)
  if (cash === null || tenders === null) return refuse('count-first')
  const expected = expectedOf(library, session_ref)
  const counted = {
    cash_cents: cash.body.counted_cents,
    checks_cents: tenders.body.checks_cents,
    card_cents: tenders.body.card_cents ?? expected.card_cents,
  }
  const events = (): readonly CashEvent[] => sessionEvents(library, session_ref)
  const unread_cents = cents(tenders.body.card_cents === null ? expected.card_cents : 0)
  const off = offBy(library, { expected, counted, unread_cents })
  return { session, events, count: cash, tenders, received, received_need: null, ...off }
}

type Off = Pick<Looked, 'expected' | 'counted' | 'by' | 'unread_cents' | 'off_cents' | 'need'>

/** A total that nobody read could hide all that the cards should come to: a second person signs it off. */
function offBy(library: Library, of: Pick<Looked, 'expected' | 'counted' | 'unread_cents'>): Off {
  const { expected, counted, unread_cents } = of
  const by = differencesOf(of)
  const rules = cashRules(library)
  const needs = Object.values(by).map((amount) => varianceNeed(rules, amount))
  if (unread_cents !== 0) needs.push('sign-off')
  const sizes = [...Object.values(by), unread_cents].map((amount) => Math.abs(amount))
  const off_cents = cents(Math.max(...sizes))
  return { expected, counted, unread_cents, by, off_cents, need: highestNeed(needs) }
}

/** What is asked for most of these; null: nothing. */
export function highestNeed(needs: readonly (VarianceNeed | null)[]): VarianceNeed | null {
  return VARIANCE_NEEDS.findLast((one) => needs.includes(one)) ?? null
}

/** The same where the drawer goes on as it is: its checks as the person counted them who takes it over. */
export function lookAtReceived(library: Library, drawer_code: string): Looked | Refusal {
  const looked = lookAtClose(library, drawer_code)
  if (!('session' in looked)) return looked
  if (looked.received === null) return refuse('count-first')
  const { cash, tenders } = looked.received
  const counted = { ...looked.counted, checks_cents: tenders.body.checks_cents }
  const off = offBy(library, { ...looked, counted })
  // What the receiver counted otherwise is over or short of the opening.
  const by_cents = cents(Math.abs(cash.body.counted_cents - looked.count.body.counted_cents))
  const received_need = varianceNeed(cashRules(library), by_cents)
  const need = highestNeed([off.need, received_need])
  return { ...looked, ...off, need, off_cents: cents(Math.max(off.off_cents, by_cents)), received_need }
}

/**
 * Whether this person may know what the counts come to: who had the drawer, who counted it, who has counted to take it
 * over, and a role that may see cash. Anybody else would count until it agrees.
 */
export function mayKnow(library: Library, actor: Actor, { session, count, received }: Looked): boolean {
  const own = actor.staff?.staff_code ?? ''
  if (own !== '' && [session.custodian_code, count.head.staff, received?.cash.head.staff].includes(own)) return true
  return mayOwn(library, actor, 'see-cash')
}
