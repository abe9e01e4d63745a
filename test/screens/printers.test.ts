/**
 * A receipt printer of the network at the real desk: set up by its address on the devices page, it prints a test page,
 * and the strip says when its paper is out. The printer in software listens on this computer.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_PROFILE_CODE } from '../../shared/devices/printer/profiles.ts'
import { en } from '../../shared/words/en/en.ts'
import { launch, type Desk } from '../standin/launch.ts'
import type { Hands } from '../standin/hands.ts'
import { makePrinterServer, type PrinterServer } from '../support/devices/printer-server.ts'
import { profile } from '../support/devices/printer-setup.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { counterOf, type Counter } from './support/counter.ts'
import { CARDS, omarsBook, shelfBook } from './support/library.ts'
import { keysOf } from '../tables/tried.ts'
import * as eyes from './support/eyes.ts'

let desk: Desk
let hands: Hands
let printer: PrinterServer
const says = en.pages.printers
const strip = (): Promise<string> => hands.snapshot().then((now) => now.strip.devices.says)

beforeAll(async () => {
  printer = await makePrinterServer(profile(DEFAULT_PROFILE_CODE))
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(async () => {
  await desk.close()
  await printer.close()
})

/** A card and five books: six scans. */
async function danaTakesFive(books: readonly string[]): Promise<Counter> {
  const count = await counterOf(hands)
  await count.scan(CARDS.dana)
  for (const book of books) await count.scan(book)
  await hands.until((now) => now.totals.out_count === 5)
  hands.afterScan()
  return count
}

const finishKey = (label: string): Promise<void> => desk.page.getByRole('button', { name: label }).waitFor()

test('without a printer the key says that it shows the receipt, and shows it', async () => {
  const count = await danaTakesFive([1, 2, 3, 4, 5].map(shelfBook))
  await finishKey(en.screen.bottom.finish.show.wanted)
  await hands.press('Enter')
  const after = await hands.until((now) => now.patron === null)
  expect(after.papers.map(({ kind }) => kind)).toEqual(['check-out'])
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(3))
})

test('set up by its address, it is ready', async () => {
  await hands.press('Ctrl+Shift+d')
  await desk.page.locator('[data-place="this-desk"]').waitFor()
  await hands.press('d')
  await desk.page.locator('[data-place="devices"]').waitFor()
  await hands.press('n')
  await desk.page.locator('[data-field="host"]:focus-within').waitFor()
  await hands.type('127.0.0.1')
  await desk.page.locator('[data-field="port_number"] input').fill(String(printer.port_number))
  await hands.press('Ctrl+Enter')
  await desk.page.getByText(en.pages.devices.states.ready, { exact: true }).waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'printer-ready')).toEqual([])
  await expect.poll(strip).toContain(en.screen.strip.printers.ready)
})

test('prints a test page, and the page says that it came out', async () => {
  await hands.press('ArrowDown')
  await desk.page
    .locator('tr[aria-selected="true"]')
    .filter({ hasText: says.name('1') })
    .waitFor()
  await hands.press('t')
  await desk.page.getByText(says.test_ends.done()).waitFor()
  expect(printer.lines()).toContain('29999000000000')
})

test('six scans and one key, no dialog: the receipt comes out of the printer', async () => {
  await desk.page.evaluate(() => {
    window.print = () => void (document.body.dataset['prints'] = 'dialog')
  })
  await hands.clear()
  const before_count = printer.happened.filter(({ happened }) => happened === 'cut').length
  const count = await danaTakesFive([6, 7, 8, 9, 10].map(shelfBook))
  await finishKey(en.screen.bottom.finish.print.wanted)
  await hands.press('Enter')
  const after = await hands.until((now) => now.patron === null)
  expect(await count.presses()).toBeLessThanOrEqual(keysOf(3))
  expect(after).toMatchObject({ papers: [], page: null })
  expect(after.band?.sentence).toContain(says.name('1'))
  await expect.poll(() => printer.lines().join('\n')).toContain('Shelf book 10')
  await expect.poll(() => printer.happened.filter(({ happened }) => happened === 'cut').length).toBe(before_count + 1)
  await expect.poll(() => hands.snapshot().then((now) => now.strip.jobs.says)).toBe('')
  expect(await desk.page.evaluate(() => document.body.dataset['prints'] ?? '')).toBe('')
  expect(await desk.page.getByRole('dialog').count()).toBe(0)
  await eyes.takePicture(desk.page, 'printer-finished')
})

test('a return that a patron waits for prints its hold slip by itself, and a paper says what Print does', async () => {
  await hands.press('F2')
  await hands.scan(omarsBook(2))
  const held = await hands.until((now) => now.totals.in_count === 1)
  const code = held.band?.fact?.text ?? ''
  await expect.poll(() => printer.lines().join('\n')).toContain(code)
  expect(held.papers).toEqual([])
  await eyes.takePicture(desk.page, 'printer-hold-slip')
  await hands.press('F9')
  await hands.until((now) => now.page?.ref.place === 'receipt')
  await desk.page.getByText(en.pages.this_desk.paper.by_printer(says.name('1'))).waitFor()
  await eyes.takePicture(desk.page, 'printer-paper')
  await hands.press('Ctrl+Shift+d')
  await desk.page.locator('[data-place="this-desk"]').waitFor()
  await hands.press('d')
  await desk.page.locator('[data-place="devices"]').waitFor()
  await hands.press('ArrowDown')
})

test('the paper ends: told on the strip, and a test page is not sent', async () => {
  printer.change({ paper: 'out' })
  await expect.poll(strip).toBe(en.screen.strip.printers['paper-out'])
  await hands.press('t')
  await desk.page.getByText(says.test_ends['not-done'](says.reason['paper-out'])).waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'printer-paper-out')).toEqual([])
  printer.change({ paper: 'enough' })
  await expect.poll(strip).toContain(en.screen.strip.printers.ready)
  await desk.page.getByText(says.test_again).waitFor()
})
