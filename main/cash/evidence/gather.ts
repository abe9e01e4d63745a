/**
 * Reads what an auditor gets of a period: sessions by the day of their opening, and what was charged, let off or
 * entered later in it. Long work: a session or a month at a time with a turn between, so that no scan waits. Reads
 * only.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LaterEntry } from '../../../shared/cash/evidence/later.ts'
import type { Evidence, SessionEvidence } from '../../../shared/cash/evidence/tables.ts'
import type { PlaceEvent } from '../../../shared/cash/evidence/place-counts.ts'
import type { Levied } from '../../../shared/cash/evidence/let-off-share.ts'
import type { LooseOpening } from '../../../shared/cash/drawer/openings.ts'
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import { eventRefText, parseEvent, type DeskEvent } from '../../../shared/journal/event.ts'
import { COUNTED_PLACES } from '../../../shared/journal/events/cash-places.ts'
import { isOfLetOff } from '../../../shared/journal/logged.ts'
import { isAfter } from '../../../shared/journal/place.ts'
import type { Instant, LocalDate } from '../../../shared/kernel/time.ts'
import { isSurprised, type OpenBag } from '../../../shared/reports/cash-exceptions.ts'
import { addDays, addMonths, daysBetween, instant, localDate } from '../../../shared/kernel/time.ts'
import { startOfDay, toLocalDate } from '../../../shared/kernel/zone.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { readListedAfter } from '../../store/journal/journal-rows.ts'
import { everySession } from '../../store/money/cash-rows.ts'
import { laterBetween, letOffBetween, leviedBetween } from '../../store/money/evidence-rows.ts'
import { cashRules } from '../cash-rules.ts'
import { waitingBatches } from '../closing/card-batches.ts'
import { waitingBags } from '../closing/deposits.ts'
import { findPayment } from '../receipts.ts'
import { entryAt, lastEventOf, sessionEvents, sessionEventsOf } from '../report/session-events.ts'
import { creditUsedIn } from './credit-used.ts'

/** Both days are in it. */
export type Period = { readonly from_on: LocalDate; readonly to_on: LocalDate }

export async function gatherEvidence(library: Library, { from_on, to_on }: Period): Promise<Evidence> {
  const { zone } = here(library).branch
  const sessions: SessionEvidence[] = []
  for (const { session_ref, opened_at_ms } of library.db.all(everySession, {})) {
    const business_on = toLocalDate(opened_at_ms, zone)
    if (business_on < from_on || business_on > to_on) continue
    sessions.push({ session_ref, business_on, events: sessionEvents(library, session_ref) })
    await nextTurn()
  }
  const span = { from_ms: startOfDay(from_on, zone), to_ms: startOfDay(addDays(to_on, 1), zone) }
  const let_off = library.db.all(letOffBetween, span).flatMap((place) => {
    const event = library.journal.event(
      eventRefText({ terminal: library.journal.terminal, epoch: place.epoch, seq: place.seq }),
    )
    return event !== null && isOfLetOff(event) ? [event] : []
  })
  const levied = await leviedIn(library, { from_on, to_on })
  const [openings, credit_used] = [await looseOpenings(library, span), creditUsedIn(library, span)]
  const [places, later] = [placesIn(library, span), laterIn(library, span)]
  const receipts = { numberOf: receiptNumber, receiptAt: (ref: string) => findPayment(library, ref) }
  const { ledger_accounts } = cashRules(library)
  return { sessions, let_off, levied, openings, places, credit_used, later, zone, ledger_accounts, ...receipts }
}

/** What was entered then about sessions, whenever those were open. */
function laterIn(library: Library, span: { from_ms: Instant; to_ms: Instant }): readonly LaterEntry[] {
  const { zone } = here(library).branch
  return library.db.all(laterBetween, span).flatMap(({ session_ref, ...place }): LaterEntry[] => {
    const event = entryAt(library, place)
    const isSettled = event.kind === 'deposit-banked' || event.kind === 'card-settled'
    if (!isSettled && event.kind !== 'float-counted') return []
    const drop_ref = event.kind === 'deposit-banked' ? event.body.drop_ref : null
    const closed = isSettled ? lastEventOf(library, session_ref, 'drawer-closed') : null
    const bag_ref = drop_ref ?? (closed && eventRefText(closed.head))
    return [{ session_ref, business_on: toLocalDate(instant(event.head.at_ms), zone), event, bag_ref }]
  })
}

/** Oldest first, the safe and the change fund in turn. */
function placesIn(library: Library, { from_ms, to_ms }: { from_ms: Instant; to_ms: Instant }): readonly PlaceEvent[] {
  return COUNTED_PLACES.flatMap((place): readonly PlaceEvent[] => {
    const counts = sessionEventsOf(library, place, 'place-counted')
    const settled = sessionEventsOf(library, place, 'place-settled')
    const moved = sessionEventsOf(library, place, 'place-moved')
    const all = [...counts, ...settled, ...moved].filter(({ head }) => head.at_ms >= from_ms && head.at_ms < to_ms)
    return all.toSorted((one, other) => (isAfter(one.head, other.head) ? 1 : -1))
  })
}

/** So many are read at a time. */
const OPENINGS_READ_COUNT = 500

/** The openings of drawers while no session of theirs was open, oldest first. */
async function looseOpenings(
  library: Library,
  { from_ms, to_ms }: { readonly from_ms: number; readonly to_ms: number },
): Promise<readonly LooseOpening[]> {
  const found: LooseOpening[] = []
  for (const kind of ['drawer-pulsed', 'drawer-key-opened'] as const)
    for await (const event of everyOf(library, kind))
      if (isLoose(event) && event.head.at_ms >= from_ms && event.head.at_ms < to_ms) found.push(event)
  return found.toSorted((one, other) => one.head.at_ms - other.head.at_ms)
}

function isLoose(event: DeskEvent): event is LooseOpening {
  const isOpening = event.kind === 'drawer-pulsed' || event.kind === 'drawer-key-opened'
  return isOpening && event.body.session_ref === null
}

/** Bags of the safe that wait for the bank, and card batches that wait for the processor, whenever they were filled. */
export function waitingOutside(library: Library): readonly OpenBag[] {
  const { branch, today } = here(library)
  const daysSince = ({ head }: DeskEvent) => daysBetween(toLocalDate(instant(head.at_ms), branch.zone), today)
  const bags = waitingBags(library).flatMap(({ filled, bag_ref, bag_number, bag_cents }): OpenBag[] => {
    if (filled.kind !== 'place-moved') return []
    return [{ bag_ref, full_z_number: '', bag_number, amount_cents: bag_cents, days_count: daysSince(filled) }]
  })
  const batches = waitingBatches(library).map(({ closed, full_z_number, batch_cents }): OpenBag => {
    const bag_ref = `cards ${eventRefText(closed.head)}`
    return { bag_ref, full_z_number, bag_number: null, amount_cents: batch_cents, days_count: daysSince(closed) }
  })
  return [...bags, ...batches]
}

/** Every entry of a listed kind, oldest first. */
async function* everyOf(library: Library, kind: LooseOpening['kind']): AsyncGenerator<DeskEvent> {
  let after = { epoch: 0, seq: 0 }
  for (;;) {
    const rows = library.db.all(readListedAfter, { kind, ...after, limit: OPENINGS_READ_COUNT })
    const events = rows.map(({ content }) => parseEvent(content))
    yield* events
    const last = events.at(-1)
    if (last === undefined || events.length < OPENINGS_READ_COUNT) return
    after = { epoch: last.head.epoch, seq: last.head.seq }
    await nextTurn()
  }
}

/** A month at a time, and of a month only what is in the period. */
async function leviedIn(library: Library, { from_on, to_on }: Period): Promise<readonly Levied[]> {
  const { zone } = here(library).branch
  const found: Levied[] = []
  for (let month_on = localDate(`${from_on.slice(0, 7)}-01`); month_on <= to_on; month_on = addMonths(month_on, 1)) {
    const last_on = addDays(addMonths(month_on, 1), -1)
    const from_ms = startOfDay(from_on > month_on ? from_on : month_on, zone)
    const to_ms = startOfDay(addDays(to_on < last_on ? to_on : last_on, 1), zone)
    found.push(...library.db.all(leviedBetween, { from_ms, to_ms }).map((one) => ({ month_on, ...one })))
    await nextTurn()
  }
  return found
}

/**
 * Of the sessions before this day those that matter still, oldest first: whose bag no bank took in, and for each drawer
 * the last one in which it was counted by surprise.
 */
export async function earlierEvidence(library: Library, from_on: LocalDate): Promise<readonly SessionEvidence[]> {
  const { zone } = here(library).branch
  const unbanked = new Set(waitingBags(library).map(({ session_ref }) => session_ref))
  const surprised = new Set<string>()
  const found: SessionEvidence[] = []
  for (const { session_ref, opened_at_ms, drawer_code } of library.db.all(everySession, {}).toReversed()) {
    const business_on = toLocalDate(opened_at_ms, zone)
    const isSought = unbanked.has(session_ref) || !surprised.has(drawer_code)
    if (business_on >= from_on || !isSought) continue
    const counted = {
      events: surprised.has(drawer_code) ? [] : sessionEventsOf(library, session_ref, 'drawer-counted'),
    }
    const isLast = isSurprised(counted)
    if (isLast) surprised.add(drawer_code)
    if (isLast || unbanked.has(session_ref))
      found.push({ session_ref, business_on, events: sessionEvents(library, session_ref) })
    await nextTurn()
  }
  return found.toReversed()
}
