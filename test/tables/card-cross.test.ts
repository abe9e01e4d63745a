/** Cards by month, category and branch: each figure by a count of its own, and none that tells of few people. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../shared/kernel/time.ts'
import { crossLines, type CrossLine } from '../../shared/reports/card-cross.ts'
import { CardSums, type CardFact, type CardReport } from '../../shared/reports/card-sums.ts'

const TODAY = localDate('2026-11-24')
const FIGURES = ['given', 'renewed', 'expired'] as const
type Counts = Readonly<Record<(typeof FIGURES)[number], number>>

const given = (count: number, on: string, category_code: string, branch_code: string): readonly CardFact[] =>
  Array.from({ length: count }, () => {
    return { category_code, branch_code, registered_on: on, expires_on: null, is_active: 1 }
  })

function counted(facts: readonly CardFact[]): CardReport {
  const sums = new CardSums(TODAY)
  for (const fact of facts) sums.add(fact)
  return sums.report()
}

const said = (lines: readonly CrossLine[]): readonly string[] =>
  lines.map(({ month, of, ...one }) => `${month} ${of?.category_code ?? '*'} ${of?.branch_code ?? '*'} ${one.given}`)

test('what is large enough in each of its months has a line there, the rest one a month', () => {
  const facts = [
    ...given(9, '2026-11-02', 'ADULT', 'MAPLE'),
    ...given(6, '2026-11-03', 'CHILD', 'MAPLE'),
    ...given(7, '2026-11-04', 'TEEN', 'NORTH'),
    ...given(8, '2026-10-05', 'ADULT', 'MAPLE'),
    // Two in one month: nothing of this category at this branch is told alone.
    ...given(2, '2026-10-06', 'TEEN', 'NORTH'),
    ...given(5, '2026-10-07', 'ADULT', 'CEDAR'),
  ]
  // Teens of October are told by no line, nor by what the lines leave of it: Cedar’s are with them.
  expect(said(crossLines(counted(facts)))).toEqual([
    '2026-11 ADULT MAPLE 9',
    '2026-11 CHILD MAPLE 6',
    '2026-11 * * 7',
    '2026-10 ADULT MAPLE 8',
    '2026-10 * * 7',
  ])
})

test('a library that is small in every month has one line for each', () => {
  const facts = [...given(3, '2026-11-02', 'ADULT', 'MAPLE'), ...given(1, '2026-09-02', 'CHILD', 'MAPLE')]
  expect(said(crossLines(counted(facts)))).toEqual(['2026-11 * * 3', '2026-09 * * 1'])
  expect(crossLines(counted([]))).toEqual([])
})

const anyFacts = fc
  .array(
    fc.record({
      on: fc.constantFrom('2026-11-05', '2026-10-05', '2025-11-30', '2025-10-31'),
      what: fc.constantFrom<(typeof FIGURES)[number]>(...FIGURES),
      category_code: fc.constantFrom('A', 'B', 'C'),
      branch_code: fc.constantFrom('X', 'Y'),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.flatMap((one) => Array.from({ length: one.count }, () => one)))

test('each figure is that of a count of its own, and no line or difference tells of one to four people', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const sums = new CardSums(TODAY)
      for (const { on, what, category_code, branch_code } of facts) {
        const of = { category_code, branch_code }
        if (what === 'renewed') sums.renewed({ on: localDate(on), of })
        else if (what === 'given') sums.add({ ...of, registered_on: on, expires_on: null, is_active: 0 })
        // One of which the card ended: given at no time that is counted.
        sums.add({ ...of, registered_on: null, expires_on: what === 'expired' ? on : null, is_active: 1 })
      }
      const lines = crossLines(sums.report())
      const count = (fits: (fact: (typeof facts)[number]) => boolean, figure: (typeof FIGURES)[number]): number =>
        facts.filter((fact) => fact.on >= '2025-11-01' && fact.what === figure && fits(fact)).length
      const isFew = (one: number): boolean => one > 0 && one < 5
      const own = lines.filter(({ of }) => of !== null)
      const whole = (some: readonly Counts[], figure: (typeof FIGURES)[number]): number =>
        some.reduce((sum, one) => sum + one[figure], 0)
      for (const figure of FIGURES) {
        for (const { month, of, ...line } of own) {
          const isThis = (fact: (typeof facts)[number]): boolean =>
            fact.on.startsWith(month) && fact.category_code === of?.category_code && fact.branch_code === of.branch_code
          expect(line[figure]).toBe(count(isThis, figure))
          expect(isFew(line[figure])).toBe(false)
        }
        for (const month of ['2026-11', '2026-10', '2025-11']) {
          const all = count(({ on }) => on.startsWith(month), figure)
          const some = lines.filter((line) => line.month === month)
          expect(whole(some, figure)).toBe(all)
          if (own.length > 0)
            expect(
              isFew(
                all -
                  whole(
                    own.filter((line) => line.month === month),
                    figure,
                  ),
              ),
            ).toBe(false)
        }
        for (const by of ['category_code', 'branch_code'] as const) {
          for (const code of new Set(own.map(({ of }) => of?.[by]))) {
            const told = whole(
              own.filter(({ of }) => of?.[by] === code),
              figure,
            )
            expect(isFew(count((fact) => fact[by] === code, figure) - told)).toBe(false)
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})
