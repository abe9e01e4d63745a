/**
 * Cards by month, category and branch in one table, without telling of anybody: a category at a branch has lines of its
 * own only where none of its months has a figure of one to four people, and where the other tables of the page, less
 * what is told here, leave no such figure either. All the rest is one line a month. Pure.
 */
import { TOLD_COUNT_MIN, type CardCell, type CardReport } from './card-sums.ts'

const FIGURES = ['given', 'renewed', 'expired'] as const
type Figures = Readonly<Record<(typeof FIGURES)[number], number>>
/** Null: all that are not told alone. */
export type CrossLine = Figures & {
  readonly month: string
  readonly of: Pick<CardCell, 'category_code' | 'branch_code'> | null
}

type Kind = {
  readonly of: Pick<CardCell, 'category_code' | 'branch_code'>
  readonly cells: readonly CardCell[]
  readonly total: Figures
}

function sum(all: readonly Figures[]): Figures {
  const of = (figure: (typeof FIGURES)[number]): number => all.reduce((count, one) => count + one[figure], 0)
  return { given: of('given'), renewed: of('renewed'), expired: of('expired') }
}

function less(whole: Figures, part: Figures): Figures {
  const { given, renewed, expired } = whole
  return { given: given - part.given, renewed: renewed - part.renewed, expired: expired - part.expired }
}

const isTold = (one: Figures): boolean => FIGURES.every((of) => one[of] === 0 || one[of] >= TOLD_COUNT_MIN)
const isAny = (one: Figures): boolean => FIGURES.some((of) => one[of] > 0)
const inMonth = (kinds: readonly Kind[], month: string): Figures =>
  sum(kinds.flatMap(({ cells }) => cells.filter((cell) => cell.month === month)))

/** What the lines of these would let somebody find by taking them from another table; null: nothing of few people. */
function tellsTooMuch({ months }: CardReport, all: readonly Kind[], told: readonly Kind[]): readonly Kind[] | null {
  if (months.some((month) => !isTold(less(month, inMonth(told, month.month))))) return told
  for (const by of ['category_code', 'branch_code'] as const) {
    for (const some of Map.groupBy(told, ({ of }) => of[by]).values()) {
      const whole = all.filter(({ of }) => of[by] === some[0]?.of[by])
      if (!isTold(less(sum(whole.map(({ total }) => total)), sum(some.map(({ total }) => total))))) return some
    }
  }
  return null
}

const size = ({ total: { given, renewed, expired } }: Kind): number => given + renewed + expired

/** The newest month first, in it the largest category and branch, the others together last. */
export function crossLines(report: CardReport): readonly CrossLine[] {
  const all = [...Map.groupBy(report.cells, (cell) => JSON.stringify([cell.category_code, cell.branch_code])).values()]
    .map((cells): Kind => {
      const { category_code = '', branch_code = '' } = cells[0] ?? {}
      return { of: { category_code, branch_code }, cells, total: sum(cells) }
    })
    .toSorted((one, other) => size(other) - size(one) || (JSON.stringify(one.of) < JSON.stringify(other.of) ? -1 : 1))
  let told = all.filter(({ cells }) => cells.every(isTold))
  for (;;) {
    const last = tellsTooMuch(report, all, told)?.at(-1)
    if (!last) break
    told = told.filter((one) => one !== last)
  }
  return report.months.toReversed().flatMap((whole) => {
    const { month } = whole
    const own = told.map((kind): CrossLine => ({ month, of: kind.of, ...inMonth([kind], month) }))
    const others: CrossLine = { month, of: null, ...less(whole, inMonth(told, month)) }
    return [...own, others].filter(isAny)
  })
}
