/**
 * The first minutes of somebody who reads nothing: the sample library by one key, a person of its staff, a PIN, and the
 * first check-out, counted; the folders by arrows; and F1, which opens the guide.
 */
import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { keysOf } from '../tables/tried.ts'
import * as eyes from './support/eyes.ts'

const PIN = '863054'
const CARD = '21234000123455'
const BOOK = '31234000123453'
const DEMO = path.join(import.meta.dirname, '../../demo/library')

let desk: Desk
let hands: Hands

beforeAll(async () => {
  desk = await launch()
  hands = await Hands.at(desk)
})
afterAll(() => desk.close())

const focused = (name: string): Promise<void> => desk.page.locator(`input[name="${name}"]:focus`).waitFor()

test('F1 opens the guide, whose panel keeps the other keys from the screen below', async () => {
  await focused('folder')
  await eyes.takePicture(desk.page, 'first-start')
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  await hands.press('F1')
  await hands.part('help')
  await hands.press('F2')
  await hands.press('Escape')
  await hands.part('help', 'detached')
  expect(await desk.page.locator('[data-part="folders"]').count()).toBe(0)
})

test('a folder is found by arrows and Enter', async () => {
  const home = path.join(desk.userData, 'exports')
  mkdirSync(home, { recursive: true })
  cpSync(DEMO, path.join(home, 'our library'), { recursive: true })
  await hands.press('F2')
  await hands.part('folders')
  await desk.page.locator('[data-part="folders"] li button:focus').waitFor()
  await eyes.takePicture(desk.page, 'first-start-folders')
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  await hands.press('ArrowDown')
  await hands.press('ArrowUp')
  // Enter goes into the folder that has the focus, and Backspace out of it again.
  const place = desk.page.locator('[data-part="folders"] p b').first()
  const outside = await place.innerText()
  const chosen = await desk.page.locator('[data-part="folders"] li button:focus').innerText()
  await hands.press('Enter')
  await expect.poll(() => place.innerText()).toBe(chosen)
  await desk.page.locator('[data-part="folders"] button:focus').waitFor()
  await hands.press('Backspace')
  await expect.poll(() => place.innerText()).not.toBe(chosen)
  expect(outside).not.toBe(chosen)
  await hands.press('Escape')
  await hands.part('folders', 'detached')
  await focused('folder')
  // What the clerk would walk to: the folder with the files, offered by one button.
  const listed = await desk.call('folder.list', { folder: home })
  expect(listed).toMatchObject({ kind: 'ok', output: { folders: [{ name: 'our library' }] } })
})

test('from the first window to the first check-out in a handful of keys [task 1]', async () => {
  await desk.page.locator('input[name="folder"]').focus()
  const keys = await hands.countKeys()
  await hands.press('F3')
  await focused('branch_code')
  await expect.poll(() => eyes.isInSight(desk.page, 'input[name="branch_code"]')).toBe(true)
  await desk.page
    .locator('[data-part="imported"] summary')
    .getByText(/^\d+ files imported\. \d+ patrons, [\d,]+ items\.$/)
    .waitFor()
  await eyes.takePicture(desk.page, 'first-start-imported')
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  // A focus that is lost comes back where it is seen: the field of the folder is folded away by now.
  await desk.page.locator('input[name="branch_code"]:focus').evaluate((field) => field.blur())
  await desk.page.locator('[data-part="imported"] summary:focus').waitFor()
  await desk.page.locator('input[name="branch_code"]').first().focus()
  await hands.press(' ')
  await hands.press('Tab')
  await focused('staff_code')
  expect(await desk.page.locator('input[name="staff_code"]:checked').inputValue()).toBe('rortiz')
  await hands.press('Tab')
  await focused('pin')
  await hands.type(PIN)
  await hands.press('Tab')
  await hands.type(PIN)
  await hands.press('Enter')
  const at = await hands.until((now) => now.stage === 'desk')
  expect(at.staff).toMatchObject({ staff_code: 'rortiz', initials: 'RO', role: 'manager' })
  expect(at.strip.is_sample).toBe(true)
  expect(await keys()).toBeLessThanOrEqual(keysOf(1) + 2 * PIN.length)
  await desk.page.locator('#line:focus').waitFor()
  await hands.scan(CARD)
  await hands.scan(BOOK)
  const lent = await hands.until((now) => now.totals.out_count === 1)
  expect(lent.band).toMatchObject({ outcome: 'done' })
  await desk.page.getByText('Sample library').first().waitFor()
  await eyes.takePicture(desk.page, 'first-start-lent')
  // The strip of the sample library keeps to one line on a small screen.
  const strip = desk.page.locator('[data-screen="desk"] header').first()
  const { height = 0 } = (await strip.boundingBox()) ?? {}
  await desk.page.setViewportSize({ width: 1280, height: 720 })
  expect((await strip.boundingBox())?.height).toBe(height)
})

test.each([
  ['100', 0.5],
  ['200', 0.6],
] as const)('help gives most of a small window to its text, at %s percent', async (scale, part_min) => {
  await desk.page.setViewportSize({ width: 1024, height: 768 })
  await eyes.wear(desk.page, { media: {}, scale })
  await hands.press('F1')
  await hands.part('help')
  await hands.press('Enter')
  await desk.page.locator('[data-part="help"] article:focus').waitFor()
  await eyes.takePicture(desk.page, `help-small-${scale}`)
  const text = await desk.page.locator('[data-part="help"] article').boundingBox()
  expect((text?.height ?? 0) / 768).toBeGreaterThan(part_min)
  expect((text?.width ?? 0) / 1024).toBeGreaterThan(part_min)
  expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(1)
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  await hands.press('Escape')
  await hands.part('help', 'detached')
  await desk.page.locator('#line:focus').waitFor()
})
