/**
 * What another library lent for a patron here: until when it may be out, and when it is too late to lend it. Pure; must
 * never decide where it goes (check-in.ts does).
 */
import { addDays, type LocalDate } from '../../kernel/time.ts'
import type { ItemFacts } from '../../policy/facts.ts'
import type { LibrarySettings } from '../../policy/library-settings.ts'
import { refuse, type Refusal } from '../../refusals/refusals.ts'

type Settings = Pick<LibrarySettings, 'lender_days_before_count'>

/** The last day on which it may be due here, so that it is back with its lender in time; null when no day is set. */
export function lastDayHere(lender: ItemFacts['lender'], settings: Settings): LocalDate | null {
  const due = lender?.due_back_on ?? null
  return due && addDays(due, -settings.lender_days_before_count)
}

/** Told before it is lent, when it should be on its way back already. */
export function lenderWaits(lender: ItemFacts['lender'], settings: Settings, today: LocalDate): Refusal[] {
  const last = lastDayHere(lender, settings)
  if (!lender || last === null || last >= today) return []
  return [refuse('lender-waits', { lender: lender.lender_name, due: lender.due_back_on ?? last })]
}
