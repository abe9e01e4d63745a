/**
 * What is late, by how long, and who is late: sums over loans that come in any order, and what one age or one branch of
 * them comes to. Pure; holds no title.
 */

/** Days late, first to last of each age. */
export const AGES = [
  { age: 'week', days_max: 7 },
  { age: 'month', days_max: 30 },
  { age: 'quarter', days_max: 90 },
  { age: 'year', days_max: 365 },
  { age: 'longer', days_max: Infinity },
] as const
export type Age = (typeof AGES)[number]['age']

/** How many of those who are late longest a page names. */
export const LATEST_MAX = 50

export type LateLoan = {
  readonly patron_id: number
  /** Where it was lent. */
  readonly branch_code: string
  readonly late_days_count: number
}

/**
 * One line for each patron, branch and age, as columns of numbers: they pass from the thread of a report to the desk in
 * no time, however many there are.
 */
export type LateLines = {
  readonly branch_codes: readonly string[]
  readonly patron_ids: Float64Array
  /** Places in `branch_codes` and in `AGES`. */
  readonly branches: Uint16Array
  readonly ages: Uint8Array
  readonly items_counts: Uint32Array
  /** Of the item that is late longest. */
  readonly late_days_counts: Uint32Array
}

type Line = { readonly patron_id: number; branch: number; age: number; items_count: number; late_days_count: number }

export class OverdueSums {
  readonly #branch_codes: string[] = []
  readonly #lines = new Map<string, Line>()

  add({ patron_id, branch_code, late_days_count }: LateLoan): void {
    const known = this.#branch_codes.indexOf(branch_code)
    const branch = known === -1 ? this.#branch_codes.push(branch_code) - 1 : known
    const age = AGES.findIndex(({ days_max }) => late_days_count <= days_max)
    const key = `${patron_id} ${branch} ${age}`
    const line = this.#lines.get(key) ?? { patron_id, branch, age, items_count: 0, late_days_count: 0 }
    line.items_count += 1
    line.late_days_count = Math.max(line.late_days_count, late_days_count)
    this.#lines.set(key, line)
  }

  lines(): LateLines {
    const all = [...this.#lines.values()]
    return {
      branch_codes: this.#branch_codes,
      patron_ids: Float64Array.from(all, (one) => one.patron_id),
      branches: Uint16Array.from(all, (one) => one.branch),
      ages: Uint8Array.from(all, (one) => one.age),
      items_counts: Uint32Array.from(all, (one) => one.items_count),
      late_days_counts: Uint32Array.from(all, (one) => one.late_days_count),
    }
  }
}

/** Which of them: null for every age, every branch. */
export type LateFilter = { readonly age: Age | null; readonly branch_code: string | null }

export const ALL_LATE: LateFilter = { age: null, branch_code: null }

export type LateBranch = { readonly branch_code: string; readonly items_count: number; readonly patrons_count: number }
export type LatePatron = {
  readonly patron_id: number
  readonly items_count: number
  readonly late_days_count: number
  readonly branch_codes: readonly string[]
}
export type OverdueReport = {
  readonly items_count: number
  readonly patrons_count: number
  /** In the order of AGES, of the branch asked for. */
  readonly by_age: readonly number[]
  /** The branch with the most first, of the age asked for. */
  readonly by_branch: readonly LateBranch[]
  /** Those who are late longest, first. */
  readonly latest: readonly LatePatron[]
}

type Late = { items_count: number; late_days_count: number; readonly branch_codes: string[] }

export function overdueReport(lines: LateLines, { age, branch_code }: LateFilter): OverdueReport {
  const wanted_age = AGES.findIndex((one) => one.age === age)
  const by_age = AGES.map(() => 0)
  const branches = new Map<string, { items_count: number; readonly patrons: Set<number> }>()
  const patrons = new Map<number, Late>()
  let items_count = 0
  for (const [at, patron_id] of lines.patron_ids.entries()) {
    const code = lines.branch_codes[lines.branches[at] ?? 0] ?? ''
    const line_age = lines.ages[at] ?? 0
    const count = lines.items_counts[at] ?? 0
    const isOfAge = age === null || line_age === wanted_age
    const isOfBranch = branch_code === null || code === branch_code
    if (isOfBranch) by_age[line_age] = (by_age[line_age] ?? 0) + count
    if (!isOfAge) continue
    const branch = branches.get(code) ?? { items_count: 0, patrons: new Set<number>() }
    branch.items_count += count
    branch.patrons.add(patron_id)
    branches.set(code, branch)
    if (!isOfBranch) continue
    items_count += count
    const late = patrons.get(patron_id) ?? { items_count: 0, late_days_count: 0, branch_codes: [] }
    late.items_count += count
    late.late_days_count = Math.max(late.late_days_count, lines.late_days_counts[at] ?? 0)
    if (!late.branch_codes.includes(code)) late.branch_codes.push(code)
    patrons.set(patron_id, late)
  }
  return {
    items_count,
    patrons_count: patrons.size,
    by_age,
    by_branch: branchesOf(branches),
    latest: longestFirst([...patrons].map(([patron_id, late]) => ({ patron_id, ...late }))),
  }
}

function branchesOf(branches: ReadonlyMap<string, { items_count: number; patrons: ReadonlySet<number> }>) {
  return [...branches]
    .map(([branch_code, { items_count, patrons }]) => ({ branch_code, items_count, patrons_count: patrons.size }))
    .toSorted((one, other) => other.items_count - one.items_count || (one.branch_code < other.branch_code ? -1 : 1))
}

function longestFirst(patrons: readonly LatePatron[]): readonly LatePatron[] {
  return patrons.toSorted(
    (one, other) =>
      other.late_days_count - one.late_days_count ||
      other.items_count - one.items_count ||
      one.patron_id - other.patron_id,
  )
}
