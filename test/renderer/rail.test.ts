/** The rail: two groups, menus for keyboard and mouse, only what the role opens, and the place one is at is lit. */
import { afterEach, expect, it } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { mountScene, type Mounted } from './support/mounted.ts'
import { EMPTY } from './support/scenes.ts'

let desk: Mounted
afterEach(() => desk.unmount())

const inRail = (selector: string): readonly HTMLButtonElement[] => [
  ...document.querySelectorAll<HTMLButtonElement>(`nav ${selector}`),
]
const menu = (name: string): HTMLButtonElement =>
  inRail('button[aria-expanded]').find((one) => one.textContent?.includes(name)) ?? document.createElement('button')
const listed = (): readonly string[] =>
  inRail('[data-part="rail-menu"] button').map((one) => one.querySelector('span')?.textContent ?? '')
const lit = (): readonly string[] =>
  inRail('[aria-current="page"], nav [data-current]').map((one) => one.textContent ?? '')

const at = (place: NonNullable<DeskSnapshot['page']>['ref']['place']): DeskSnapshot => ({
  ...EMPTY,
  version: 90,
  page: {
    ref: { place, about: '' },
    heading: 'A page',
    lead: '',
    sections: [],
    acts: [],
    enter: null,
    line_hint: '',
    titles_go_to: null,
    aside: [],
    unfound_goes_to: null,
    steps_back: [],
    turns: { before: null, next: null },
    today: '2026-11-24',
    drafts: [],
  },
})

it('a menu opens by a click, goes where it says, and closes', async () => {
  desk = await mountScene(EMPTY)
  menu('Holds').click()
  await desk.settle()
  expect(menu('Holds').getAttribute('aria-expanded')).toBe('true')
  expect(listed()).toEqual(['Place a hold', 'Pull list', 'Hold shelf', 'In transit'])
  inRail('[data-part="rail-menu"] button')[2]?.click()
  await desk.settle()
  expect(desk.calls('desk.go').map(({ input }) => input['page'])).toEqual([{ place: 'hold-shelf', about: '' }])
  expect(listed()).toEqual([])
})

it('arrows walk in it, and Esc closes it and nothing else', async () => {
  desk = await mountScene(EMPTY)
  desk.focus(menu('Shelving'))
  menu('Shelving').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }))
  await desk.settle()
  expect(document.activeElement?.textContent).toContain('Sort a cart')
  desk.press('ArrowDown')
  expect(document.activeElement?.textContent).toContain('Read a shelf')
  desk.press('ArrowUp')
  desk.press('ArrowUp')
  expect(document.activeElement?.textContent).toContain('Shelf checks')
  desk.press('Escape')
  await desk.settle()
  expect(listed()).toEqual([])
  expect(desk.calls('desk.clear')).toEqual([])
})

it('what the role does not open is not listed', async () => {
  desk = await mountScene({
    ...EMPTY,
    closed_places: ['supervisor', 'work-log', 'policy', 'outage', 'staff', 'data-in', 'this-desk', 'card-lists'],
  })
  menu('Office').click()
  await desk.settle()
  expect(listed()).toEqual(['Overdue report'])
})

it('the desk’s own day is the first place of the office', async () => {
  desk = await mountScene(EMPTY)
  menu('Office').click()
  await desk.settle()
  expect(listed()[0]).toBe('Desk today')
  inRail('[data-part="rail-menu"] button')[0]?.click()
  await desk.settle()
  expect(desk.calls('desk.go').map(({ input }) => input['page'])).toEqual([{ place: 'supervisor', about: '' }])
})

it.each([
  ['supervisor', 'Office'],
  ['work-log', 'Office'],
  ['policy-row', 'Office'],
  ['recovery-key', 'Office'],
  ['transits', 'Holds'],
  ['cart', 'Shelving'],
  ['waive', 'Account'],
  ['item-new', 'Item status'],
] as const)('at %s %s is lit, and nothing else', async (place, name) => {
  desk = await mountScene(at(place))
  expect(lit()).toHaveLength(1)
  expect(lit()[0]).toContain(name)
})
