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

/** As many as the sample library sells, with names as long. */
const SOLD_HERE = [
  'Copies, black and white',
  'Non-resident card, a year',
  'Donation to the Friends',
  'Meeting room, an hour',
]
const PRODUCTS = Array.from({ length: 13 }, (_, at) => `P-${at},"${SOLD_HERE[at % 4]}",${'BCEFHIJLMNORT'[at]},12.00`)
const FILES = { 'products.csv': ['product_code,name,key_letter,price', ...PRODUCTS, ''].join('\n') } as const
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
  const all = ['#pay-amount', '[data-pay-key="split"] button', PREVIEW, `${SOLD}:nth-child(1)`]
  const seen = await Promise.all(all.map((one) => eyes.isInSight(desk.page, one)))
  expect(all.filter((_one, at) => seen[at] !== true)).toEqual([])
  expect(await eyes.faultsInEveryLook(desk.page, 'pay-split')).toEqual([])
})

test('shows the lines, all that is sold and the figures at once on the usual screen', async () => {
  await desk.page.setViewportSize({ width: 1366, height: 768 })
  await splits(CARDS.flora)
  expect(await eyes.faultsInEveryLook(desk.page, 'pay-usual')).toEqual([])
  const cut = await desk.page.evaluate(() => {
    const page = document.querySelector('[data-part="page"]')?.getBoundingClientRect()
    const all = '[data-section="sell"] button, [data-line], [data-pay-key], [data-part="pay-figure"], #pay-amount'
    const isOut = (one: Element): boolean => one.getBoundingClientRect().bottom > (page?.bottom ?? 0)
    return [...document.querySelectorAll(all)].filter(isOut).map((one) => one.textContent)
  })
  expect([cut, await desk.page.locator(SOLD).count()]).toEqual([[], 13])
  await desk.page.setViewportSize({ width: 1280, height: 720 })
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
