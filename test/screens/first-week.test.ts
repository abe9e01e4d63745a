/**
 * What a clerk of the first week meets at the drawer, on a screen of 1280 by 720: Esc goes back to what opened a paper,
 * Page Down reads on in it, a form that fits is in sight whole, and what a payment comes to is covered by nothing.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'

const AT = { drawer_code: '' } as const
/** Enough to sell for two rows of buttons, and goods that pay. */
const LETTERS = ['B', 'C', 'E', 'F', 'H', 'I', 'J', 'L'] as const
const FILES = {
  'products.csv': [
    'product_code,name,key_letter,price,kind,fund,payee,tax_bp,order_number',
    ...LETTERS.map((one, at) => `P-${one},Copies in color ${one},${one},1.00,sale,,,0,${at}`),
    '',
  ].join('\n'),
  'charges.csv': [
    'charge_id,patron_id,kind,charged_at,amount',
    'C1,P3,damaged,2020-05-01 10:00,12.50',
    'C2,P2,damaged,2020-05-01 10:00,3.00',
    '',
  ].join('\n'),
  'in_kind_tenders.csv': 'kind_code,name,per_kind,value,month_max\nFOOD,Food for fines,piece,1.00,5.00\n',
} as const

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  hands = await atSmallLibrary(desk, FILES)
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000 })
  await hands.call('drawer.count', { ...AT, reason: 'closing', pieces: null, total_cents: 10_000 })
  await hands.call('closing.found', { ...AT, checks_count: 0, checks_cents: 0, card_total_cents: null })
  await desk.call('desk.go', { page: { place: 'drawer', about: 'close' } })
  const { page } = await hands.atPage('drawer')
  await hands.call('drawer.close', { ...page?.enter?.call.input, leave_cents: 10_000, bag_number: '', safe_cents: 0 })
  await hands.call('drawer.open', { ...AT, pieces: null, total_cents: 10_000 })
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

const about = (): Promise<string | undefined> => hands.snapshot().then(({ page }) => page?.ref.about)

/** How far a part reaches out of the page above and below, and whether the middle of its last line is covered. */
const outOfSight = (part: string): Promise<readonly [above: boolean, below: boolean, covered: boolean]> =>
  desk.page.locator(part).evaluate((one) => {
    const page = one.closest('[data-part="page"]')?.getBoundingClientRect()
    const box = one.getBoundingClientRect()
    const under = document.elementFromPoint(box.left + box.width / 2, box.bottom - 2)
    return [box.top < (page?.top ?? 0) - 1, box.bottom > (page?.bottom ?? 0) + 1, !one.contains(under)]
  })

const IN_SIGHT = [false, false, false]

test('Esc goes back from a paper to the list that opened it, and from there to the drawer', async () => {
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('y')
  await hands.until(({ page }) => page?.ref.about === 'closed')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until(({ page }) => page?.ref.about.startsWith('z ') ?? false)
  await hands.press('Escape')
  await hands.until(({ page }) => page?.ref.about === 'closed')
  await hands.press('Escape')
  await hands.until(({ page }) => page?.ref.place === 'drawer' && page.ref.about === '')
  await hands.press('Escape')
  expect((await hands.until(({ page }) => page === null)).patron).toBeNull()
})

test('Page Down reads on in the Z, and Home goes to its top', async () => {
  const [{ page }] = [await hands.snapshot()]
  expect(page).toBeNull()
  await desk.call('desk.go', { page: { place: 'drawer', about: 'closed' } })
  await hands.atPage('drawer')
  await hands.press('ArrowDown')
  await hands.press('Enter')
  await hands.until((now) => now.page?.ref.about.startsWith('z ') ?? false)
  await hands.drawn()
  const top_px = (): Promise<number> => desk.page.locator('[data-part="page"]').evaluate((one) => one.scrollTop)
  expect(await top_px()).toBe(0)
  await hands.press('PageDown')
  expect(await top_px()).toBeGreaterThan(200)
  await hands.press('Home')
  expect(await top_px()).toBe(0)
  expect(await about()).toContain('z ')
})

test('a count is in sight with its total while the band says what was done before', async () => {
  // No money goes into a safe that was never counted.
  await hands.call('place.count', { place: 'safe', pieces: null, total_cents: 0 })
  await hands.press('F12')
  await hands.atPage('drawer')
  await hands.press('s')
  await hands.asks('total_cents')
  await hands.type('500')
  await hands.press('Enter')
  // With no second person there is nothing to count for them: this Enter sends. One more would finish, and leave.
  await hands.press('Enter')
  await desk.page.locator('[data-field="total_cents"]').waitFor({ state: 'detached' })
  await hands.until((now) => now.band?.outcome === 'done')
  await hands.press('u')
  await hands.asks('pieces.10000')
  await eyes.takePicture(desk.page, 'first-week-count')
  await expect.poll(() => outOfSight('[data-form]')).toEqual(IN_SIGHT)
  await hands.press('Escape')
})

const SIZES = [
  [1280, 720],
  [1366, 768],
  [1920, 1080],
] as const
const GIVEN = [
  ['a part', ['500']],
  ['with change', ['2000']],
  ['by a check and cash', ['350', 'k', '1042', '/', '1000']],
] as const

test.each(SIZES.flatMap((size) => GIVEN.map((given) => [...size, ...given] as const)))(
  'at %d by %d, %s: what a payment comes to covers nothing that is sold',
  async (width, height, what, given) => {
    await desk.page.setViewportSize({ width, height })
    await hands.scan(CARDS.flora)
    await hands.until((now) => now.patron !== null)
    hands.afterScan()
    await hands.press('+')
    await desk.page.locator('#pay-amount:focus').waitFor()
    for (const one of given) await (one.length === 1 ? hands.press(one) : hands.type(one))
    const preview = desk.page.locator('[data-part="preview"]')
    await preview.locator('p').first().waitFor()
    await hands.drawn()
    await eyes.takePicture(desk.page, `first-week-pay-${width}-${what.replaceAll(' ', '-')}`)
    await expect.poll(() => outOfSight('[data-part="preview"]')).toEqual(IN_SIGHT)
    const [lowest, sold] = await Promise.all([
      preview.evaluate((one) => one.getBoundingClientRect().bottom),
      desk.page.locator('[data-part="choices"]').evaluate((one) => one.getBoundingClientRect().top),
    ])
    expect(lowest).toBeLessThanOrEqual(sold)
    await hands.press('Escape')
    await hands.press('Escape')
    await desk.page.setViewportSize({ width: 1280, height: 720 })
  },
)

test('what a payment comes to is whole and covers nothing, and says whose debt it is', async () => {
  await hands.scan(CARDS.flora)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('+')
  await desk.page.locator('#pay-amount:focus').waitFor()
  await hands.type('500')
  const preview = desk.page.locator('[data-part="preview"]')
  await preview.filter({ hasText: '$7.50' }).waitFor()
  await hands.drawn()
  await eyes.takePicture(desk.page, 'first-week-pay')
  await expect.poll(() => outOfSight('[data-part="preview"]')).toEqual(IN_SIGHT)
  const [lowest, sold] = await Promise.all([
    preview.evaluate((one) => one.getBoundingClientRect().bottom),
    desk.page.locator('[data-part="choices"]').evaluate((one) => one.getBoundingClientRect().top),
  ])
  expect(lowest).toBeLessThanOrEqual(sold)
  expect(await preview.textContent()).not.toContain('Flora')
  await hands.scan(CARDS.omar)
  await preview.filter({ hasText: 'Flora' }).waitFor()
})
