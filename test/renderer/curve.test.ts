/** A fine rule as a curve: its steps, what is free, the most there can be, and its table; live in a form. */
import { afterEach, expect, it } from 'vitest'
import type { Curve } from '../../shared/desk/pictures.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const CURVE: Curve = {
  kind: 'curve',
  section_id: 'curve',
  heading: '',
  says: '4 days late: $1.00.',
  late_heading: 'Days late',
  amount_heading: 'Fine',
  late_max: 10,
  points: [
    { late_count: 0, amount_cents: 0 },
    { late_count: 4, amount_cents: 100 },
    { late_count: 5, amount_cents: 200 },
  ],
  free: { late_count: 3, label: 'No fine up to 3 days' },
  cap: { amount_cents: 200, label: 'Maximum $2.00' },
  rows: [
    { label: '4 days', amount_cents: 100 },
    { label: '5 days', amount_cents: 200 },
  ],
}

const one = (selector: string): Element | null => document.querySelector(`[data-part="curve"] ${selector}`)

async function shows(curve: Curve): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [curve] } })
}

it('steps up where the amount changes, hatches what is free, and says the most there can be', async () => {
  await shows(CURVE)
  const path = one('[data-curve]')?.getAttribute('d') ?? ''
  // The top of the plot is a quarter above the most: $2.00 stands at 20 of 100, $1.00 at 60.
  expect(path).toBe('M0,100L30,100L30,60L40,60L40,20L100,20')
  expect(one('[data-free]')?.getAttribute('width')).toBe('30%')
  expect(one('[data-cap]')?.textContent).toBe('Maximum $2.00')
  expect([...document.querySelectorAll('[data-part="curve"] tbody tr')].map((row) => row.textContent)).toEqual([
    '4 days$1.00',
    '5 days$2.00',
  ])
})

it('is an image that its sentence names', async () => {
  await shows(CURVE)
  const image = one('[role="img"]')
  expect(document.getElementById(image?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(CURVE.says)
})

it('without a sentence its table alone is read', async () => {
  await shows({ ...CURVE, says: '', free: null, cap: null })
  expect(one('[role="img"]')).toBeNull()
  expect(one('[aria-hidden] [data-curve]')).not.toBeNull()
  expect(one('table')?.closest('[aria-hidden]')).toBeNull()
  expect([one('[data-free]'), one('[data-cap]')]).toEqual([null, null])
})
