/** Compares two tables of the same benchmarks, row by row, as a ratio of cost. Pure. */
import { plainTable } from './figures.ts'

/** The measurement of each row, by the row's label. */
export type Rows = ReadonlyMap<string, string>

/** A higher ratio fails the run. */
export const RATIO_MAX = 1.1

const UNIT_MS: Readonly<Record<string, number>> = { µs: 0.001, ms: 1, s: 1_000 }
const COST = /([\d,.]+) (µs|ms|s|MB|×|[\w ]+ a second)(?![\w])/g

/** The rows of a table as `npm run bench` prints it. */
export function rowsOf(table: string): Rows {
  const lines = table.split('\n').filter((line) => /^\| (?!What |-)/.test(line))
  return new Map(
    lines.map((line) => {
      const [, what = '', measured = ''] = line.split('|').map((cell) => cell.trim())
      return [what, measured]
    }),
  )
}

/** The cost of a row: its times in ms, its MB, one over a rate; or its ratio to a peer, where it says nothing else. */
export function costsOf(measured: string): readonly number[] {
  const found = Array.from(measured.matchAll(COST), ([, number = '', unit = '']) => {
    const value = Number(number.replaceAll(',', ''))
    if (unit.endsWith(' a second')) return { isRatio: false, cost: 1 / value }
    return { isRatio: unit === '×', cost: value * (UNIT_MS[unit] ?? 1) }
  })
  const real = found.filter(({ isRatio }) => !isRatio)
  return (real.length > 0 ? real : found).map(({ cost }) => cost)
}

/** The least that each row cost in several runs: other work on the computer can only add to it. */
function leastOf(runs: readonly Rows[], what: string): readonly number[] | null {
  const all = runs.flatMap((rows) => {
    const measured = rows.get(what)
    return measured === undefined ? [] : [costsOf(measured)]
  })
  const [first] = all
  if (!first || first.length === 0) return null
  return first.map((_, at) => Math.min(...all.map((costs) => costs[at] ?? Number.POSITIVE_INFINITY)))
}

/** `ratio`: new cost over old, of what grew most; null where only one of them measures it. */
export type Compared = { readonly what: string; readonly ratio: number | null }

export function compareRuns(old_runs: readonly Rows[], new_runs: readonly Rows[]): readonly Compared[] {
  const whats = new Set([...new_runs, ...old_runs].flatMap((rows) => [...rows.keys()]))
  return Array.from(whats, (what) => {
    const [before, after] = [leastOf(old_runs, what), leastOf(new_runs, what)]
    if (before === null || after === null || before.length !== after.length) return { what, ratio: null }
    return { what, ratio: Math.max(...after.map((cost, at) => cost / (before[at] ?? Number.NaN))) }
  })
}

const last = (runs: readonly Rows[], what: string): string => runs.at(-1)?.get(what) ?? 'is not measured'

export function comparedText(old_runs: readonly Rows[], new_runs: readonly Rows[]): string {
  const rows = compareRuns(old_runs, new_runs).map(({ what, ratio }) => {
    const verdict = ratio === null ? '' : ratio > RATIO_MAX ? 'SLOWER' : 'met'
    return [what, last(old_runs, what), last(new_runs, what), ratio === null ? '' : `${ratio.toFixed(2)} ×`, verdict]
  })
  return plainTable([['What', 'Before, last run', 'Now, last run', 'Now / before, least', ''], ...rows])
}
