/**
 * Suspension days for a late return, where a library charges time. Written as a blocking note that ends by itself.
 * Counted from the units of the fine itself: what costs no fine costs no days. Never shortens a suspension that runs
 * already.
 */
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import type { Fine } from '../../../shared/circulation/fines/fine.ts'
import { localTimeAt } from '../../../shared/circulation/calendar/calendar-index.ts'
import { suspendedUntil, suspensionDays } from '../../../shared/circulation/fines/suspension.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { addDays, localDate } from '../../../shared/kernel/time.ts'
import { suspendedTo } from '../../store/circulation/eligibility-rows.ts'
import { here } from '../../library/here.ts'
import type { Gathering } from './gathering.ts'
import { askedOf } from './loan-fine.ts'
import type { Returning } from './return-facts.ts'
import type { Library } from '../../library/library.ts'

/** @returns what to tell about it; empty when there are none */
export function fineDays(
  library: Library,
  gathering: Gathering,
  returning: Returning,
  { rule, units_count }: Fine,
): readonly CostStep[] {
  const { item, loan, patron, back_at } = returning
  const days = rule === null ? 0 : suspensionDays(rule, units_count)
  if (days === 0) return []
  const { calendar } = askedOf(library, loan, item, patron)
  const back_on = localTimeAt(calendar, back_at).on
  const running = library.db.get(suspendedTo, { patron_id: loan.patron_id, today: back_on })?.until_on ?? null
  const running_until = running === null ? null : addDays(localDate(running), 1)
  // Written even where an earlier one runs longer: undoing that return leaves this one.
  const until = must(suspendedUntil(back_on, days, null), 'days without borrowing end')
  const kinds = { is_blocking: true, is_message: false, is_suspension: true }
  const body = { written_on: here(library).today, ...kinds, until_on: addDays(until, -1) }
  gathering.about(loan.patron_id, { kind: 'note-written', body })
  return [{ code: 'no-borrowing-until', on: must(suspendedUntil(back_on, days, running_until), 'the later of both') }]
}
