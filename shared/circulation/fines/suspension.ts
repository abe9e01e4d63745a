/**
 * Fine days: days without borrowing for bringing an item back late, where a library charges time and not money.
 * Must never shorten a suspension that runs already.
 */
import { LAST_DATE, PERIOD_DAYS_MAX } from '../../kernel/date-bounds.ts'
import { addDays, type LocalDate } from '../../kernel/time.ts'
import type { FineRule } from '../../policy/policy-facts.ts'

/** Days without borrowing for so many units late (`Fine.units_count`); zero where the rule has none. */
export function suspensionDays(
  rule: Pick<FineRule, 'suspension_days_count' | 'suspension_days_count_max'>,
  units_count: number,
): number {
  const days = Math.max(0, units_count) * rule.suspension_days_count
  return rule.suspension_days_count_max === null ? days : Math.min(days, rule.suspension_days_count_max)
}

/**
 * The first day of borrowing again, within the dates that are taken, however long the rule counts. A suspension that
 * runs longer already stays as it is.
 */
export function suspendedUntil(back_on: LocalDate, days: number, running_until_on: LocalDate | null): LocalDate | null {
  if (days <= 0) return running_until_on
  const counted = addDays(back_on, Math.min(days, PERIOD_DAYS_MAX))
  const until = counted > LAST_DATE ? LAST_DATE : counted
  return running_until_on !== null && running_until_on > until ? running_until_on : until
}
