/** Which outcomes fill the band: what a scan or an act did to items and money. All else is one line. */
import { expect, test } from 'vitest'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import { type TestDesk, workingDesk } from '../support/desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { benAtDesk } from '../support/staff.ts'

type Step = (desk: TestDesk) => Promise<{ readonly snapshot: DeskSnapshot }>
const scan =
  (text: string): Step =>
  async (desk) => ({ snapshot: await desk.scan(text) })
const finish: Step = (desk) => desk.ok('desk.finish', {})
const undo: Step = (desk) => desk.ok('desk.undo', { commandId: desk.id() })
const go =
  (place: 'account' | 'item' | 'tasks', about = ''): Step =>
  (desk) =>
    desk.ok('desk.go', { page: { place, about } })
const found: Step = async (desk) => {
  const { hits } = await desk.ok('search.patrons', { text: 'Miller', limit: 5 })
  return desk.ok('desk.open-patron', { patron_id: hits[0]?.patron_id ?? 0 })
}

test.each<readonly [what: string, weight: string, steps: readonly Step[]]>([
  ['a card opens an account', 'quiet', [scan(CARDS.dana)]],
  ['a name opens an account', 'silent', [found]],
  ['a card that stops', 'full', [scan(CARDS.barred)]],
  ['a check-out', 'full', [scan(CARDS.dana), scan(ITEMS.becoming)]],
  ['an undone check-out', 'full', [scan(CARDS.dana), scan(ITEMS.becoming), undo]],
  ['an item that is only looked at', 'quiet', [scan(ITEMS.becoming)]],
  ['an item looked at on its page', 'quiet', [go('item', ITEMS.becoming), scan(ITEMS.warmth)]],
  ['a number that is nobody’s', 'full', [scan('31234000009999')]],
  ['the end of a patron', 'silent', [scan(CARDS.dana), scan(ITEMS.becoming), finish]],
  ['a check-out, once a page was opened', 'silent', [scan(CARDS.dana), scan(ITEMS.becoming), go('account')]],
])('%s: %s', async (_what, weight, steps) => {
  const desk = await workingDesk()
  let last: DeskSnapshot | null = null
  for (const step of steps) last = (await step(desk)).snapshot
  expect(last?.band?.weight).toBe(weight)
})

test('a greeting is one line', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.band?.weight).toBe('silent')
})

test.each<readonly [what: string, beside: string, steps: readonly Step[]]>([
  ['an empty desk', 'nothing', [finish]],
  ['a patron', 'patron', [scan(CARDS.dana)]],
  ['a page of the office', 'nothing', [scan(CARDS.dana), go('tasks')]],
  ['the account, which says whose it is', 'nothing', [scan(CARDS.dana), go('account')]],
  ['an item while a patron is open', 'patron', [scan(CARDS.dana), go('item', ITEMS.becoming)]],
  ['an item while nobody is', 'nothing', [go('item', ITEMS.becoming)]],
  ['a cart', 'cart', [(desk) => desk.ok('desk.mode', { mode: 'in', is_toggling: false })]],
])('beside %s: %s', async (_what, beside, steps) => {
  const desk = await workingDesk()
  let last: DeskSnapshot | null = null
  for (const step of steps) last = (await step(desk)).snapshot
  expect(last?.beside).toBe(beside)
})

test('the rail leaves out what the role does not open', async () => {
  const desk = await workingDesk()
  const closed = async (): Promise<readonly string[]> => (await desk.ok('desk.snapshot', {})).snapshot.closed_places
  expect(await closed()).toEqual([])
  await benAtDesk(desk)
  expect(await closed()).toEqual(expect.arrayContaining(['staff', 'policy', 'this-desk', 'data-in']))
  expect(await closed()).not.toContain('tasks')
})
