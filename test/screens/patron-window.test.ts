/**
 * The window that faces the patron, at the real desk: opened from the devices page, it follows a check-out, shows no
 * name and no title, can call nothing, and is back after a crash.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { en } from '../../shared/words/en/en.ts'

let desk: Desk
let hands: Hands
let patron: Page
const words = en.screen.display

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(() => desk.close())

const pagesOf = (): readonly Page[] =>
  desk.page
    .context()
    .pages()
    .filter((page) => page.url().endsWith('/patron.html'))

async function patronPage(other?: Page): Promise<Page> {
  await expect.poll(() => pagesOf().filter((page) => page !== other).length).toBe(1)
  const page = pagesOf().find((one) => one !== other)
  if (!page) throw new Error('no window')
  await page.setViewportSize({ width: 1024, height: 600 })
  return page
}

const scene = (): Promise<string | null> => patron.locator('main').getAttribute('data-scene')

test('opened from the devices page by keyboard, it greets, and the keys stay with the desk', async () => {
  await hands.press('Ctrl+Shift+d')
  await desk.page.locator('[data-place="this-desk"]').waitFor()
  await hands.press('d')
  await desk.page.locator('[data-place="devices"]').waitFor()
  await hands.press('w')
  await desk.page.locator('[data-field="screen"]:focus-within').waitFor()
  await hands.press('Ctrl+Enter')
  patron = await patronPage()
  await expect.poll(scene).toBe('welcome')
  await desk.page.bringToFront()
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
})

test('it follows a check-out, in large figures, without the name, the card or a title', async () => {
  await hands.scan(CARDS.omar)
  for (const n of [1, 2, 3]) await hands.scan(shelfBook(n))
  const now = await hands.until((all) => all.totals.out_count === 3)
  await expect.poll(() => patron.locator('main').textContent()).toContain(`${words.checked_out} 3`)
  const text = (await patron.locator('body').textContent()) ?? ''
  const theirs = [
    now.patron?.name ?? '-',
    now.patron?.card_barcode ?? '-',
    ...now.rows.flatMap((row) => [row.title, row.barcode]),
  ]
  expect(theirs.filter((one) => text.includes(one))).toEqual([])
  const size_px = await patron
    .locator('strong')
    .first()
    .evaluate((one) => Number(getComputedStyle(one).fontSize.replace('px', '')))
  expect(size_px).toBeGreaterThanOrEqual(72)
})

test('it is readable in every look', async () => {
  const faults: string[] = []
  for (const [name, look] of Object.entries(eyes.LOOKS)) {
    await eyes.wear(patron, look)
    await eyes.takePicture(patron, `patron-${name}`)
    faults.push(...(await eyes.axe(patron, look)), ...(await eyes.tooSmall(patron)))
    expect(await eyes.sideways_px(patron)).toBeLessThanOrEqual(1)
  }
  expect(faults).toEqual([])
})

test('it has no way to the desk: no bridge, no channel', async () => {
  const found = await patron.evaluate(() => ({
    desk: 'desk' in window,
    doors: Object.keys(Reflect.get(window, 'patron') as object),
    names: ['require', 'process', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
  }))
  expect(found).toEqual({ desk: false, doors: ['onView'], names: [] })
})

test('it hears of views alone, and of no push of the desk', async () => {
  const heard = patron.evaluate(
    () =>
      new Promise<string[][]>((resolve) => {
        const all: string[][] = []
        window.patron.onView((view) => {
          all.push(Object.keys(view ?? {}))
          if (Reflect.get(view ?? {}, 'scene') === 'welcome') resolve(all)
        })
      }),
  )
  await desk.page.bringToFront()
  await hands.press('Enter')
  const shapes = new Set((await heard).map((keys) => keys.join(' ')))
  expect([...shapes]).toEqual(['scene language library_name lines titles mark'])
})

test('after a crash it is back, and shows what is true now', async () => {
  await hands.scan(CARDS.omar)
  await hands.scan(shelfBook(4))
  await hands.until((now) => now.totals.out_count === 1)
  const crashed = patron
  const cdp = await crashed.context().newCDPSession(crashed)
  cdp.send('Page.crash').catch(() => {})
  patron = await patronPage(crashed)
  await expect.poll(scene).toBe('out')
})

test('the station is killed: what was shown is shown again', async () => {
  desk.kill('station')
  await hands.scan(shelfBook(5))
  await hands.until((now) => now.totals.out_count === 2)
  await expect.poll(() => patron.locator('main').textContent()).toContain(`${words.checked_out} 2`)
})

test('closed with the desk', async () => {
  expect(await desk.close()).toBe(0)
})
