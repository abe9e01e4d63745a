/** Labels at the real desk: shown from the item's page, printed to scale as a PDF, and read back by zbarimg. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch, type Desk } from '../standin/launch.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { shelfBook } from './support/library.ts'

let desk: Desk
const folder = mkdtempSync(path.join(tmpdir(), 'datestamp-labels-'))

beforeAll(async () => {
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  await atSmallLibrary(desk)
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})

test('a sheet with the label of a book, from the fifth on: readable on the screen, and by a scanner', async () => {
  const shown = await desk.call('label.show', { kind: 'item', of: shelfBook(1), start_count: 5 })
  expect(shown.kind).toBe('ok')
  await desk.page.locator('[data-part="labels"] svg').waitFor()
  expect(await eyes.axe(desk.page, 'all rules')).toEqual([])
  expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(1)
  await eyes.takePicture(desk.page, 'labels')
  const svg = await desk.page.locator('[data-part="labels"] svg').evaluate((one) => one.outerHTML)
  const file = path.join(folder, 'sheet.png')
  // As a laser printer draws it: 600 dots an inch would be 5,100 across; half of that is harder to read.
  const sheet = await desk.page.context().newPage()
  await sheet.setViewportSize({ width: 2_550, height: 3_300 })
  await sheet.setContent(`<body style="margin:0;background:#fff">${svg}</body>`)
  await sheet.screenshot({ path: file })
  await sheet.close()
  const said = execFileSync('zbarimg', ['--quiet', '--nodbus', '--raw', file], { encoding: 'utf8' })
  expect(said.trim()).toBe(`A${shelfBook(1)}A`)
})

test('printed, or saved as a PDF, it is one page of letter paper, to scale', async () => {
  const cdp = await desk.page.context().newCDPSession(desk.page)
  const { data } = await cdp.send('Page.printToPDF', { preferCSSPageSize: true })
  const pdf = Buffer.from(data, 'base64').toString('latin1')
  expect(pdf.match(/\/MediaBox ?\[[^\]]*\]/g)?.map((box) => box.replaceAll(/[^\d. ]/g, '').trim())).toEqual([
    '0 0 612 792',
  ])
  await desk.page.emulateMedia({ media: 'print' })
  const width_px = await desk.page
    .locator('[data-part="labels"] svg')
    .evaluate((one) => one.getBoundingClientRect().width)
  await desk.page.emulateMedia({ media: null })
  expect(Math.abs(width_px - 8.5 * 96)).toBeLessThan(1)
})
