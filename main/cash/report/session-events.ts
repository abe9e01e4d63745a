/** The entries of a drawer session as the journal has them, and what they come to without any table. Reads only. */
import { expectedAfter } from '../../../shared/cash/session-entries.ts'
import { eventRefText, type EventOf } from '../../../shared/journal/event.ts'
import type { ByTender } from '../../../shared/journal/events/cash.ts'
import { isCashEvent, type CashEvent } from '../../../shared/journal/fold/cash.ts'
import { assert } from '../../../shared/kernel/assert.ts'
import { eventsOfKind, eventsOfSession } from '../../store/money/cash-rows.ts'
import type { Library } from '../../library/library.ts'

/** Oldest first; the first one opens the session. */
export function sessionEvents({ db, journal }: Library, session_ref: string): readonly CashEvent[] {
  return db.all(eventsOfSession, { session_ref }).map(({ epoch_count: epoch, seq_count: seq }) => {
    const event = journal.event(eventRefText({ terminal: journal.terminal, epoch, seq }))
    assert(event !== null && isCashEvent(event), 'an entry of a session is in the journal')
    return event
  })
}

/** Those of one kind alone. */
export function sessionEventsOf<Kind extends CashEvent['kind']>(
  { db, journal }: Library,
  session_ref: string,
  kind: Kind,
): readonly EventOf<Kind>[] {
  return db.all(eventsOfKind, { session_ref, kind }).map(({ epoch_count: epoch, seq_count: seq }) => {
    const event = journal.event(eventRefText({ terminal: journal.terminal, epoch, seq }))
    assert(event?.kind === kind, 'an entry of a session is in the journal')
    return event as EventOf<Kind>
  })
}

/** What a session should hold by its raw entries: it must equal what the table of transfers says (`expectedOf`). */
export function recomputed(library: Library, session_ref: string): ByTender {
  const { cash, check, card } = expectedAfter(sessionEvents(library, session_ref))
  return { cash_cents: cash, checks_cents: check, card_cents: card }
}
