/** How many days the items on a hold shelf have left: what has expired, what has its last day, and the days after. */
import { daysBetween, type LocalDate } from '../../kernel/time.ts'

/** Each of the days from tomorrow on has its own count up to this one. */
const DAYS_TOLD = 7

/** Items with one last day; null: no day was given for them. */
export type ShelvedUntil = { readonly until_on: LocalDate | null; readonly items_count: number }

export type ShelfDays = {
  readonly ready_count: number
  readonly over_count: number
  readonly last_day_count: number
  /** With one day left, with two, up to seven. */
  readonly left_counts: readonly number[]
  readonly later_count: number
  readonly undated_count: number
}

export function shelfDays(shelved: readonly ShelvedUntil[], today: LocalDate): ShelfDays {
  const counted = (isCounted: (left_count: number | null) => boolean): number =>
    shelved
      .filter(({ until_on }) => isCounted(until_on === null ? null : daysBetween(today, until_on)))
      .reduce((sum, { items_count }) => sum + items_count, 0)
  return {
    ready_count: counted(() => true),
    over_count: counted((left) => left !== null && left < 0),
    last_day_count: counted((left) => left === 0),
    left_counts: Array.from({ length: DAYS_TOLD }, (_, at) => counted((left) => left === at + 1)),
    later_count: counted((left) => left !== null && left > DAYS_TOLD),
    undated_count: counted((left) => left === null),
  }
}
