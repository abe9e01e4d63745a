/** Adds up what became of every cell of a mapped file. Pure. Must never keep a value of a patron. */
import { isNumber, type MappedRow } from './map-row.ts'
import { ruleOf, type MappedFile } from './patron-mapping.ts'

const EXAMPLES_MAX = 3

/** What became of a cell, with a code for why. */
export type CellFate =
  | { readonly became: 'carried' }
  | { readonly became: 'changed'; readonly reason: string; readonly from: string; readonly now: string }
  | { readonly became: 'dropped'; readonly reason: string }

type Sum = {
  filled_count: number
  carried_count: number
  changed_count: number
  dropped_count: number
  left_out_count: number
  readonly whys: Set<string>
  readonly examples: Set<string>
}
/** With codes instead of words. */
export type LossSum = Omit<Sum, 'whys' | 'examples'> & {
  readonly column: string
  readonly to: string
  readonly invented_count: number
  readonly whys: readonly string[]
  readonly examples: readonly string[]
}

const nothing = (): Sum => ({
  filled_count: 0,
  carried_count: 0,
  changed_count: 0,
  dropped_count: 0,
  left_out_count: 0,
  whys: new Set(),
  examples: new Set(),
})

export class Losses {
  readonly #placeOf: (column: string) => string
  readonly #sums: ReadonlyMap<string, Sum>
  readonly #invented = new Map<string, number>()

  /** @param placeOf where the values of a column go; empty: nowhere */
  constructor(header: readonly string[], placeOf: (column: string) => string) {
    this.#placeOf = placeOf
    this.#sums = new Map(header.map((column) => [column, nothing()]))
  }

  add({ fates, invented }: MappedRow): void {
    for (const [column, fate] of fates) this.count(column, fate)
    for (const to of invented) this.invent(to)
  }

  /** A row got a value there that no cell has. */
  invent(to: string): void {
    this.#invented.set(to, (this.#invented.get(to) ?? 0) + 1)
  }

  /** A cell that is carried as it is, and that no form of the desk would take. */
  doubt(column: string): void {
    this.#sums.get(column)?.whys.add('odd')
  }

  leftOut({ fates }: MappedRow): void {
    for (const column of fates.keys()) {
      const sum = this.#sums.get(column)
      if (!sum) continue
      sum.filled_count += 1
      sum.left_out_count += 1
    }
  }

  count(column: string, fate: CellFate): void {
    const sum = this.#sums.get(column)
    if (!sum) return
    sum.filled_count += 1
    sum[`${fate.became}_count`] += 1
    if (fate.became === 'carried') return
    sum.whys.add(fate.reason)
    if (fate.became === 'changed' && sum.examples.size < EXAMPLES_MAX) sum.examples.add(`${fate.from} → ${fate.now}`)
  }

  /** Cells that were counted as carried turned out to be none once the whole file was read. */
  refuse(column: string, reason: string, count = 1): void {
    const sum = this.#sums.get(column)
    if (!sum || count === 0) return
    sum.carried_count -= count
    sum.dropped_count += count
    sum.whys.add(reason)
  }

  lines(): readonly LossSum[] {
    const columns = [...this.#sums].map(([column, { whys, examples, ...counts }]) => {
      const sets = { whys: [...whys], examples: [...examples] }
      return { ...counts, ...sets, column, to: this.#placeOf(column), invented_count: 0 }
    })
    const { whys: _whys, examples: _examples, ...none } = nothing()
    const made = [...this.#invented].map(([to, invented_count]) => {
      return { ...none, whys: [], examples: [], column: '', to, invented_count }
    })
    return [...columns, ...made]
  }
}

/** Where a column of theirs goes: "patrons.csv: born_on". */
export function placeIn(spec: MappedFile, column: string): string {
  if (isNumber(spec, column)) return 'patrons.csv: patron_id'
  const rule = ruleOf(spec, column)
  if (rule === undefined || 'drop' in rule) return ''
  const [name = '', own = ''] = rule.to.split('.')
  const file = spec.rows[name]?.file
  return file === undefined ? '' : `${file}: ${own}`
}
