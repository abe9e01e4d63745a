/** What pages show before there is anything to show: drawn steps, or one short sentence; never an empty heading. */
import { expect, test } from 'vitest'
import { PLACES, type PageView, type Place } from '../../../../shared/desk/page.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

/** Opened by methods of their own, which ask for the PIN or make a paper. */
const NOT_BY_GOING: ReadonlySet<Place> = new Set(['recovery-key'])
const ABOUT: Partial<Readonly<Record<Place, string>>> = {
  title: '1',
  'item-new': '31234000999999',
  'policy-table': 'fine_rule',
  'policy-row': 'fine_rule+',
}
/** Pages that have nothing at first on a desk where nothing was done. */
const DRAWN: readonly Place[] = ['item', 'recent', 'hold-new', 'pull-list', 'transits', 'tasks', 'items-made', 'cart']

async function opened(desk: TestDesk, place: Place): Promise<PageView | null> {
  if (NOT_BY_GOING.has(place)) return null
  const result = await desk.call('desk.go', { page: { place, about: ABOUT[place] ?? '' } })
  return result.kind === 'ok' ? (await desk.ok('desk.snapshot', {})).snapshot.page : null
}

test('an empty table says so in one short sentence, an empty page in three drawn steps', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  const drawn: Place[] = []
  const seen: Place[] = []
  for (const place of PLACES) {
    const page = await opened(desk, place)
    if (page) seen.push(place)
    for (const section of page?.sections ?? []) {
      if (section.kind === 'steps') {
        drawn.push(place)
        expect(section.steps).toHaveLength(3)
        for (const step of section.steps) expect(step.text.length, step.text).toBeLessThanOrEqual(75)
      }
      if ((section.kind === 'table' && section.rows.length === 0) || section.kind === 'choices') {
        expect(section.empty, `${place}: ${section.section_id}`).not.toBe('')
        expect(section.empty.length, section.empty).toBeLessThanOrEqual(90)
      }
    }
  }
  expect(drawn).toEqual(expect.arrayContaining(DRAWN.filter((place) => place !== 'recent')))
  expect(seen.length).toBeGreaterThan(20)
})

test('nobody opened yet, nothing scanned on the shelf, no hold on its shelf: steps', async () => {
  const desk = await workingDesk()
  for (const place of ['recent', 'shelf', 'hold-shelf'] as const) {
    const page = await opened(desk, place)
    expect(
      page?.sections.some(({ kind }) => kind === 'steps'),
      place,
    ).toBe(true)
  }
})

test('the steps make room for the first row', async () => {
  const desk = await workingDesk()
  await desk.ok('desk.go', { page: { place: 'cart', about: '' } })
  const { page } = await desk.scan(ITEMS.educated)
  expect(page?.sections.filter(({ kind }) => kind === 'steps')).toEqual([])
})

test('a debt refuses an item and no drawer is open: the first step names a key that a waiting row leaves', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.owing)
  const { rows } = await desk.scan(ITEMS.educated)
  expect(rows[0]?.choices.length).toBeGreaterThan(0)
  const page = await opened(desk, 'pay')
  const steps = page?.sections.flatMap((one) => (one.kind === 'steps' ? one.steps.map(({ text }) => text) : []))
  expect(steps?.[0]).toContain('{key:drawer}')
})
