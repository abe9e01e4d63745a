/** What is late, by how long, and who is late: sums over loans that come in any order. Pure; holds no title. */

/** Days late, first to last of each age. */
export const AGES = [
  { age: 'week', days_max: 7 },
  { age: 'month', days_max: 30 },
  { age: 'quarter', days_max: 90 },
  { age: 'year', days_max: 365 },
  { age: 'longer', days_max: Infinity },
] as const

/** How many of those who are late longest are named. */
export const LATEST_MAX = 50

export type LateLoan = { readonly patron_id: number; readonly late_days_count: number }
export type LatePatron = { readonly patron_id: number; readonly items_count: number; readonly late_days_count: number }
export type OverdueReport = {
  readonly items_count: number
  readonly patrons_count: number
  /** In the order of AGES. */
  readonly by_age: readonly number[]
  /** Those who are late longest, first. */
  readonly latest: readonly LatePatron[]
}

export class OverdueSums {
  readonly #by_age = AGES.map(() => 0)
  readonly #patrons = new Map<number, LatePatron>()

  add({ patron_id, late_days_count }: LateLoan): void {
    const at = AGES.findIndex(({ days_max }) => late_days_count <= days_max)
    this.#by_age[at] = (this.#by_age[at] ?? 0) + 1
    const before = this.#patrons.get(patron_id) ?? { patron_id, items_count: 0, late_days_count: 0 }
    const longest = Math.max(before.late_days_count, late_days_count)
    this.#patrons.set(patron_id, { patron_id, items_count: before.items_count + 1, late_days_count: longest })
  }

  report(): OverdueReport {
    const patrons = [...this.#patrons.values()]
    const latest = patrons.toSorted(
      (one, other) =>
        other.late_days_count - one.late_days_count ||
        other.items_count - one.items_count ||
        one.patron_id - other.patron_id,
    )
    return {
      items_count: this.#by_age.reduce((sum, one) => sum + one, 0),
      patrons_count: patrons.length,
      by_age: [...this.#by_age],
      latest: latest.slice(0, LATEST_MAX),
    }
  }
}
