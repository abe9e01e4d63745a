/** Old and new figures beside each other: what a row costs, and how much more it costs than it did. */
import { expect, test } from 'vitest'
import { partsKnown } from '../../../bench/against.ts'
import { comparedText, compareRuns, costsOf, rowsOf } from '../../../bench/support/compare.ts'
import { tableText } from '../../../bench/support/figures.ts'

test('a part that an earlier commit lacks is left out', () => {
  const early = `const PARTS: Readonly<Record<string, (size: Size) => Figure[] | Promise<Figure[]>>> = {
  commit: benchCommit,
  cold: async (of) => benchColdOpen(of, await bundleChild()),
}
const cash = 1
`
  expect(partsKnown(early, ['commit', 'cash', 'cold'])).toEqual(['commit', 'cold'])
})

test.each([
  ['61 % (0.24 ms each)', [0.24]],
  ['1.10 ×', [1.1]],
  ['98 ms, 5.74 × the bare commits', [98]],
  ['17 µs', [0.017]],
  ['0.89 ms / 1.24 ms / 1.76 ms', [0.89, 1.24, 1.76]],
  ['0.61 ms (length 6)', [0.61]],
  ['191 MB, at most 196 MB', [191, 196]],
  ['11485 ms', [11_485]],
  ['44,734 events a second', [1 / 44_734]],
  ['1.5 s', [1500]],
  ['all land', []],
])('what "%s" costs', (measured, costs) => {
  expect(costsOf(measured).map((cost) => Number(cost.toPrecision(9)))).toEqual(
    costs.map((cost) => Number(cost.toPrecision(9))),
  )
})

const table = (rows: Readonly<Record<string, string>>): ReturnType<typeof rowsOf> =>
  rowsOf(
    tableText(
      Object.entries(rows).map(([what, measured]) => ({ what, measured, target: '', isMet: null, beside: '' })),
    ),
  )

test('a row is compared by the least of its runs, and by what of it grew most', () => {
  const before = [
    table({ scan: '1.00 ms / 4.00 ms', gone: '1 ms' }),
    table({ scan: '2.00 ms / 2.00 ms', gone: '1 ms' }),
  ]
  const now = [table({ scan: '1.20 ms / 9.00 ms', rate: '50 events a second' }), table({ scan: '1.05 ms / 3.00 ms' })]
  expect(compareRuns(before, now)).toEqual([
    { what: 'scan', ratio: 1.5 },
    { what: 'rate', ratio: null },
    { what: 'gone', ratio: null },
  ])
  expect(comparedText(before, now)).toMatch(/\| scan +\| 2\.00 ms .*\| 1\.05 ms .*\| 1\.50 × +\| SLOWER \|/)
})

test('a rate that fell is a cost that grew', () => {
  const [compared] = compareRuns([table({ walk: '200 events a second' })], [table({ walk: '100 events a second' })])
  expect(compared?.ratio).toBeCloseTo(2)
})
