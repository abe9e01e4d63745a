// @vitest-environment node
/**
 * Pages in Chromium in every look: with the cursor on a row, with a form open, with 500 rows. Pictures go to
 * PICTURES_TO when it is set.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { openScreens, type Look, type Screens } from './support/chromium.ts'
import type { SceneName } from './support/scenes.ts'

const PICTURES = process.env['PICTURES_TO'] ?? ''
const SLOW_MS = 180_000
/** No hand presses several keys with less between them (shared/desk/wedge.ts). */
const HAND_GAP_MS = 40
let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
  if (PICTURES !== '') mkdirSync(PICTURES, { recursive: true })
}, 300_000)
afterAll(() => screens.close())

const LOOKS: readonly (readonly [string, Look])[] = [
  ['light', { settings: { theme: 'light' } }],
  ['dark', { settings: { theme: 'dark' } }],
  ['high contrast', { settings: { theme: 'contrast' } }],
  ['forced colors', { forcedColors: 'active' }],
  ['200 percent', { settings: { text_scale: '200' } }],
]

async function withPage(scene: SceneName, look: Look, then: (page: Page) => Promise<void>): Promise<void> {
  const page = await screens.open(scene, look)
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (fault) => complaints.push(fault.message))
  await then(page)
  expect(complaints).toEqual([])
  await page.context().close()
}

/** Presses the keys, and waits until what they did is drawn: it is in the next frame. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(HAND_GAP_MS)
  }
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** What reaches out of the window sideways. */
const runsOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth + 1
    const parts = [...document.querySelectorAll('[data-part="page"] *:not(.unseen)')]
    return parts.filter((one) => one.getBoundingClientRect().right > width).map((one) => one.outerHTML.slice(0, 200))
  })

async function looksRight(page: Page, picture: string): Promise<void> {
  if (PICTURES !== '') await page.screenshot({ path: path.join(PICTURES, `${picture}.png`) })
  expect(await axeFaults(page)).toEqual([])
  expect(await runsOut(page)).toEqual([])
}

/** Waits until the middle of the element is in the window and nothing lies over it. */
const expectSeen = (page: Page, selector: string): Promise<void> => expect.poll(() => isSeen(page, selector)).toBe(true)

const isSeen = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const box = element.getBoundingClientRect()
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      return top !== null && (element.contains(top) || top.contains(element))
    })

describe.each(LOOKS)('in %s', (name, look) => {
  it(
    'the row in hand is in sight with what can be done, and so is the form it opens',
    async () => {
      await withPage('PAGED', look, async (page) => {
        await press(page, 'ArrowDown')
        await looksRight(page, `page-row-${name}`)
        await expectSeen(page, '[aria-selected="true"]')
        await press(page, 'End')
        await expectSeen(page, '[aria-selected="true"]')
        await press(page, 'w')
        await page.locator('[data-field="settings.amount_cents"]:focus-within').waitFor()
        await press(page, 'Enter')
        await page.locator('[data-field="settings.reason"]:focus-within').waitFor()
        await press(page, 'ArrowDown', 'Enter')
        await page.locator('[data-field="settings.from_on"]:focus-within').waitFor()
        await looksRight(page, `page-form-${name}`)
        await expectSeen(page, '[data-field="settings.from_on"] input')
        const ring = page.locator('[data-field="settings.from_on"] input')
        expect(await ring.evaluate((one) => getComputedStyle(one).outlineStyle)).not.toBe('none')
      })
    },
    SLOW_MS,
  )
})

describe.each(LOOKS)('quick keys and a count in %s', (name, look) => {
  it(
    'are in sight, and so are the pieces and their sum',
    async () => {
      await withPage('QUICK', look, async (page) => {
        await looksRight(page, `page-choices-${name}`)
        await press(page, 'k')
        await page.locator('[data-field="settings.pieces.10000"]:focus-within').waitFor()
        await press(page, 'Enter', '3', 'Enter')
        await looksRight(page, `page-count-${name}`)
        await expectSeen(page, '[data-field="settings.pieces.100"] input')
      })
    },
    SLOW_MS,
  )
})

describe.each(LOOKS)('the charts of cash in %s', (name, look) => {
  it(
    'are read to the end: over and short, by hour and fund, the drawer through its day',
    async () => {
      await withPage('CASH', look, async (page) => {
        await looksRight(page, `page-cash-${name}`)
        await page.locator('[data-part="level"]').scrollIntoViewIfNeeded()
        await looksRight(page, `page-cash-level-${name}`)
        expect(await page.locator('[data-part="chart"]').count()).toBe(3)
      })
    },
    SLOW_MS,
  )
})

describe.each(LOOKS)('a payment in %s', (name, look) => {
  it(
    'is in sight with its figures and the button, whatever is wrong, and so is the change after it',
    async () => {
      await withPage('PAYING', look, async (page) => {
        await page.locator('#pay-amount:focus').waitFor()
        await page.keyboard.press('+')
        await page.locator('[data-coming="whole"]').waitFor()
        await looksRight(page, `page-pay-${name}`)
        await expectSeen(page, '#pay-amount')
        const take = '[data-part="payment"] button[aria-keyshortcuts="Enter"]'
        // With the largest text everything scrolls as one.
        if (look.settings?.text_scale === '200') await page.locator(take).scrollIntoViewIfNeeded()
        await expectSeen(page, take)
        await press(page, 'ArrowDown', 'Escape')
        await page.keyboard.press('d')
        await page.locator('#pay-authorization:focus').waitFor()
        await press(page, 'Enter', 'Enter')
        await page.locator('[data-fault]').waitFor()
        await looksRight(page, `page-pay-card-${name}`)
      })
      await withPage('PAID', look, async (page) => {
        await looksRight(page, `paid-${name}`)
        const change = page.locator('[data-part="band"] [data-change] b')
        await expectSeen(page, '[data-part="band"] [data-change] b')
        const size = await change.evaluate((one) => Number(getComputedStyle(one).fontSize.replace('px', '')))
        expect(size).toBeGreaterThanOrEqual(64)
      })
    },
    SLOW_MS,
  )
})

describe('500 rows', () => {
  it(
    'the cursor goes through them, and whatever it stands on is in sight',
    async () => {
      await withPage('PAGED_500', { settings: { theme: 'light' } }, async (page) => {
        await press(page, ...Array.from({ length: 50 }, () => 'ArrowDown'))
        await page.locator('[aria-selected="true"]').filter({ hasText: 'Overdue book 50' }).waitFor()
        await expectSeen(page, '[aria-selected="true"]')
        await press(page, 'End')
        await expectSeen(page, '[aria-selected="true"]')
      })
    },
    SLOW_MS,
  )
})

it(
  'the mouse does all of it: a row, its act, an option, sending, and back',
  async () => {
    await withPage('PAGED', { settings: { theme: 'light' } }, async (page) => {
      await page.getByRole('row', { name: /^Overdue/ }).click()
      await page.getByRole('button', { name: 'Waive' }).click()
      await page.locator('[data-field="settings.reason"] select').selectOption('illness')
      await page.getByLabel('Tell them').click()
      await page.locator('[data-part="form"]').getByRole('button', { name: 'Waive' }).click()
      await page.waitForFunction(() => window.canned.calls.some((call) => call.method === 'settings.set'))
      const call = await page.evaluate(() => window.canned.calls.find((one) => one.method === 'settings.set')?.input)
      expect(call).toMatchObject({ settings: { reason: 'illness', is_told: true, amount_cents: 375 } })
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.locator('[data-part="form"]').waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('line')
      await page.getByRole('button', { name: 'Back' }).click()
      await page.locator('[data-part="page"]').waitFor({ state: 'detached' })
    })
  },
  SLOW_MS,
)
