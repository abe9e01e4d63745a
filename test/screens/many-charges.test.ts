/**
 * A patron with many charges pays at a low window: the charges, what is typed and what comes of it are in sight
 * together, and the charge in hand is scrolled to.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'

const OWED = [200, 400, 125, 75, 310, 55, 1200, 90]

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  hands = await atSmallLibrary(desk)
  await hands.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
  await hands.clear()
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron !== null)
  for (const amount_cents of OWED) await hands.call('charge.add', { fee_code: '', amount_cents, note: 'A torn page' })
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

const line = (at: number): string => `#pay-line-${at}`
const inSight = async (selectors: readonly string[]): Promise<readonly string[]> => {
  const seen = await Promise.all(selectors.map((one) => eyes.isInSight(desk.page, one)))
  return selectors.filter((_one, at) => seen[at] === true)
}
const FOOT = [
  '[data-part="pay-figure"]',
  '[data-part="preview"] p',
  '[data-part="payment"] div:has(> [data-part="preview"]) button',
]

async function pays(): Promise<void> {
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('+')
  await desk.page.locator('#pay-amount:focus').waitFor()
}

test('is in sight by five charges at 1280 by 720, while an amount is typed too', async () => {
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  await pays()
  const five = [0, 1, 2, 3, 4].map(line)
  expect(await inSight(five)).toEqual(five)
  await hands.type('500')
  await desk.page.locator('[data-part="preview"] p').first().waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'pay-many')).toEqual([])
  expect(await inSight([...five, ...FOOT])).toEqual([...five, ...FOOT])
  for (let pressed = 0; pressed < 8; pressed += 1) await hands.press('ArrowDown')
  await desk.page.locator(`${line(7)}[data-current]`).waitFor()
  expect(await inSight([line(7), '#pay-amount', ...FOOT])).toEqual([line(7), '#pay-amount', ...FOOT])
})

test('is reached charge by charge in a window of half the size, with what comes of it in sight', async () => {
  await desk.page.setViewportSize({ width: 640, height: 360 })
  await pays()
  await hands.type('500')
  await desk.page.locator('[data-part="preview"] p').first().waitFor()
  await hands.drawn()
  expect(await inSight(['#pay-amount', ...FOOT])).toEqual(['#pay-amount', ...FOOT])
  for (let at = 0; at < 8; at += 1) {
    await hands.press('ArrowDown')
    await desk.page.locator(`${line(at)}[data-current]`).waitFor()
    const seen = [line(at), ...FOOT.slice(1)]
    expect(await inSight(seen)).toEqual(seen)
  }
  expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(1)
})
