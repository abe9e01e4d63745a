/**
 * A stranger sets devices up from the devices page by keyboard alone, in English and in Spanish at 200 %: a Star
 * printer of the network, the sensor of the drawer at it, pole displays of both languages, and two scanners, one for
 * each side. The printer in software and the lines of the kernel stand for them. Pictures go to PICTURES_TO.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelName, profileOf } from '../../shared/devices/printer/profiles.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { Words } from '../../shared/words/en/en.ts'
import type { Hands } from '../standin/hands.ts'
import { launch, type Desk } from '../standin/launch.ts'
import { ENGLISH, SPANISH } from '../support/said.ts'
import { makePrinterServer, type PrinterServer } from '../support/devices/printer-server.ts'
import { profile } from '../support/devices/printer-setup.ts'
import { makePty, type Pty } from '../support/devices/pty.ts'
import { outputOf } from '../standin/set-up-desk.ts'
import { atSmallLibrary } from './support/at-small-library.ts'
import { CARDS, shelfBook } from './support/library.ts'
import * as eyes from './support/eyes.ts'

const STAR = 'star-mc-print3'
const CASES: readonly (readonly [string, Words, eyes.Look])[] = [
  ['en', ENGLISH.words, must(eyes.LOOKS['light'], 'a look')],
  ['es', SPANISH.words, must(eyes.LOOKS['200-percent'], 'a look')],
]

describe.each(CASES)('in %s', (language, words, look) => {
  let desk: Desk
  let hands: Hands
  let printer: PrinterServer
  let poles: readonly Pty[]
  let scanners: readonly Pty[]
  const { devices, displays, drawer_devices, printers } = words.pages

  beforeAll(async () => {
    printer = await makePrinterServer(profile(STAR))
    poles = [await makePty(), await makePty()]
    scanners = [await makePty(), await makePty()]
    desk = await launch()
    await desk.page.setViewportSize(eyes.SCREEN)
    hands = await atSmallLibrary(desk)
    outputOf(await desk.call('staff.set-language', { language }), 'snapshot')
    await eyes.wear(desk.page, look)
  })
  afterAll(async () => {
    await desk.close()
    await printer.close()
    await Promise.all([...poles, ...scanners].map((one) => one.unplug()))
  })

  async function seen(name: string): Promise<void> {
    await eyes.takePicture(desk.page, `first-devices-${language}-${name}`)
    expect(await eyes.sideways_px(desk.page)).toBeLessThanOrEqual(1)
    expect(await eyes.tooSmall(desk.page)).toEqual([])
  }
  /** The option of the field that has the focus: to the first, and down until it is there. */
  async function choose(name: string, label: string): Promise<void> {
    await hands.asks(name)
    const field = desk.page.locator(`[data-field="${name}"]`)
    const chosen = (): Promise<string> =>
      field.locator('select option:checked, label:has(input:checked) bdi').first().innerText()
    await hands.press('Home')
    for (let pressed = 0; pressed < 30 && (await chosen()) !== label; pressed += 1) await hands.press('ArrowDown')
    expect(await chosen()).toBe(label)
  }
  /** Home, and down to the row with this text. */
  async function row(text: string): Promise<void> {
    const rows = desk.page.locator('tr[aria-selected]')
    await rows.filter({ hasText: text }).first().waitFor()
    const at = (await rows.allInnerTexts()).findIndex((one) => one.includes(text))
    await hands.press('Home')
    for (let pressed = 0; pressed < at; pressed += 1) await hands.press('ArrowDown')
    await desk.page.locator('tr[aria-selected="true"]').filter({ hasText: text }).waitFor()
  }
  const says = (text: string): Promise<void> => desk.page.getByText(text, { exact: true }).first().waitFor()
  const section = (id: string) => desk.page.locator(`[data-section="${id}"]`)

  test('a Star printer of the network: its address, its model, a test page', async () => {
    await hands.press('Ctrl+Shift+d')
    await desk.page.locator('[data-place="this-desk"]').waitFor()
    await hands.press('d')
    await desk.page.locator('[data-place="devices"]').waitFor()
    await seen('none')
    await hands.press('n')
    await hands.asks('host')
    await hands.type('127.0.0.1')
    await hands.press('Tab')
    await desk.page.locator('[data-field="port_number"] input').fill(String(printer.port_number))
    await hands.press('Tab')
    await choose('profile_code', modelName(STAR))
    await seen('star-form')
    await hands.press('Ctrl+Enter')
    await says(devices.states.ready)
    await seen('star-ready')
    await row(printers.name('1'))
    await hands.press('t')
    await says(printers.test_ends.done())
    await seen('star-tested')
    expect(printer.lines().join('\n')).toContain(must(profileOf(STAR), 'a model').model)
  })

  test('the drawer at it: its connector, and what its sensor says', async () => {
    await row(printers.name('1'))
    await hands.press('o')
    await hands.asks('drawer')
    await seen('drawer-form')
    await hands.press('Ctrl+Enter')
    await says(drawer_devices.not_learned)
    await seen('drawer-not-learned')
    await section('drawers').getByText(devices.states.ready, { exact: true }).waitFor()
    await row(drawer_devices.not_learned)
    printer.change({ is_drawer_high: true })
    await hands.press('n')
    await says(drawer_devices.learn_says)
    await seen('drawer-asked')
    await hands.press('Enter')
    await section('drawers').getByText(drawer_devices.half_learned.open).waitFor()
    printer.change({ is_drawer_high: false })
    await hands.press('s')
    await says(drawer_devices.learn_says)
    await hands.press('Enter')
    await section('drawers').getByText(drawer_devices.is_shut, { exact: true }).waitFor()
    await seen('drawer-learned')
    expect((await hands.snapshot()).strip.drawers).toMatchObject({ tone: 'ok', says: words.screen.strip.drawers.ready })
  })

  test.each([
    [0, 'cd5220'],
    [1, 'esc-pos'],
  ] as const)('a pole display at port %i, %s: its port, its language, a test text', async (at, pole_language) => {
    await hands.press('d')
    await hands.asks('path')
    await hands.type(must(poles[at], 'a line').path)
    await hands.press('Tab')
    await choose('language', displays.languages[pole_language])
    await seen(`pole-${pole_language}-form`)
    await hands.press('Ctrl+Enter')
    await section('displays').getByText(devices.states.ready, { exact: true }).nth(at).waitFor()
    await row(displays.name(String(at + 1)))
    await hands.press('t')
    await expect.poll(() => must(poles[at], 'a line').received().toString('latin1')).toContain(displays.test_text)
    await seen(`pole-${pole_language}-ready`)
  })

  test('two scanners, one for each side: a scan of each turns the desk to its side', async () => {
    for (const [at, side] of [
      [0, 'out'],
      [1, 'in'],
    ] as const) {
      await hands.press('p')
      await hands.asks('path')
      await hands.type(must(scanners[at], 'a line').path)
      await hands.press('Tab')
      await choose('side', devices.sides[side])
      await seen(`scanner-${side}-form`)
      await hands.press('Ctrl+Enter')
      await section('own').getByText(devices.states.ready, { exact: true }).nth(at).waitFor()
      await seen(`scanner-${side}-ready`)
    }
    must(scanners[1], 'a line').send(`${shelfBook(1)}\r`)
    await says(devices.tried(shelfBook(1)))
    await seen('scanner-tried')
    for (let pressed = 0; pressed < 5 && (await hands.snapshot()).page !== null; pressed += 1)
      await hands.press('Escape')
    must(scanners[0], 'a line').send(`${CARDS.omar}\r`)
    await hands.until((now) => now.mode === 'out' && now.patron !== null)
    must(scanners[0], 'a line').send(`${shelfBook(1)}\r`)
    await hands.until((now) => now.totals.out_count === 1)
    must(scanners[1], 'a line').send(`${shelfBook(1)}\r`)
    const { rows } = await hands.until((now) => now.mode === 'in')
    expect(rows[0]?.barcode).toBe(shelfBook(1))
    await seen('scanner-in')
  })
})
