/**
 * A scanner on a serial line at the real desk, by keyboard alone: it is set up on the devices page, what it scans does
 * what any scan does, and when it is pulled out the clerk is told. The line is a pseudoterminal of the kernel.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { makePty, type Pty } from '../support/devices/pty.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import * as eyes from './support/eyes.ts'
import { CARDS, shelfBook } from './support/library.ts'
import { en } from '../../shared/words/en/en.ts'

let desk: Desk
let hands: Hands
let pty: Pty
const words = en.pages.devices

beforeAll(async () => {
  pty = await makePty()
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
})
afterAll(async () => {
  await desk.close()
  await pty.unplug()
})

const strip = (): Promise<string> => hands.snapshot().then((now) => now.strip.devices.says)

test('set up by keyboard: this desk, devices, the port by its name, and it is ready', async () => {
  await hands.press('Ctrl+Shift+d')
  await desk.page.locator('[data-place="this-desk"]').waitFor()
  await hands.press('d')
  await desk.page.locator('[data-place="devices"]').waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'devices-none')).toEqual([])
  await hands.press('p')
  await desk.page.locator('[data-field="path"]:focus-within').waitFor()
  await hands.type(pty.path)
  await hands.press('Ctrl+Enter')
  await desk.page.getByText(words.states.ready, { exact: true }).waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'devices-ready')).toEqual([])
  expect(await strip()).toBe(en.screen.strip.scanners.ready(1))
})

test('a scan on the page shows what was read, and does nothing else', async () => {
  pty.send(`]F0${CARDS.omar}\r`)
  await desk.page.getByText(words.tried(CARDS.omar)).waitFor()
  expect((await hands.snapshot()).patron).toBeNull()
})

test('a card and ten books at full speed: all are out, in order', async () => {
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
  const books = Array.from({ length: 10 }, (_, n) => shelfBook(n + 1))
  pty.send([CARDS.omar, ...books].map((text) => `${text}\r\n`).join(''))
  const now = await hands.until((all) => all.totals.out_count === 10)
  expect(now.rows.map(({ barcode }) => barcode)).toEqual(books.toReversed())
})

test('a scan beside a half-typed line leaves no character of either in it', async () => {
  await hands.type('Alic')
  pty.send(`${shelfBook(11)}\r`)
  await hands.until((now) => now.totals.out_count === 11)
  expect(await hands.line.inputValue()).toBe('')
})

test('nonsense on the line is told, and the next scan is taken', async () => {
  pty.send('\u0001\u0002\u0003\r')
  await hands.bandSays(new RegExp(en.outcomes.devices.misread.heading))
  pty.send(`${shelfBook(12)}\r`)
  const { rows } = await hands.until((now) => now.totals.out_count === 12)
  expect(rows[0]?.barcode).toBe(shelfBook(12))
})

test('the devices process is killed: it is back by itself, and the scanner with it', async () => {
  const pid = desk.pid('devices')
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => desk.pid('devices') === pid).toBe(false)
  await expect.poll(strip).toBe(en.screen.strip.scanners.ready(1))
  pty.send(`${shelfBook(13)}\r`)
  await hands.until((now) => now.totals.out_count === 13)
})

test('the page crashes and is drawn again: a scan meanwhile is taken, or the clerk is told which was not', async () => {
  const drawn = desk.crashPage()
  await expect.poll(() => desk.log()).toContain('the page ended: crashed')
  pty.send(`${shelfBook(14)}\r`)
  await drawn
  hands = await Hands.at(desk)
  // Main holds a scan for ten seconds, and a busy computer can take longer to draw the page again.
  const isDropped = (): boolean => desk.log().includes('scans dropped while no page listened: 1')
  const isTaken = async (): Promise<boolean> => (await hands.snapshot()).totals.out_count === 14
  await expect.poll(async () => isDropped() || (await isTaken())).toBe(true)
  if (isDropped()) {
    await desk.page
      .locator('[data-part="unrecorded"]')
      .filter({ hasText: shelfBook(14) })
      .waitFor()
    pty.send(`${shelfBook(14)}\r`)
  }
  await hands.until((now) => now.totals.out_count === 14)
})

test('pulled out: the strip says so, and the desk goes on by keyboard', async () => {
  await pty.unplug()
  await expect.poll(strip).toBe(en.screen.strip.scanners.missing(1))
  await hands.scan(shelfBook(15))
  await hands.until((now) => now.totals.out_count === 15)
  expect(await eyes.faultsInEveryLook(desk.page, 'devices-pulled-out')).toEqual([])
})
