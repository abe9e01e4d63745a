/** The card batches of closed sessions, which wait as bags do: until another person says what the processor settled. */
import { varianceNeed, type DifferenceSaid } from '../../../shared/cash/rules.ts'
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
import { cashRules } from '../cash-rules.ts'
import { saidIssue, signOffBy } from '../sign-off.ts'
import { sessionEventsOf } from '../report/session-events.ts'
import { dayRefusal, isOwnMoney, waitOf, type Wait } from './confirming.ts'
import { closedSession } from './review.ts'
import { besideSettled, heldAgainst } from './settlement.ts'

export type Batch = Wait & {
  readonly session: SessionRow
  readonly closed: EventOf<'drawer-closed'>
  readonly full_z_number: string
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
  return { session, closed, full_z_number: zNumber(head, body.z_number), batch_cents, ...waitOf(library, head) }
}

/** The batch of one session, where it waits still. */
export function waitingBatch(library: Library, session_ref: string): Batch | null {
  return waitingBatches(library).find(({ session }) => session.session_ref === session_ref) ?? null
}

type Day = { readonly session_ref: string; readonly settled_on: string }

/** What the processor settled of a batch: a total that was typed, or the lines of its file. */
export type Held = {
  readonly batch: Batch
  readonly settled_on: string
  readonly settled_cents: Cents
  /** Null: a total was typed. */
  readonly matched_count: number | null
  readonly missing: Matched['missing']
  readonly extra: Matched['extra']
  /** The size of the difference: of the totals, or of what is missing or extra, whichever is the largest. */
  readonly off_cents: Cents
}

/** The batch that this person can say it of, for this day; why not otherwise. */
function settleable(library: Library, actor: Actor, { session_ref, settled_on }: Day): Batch | Refusal {
  const found = closedSession(library, session_ref)
  if (isRefusal(found)) return found
  const { session, closed } = found
  if (session.is_card_waiting !== 1) return refuse('card-not-waiting')
  if (isOwnMoney(library, actor, session_ref, hadBy({ closed, session }))) return refuse('card-by-closer')
  return dayRefusal(library, closed, localDate(settled_on)) ?? batchOf(library, session, closed)
}

const hadBy = ({ closed, session }: Pick<Batch, 'closed' | 'session'>): readonly string[] => [
  closed.head.staff,
  session.custodian_code,
]

/** A total that the library reads off the statement of its processor. */
export function heldTotal(library: Library, actor: Actor, day: Day, settled_cents: Cents): Held | Refusal {
  const batch = settleable(library, actor, day)
  if (isRefusal(batch)) return batch
  const off_cents = cents(Math.abs(settled_cents - batch.batch_cents))
  const { settled_on } = day
  return { batch, settled_on, settled_cents, matched_count: null, missing: [], extra: [], off_cents }
}

/** The file of the processor, held against the receipts of the batch. */
export function heldFile(library: Library, actor: Actor, day: Day, lines: readonly SettledLine[]): Held | Refusal {
  const batch = settleable(library, actor, day)
  if (isRefusal(batch)) return batch
  const found = heldAgainst(library, day.session_ref, lines)
  if (found.matched_count === 0) return refuse('settlement-none-match', { lines: lines.length })
  const sizes = [found.missing, found.extra].map((all) =>
    all.reduce((sum, { amount_cents }) => sum + Math.abs(amount_cents), 0),
  )
  const off_cents = cents(Math.max(Math.abs(found.settled_cents - batch.batch_cents), ...sizes))
  return { batch, settled_on: day.settled_on, ...found, off_cents }
}

/** What differs, where nobody said why yet, or not as much as its size takes; null: it can be confirmed. */
export function settlementIssue(library: Library, held: Held, said: DifferenceSaid): Refusal | null {
  const { batch, settled_cents, matched_count, missing, extra, off_cents } = held
  const need = varianceNeed(cashRules(library), off_cents)
  const sums = { batch: batch.batch_cents, amount: settled_cents }
  const isStray = missing.length + extra.length > 0
  if (said.reason === '' && matched_count === null && need !== null) return refuse('settlement-differs', sums)
  if (said.reason !== '' || !isStray) return saidIssue(library, { need, off_cents }, said)
  const receipts = receiptNumbers(
    library,
    missing.map(({ of_ref }) => of_ref),
  )
  const [{ authorization: code, last_four, amount_cents: stray } = NO_LINE] = extra
  const strays = { extra: extra.length, code, last_four, stray }
  return refuse('settlement-file-differs', { missing: missing.length, receipts, ...strays, ...sums })
}

const NO_LINE: SettledLine = { authorization: '', last_four: '', amount_cents: cents(0) }

/** Who signs off what a settlement differs by; empty: nobody has to; null: somebody is missing. */
export function settlementSignedBy(library: Library, actor: Actor, batch: Batch, off_cents: Cents): string | null {
  const is_other = !hadBy(batch).includes(actor.staff?.staff_code ?? '')
  return signOffBy(library, actor, { need: varianceNeed(cashRules(library), off_cents), off_cents, is_other })
}

export function settleHeld(
  library: Library,
  actor: Actor,
  command: Command,
  held: Held,
  { reason, note, approved_by }: DifferenceSaid & { readonly approved_by: string },
): readonly DeskEvent[] {
  const { batch, settled_cents, settled_on, matched_count, missing, extra, off_cents } = held
  const { session_ref } = batch.session
  const body: EventBody<'card-settled'> = {
    session_ref,
    batch_cents: batch.batch_cents,
    settled_cents,
    settled_on,
    matched_count,
    missing: missing.map(({ of_ref, amount_cents }) => ({ of_ref, amount_cents })),
    extra_cents: extra.map(({ amount_cents }) => amount_cents),
    reason_code: off_cents === 0 ? '' : reason,
    approved_by,
  }
  const draft: EventDraft = { kind: 'card-settled', body }
  const beside = besideSettled(extra, off_cents === 0 ? '' : note.trim())
  return record(library, actor, command, [draft], { personal: new Map(beside === '' ? [] : [[draft, beside]]) })
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
  return event !== null && 'receipt_number' in event.body ? receiptNumber(event.head, event.body.receipt_number) : ref
}
