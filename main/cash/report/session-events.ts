/** The entries of a drawer session as the journal has them, and what they come to without any table. Reads only. */
import { expectedAfter, ofKind } from '../../../shared/cash/session-entries.ts'
import { eventRefText, type EventHead, type EventOf } from '../../../shared/journal/event.ts'
import type { ByTender } from '../../../shared/journal/events/cash.ts'
import { isCashEvent, type CashEvent } from '../../../shared/journal/fold/cash.ts'
import type { Place } from '../../../shared/journal/place.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import { isSealed, sealedEvent, wholeEvent } from '../../journal/recorded.ts'
import { readPersonal } from '../../store/journal/journal-rows.ts'
import { entriesOfSession, eventsAbout, eventsOfKind } from '../../store/money/cash-rows.ts'
import type { Library } from '../../library/library.ts'
import { expectedOf } from '../sessions.ts'

export type PlaceRow = { readonly epoch: number; readonly seq: number }

export function entryAt({ journal }: Library, { epoch, seq }: PlaceRow): CashEvent {
  const event = journal.event(eventRefText({ terminal: journal.terminal, epoch, seq }))
  assert(event !== null && isCashEvent(event), 'an entry of a session is in the journal')
  return event
}

const NOWHERE: Place = { epoch: 0, seq: 0 }

/**
 * Oldest first; the first one opens the session. Read by their seals, which takes a third of the time that their shapes
 * take. Each seal is checked once in a run of the program, most of them at its start: nobody else has the file open
 * meanwhile, and its pages are authenticated. An entry whose seal does not match is held against its shape.
 */
export function sessionEvents({ db, journal }: Library, session_ref: string): readonly CashEvent[] {
  const { proven_after, proven_sessions } = journal
  const { epoch, seq } = proven_sessions.has(session_ref) ? NOWHERE : proven_after
  let isProven = true
  const events = db.all(entriesOfSession, { session_ref, epoch, seq }).map((row) => {
    const isMatching = isSealed(row)
    isProven &&= isMatching
    const event = isMatching ? sealedEvent(row) : wholeEvent(row)
    assert(isCashEvent(event), 'an entry of a session is of a drawer')
    return event
  })
  if (isProven) proven_sessions.add(session_ref)
  return events
}

/** Those of one kind alone: of any but receipts, which have no index by their kind. */
export function sessionEventsOf<Kind extends Exclude<CashEvent['kind'], 'receipt-made'>>(
  library: Library,
  session_ref: string,
  kind: Kind,
): readonly EventOf<Kind>[] {
  const places = library.db.all(eventsOfKind, { session_ref, kind })
  return ofKind(
    places.map((place) => entryAt(library, place)),
    kind,
  )
}

/** The newest of one kind; null: there is none. */
export function lastEventOf<Kind extends Exclude<CashEvent['kind'], 'receipt-made'>>(
  library: Library,
  session_ref: string,
  kind: Kind,
): EventOf<Kind> | null {
  const place = library.db.all(eventsOfKind, { session_ref, kind }).at(-1)
  return place === undefined ? null : (ofKind([entryAt(library, place)], kind)[0] ?? null)
}

/** Those of one kind that are about another entry: what voided a receipt, what was refunded of it. */
export function eventsAboutOf<Kind extends CashEvent['kind']>(
  library: Library,
  of_ref: string,
  kind: Kind,
): readonly EventOf<Kind>[] {
  const places = library.db.all(eventsAbout, { of_ref, kind })
  return ofKind(
    places.map((place) => entryAt(library, place)),
    kind,
  )
}

/** What was written beside an entry, where it can be erased: of a difference, or of what was found later. */
export function noteBeside(library: Library, { epoch, seq }: EventHead): string {
  return library.db.get(readPersonal, { epoch, seq })?.text ?? ''
}

/** What a session should hold by its raw entries: it must equal what the table of transfers says (`expectedOf`). */
export function recomputed(library: Library, session_ref: string): ByTender {
  const { cash, check, card } = expectedAfter(sessionEvents(library, session_ref))
  return { cash_cents: cash, checks_cents: check, card_cents: card }
}

/** Whether the table of transfers says what the raw entries say, and every one of them has its seal. */
export function isSessionProven(library: Library, session_ref: string): boolean {
  const [tables, entries] = [expectedOf(library, session_ref), recomputed(library, session_ref)]
  const isSame = (Object.keys(tables) as (keyof ByTender)[]).every((one) => tables[one] === entries[one])
  return isSame && library.journal.proven_sessions.has(session_ref)
}
