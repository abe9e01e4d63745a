/**
 * The training devices of a practice desk by keyboard: a key leads into the panel and back, the tray scans, the strip
 * prints, paper ends and is loaded, the drawer is shut; and how it looks beside the work.
 */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import { ENGLISH } from '../support/said.ts'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { PATIENCE_MS } from '../standin/patience.ts'
import { axeFaults } from '../support/axe.ts'
import * as eyes from './support/eyes.ts'

const KEY = 'Ctrl+Shift+T'
const DANA = '21234000123455'
const SUNS = '31234000123453'
const words = ENGLISH.words.screen.training

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  hands = await Hands.at(desk)
  await desk.page.locator('input[name="folder"]:focus').waitFor()
  // The window closes on the key, perhaps before the key is let go: then nobody hears that.
  await Promise.allSettled([hands.press('F4')])
  desk.page = await desk.started.practicePage()
  desk.page.context().setDefaultTimeout(PATIENCE_MS)
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await Hands.at(desk)
  await hands.until((now) => now.stage === 'desk')
  await hands.line.waitFor()
})
afterAll(() => desk.close())

const panel = (): Locator => desk.page.locator('[data-part="training"]')
const focused = (): Promise<string> =>
  desk.page.evaluate(() => {
    const one = document.activeElement
    return (one instanceof HTMLElement && (one.dataset['barcode'] ?? one.textContent)) || ''
  })
const training = ({ training: now }: DeskSnapshot): DeskSnapshot['training'] => now
const isIn = (): Promise<boolean> => panel().evaluate((one) => one.contains(document.activeElement))

/** Walks by Tab to what says so. */
async function tabTo(says: string): Promise<void> {
  for (let step = 0; step < 40 && (await focused()) !== says; step += 1) await hands.press('Tab')
  expect(await focused()).toBe(says)
}

async function goIn(): Promise<void> {
  await hands.press(KEY)
  await expect.poll(async () => (await panel().count()) > 0 && (await isIn())).toBe(true)
}

test('a key shows the panel and goes to the tray; a scan there arrives, and the line has the focus', async () => {
  await goIn()
  await hands.until((now) => training(now)?.now !== null)
  expect(await focused()).toBe(DANA)
  await hands.press('Enter')
  await hands.until(({ patron }) => patron?.name === 'Dana Miller')
  await expect.poll(() => hands.isLineFocused()).toBe(true)
  await goIn()
  expect(await focused(), 'where it was').toBe(DANA)
  await tabTo(SUNS)
  await hands.press('Enter')
  await hands.until(({ rows }) => rows[0]?.barcode === SUNS)
  await expect.poll(() => hands.isLineFocused()).toBe(true)
  expect(await axeFaults(desk.page)).toEqual([])
})

test('Enter prints on the strip, as dots and as words, with TRAINING', async () => {
  hands.afterScan()
  await hands.press('Enter')
  await hands.until((now) => training(now)?.now?.sheets[0]?.is_cut === true)
  const sheet = desk.page.locator('[data-part="training-sheet"]')
  await expect.poll(() => sheet.textContent()).toContain('*** TRAINING ***')
  const black = (): Promise<number> =>
    sheet.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const dots = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? []
      return Array.from(dots).filter((value, at) => at % 4 === 3 && value > 0).length
    })
  await expect.poll(black).toBeGreaterThan(1_000)
  await expect.poll(() => eyes.isInSight(desk.page, '[data-part="training-roll"]')).toBe(true)
  const { sheets = [] } = training(await hands.snapshot())?.now ?? {}
  await expect
    .poll(() => sheet.locator('canvas').evaluate(({ height }: HTMLCanvasElement) => height))
    .toBe(sheets[0]?.height_dots)
})

test('paper is taken out and loaded by keyboard, and what waited comes', async () => {
  await goIn()
  await tabTo(words.printer.take_paper)
  await hands.press('Enter')
  await hands.until((now) => training(now)?.now?.printer.paper === 'out')
  await expect.poll(focused).toBe(words.printer.load_paper)
  await hands.press('Escape')
  await expect.poll(() => hands.isLineFocused()).toBe(true)
  await hands.press('F9')
  await hands.until(({ page }) => page !== null)
  await hands.press('Ctrl+P')
  await hands.until((now) => training(now)?.jobs[0]?.tone === 'warn')
  await goIn()
  expect(await focused(), 'where it was').toBe(words.printer.load_paper)
  await hands.press('Enter')
  await hands.until((now) => training(now)?.now?.sheets.length === 2 && training(now)?.jobs[0]?.tone === 'good')
})

test('the key again hides it, and what is typed stays', async () => {
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until(({ page }) => page === null)
  await hands.type('mil')
  await goIn()
  await hands.press(KEY)
  await hands.until((now) => now.training === null)
  await expect.poll(() => hands.isLineFocused()).toBe(true)
  expect(await hands.line.inputValue()).toBe('mil')
  await hands.press('Escape')
})

test('a click does what it says and leaves the focus in the line', async () => {
  await desk.page.getByRole('button', { name: words.show }).click()
  await hands.until((now) => training(now)?.now !== null)
  await panel().getByRole('button', { name: words.drawer.open }).click()
  await hands.until((now) => training(now)?.now?.is_drawer_open === true)
  await expect.poll(() => hands.isLineFocused()).toBe(true)
  await panel().getByRole('button', { name: words.drawer.shut }).click()
  await hands.until((now) => training(now)?.now?.is_drawer_open === false)
})

test('in every look it is right; with large text it is over the work while it has the focus', async () => {
  await hands.scan(DANA)
  await hands.until(({ patron }) => patron !== null)
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  await goIn()
  expect(await eyes.faultsInEveryLook(desk.page, 'training')).toEqual([])
  await eyes.wear(desk.page, { media: { colorScheme: 'light' }, scale: '200' })
  const width = (): Promise<number> => panel().evaluate((one) => one.getBoundingClientRect().width)
  await expect.poll(width).toBe(1280)
  await hands.press('Escape')
  await expect.poll(width).toBeLessThan(2)
  await eyes.takePicture(desk.page, 'training-hidden-at-200')
  await eyes.wear(desk.page, { media: { colorScheme: 'light' }, scale: '100' })
})
