/** The card batches of closed sessions, which wait as bags do: until another person says what the processor settled. */
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
import type { SettledLine } from '../../../shared/cash/evidence/settlement-file.ts'
import type { Matched } from '../../../shared/cash/evidence/settlement-match.ts'
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import type { DeskEvent, EventBody, EventDraft, EventOf } from '../../../shared/journal/event.ts'
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
import { besideExtra, heldAgainst } from './settlement.ts'

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

/** The batch that this person can say it of, for this day; why not otherwise. */
function settleable(library: Library, actor: Actor, session_ref: string, settled_on: string): Batch | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  if (session.is_card_waiting !== 1) return refuse('card-not-waiting')
  const isOwn = isOwnMoney(library, actor, session_ref, [closed.head.staff, session.custodian_code])
  if (isOwn) return refuse('card-by-closer')
  return dayRefusal(library, closed, localDate(settled_on)) ?? batchOf(library, session, closed)
}

/** A total that the library reads off the statement of its processor. */
export function settleCards(library: Library, actor: Actor, command: Command, settling: Settling): Settled | Refusal {
  const { session_ref, settled_cents, settled_on, is_difference_meant } = settling
  const batch = settleable(library, actor, session_ref, settled_on)
  if (isRefusal(batch)) return batch
  const { batch_cents } = batch
  const by = cents(settled_cents - batch_cents)
  if (isFar(library, by) && !is_difference_meant)
    return refuse('settlement-differs', { batch: batch_cents, amount: cents(settled_cents) })
  const of_file = { matched_count: null, missing: [], extra_cents: [] }
  const body: EventBody<'card-settled'> = { session_ref, batch_cents, settled_cents, settled_on, ...of_file }
  return { events: record(library, actor, command, [{ kind: 'card-settled', body }]), batch }
}

export type Settled = { readonly events: readonly DeskEvent[]; readonly batch: Batch }

/** The file of the processor. What it has not, and what no receipt has, is asked about once. */
export function settleByFile(
  library: Library,
  actor: Actor,
  command: Command,
  {
    session_ref,
    settled_on,
    is_difference_meant,
    lines,
  }: Omit<Settling, 'settled_cents'> & { readonly lines: readonly SettledLine[] },
): (Settled & { readonly found: Matched }) | Refusal {
  const batch = settleable(library, actor, session_ref, settled_on)
  if (isRefusal(batch)) return batch
  const found = heldAgainst(library, session_ref, lines)
  if (found.matched_count === 0) return refuse('settlement-none-match', { lines: lines.length })
  const { batch_cents } = batch
  const { matched_count, missing, extra, settled_cents } = found
  if (missing.length + extra.length > 0 && !is_difference_meant)
    return refuse('settlement-file-differs', {
      missing: missing.length,
      receipts: receiptNumbers(
        library,
        missing.map(({ of_ref }) => of_ref),
      ),
      extra: extra.length,
      batch: batch_cents,
      amount: settled_cents,
    })
  const body: EventBody<'card-settled'> = {
    session_ref,
    batch_cents,
    settled_cents,
    settled_on,
    matched_count,
    missing: missing.map(({ of_ref, amount_cents }) => ({ of_ref, amount_cents })),
    extra_cents: extra.map(({ amount_cents }) => amount_cents),
  }
  const draft: EventDraft = { kind: 'card-settled', body }
  const personal = new Map(extra.length === 0 ? [] : [[draft, besideExtra(extra)]])
  return { events: record(library, actor, command, [draft], { personal }), batch, found }
}

const RECEIPTS_SAID_COUNT = 5

/** The first of them. */
function receiptNumbers(library: Library, refs: readonly string[]): string {
  const numbers = refs.slice(0, RECEIPTS_SAID_COUNT).map((ref) => receiptOf(library, ref))
  return numbers.join(', ') + (refs.length > RECEIPTS_SAID_COUNT ? ' …' : '')
}

/** The number of a receipt or a refund by its entry. */
export function receiptOf(library: Library, ref: string): string {
  const event = library.journal.event(ref)
  return event !== null && 'number_count' in event.body ? receiptNumber(event.head, event.body.number_count) : ref
}
