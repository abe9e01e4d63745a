/** A shelf as spines and a cart as a walk: the marks that are drawn, and what a screen reader finds. */
import { afterEach, expect, it } from 'vitest'
import type { Picture, Spines, Walk } from '../../shared/desk/pictures.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { ACCOUNT } from './support/pages.ts'
import { FIVE_OUT } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

async function shows(picture: Picture): Promise<void> {
  desk = await mountScene({ ...FIVE_OUT, page: { ...ACCOUNT, sections: [picture] } })
}

const all = (selector: string): Element[] => [...document.querySelectorAll(selector)]
const texts = (selector: string): (string | null)[] => all(selector).map((one) => one.textContent)

const fits = (stood_number: number, call_number: string): Spines['marks'][number] => ({
  kind: 'spine',
  stood_number,
  call_number,
  mark: 'fits',
  move_number: null,
  after_number: null,
})

const SHELF: Spines = {
  kind: 'spines',
  section_id: 'drawn',
  heading: '',
  says: 'Arrows: 2 moves.',
  marks: [
    fits(1, '641'),
    { kind: 'spine', stood_number: 2, call_number: '650', mark: 'move', move_number: 2, after_number: 7 },
    { kind: 'spine', stood_number: 3, call_number: 'J 9', mark: 'stray', move_number: null, after_number: null },
    { kind: 'run', count: 3 },
    fits(7, '649'),
    { kind: 'spine', stood_number: 8, call_number: '600', mark: 'move', move_number: 1, after_number: 0 },
  ],
}

it('raises what is out of place, and each arrow ends behind the spine it is put after', async () => {
  await shows(SHELF)
  expect(all('[data-spine]').map((one) => `${one.getAttribute('data-spine')} ${one.textContent}`)).toEqual([
    'fits 641',
    'move 2650',
    'stray ×J 9',
    'fits 649',
    'move 1600',
  ])
  expect(texts('[data-run]')).toEqual(['+3'])
  const heights = all('[data-spine]').map((one) => one.getAttribute('y'))
  expect(new Set(heights.filter((_, at) => [0, 3].includes(at))).size).toBe(1)
  expect(heights[1]).toBe(heights[2])
  expect(heights[1]).not.toBe(heights[0])
  const ends = all('[data-arrow]').map((one) => Number((one.getAttribute('d') ?? '').split(' ').at(-2)))
  const edges = all('[data-spine]').map((one) => Number((one.getAttribute('x') ?? '').replace('%', '')))
  expect(ends).toHaveLength(2)
  // The first ends right before the last spine, the second at the left end.
  expect(ends[0]).toBeGreaterThan(edges[3] ?? 100)
  expect(ends[0]).toBeLessThan(edges[4] ?? 0)
  expect(ends[1]).toBeLessThan(1)
})

it('of a long call number, its class and its end stand on the spine', async () => {
  await shows({ ...SHELF, marks: [fits(1, 'J 641.5092 SMI'), fits(2, 'FIC ATWOOD')] })
  expect(texts('[data-spine]')).toEqual(['J 641…SMI', 'FIC ATWOOD'])
})

it('is an image that its sentence names, and takes no focus', async () => {
  await shows(SHELF)
  const image = document.querySelector('[data-part="spines"] [role="img"]')
  const name = document.getElementById(image?.getAttribute('aria-labelledby') ?? '')
  expect(name?.textContent).toBe(SHELF.says)
  expect(all('[data-part="spines"] :is([tabindex], a, button, input)')).toEqual([])
})

const WALK: Walk = {
  kind: 'walk',
  section_id: 'walk',
  heading: '',
  says: '',
  next: { label: 'Next', place: 'Fiction', call_number: 'F 8', title: 'Educated' },
  states: { done: 'Shelved', next: 'Next' },
  aisles: [
    {
      place: 'Fiction',
      says: '1 of 3',
      stops: [
        { number: 1, call_number: 'F 1', state: 'done' },
        { number: 2, call_number: 'F 8', state: 'next' },
        { number: 3, call_number: 'F 9', state: 'ahead' },
      ],
    },
    { place: 'Nonfiction', says: '0 of 1', stops: [{ number: 4, call_number: '641', state: 'ahead' }] },
  ],
}

it('shows the next stop, and reads every stop of every aisle in order', async () => {
  await shows(WALK)
  expect(texts('[data-next] b')).toEqual(['F 8'])
  expect(texts('[data-stop] .unseen')).toEqual(['1: F 1, Shelved', '2: F 8, Next', '3: F 9', '4: 641'])
  expect(texts('[data-stop="done"] [aria-hidden]')).toEqual(['✓'])
  expect(all('[data-part="walk"] ol > li > ol')).toHaveLength(2)
})

it('with nothing left it has no next stop', async () => {
  await shows({ ...WALK, says: 'That was the last.', next: null })
  expect(all('[data-next]')).toEqual([])
  expect(texts('figcaption')).toEqual(['That was the last.'])
})
