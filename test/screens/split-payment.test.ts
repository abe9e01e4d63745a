/**
 * A second tender in a low window: with a few charges all of the payment is in sight together with what is sold by its
 * letter, and with many nothing is drawn over another.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS } from './support/library.ts'

const FILES = { 'products.csv': 'product_code,name,key_letter,price\nCOPY,Copies,C,0.15\n' } as const
const OWED = [200, 400, 125, 75, 310, 55, 1200, 90]

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  hands = await atSmallLibrary(desk, FILES)
  await hands.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
})
afterAll(() => desk.close())
beforeEach(() => hands.clear())

const SOLD = '[data-section="sell"] button'
const PREVIEW = '[data-part="preview"] p'

/** A part in cash, and the rest is to come. */
async function splits(card: string): Promise<void> {
  await hands.scan(card)
  await hands.until((now) => now.patron !== null)
  hands.afterScan()
  await hands.press('+')
  await desk.page.locator('#pay-amount:focus').waitFor()
  await hands.type('500')
  await hands.press('/')
  await desk.page.locator('[data-part="tenders-so-far"]').waitFor()
  await desk.page.locator(PREVIEW).first().waitFor()
  await hands.drawn()
}

test('of one charge shows what is due, the tenders, what comes of it and what is sold', async () => {
  await splits(CARDS.flora)
  const all = ['#pay-amount', '[data-pay-key="split"] button', PREVIEW, SOLD]
  const seen = await Promise.all(all.map((one) => eyes.isInSight(desk.page, one)))
  expect(all.filter((_one, at) => seen[at] !== true)).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'pay-split')).toEqual([])
})

test('of many charges draws nothing over what is sold', async () => {
  await hands.scan(CARDS.omar)
  await hands.until((now) => now.patron !== null)
  for (const amount_cents of OWED) await hands.call('charge.add', { fee_code: '', amount_cents, note: 'A torn page' })
  await hands.clear()
  await splits(CARDS.omar)
  const edges = await desk.page.evaluate(() => {
    const bottom = (selector: string): number => document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0
    const sold = document.querySelector('[data-section="sell"]')?.getBoundingClientRect().top ?? 0
    return { form: bottom('[data-part="payment"]'), preview: bottom('[data-part="preview"]'), sold }
  })
  expect(edges.sold).toBeGreaterThanOrEqual(Math.max(edges.form, edges.preview))
})
