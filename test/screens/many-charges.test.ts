/**
 * A patron with many charges pays at a low window: the charges, what is typed and what comes of it are in sight
 * together, and the charge in hand is scrolled to.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

/** Of the lines: dates that do not fit, and text that is cut without an ellipsis or without all of it for the mouse. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.locator('[role="option"] > span').evaluateAll((all: HTMLElement[]) =>
    all.flatMap((one) => {
      const isCut = one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 1
      const isDate = one.parentElement?.children[2] === one
      const isTold = getComputedStyle(one).textOverflow === 'ellipsis' && one.title === one.textContent
      return isCut && (isDate || !isTold) ? [one.textContent ?? ''] : []
    }),
  )
}

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
  // Not all are in sight: how many there are is.
  const what = desk.page.locator('[data-part="payment"] div[aria-hidden="true"] > span').nth(1)
  expect(await what.textContent()).toContain(String(OWED.length))
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

describe('what each line says of charges of other years', () => {
  const MONTHS = ['05', '09', '10', '11', '12', '03']
  const rows = MONTHS.map((month, at) => {
    const kind = at % 2 === 0 ? 'lost' : 'replacement card'
    return `C${at},P3,${kind},2020-${month}-12,12.50,A long note of a charge that no line has room for`
  })
  const FILES = { 'charges.csv': ['charge_id,patron_id,kind,charged_at,amount,note', ...rows].join('\n') }

  test.each(['en', 'es'] as const)(
    'in %s: a date is whole, and no text is cut without an ellipsis',
    async (language) => {
      const other = await launch()
      try {
        const at = await atSmallLibrary(other, FILES)
        await other.call('staff.set-language', { language })
        await at.call('drawer.open', { drawer_code: '', pieces: null, total_cents: 10_000 })
        await at.clear()
        await at.scan(CARDS.flora)
        await at.until((now) => now.patron !== null)
        at.afterScan()
        await at.press('+')
        await other.page.locator('#pay-amount:focus').waitFor()
        for (const [width, height] of [
          [1280, 720],
          [1366, 768],
          [1024, 768],
          [1920, 1080],
        ] as const) {
          await other.page.setViewportSize({ width, height })
          await at.drawn()
          await eyes.takePicture(other.page, `pay-years-${language}-${width}`)
          expect(await cutTexts(other.page), `${width}`).toEqual([])
        }
      } finally {
        await other.close()
      }
    },
  )
})
