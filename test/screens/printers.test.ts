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

test('the paper ends: told on the strip, and a test page is not sent', async () => {
  printer.change({ paper: 'out' })
  await expect.poll(strip).toBe(en.screen.strip.printers['paper-out'])
  await hands.press('t')
  await desk.page.getByText(says.test_ends['not-done'](says.why['paper-out'])).waitFor()
  expect(await eyes.faultsInEveryLook(desk.page, 'printer-paper-out')).toEqual([])
  printer.change({ paper: 'enough' })
  await expect.poll(strip).toContain(en.screen.strip.printers.ready)
})
