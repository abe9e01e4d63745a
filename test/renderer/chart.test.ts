/** A chart says everything in its table; the bars beside it are as long as their figures, and nothing for a reader. */
import { afterEach, expect, it } from 'vitest'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const BARS = [
  { label: 'Up to a week', value: 1200 },
  { label: '8 to 30 days', value: 300 },
  { label: 'Longer', value: 0 },
]

it('has a table with every figure, and bars in proportion', async () => {
  const chart = {
    kind: 'chart',
    section_id: 'ages',
    heading: 'Late',
    label_heading: 'Late',
    value_heading: 'Items',
  } as const
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [{ ...chart, bars: BARS }] } })
  const rows = [...document.querySelectorAll('[data-part="chart"] tbody tr')].map((row) => row.textContent)
  expect(rows).toEqual(['Up to a week1,200', '8 to 30 days300', 'Longer0'])
  expect(document.querySelectorAll('[data-part="chart"] th[scope="row"]')).toHaveLength(BARS.length)
  const svg = document.querySelector('[data-part="chart"] svg')
  const widths = [...(svg?.querySelectorAll('rect') ?? [])].map((bar) => Number(bar.getAttribute('width')))
  expect([svg?.getAttribute('aria-hidden'), widths[0], widths[2]]).toEqual(['true', 4 * (widths[1] ?? 0), 0])
  // The line keeps the keys.
  await desk.scan('31234000000099')
  expect(desk.calls('desk.scan')).toHaveLength(1)
})
