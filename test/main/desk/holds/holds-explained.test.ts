/** "Why?" right after a hold was placed: its place in the queue, what counts, where, until when, what was answered. */
import { expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { holdDesk, setting, TITLES, type HoldDesk } from '../../support/hold-desk.ts'
import { pageOf, tableOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const { hold: said } = en.pages.policy.explain
const { place } = en.pages.holds

function factsOf(page: PageView): Readonly<Record<string, string>> {
  const found = page.sections.find((one) => one.section_id === 'hold')
  return Object.fromEntries(found?.kind === 'facts' ? found.facts.map(({ label, text }) => [label, text]) : [])
}

type Asked = { readonly title_id?: number; readonly item_barcode?: string; readonly overridden?: readonly string[] }

async function places(desk: HoldDesk, asked: Asked): Promise<PageView> {
  const usual = { title_id: null, item_barcode: null, pickup_branch: 'MAPLE', expires_on: '2027-11-24', overridden: [] }
  const is_item_hold = asked.item_barcode !== undefined
  await desk.ok('hold.place', { commandId: desk.id(), ...usual, is_item_hold, ...asked } as never)
  return pageOf(desk, 'explain')
}

test('a hold on a title: behind whom it is by number, and what the library’s settings say', async () => {
  const desk = await holdDesk([setting('holds_count_max', '3')])
  await desk.placed(CARDS.omar, TITLES.educated)
  await desk.scan(CARDS.dana)
  const page = await places(desk, { title_id: TITLES.educated })
  expect(pageFaults(page)).toEqual([])
  expect(page.heading).toBe(en.pages.policy.explain.heading('Educated'))
  const before = (await desk.holdsOf(CARDS.dana)).length - 1
  expect(factsOf(page)).toEqual({
    [said.line]: '2nd of 2',
    [place.asked]: place.any_copy,
    [said.can_fill]: place.in_of(2, 2),
    [said.counts]: said.counts_of(before + 1, 3),
    [place.pickup]: said.usual('Maple Street'),
    [place.wanted]: said.by_rule('Wed, Nov 24, 2027'),
  })
  expect(tableOf(page, 'said')).toEqual([])
  expect(JSON.stringify(page)).not.toContain('Omar')
})

test('one on this item alone, elsewhere and until another day, says what was chosen', async () => {
  const desk = await holdDesk()
  await desk.scan(CARDS.dana)
  const asked = { item_barcode: ITEMS.educated, pickup_branch: 'NORTH', expires_on: '2026-12-31' }
  const facts = factsOf(await places(desk, asked))
  expect(facts[place.asked]).toBe(place.this_item)
  expect(facts[said.can_fill]).toBe(place.in_of(1, 1))
  expect(facts[place.pickup]).toBe(said.chosen('North Branch'))
  expect(facts[place.wanted]).toBe(said.chosen('Thu, Dec 31'))
})

test('what was overridden is among the reasons', async () => {
  const desk = await holdDesk()
  await desk.scan(CARDS.dana)
  const page = await places(desk, { title_id: TITLES.atlas, overridden: ['hold-not-holdable'] })
  expect(tableOf(page, 'said').map((cells) => cells[1])).toEqual([en.pages.policy.explain.overridden])
})

test('without the account, it says what was recorded and nothing of the patron', async () => {
  const desk = await holdDesk()
  await desk.scan(CARDS.dana)
  await places(desk, { title_id: TITLES.educated })
  await desk.scan(CARDS.omar)
  const shown = await desk.call('desk.go', { page: { place: 'explain', about: '' } })
  expect(JSON.stringify(shown)).not.toContain(said.counts)
})
