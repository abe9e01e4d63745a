/**
 * The real devices process is killed by its number (`kill -9`): while nothing is done, amid scans, and amid a paper.
 * It is back by itself with its devices, and the clerk is told only where a paper was in flight. How soon it is back is
 * a figure of `npm run bench -- --only crash`.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { en } from '../../shared/words/en/en.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { launch, type Desk } from '../standin/launch.ts'
import type { Hands } from '../standin/hands.ts'
import { commandIdOf, outputOf } from '../standin/set-up-desk.ts'
import { makePrinterServer, type PrinterServer } from '../support/devices/printer-server.ts'
import { profile } from '../support/devices/printer-setup.ts'
import { makePty, type Pty } from '../support/devices/pty.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { CARDS, shelfBook } from './support/library.ts'
import * as eyes from './support/eyes.ts'

const MODEL = 'epson-tm-t88v'
const { scanners, printers } = en.screen.strip
const READY = `${scanners.ready(1)} · ${printers.ready}`
const { reprint } = wordsIn('en')
let desk: Desk
let hands: Hands
let scanner: Pty
let printer: PrinterServer

beforeAll(async () => {
  scanner = await makePty()
  printer = await makePrinterServer(profile(MODEL))
  desk = await launch()
  await desk.page.setViewportSize(eyes.SCREEN)
  hands = await atSmallLibrary(desk)
  const line = { commandId: commandIdOf(21), path: scanner.path, side: 'any' }
  outputOf(await desk.call('device.add-port', line), 'snapshot')
  const { port_number } = printer
  const network = { commandId: commandIdOf(22), host: '127.0.0.1', port_number, profile_code: MODEL }
  outputOf(await desk.call('device.add-network-printer', network), 'snapshot')
  await hands.until((now) => now.strip.devices.says === READY)
})
afterAll(async () => {
  await desk.close()
  await scanner.unplug()
  await printer.close()
})

/** Kills the process, and waits for the next one and its devices. */
async function killed(): Promise<void> {
  const pid = desk.pid('devices')
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => desk.pid('devices')).not.toBe(pid)
  await hands.until((now) => now.strip.devices.says === READY)
}

test('while nothing is done: both devices are back, and nothing is said', async () => {
  await hands.scan(CARDS.omar)
  const { band } = await hands.until((now) => now.patron !== null)
  await killed()
  expect((await hands.snapshot()).band).toEqual(band)
  scanner.send(`${shelfBook(1)}\r`)
  await hands.until((now) => now.totals.out_count === 1)
})

test('amid scans: those that came are in order and whole, the next one is taken, and nothing is said', async () => {
  const books = Array.from({ length: 20 }, (_, n) => shelfBook(n + 2))
  const [first = '', ...others] = books
  scanner.send(`${first}\r`)
  await hands.until((now) => now.rows.some(({ barcode }) => barcode === first))
  scanner.send(others.map((book) => `${book}\r`).join(''))
  await killed()
  scanner.send(`${shelfBook(30)}\r`)
  const { rows, band } = await hands.until((now) => now.rows[0]?.barcode === shelfBook(30))
  const out = rows.map(({ barcode }) => barcode).toReversed()
  expect(out.filter((one) => ![shelfBook(1), shelfBook(30), ...books].includes(one))).toEqual([])
  expect(out).toEqual([shelfBook(1), ...books.filter((one) => out.includes(one)), shelfBook(30)])
  expect([en.outcomes.devices.misread.heading, en.outcomes.devices.printing.interrupted]).not.toContain(band?.heading)
})

test('amid a paper: the clerk is told once, and it comes again with a mark', async () => {
  printer.behave({ runs_out_at: 20 })
  hands.afterScan()
  await hands.press('Enter')
  await expect.poll(() => hands.snapshot().then((now) => now.strip.devices.says)).toBe(printers['paper-out'])
  const pid = desk.pid('devices')
  process.kill(pid, 'SIGKILL')
  const { interrupted, interrupted_says } = en.outcomes.devices.printing
  const { band } = await hands.until((now) => now.band?.heading === interrupted)
  expect(band?.sentence).toContain(interrupted_says.split('.')[0])
  await eyes.takePicture(desk.page, 'devices-interrupted')
  await expect.poll(() => desk.pid('devices')).not.toBe(pid)
  printer.change({ paper: 'enough' })
  await expect.poll(() => printer.lines().filter((line) => line.includes(reprint)).length).toBe(2)
  await hands.until((now) => now.strip.jobs.says === '' && now.strip.devices.says === READY)
})
