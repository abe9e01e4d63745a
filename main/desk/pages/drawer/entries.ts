/** The entries of a drawer session, oldest first, with what a page says of each. Reads only. */
import { eventRefText, type DeskEvent } from '../../../../shared/journal/event.ts'
import type { Library } from '../../../library/library.ts'
import { eventsOfSession } from '../../../store/money/cash-rows.ts'

export function entriesOf({ db, journal }: Library, session_ref: string): readonly DeskEvent[] {
  return db.all(eventsOfSession, { session_ref }).flatMap(({ epoch_count: epoch, seq_count: seq }) => {
    const event = journal.event(eventRefText({ terminal: journal.terminal, epoch, seq }))
    return event !== null ? [event] : []
  })
}
