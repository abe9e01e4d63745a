/** What a report of what is overdue adds up to: one line a loan, whose and how many days late. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lateFilterOf, lateFilterText } from '../../shared/reports/late-filter.ts'
import {
  AGES,
  ALL_LATE,
  overdueReport,
  OverdueSums,
  type LateFilter,
  type LateLoan,
  type OverdueReport,
} from '../../shared/reports/overdue-sums.ts'

const sumsOf = (loans: readonly LateLoan[], filter: LateFilter = ALL_LATE): OverdueReport => {
  const sums = new OverdueSums()
  for (const loan of loans) sums.add(loan)
  return overdueReport(sums.lines(), filter)
}
const late = (patron_id: number, late_days_count: number, branch_code = 'MAPLE'): LateLoan => ({
  patron_id,
  branch_code,
  late_days_count,
})

test.each([
  [0, 'week'],
  [7, 'week'],
  [8, 'month'],
  [30, 'month'],
  [31, 'quarter'],
  [365, 'year'],
  [366, 'longer'],
])('%i days late are told under "%s"', (days, age) => {
  const { by_age } = sumsOf([late(1, days)])
  expect(AGES[by_age.indexOf(1)]?.age).toBe(age)
})

test('who is late longest comes first, then who has most', () => {
  const { latest } = sumsOf([late(1, 5), late(2, 40), late(3, 40), late(3, 2), late(1, 3)])
  expect(latest).toEqual([
    { patron_id: 3, items_count: 2, late_days_count: 40, branch_codes: ['MAPLE'] },
    { patron_id: 2, items_count: 1, late_days_count: 40, branch_codes: ['MAPLE'] },
    { patron_id: 1, items_count: 2, late_days_count: 5, branch_codes: ['MAPLE'] },
  ])
})

test('by branch: the one with the most first, and each patron once', () => {
  const { by_branch } = sumsOf([late(1, 5), late(1, 2, 'NORTH'), late(2, 9, 'NORTH'), late(2, 1, 'NORTH')])
  expect(by_branch).toEqual([
    { branch_code: 'NORTH', items_count: 3, patrons_count: 2 },
    { branch_code: 'MAPLE', items_count: 1, patrons_count: 1 },
  ])
})

test('of one age and branch: its items and patrons; the ages are the branch’s, the branches the age’s', () => {
  const loans = [late(1, 5), late(1, 40), late(2, 40, 'NORTH'), late(2, 3, 'NORTH'), late(3, 50, 'NORTH')]
  const { items_count, patrons_count, by_age, by_branch, latest } = sumsOf(loans, {
    age: 'quarter',
    branch_code: 'NORTH',
  })
  expect([items_count, patrons_count]).toEqual([2, 2])
  expect(by_age).toEqual([1, 0, 2, 0, 0])
  expect(by_branch.map((one) => [one.branch_code, one.items_count])).toEqual([
    ['NORTH', 2],
    ['MAPLE', 1],
  ])
  expect(latest.map((one) => [one.patron_id, one.items_count])).toEqual([
    [3, 1],
    [2, 1],
  ])
})

test.each(['', 'month', 'all NORTH', 'month NORTH BRANCH'])('a page names its filter: "%s"', (about) => {
  expect(lateFilterText(lateFilterOf(about))).toBe(about)
})

test('every loan is counted once, in any order, and every patron', () => {
  const loans = fc.array(
    fc.record({
      patron_id: fc.nat(200),
      branch_code: fc.constantFrom('MAPLE', 'NORTH'),
      late_days_count: fc.nat(2000),
    }),
    { maxLength: 400 },
  )
  fc.assert(
    fc.property(loans, (all) => {
      const report = sumsOf(all)
      expect(report.items_count).toBe(all.length)
      expect(report.patrons_count).toBe(new Set(all.map((one) => one.patron_id)).size)
      expect(report.latest.length).toBe(report.patrons_count)
      const figures = ({ items_count, patrons_count, by_age, by_branch }: OverdueReport): unknown =>
        JSON.stringify([items_count, patrons_count, by_age, by_branch])
      expect(figures(sumsOf(all.toReversed()))).toEqual(figures(report))
    }),
  )
})
