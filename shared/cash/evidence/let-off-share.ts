/**
 * What was let off beside what was charged: by month and fund, and each clerk beside the median of the others. A charge
 * that was voided, and a fine that was let off at the return, is in both. Pure; knows no patron.
 */
import { lowerMedian } from '../../kernel/median.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** What one clerk charged and let off of one fund in one month. What is undone can bring either below zero. */
export type Levied = {
  /** Its first day. */
  readonly month_on: LocalDate
  readonly fund: string
  readonly staff: string
  readonly levied_cents: Cents
  readonly let_off_cents: Cents
}

type Share = {
  readonly levied_cents: Cents
  readonly let_off_cents: Cents
  /** Let off, in hundredths of what was charged; null where nothing was charged. */
  readonly percent: number | null
}

export type LetOffShares = {
  /** By month and fund; the sum of a month that has several funds comes last, with none. */
  readonly months: readonly (Share & { readonly month_on: LocalDate; readonly fund: string | null })[]
  /** Who has no share first, then the highest. */
  readonly clerks: readonly (Share & { readonly staff: string })[]
  /** Of the clerks who charged something; of two middle ones the lower. */
  readonly median_percent: number | null
}

export function letOffShares(rows: readonly Levied[]): LetOffShares {
  const months = [...Map.groupBy(rows, ({ month_on }) => month_on)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([month_on, ofMonth]) => {
      const funds = [...Map.groupBy(ofMonth, ({ fund }) => fund)].toSorted(([one], [other]) => (one < other ? -1 : 1))
      const each = funds.map(([fund, all]) => ({ month_on, fund, ...shareOf(all) }))
      return each.length > 1 ? [...each, { month_on, fund: null, ...shareOf(ofMonth) }] : each
    })
  // What the desk charged by itself is nobody's.
  const byStaff = Map.groupBy(
    rows.filter(({ staff }) => staff !== ''),
    ({ staff }) => staff,
  )
  const clerks = [...byStaff].map(([staff, all]) => ({ staff, ...shareOf(all) }))
  return {
    months,
    clerks: clerks.toSorted((one, other) => rank(other) - rank(one) || (one.staff < other.staff ? -1 : 1)),
    median_percent: lowerMedian(clerks.flatMap(({ percent }) => (percent === null ? [] : [percent]))),
  }
}

function rank({ percent }: Share): number {
  return percent ?? Number.MAX_SAFE_INTEGER
}

function shareOf(rows: readonly Levied[]): Share {
  const sum = (of: 'levied_cents' | 'let_off_cents'): Cents => cents(rows.reduce((all, one) => all + one[of], 0))
  const [levied_cents, let_off_cents] = [sum('levied_cents'), sum('let_off_cents')]
  const percent = levied_cents > 0 ? Math.round((let_off_cents * 100) / levied_cents) : null
  return { levied_cents, let_off_cents, percent }
}

/** `let-off-share`: an empty fund is the sum of its month. */
export function shareSheets(rows: readonly Levied[]): readonly Sheet[] {
  const { months, clerks, median_percent } = letOffShares(rows)
  const sums = ({ levied_cents, let_off_cents, percent }: Share): readonly SheetCell[] => [
    { cents: levied_cents },
    { cents: let_off_cents },
    percent,
  ]
  const shares = ['charged', 'let_off', 'let_off_percent']
  return [
    {
      name: 'let-off-share',
      columns: ['month', 'fund', ...shares],
      rows: months.map((one) => [one.month_on.slice(0, 7), one.fund, ...sums(one)]),
    },
    {
      name: 'let-off-share-by-clerk',
      columns: ['staff', ...shares, 'median_percent'],
      rows: clerks.map((one) => [one.staff, ...sums(one), median_percent]),
    },
  ]
}
