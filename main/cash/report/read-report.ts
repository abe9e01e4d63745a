/** The X or Z report of a session, from the journal. Reads only: a report changes nothing. */
import { receiptNumber } from '../../../shared/cash/numbers/receipt-number.ts'
import { cashReport } from '../../../shared/cash/report.ts'
import type { CashReport } from '../../../shared/cash/report-facts.ts'
import type { EventOf } from '../../../shared/journal/event.ts'
import type { CashEvent } from '../../../shared/journal/fold/cash.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { Words } from '../../../shared/words/en/en.ts'
import { countEvents } from '../../store/journal/journal-rows.ts'
import type { Library } from '../../library/library.ts'
import { staffInitials } from '../../library/staff-known.ts'
import { drawerCalled } from '../cash-rules.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { lateArrivals, spanOf } from './late.ts'
import { noteBeside, sessionEvents, sessionEventsOf } from './session-events.ts'
import { letOffIn } from './let-off.ts'

export function readReport(library: Library, words: Words, session_ref: string): CashReport {
  const { journal } = library
  const events = sessionEvents(library, session_ref)
  const opened = must(events[0], 'a session has an opening')
  const closed = events.find((one) => one.kind === 'drawer-closed') ?? null
  const closed_at = closed === null ? undefined : instant(closed.head.at_ms)
  const code = opened.kind === 'drawer-opened' ? opened.body.drawer_code : ''
  const branch = library.branch(opened.head.branch) ?? library.here()
  const { zone } = must(branch, 'a drawer is at a branch')
  const until = closed === null ? events : events.slice(0, events.indexOf(closed))
  return cashReport({
    events,
    late_arrivals: lateArrivals(library, until, closed, zone),
    let_off: letOffIn(library, spanOf(library, closed)),
    drawer_name: drawerCalled(library, words, code, closed_at),
    zone,
    initialsOf: (staff_code) => staffInitials(library, staff_code),
    numberOf: (head, receipt_number) => receiptNumber(head, receipt_number),
    note: closed === null ? '' : noteBeside(library, closed.head),
    opening_note: noteBeside(library, opened.head),
    float_counts: floatsCounted(library, opened),
    head: { hash: Buffer.from(journal.head.hash).toString('hex'), entries_count: eventsCount(library) },
  })
}

/** The counts of the float before the opening that it was not opened with. */
function floatsCounted(library: Library, opened: CashEvent): readonly EventOf<'float-counted'>[] {
  const from_ref = opened.kind === 'drawer-opened' ? opened.body.from_session_ref : null
  return from_ref === null ? [] : sessionEventsOf(library, from_ref, 'float-counted')
}

/** How many entries the journal has. */
export function eventsCount(library: Library): number {
  return library.db.get(countEvents, {})?.events_count ?? 0
}
