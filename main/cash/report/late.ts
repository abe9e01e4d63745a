/**
 * What is told on a report because the report that it belongs to was made before: what came since the Z before this one
 * and is of a session that was closed by then, and receipts on paper of days or sessions before. Reads only.
 */
import { placeBy, placeOff } from '../../../shared/cash/drawer/place-count.ts'
import { grossSum } from '../../../shared/cash/line-sums.ts'
import type { LateArrival } from '../../../shared/cash/report-facts.ts'
import { standingReceipts, ofKind } from '../../../shared/cash/session-entries.ts'
import { zNumber } from '../../../shared/cash/numbers/z-number.ts'
import { eventRefText, type EventHead, type EventOf } from '../../../shared/journal/event.ts'
import { COUNTED_PLACES, isCountedPlace, type CountedPlace } from '../../../shared/journal/events/cash-places.ts'
import type { SealedPaper } from '../../../shared/journal/events/cash.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import { isAfter, type Place } from '../../../shared/journal/place.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { toLocalDate, type ZoneName } from '../../../shared/kernel/zone.ts'
import type { Library } from '../../library/library.ts'
import { lateEntries, lastZ, sessionOfZ } from '../../store/money/close-rows.ts'
import { eventsSince } from '../../store/money/cash-rows.ts'
import { entryAt, sessionEventsOf } from './session-events.ts'

const ZERO = cents(0)
const BEGINNING: Place = { epoch: 0, seq: 0 }

/** @param events of the session up to its close, or until now. @param closed its close; null: it is open */
export function lateArrivals(
  library: Library,
  events: readonly CashEvent[],
  closed: EventOf<'drawer-closed'> | null,
  zone: ZoneName,
): readonly LateArrival[] {
  return [
    ...latePapers(library, events, zone),
    ...lateOthers(library, closed, zone),
    ...COUNTED_PLACES.flatMap((place) => latePlace(library, place, spanOf(library, closed), zone)),
  ]
}

/** The close of a session, and the day to which it belongs; null: it is open. */
function closeOf(library: Library, session_ref: string, zone: ZoneName) {
  const [closed] = sessionEventsOf(library, session_ref, 'drawer-closed')
  const opened = library.journal.event(session_ref)
  if (closed === undefined || opened === null) return null
  const belongs_on = toLocalDate(instant(opened.head.at_ms), zone)
  return {
    head: closed.head,
    full_z_number: zNumber(closed.head, closed.body.z_number),
    belongs_on,
    bag: closed.body.bag,
  }
}

function latePapers(library: Library, events: readonly CashEvent[], zone: ZoneName): readonly LateArrival[] {
  const [opened] = events
  const business_on = toLocalDate(instant(opened?.head.at_ms ?? 0), zone)
  const late = (head: EventHead, paper: SealedPaper, amount_cents: Cents): readonly LateArrival[] => {
    const { of_session_ref, paper_number: name } = paper
    const belongs_on: LocalDate = localDate(paper.written_on)
    if (of_session_ref === null && belongs_on >= business_on) return []
    const full_z_number = of_session_ref === null ? '' : (closeOf(library, of_session_ref, zone)?.full_z_number ?? '')
    const arrived_at = instant(head.at_ms)
    return [{ what: 'paper', name, full_z_number, belongs_on, arrived_at, amount_cents, by_cents: ZERO }]
  }
  return [
    ...standingReceipts(events).flatMap(({ head, body }) =>
      body.paper === null ? [] : late(head, body.paper, grossSum(body.receipt.lines)),
    ),
    ...ofKind(events, 'paper-credited').flatMap(({ head, body }) => late(head, body.paper, cents(body.credit_cents))),
  ]
}

/** Where the Z before this one is. */
function placeBefore(library: Library, closed: EventOf<'drawer-closed'> | null): Place {
  const z_number = closed === null ? library.db.get(lastZ, {})?.z_number : closed.body.z_number - 1
  const before = z_number ? library.db.get(sessionOfZ, { z_number }) : null
  const [made] = before === null ? [] : sessionEventsOf(library, before.session_ref, 'drawer-closed')
  return made?.head ?? BEGINNING
}

/** Both places are outside of it. */
export type Span = { readonly after: Place; readonly until: Place }

/** After the Z before this one, up to its close or until now. */
export function spanOf(library: Library, closed: EventOf<'drawer-closed'> | null): Span {
  const { head } = library.journal
  return { after: placeBefore(library, closed), until: closed?.head ?? { epoch: head.epoch, seq: head.seq + 1 } }
}

/**
 * Counts of the safe or the change fund that agreed or were settled meanwhile. What was in it is not said: who reads
 * this report may not see that.
 */
function latePlace(
  library: Library,
  place: CountedPlace,
  { after, until }: Span,
  zone: ZoneName,
): readonly LateArrival[] {
  const { epoch, seq } = after
  const entries = library.db.all(eventsSince, { session_ref: place, epoch, seq })
  return entries.flatMap((row): readonly LateArrival[] => {
    const event = entryAt(library, row)
    if (event.kind === 'place-moved') return isAfter(until, event.head) ? bagged(event, zone) : []
    if (event.kind !== 'place-counted' && event.kind !== 'place-settled') return []
    const isCounted = event.kind === 'place-counted' && placeBy(event.body) !== 0
    if (isCounted || !isAfter(until, event.head)) return []
    const arrived_at = instant(event.head.at_ms)
    const of = { name: '', full_z_number: '', belongs_on: toLocalDate(arrived_at, zone), arrived_at }
    return [{ what: place, ...of, amount_cents: ZERO, by_cents: placeOff(event.body) }]
  })
}

/** What went from the safe into a bag. */
function bagged({ head, body }: EventOf<'place-moved'>, zone: ZoneName): readonly LateArrival[] {
  if (body.to !== 'bank-bag') return []
  const arrived_at = instant(head.at_ms)
  const of = { name: body.bag_number, full_z_number: '', belongs_on: toLocalDate(arrived_at, zone), arrived_at }
  return [{ what: 'bagged', ...of, amount_cents: cents(body.amount_cents), by_cents: ZERO }]
}

/** What the bank took in of a bag of the safe, which is of no Z. */
function bankedOfPlace(
  library: Library,
  { head, body }: EventOf<'deposit-banked'>,
  zone: ZoneName,
): readonly LateArrival[] {
  const filled = body.drop_ref === null ? null : library.journal.event(body.drop_ref)
  if (filled?.kind !== 'place-moved') return []
  const belongs_on = toLocalDate(instant(filled.head.at_ms), zone)
  const of = { name: filled.body.bag_number, full_z_number: '', belongs_on, arrived_at: instant(head.at_ms) }
  const by_cents = cents(body.banked_cents - body.bag_cents)
  return [{ what: 'banked', ...of, amount_cents: cents(body.banked_cents), by_cents }]
}

function lateOthers(library: Library, closed: EventOf<'drawer-closed'> | null, zone: ZoneName): readonly LateArrival[] {
  const { terminal } = library.journal
  const { after, until } = spanOf(library, closed)
  const span = { from_epoch: after.epoch, from_seq: after.seq, to_epoch: until.epoch, to_seq: until.seq }
  return library.db.all(lateEntries, span).flatMap((place): readonly LateArrival[] => {
    const ref = eventRefText({ terminal, epoch: place.epoch, seq: place.seq })
    const event = library.journal.event(ref)
    if (event?.kind !== 'deposit-banked' && event?.kind !== 'card-settled' && event?.kind !== 'close-reviewed')
      return []
    if (event.kind === 'deposit-banked' && isCountedPlace(event.body.session_ref))
      return bankedOfPlace(library, event, zone)
    const close = closeOf(library, event.body.session_ref, zone)
    // The bank can take in a bag while its drawer is still open: that is not late.
    if (close === null || !isAfter(event.head, close.head)) return []
    const { full_z_number, belongs_on } = close
    const of = { full_z_number, belongs_on, arrived_at: instant(event.head.at_ms) }
    if (event.kind === 'close-reviewed') {
      const what = event.body.is_agreed ? 'reviewed' : 'disagreed'
      return [{ what, name: '', ...of, amount_cents: ZERO, by_cents: ZERO }]
    }
    if (event.kind === 'card-settled') {
      const { batch_cents, settled_cents } = event.body
      const by = { amount_cents: cents(settled_cents), by_cents: cents(settled_cents - batch_cents) }
      return [{ what: 'settled', name: '', ...of, ...by }]
    }
    const { drop_ref, bag_cents, banked_cents } = event.body
    const drop = drop_ref === null ? null : library.journal.event(drop_ref)
    const name = drop?.kind === 'cash-placed' ? drop.body.bag_number : close.bag.bag_number
    const by_cents = cents(banked_cents - bag_cents)
    return [{ what: 'banked', name, ...of, amount_cents: cents(banked_cents), by_cents }]
  })
}
