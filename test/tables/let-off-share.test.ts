/** How much of what is charged a library waives: by month and fund, and each clerk beside the others. */
import { expect, test } from 'vitest'
import { localDate } from '../../shared/kernel/time.ts'
import { cents } from '../../shared/kernel/money.ts'
import { letOffShares, type Levied } from '../../shared/cash/evidence/let-off-share.ts'

type Row = readonly [month: string, fund: string, staff: string, levied: number, waived: number]

const shares = (rows: readonly Row[]) =>
  letOffShares(
    rows.map(([month, fund, staff, levied, waived]): Levied => {
      return {
        month_on: localDate(`${month}-01`),
        fund,
        staff,
        levied_cents: cents(levied),
        let_off_cents: cents(waived),
      }
    }),
  )

test('by month and fund, as a whole percent of what was charged, and a month of several funds is summed', () => {
  const { months } = shares([
    ['2026-11', 'fines', 'amy', 10_000, 7000],
    ['2026-10', 'fines', 'amy', 4000, 0],
    ['2026-11', 'fines', 'bob', 10_000, 8000],
    ['2026-11', 'lost', 'bob', 5000, 250],
  ])
  expect(months.map(({ month_on, fund, percent }) => [month_on, fund, percent])).toEqual([
    ['2026-10-01', 'fines', 0],
    ['2026-11-01', 'fines', 75],
    ['2026-11-01', 'lost', 5],
    ['2026-11-01', null, 61],
  ])
  expect(months.at(-1)).toMatchObject({ levied_cents: 25_000, let_off_cents: 15_250 })
})

test('each clerk beside the median of those who charged something, the highest share first', () => {
  const { clerks, median_percent } = shares([
    ['2026-11', 'fines', 'amy', 10_000, 9000],
    ['2026-11', 'fines', 'bob', 10_000, 1000],
    ['2026-11', 'lost', 'bob', 10_000, 1000],
    ['2026-11', 'fines', 'cal', 20_000, 3000],
  ])
  expect(clerks.map(({ staff, percent }) => [staff, percent])).toEqual([
    ['amy', 90],
    ['cal', 15],
    ['bob', 10],
  ])
  expect(median_percent).toBe(15)
})

test('who waives and charges nothing has no share and stands first; the desk itself is no clerk', () => {
  const { clerks, months, median_percent } = shares([
    ['2026-11', 'fines', 'amy', 0, 500],
    ['2026-11', 'fines', 'bob', 1000, 100],
    ['2026-11', 'fines', '', 2000, 0],
  ])
  expect(clerks.map(({ staff, percent }) => [staff, percent])).toEqual([
    ['amy', null],
    ['bob', 10],
  ])
  expect([median_percent, months[0]?.percent]).toEqual([10, 20])
})

test('more can be waived in a month than was charged in it, and nothing is no share', () => {
  expect(shares([['2026-11', 'fines', 'amy', 400, 1000]]).months[0]?.percent).toBe(250)
  expect(shares([['2026-11', 'fines', 'amy', -300, 0]]).months[0]?.percent).toBeNull()
  expect(shares([])).toEqual({ months: [], clerks: [], median_percent: null })
})
