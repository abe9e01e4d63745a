/**
 * Money at text of 200 percent and in Spanish, by keyboard alone: what has the focus is in sight and covered by nothing
 * at each step of a payment and of a close; and a day in Spanish says no English of the drawer's pages.
 */
import { expect, test } from 'vitest'
import { SPANISH } from '../support/said.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'
import { oneDesk } from './support/one-desk.ts'

const FILES = {
  'settings.csv': 'name,value\ncounted_pieces_cents,"[2000,1000,500,100,25]"\n',
} as const
const AT = { drawer_code: '' } as const
const LARGE = { media: { colorScheme: 'light' }, scale: '200' } as const
const PLAIN = { media: { colorScheme: 'light' }, scale: '100' } as const

const { desk, hands } = oneDesk(FILES)

const seen = (name: string): Promise<void> => eyes.takePicture(desk.page, `looks-${name}`)

/** The field or option that has the focus is drawn where it is, with nothing over it. */
async function focusInSight(name: string): Promise<void> {
  await hands.drawn()
  await seen(name)
  const isSeen = await desk.page.evaluate(() => {
    const one = document.activeElement
    const box = one?.getBoundingClientRect()
    if (!one || !box) return false
    const under = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const isIn = box.top >= 0 && box.bottom <= innerHeight
    return isIn && under !== null && (one.contains(under) || one.closest('label')?.contains(under) === true)
  })
  expect([name, isSeen]).toEqual([name, true])
}

async function counts(pieces: readonly string[]): Promise<void> {
  for (const piece of pieces) {
    if (piece !== '') await hands.type(piece)
    await hands.press('Enter')
  }
}

/** Flora pays a part in cash; the amount is wrong by letters first. */
async function pays(name: string, tendered: string): Promise<void> {
  await hands.scan(CARDS.flora)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('+')
  await desk.page.locator('#pay-amount:focus').waitFor()
  await focusInSight(`${name}-pay`)
  await hands.type(tendered)
  await desk.page.locator('[data-part="preview"]').first().waitFor()
  await focusInSight(`${name}-pay-typed`)
  await hands.press('Enter')
  await hands.until((now) => now.page === null && now.band?.outcome === 'done')
  await seen(`${name}-paid`)
  await hands.press('Enter')
  await hands.until((now) => now.patron === null)
}

/** Five steps with a dollar short: its reason, a note, and the bag. */
async function closes(name: string, pieces: readonly string[], bag: string): Promise<void> {
  await hands.press('Shift+F12')
  await hands.asks('pieces.2000')
  await focusInSight(`${name}-close-1`)
  await counts(pieces.slice(0, -1))
  await focusInSight(`${name}-close-1-last`)
  await counts(pieces.slice(-1))
  await hands.asks('checks_count')
  await focusInSight(`${name}-close-2`)
  await hands.press('Enter')
  await hands.asks('reason')
  await focusInSight(`${name}-close-3`)
  await hands.press('4')
  await hands.asks('note')
  await focusInSight(`${name}-close-3-note`)
  await hands.press('Enter')
  await hands.asks('bag_number')
  await focusInSight(`${name}-close-4`)
  await hands.type(bag)
  await hands.press('Enter')
  await hands.until((now) => now.page?.sections.some((one) => one.kind === 'paper') ?? false)
  await seen(`${name}-close-5`)
}

test('at 200 percent a payment and a close hide nothing that has the focus', async () => {
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000 })
  await hands.clear()
  await eyes.wear(desk.page, LARGE)
  await pays('large', '500')
  await closes('large', ['3', '2', '2', '13', '4'], 'B-1')
  await eyes.wear(desk.page, PLAIN)
  await hands.clear()
  expect((await hands.snapshot()).band?.outcome ?? 'none').not.toBe('stop')
})

test.each([
  ['at 1366 by 768', PLAIN, '', 40, '$25.00'],
  ['at 200 percent, counted again', LARGE, 'large-', 44, '$24.00'],
] as const)('%s: a count shows its sum, and a float that differs asks why at once', async (...given) => {
  const [, look, name, quarters, by] = given
  await eyes.wear(desk.page, look)
  await hands.press('F12')
  const { page } = await hands.until((now) => now.page?.ref.place === 'drawer')
  if (page?.enter?.asks[0]?.name === 'reason') {
    await hands.asks('reason')
    await hands.press('r')
  }
  await hands.asks('pieces.2000')
  for (const piece of ['1', '2', '3', '10', String(quarters)]) {
    await hands.type(piece)
    await focusInSight(`${name}float-${piece}`)
    for (const part of ['[data-part="sum"] b', '[data-foot] button'])
      expect([piece, part, await eyes.isInSight(desk.page, part)]).toEqual([piece, part, true])
    await hands.press('Enter')
  }
  await hands.asks('reason')
  const now = await hands.snapshot()
  expect([now.band?.outcome, now.band?.fact?.text]).toEqual(['decide', by])
  // Of this count, and not of the one before.
  expect(now.page?.enter?.call.input['pieces']).toContainEqual({ denomination_cents: 25, pieces_count: quarters })
  await focusInSight(`${name}float-differs`)
  await eyes.wear(desk.page, PLAIN)
  await hands.clear()
})

test('a letter that the page shows counts again, also where a reason was chosen already', async () => {
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000, reason: 'WRONG-FLOAT' })
  await hands.clear()
  await hands.press('Shift+F12')
  await hands.asks('pieces.2000')
  await counts(['4', '', '', '', ''])
  await hands.asks('checks_count')
  await hands.press('Enter')
  await hands.asks('reason')
  await hands.press('4')
  await hands.asks('note')
  await hands.press('Shift+Tab')
  await hands.asks('reason')
  await hands.press('r')
  await hands.asks('pieces.2000')
  await counts(['5', '', '', '', ''])
  const counted = await hands.until(({ band }) => band?.fact?.text === '$100.00')
  expect(counted.band?.outcome).toBe('done')
  const closing = { ...AT, reason: '', note: '', leave_cents: null, bag_number: '', safe_cents: 0 }
  await hands.call('closing.found', { ...AT, checks_count: 0, checks_cents: 0, card_total_cents: null })
  await hands.call('drawer.close', closing)
  await hands.clear()
})

test('in Spanish a payment, a close and a count of the safe are done by the same keys', async () => {
  await desk.call('staff.set-language', { language: 'es' })
  await expect.poll(() => desk.page.evaluate(() => document.documentElement.lang)).toBe('es')
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000 })
  await hands.clear()
  await pays('es', '500')
  const { drawer, places } = SPANISH.words.pages
  await closes('es', ['3', '2', '2', '13', '4'], 'B-2')
  expect((await hands.snapshot()).page?.sections.find(({ section_id }) => section_id === 'sums')?.heading).toBe(
    drawer.close.where,
  )
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('Escape')
  await desk.call('desk.go', { page: { place: 'drawer', about: 'closed' } })
  await hands.until((now) => now.page?.ref.about === 'closed')
  await seen('es-closed')
  await hands.press('p')
  await hands.until((now) => now.page?.heading === places.heading)
  await seen('es-places')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.asks('pieces.2000')
  await focusInSight('es-safe')
  await counts(['1', '', '', '', ''])
  await hands.until((now) => now.page?.sections.some((one) => one.section_id === 'count') ?? false)
  await seen('es-safe-counted')
})
