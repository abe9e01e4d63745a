/** A chart says everything in its table; the bars are as long as their figures, and nothing for a screen reader. */
import { afterEach, expect, it } from 'vitest'
import type { Chart } from '../../shared/desk/pictures.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const AGES: Chart = {
  kind: 'chart',
  section_id: 'ages',
  heading: 'Late',
  says: 'Most are late by a week.',
  shape: 'bars',
  label_heading: 'Late',
  series: ['Items'],
  unit: 'count',
  bars: [
    { label: 'Up to a week', values: [1200], mark: 'plain' },
    { label: '8 to 30 days', values: [300], mark: 'plain' },
    { label: 'Longer', values: [0], mark: 'warn' },
  ],
}

const HOURS: Chart = {
  ...AGES,
  shape: 'columns',
  series: ['Today', 'A week ago'],
  unit: 'cents',
  bars: [
    { label: '9 AM', values: [100, 400], mark: 'plain' },
    { label: '10 AM', values: [200, 0], mark: 'plain' },
  ],
}

async function shows(chart: Chart): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [chart] } })
}

const texts = (selector: string): string[] =>
  [...document.querySelectorAll(`[data-part="chart"] ${selector}`)].map((one) => one.textContent)

const lengths = (side: 'width' | 'height', series: number): (string | null)[] =>
  [...document.querySelectorAll(`[data-part="chart"] rect[data-series="${series}"][data-mark]`)].map((bar) =>
    bar.getAttribute(side),
  )

it('has a table with every figure, and bars in proportion', async () => {
  await shows(AGES)
  expect(texts('tbody tr')).toEqual(['Up to a week1,200', '8 to 30 days300', 'Longer0'])
  expect(texts('th[scope="row"]')).toHaveLength(AGES.bars.length)
  expect(texts('figcaption')).toEqual([AGES.says])
  expect(lengths('width', 0)).toEqual(['100%', '25%', '0%'])
  expect(document.querySelectorAll('[data-part="chart"] :not([aria-hidden]) > svg')).toHaveLength(0)
  // The line keeps the keys.
  await desk.scan('31234000000099')
  expect(desk.calls('desk.scan')).toHaveLength(1)
})

it('stands columns of two series side by side above their figures', async () => {
  await shows(HOURS)
  expect(texts('thead th')).toEqual(['Late', '9 AM', '10 AM'])
  expect(texts('tbody tr')).toEqual(['Today$1.00$2.00', 'A week ago$4.00$0.00'])
  expect([lengths('height', 0), lengths('height', 1)]).toEqual([
    ['25%', '50%'],
    ['100%', '0%'],
  ])
  const fills = [...document.querySelectorAll('rect[data-series="1"]')].map((bar) => bar.getAttribute('fill'))
  expect(fills.every((fill) => fill?.startsWith('url(#'))).toBe(true)
})

it('tells four series apart without color: full, hatched, empty, dotted; a zero is quiet', async () => {
  await shows({
    ...HOURS,
    series: ['Out', 'In', 'Renewed', 'Holds'],
    unit: 'count',
    bars: [{ label: '9 AM', values: [4, 3, 0, 1], mark: 'plain' }],
  })
  const bars = [...document.querySelectorAll('rect[data-mark]')]
  const fills = bars.map((bar) => bar.getAttribute('fill')?.replace(/^url\(#.*?(-dots)?\)$/, 'pattern$1') ?? null)
  expect(fills).toEqual([null, 'pattern', null, 'pattern-dots'])
  expect(bars.map((bar) => bar.getAttribute('height'))).toEqual(['100%', '75%', '0%', '25%'])
  expect(texts('tbody tr')).toEqual(['Out4', 'In3', 'Renewed0', 'Holds1'])
  expect(texts('td[data-zero]')).toEqual(['0'])
})
