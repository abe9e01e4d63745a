/**
 * Days without borrowing for a late return, where a library charges time. Written as a blocking note that ends by
 * itself. Must never shorten what runs already.
 */
import { chargedFrom } from '../../../shared/circulation/grace.ts'
import { unitsLate } from '../../../shared/circulation/fine-units.ts'
import { fineRuleFor } from '../../../shared/circulation/fine.ts'
import { localTimeAt } from '../../../shared/circulation/calendar-index.ts'
import { suspendedUntil, suspensionDays } from '../../../shared/circulation/suspension.ts'
import { sayDate } from '../../../shared/desk/say-date.ts'
import { addDays, localDate } from '../../../shared/kernel/time.ts'
import { suspendedTo } from '../../store/standing-rows.ts'
import type { Desk } from '../context.ts'
import type { Gathering } from './drafts.ts'
import { askedOf } from './loan-fine.ts'
import type { Returning } from './return-facts.ts'

/** @returns what to tell about it; empty when there are none */
export function fineDays(desk: Desk, gathering: Gathering, returning: Returning): string[] {
  const { item, loan, borrower, back_at, is_amnesty } = returning
  const { asked, calendar } = askedOf(desk, loan, item, borrower)
  const rule = fineRuleFor(desk.library.policy(), asked)
  if (rule === null || rule.suspension_days_count === 0 || is_amnesty) return []
  const from = chargedFrom(calendar, loan.due_at_ms, back_at, rule, false)
  if (from === null) return []
  const days = suspensionDays(rule, unitsLate(calendar, loan.due_at_ms, from, back_at, rule).count)
  const back_on = localTimeAt(calendar, back_at).on
  const running = desk.store.desk.get(suspendedTo, { patron_id: loan.patron_id, today: back_on })?.until_on ?? null
  const running_until = running === null ? null : addDays(localDate(running), 1)
  const until = suspendedUntil(back_on, days, running_until)
  if (until === null || until === running_until) return []
  const until_on = addDays(until, -1)
  const body = { party: gathering.party(loan.patron_id), is_blocking: true, is_message: false, until_on }
  gathering.add({ kind: 'note-written', body }, `May not borrow until ${until}: something came back late.`)
  return [`No borrowing until ${sayDate(until, back_on)}`]
}
