/** The entries of a drawer session as the journal has them, and what they come to without any table. Reads only. */
import { expectedAfter, ofKind } from '../../../shared/cash/session-entries.ts'
import { eventRefText, type EventHead, type EventOf } from '../../../shared/journal/event.ts'
import type { ByTender } from '../../../shared/journal/events/cash.ts'
import { isCashEvent, type CashEvent } from '../../../shared/journal/fold/cash.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import { readPersonal } from '../../store/journal/journal-rows.ts'
import { eventsAbout, eventsOfKind, eventsOfSession } from '../../store/money/cash-rows.ts'
import type { Library } from '../../library/library.ts'

type PlaceRow = { readonly epoch_count: number; readonly seq_count: number }

function entryAt({ journal }: Library, { epoch_count: epoch, seq_count: seq }: PlaceRow): CashEvent {
  const event = journal.event(eventRefText({ terminal: journal.terminal, epoch, seq }))
  assert(event !== null && isCashEvent(event), 'an entry of a session is in the journal')
  return event
}

/** Oldest first; the first one opens the session. */
export function sessionEvents(library: Library, session_ref: string): readonly CashEvent[] {
  return library.db.all(eventsOfSession, { session_ref }).map((place) => entryAt(library, place))
}

/** Those of one kind alone. */
export function sessionEventsOf<Kind extends CashEvent['kind']>(
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
  return library.db.get(readPersonal, { epoch_count: epoch, seq_count: seq })?.text ?? ''
}

/** What a session should hold by its raw entries: it must equal what the table of transfers says (`expectedOf`). */
export function recomputed(library: Library, session_ref: string): ByTender {
  const { cash, check, card } = expectedAfter(sessionEvents(library, session_ref))
  return { cash_cents: cash, checks_cents: check, card_cents: card }
}
