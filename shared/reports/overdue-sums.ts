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

export type LateLoan = {
  readonly patron_id: number
  /** Where it was lent. */
  readonly branch_code: string
  readonly late_days_count: number
}

export type LateBranch = { readonly branch_code: string; readonly items_count: number; readonly patrons_count: number }
export type LatePatron = { readonly patron_id: number; readonly items_count: number; readonly late_days_count: number }
export type OverdueReport = {
  readonly items_count: number
  readonly patrons_count: number
  /** In the order of AGES. */
  readonly by_age: readonly number[]
  /** The branch with the most first. */
  readonly by_branch: readonly LateBranch[]
  /** Those who are late longest, first. */
  readonly latest: readonly LatePatron[]
}

export class OverdueSums {
  readonly #by_age = AGES.map(() => 0)
  readonly #patrons = new Map<number, LatePatron>()

  readonly #branches = new Map<string, { items_count: number; readonly patrons: Set<number> }>()

  add({ patron_id, branch_code, late_days_count }: LateLoan): void {
    const branch = this.#branches.get(branch_code) ?? { items_count: 0, patrons: new Set<number>() }
    branch.items_count += 1
    branch.patrons.add(patron_id)
    this.#branches.set(branch_code, branch)
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
      by_branch: [...this.#branches]
        .map(([branch_code, { items_count, patrons }]) => ({ branch_code, items_count, patrons_count: patrons.size }))
        .toSorted(
          (one, other) => other.items_count - one.items_count || (one.branch_code < other.branch_code ? -1 : 1),
        ),
      latest: latest.slice(0, LATEST_MAX),
    }
  }
}
