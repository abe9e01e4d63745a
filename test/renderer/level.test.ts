/** A drawer through the day: its steps, its counts as marks, its hours, and its table. */
import { afterEach, expect, it } from 'vitest'
import type { Level } from '../../shared/desk/pictures.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const LEVEL: Level = {
  kind: 'level',
  section_id: 'through',
  heading: '',
  says: 'From $100.00 to $50.00',
  from_ms: 0,
  to_ms: 100,
  levels: [
    { at_ms: 0, amount_cents: 10_000 },
    { at_ms: 50, amount_cents: 5000 },
  ],
  counts: [
    { at_ms: 0, amount_cents: 10_000, is_off: false },
    { at_ms: 75, amount_cents: 4900, is_off: true },
  ],
  ticks: [{ at_ms: 50, label: '10 AM' }],
  labels: { right: 'As it should be', off: 'Otherwise' },
  columns: { time: 'Time', should: 'Should be in it', counted: 'Counted' },
  rows: [
    { at_ms: 50, label: '10:00 AM', amount_cents: 5000, counted_cents: null },
    { at_ms: 75, label: '11:00 AM, count', amount_cents: 5000, counted_cents: 4900 },
  ],
}

const all = (selector: string): Element[] => [...document.querySelectorAll(`[data-part="level"] ${selector}`)]

async function shows(level: Level): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [level] } })
}

it('steps where the amount changes, with each count at what was counted', async () => {
  await shows(LEVEL)
  // The top of the plot is a fifth above the most.
  const path = all('[data-level]')[0]?.getAttribute('d') ?? ''
  expect(path.match(/[ML][^ML]+/g)?.map((step) => step.slice(1).split(',').map(Number).map(Math.round))).toEqual([
    [2, 17],
    [41, 17],
    [41, 58],
    [80, 58],
  ])
  const marks = all('[data-plot] [data-count]')
  expect(
    marks.map((one) => [one.tagName, one.getAttribute('data-count'), one.parentElement?.getAttribute('x')]),
  ).toEqual([
    ['circle', 'right', '1.5%'],
    ['path', 'off', '60.375%'],
  ])
  expect(all('tbody tr').map((row) => row.textContent)).toEqual(['10:00 AM$50.00', '11:00 AM, count$50.00$49.00'])
})

it('says what its marks mean, each only where it is drawn', async () => {
  await shows({ ...LEVEL, counts: LEVEL.counts.slice(0, 1) })
  expect(all('p span').map((one) => one.textContent)).toEqual(['As it should be'])
})

it('is an image that its sentence names', async () => {
  await shows(LEVEL)
  const image = all('[role="img"]')[0]
  expect(document.getElementById(image?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(LEVEL.says)
})
