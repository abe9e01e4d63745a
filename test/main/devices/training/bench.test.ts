/**
 * The training devices behind the real host, drivers and codecs: what a person does to them is what the drivers hear,
 * and no setup reaches a device of this computer.
 */
import { afterEach, describe, expect, test } from 'vitest'
import type { PrinterSetup } from '../../../support/devices/printer-setup.ts'
import { paperOf, tcpPrinter, profile } from '../../../support/devices/printer-setup.ts'
import type { DeviceWork } from '../../../../shared/devices/wire.ts'
import { makePrinterServer } from '../../../support/devices/printer-server.ts'
import { openTrainingHost, trainingHost, type TrainingHost } from '../../../support/devices/training-host.ts'

let host: TrainingHost
afterEach(() => host.devices.close())

const trainingPaper = (...lines: readonly string[]): DeviceWork => ({
  kind: 'print',
  document: paperOf(...lines),
  is_practice: true,
  logo: null,
})
const PRINT = trainingPaper('Line 1', 'Line 2')
const print = (work_ref: string) => host.devices.act({ kind: 'do', work_ref, device_code: 'PRINTER-1', work: PRINT })
const STAMPED = ['*** TRAINING ***', 'Line 1', 'Line 2', '*** TRAINING ***']

/** Takes so long to come out that a person, or a test, does something meanwhile. */
const LONG = Array.from({ length: 60 }, (_, line) => `Long line ${line + 1}`)
const printLong = (work_ref: string) =>
  host.devices.act({
    kind: 'do',
    work_ref,
    device_code: 'PRINTER-1',
    work: trainingPaper(...LONG),
  })
const LONG_STAMPED = ['*** TRAINING ***', ...LONG, '*** TRAINING ***']
const inTheMiddle = () => expect.poll(() => host.texts().length, { interval: 5 }).toBeGreaterThan(0)

const saidOfPrinter = () => {
  const last = host.said.findLast((one) => one.kind === 'printer')
  return last?.printer
}

describe('the scanner', () => {
  test('sends what is picked from the tray through the codec of real ones, long texts in several reports', async () => {
    host = await openTrainingHost()
    const long = `https://example.org/${'a'.repeat(150)}`
    for (const text of ['31234000123453', 'EQ-12', '9780306406157', long]) await host.act({ act: 'scan', text })
    expect(host.scans).toEqual(
      ['31234000123453', 'EQ-12', '9780306406157', long].map((text) => ({ device_code: 'SCANNER-1', text })),
    )
  })
})

describe('the printer', () => {
  test('prints a paper, stamped, cuts it, and acknowledges it', async () => {
    host = await openTrainingHost()
    await print('R1')
    await expect.poll(host.ends).toEqual(['R1 done'])
    expect(host.now().sheets).toMatchObject([{ texts: STAMPED, is_cut: true, from: 'desk', width_dots: 384 }])
    const rows = host.said.flatMap((one) => (one.kind === 'training-printed' ? [one.rows] : []))
    const dots = rows.reduce((sum, one) => sum + Buffer.from(one.rows, 'base64').length, 0) / (384 / 8)
    expect(dots).toBe(host.now().sheets[0]?.height_dots)
    expect(rows.length, 'it comes out bit by bit').toBeGreaterThan(2)
  })

  test('without paper takes no job; a roll that ends in the middle is waited for, and the job goes on', async () => {
    host = await openTrainingHost()
    await host.act({ act: 'printer', paper: 'out' })
    await expect.poll(() => saidOfPrinter()?.paper).toBe('out')
    await print('R1')
    await expect.poll(host.ends).toEqual(['R1 not-done paper-out'])
    await host.act({ act: 'printer', paper: 'enough' })
    await printLong('R2')
    await inTheMiddle()
    await host.act({ act: 'printer', paper: 'out' })
    const half = host.texts().length
    await expect.poll(() => saidOfPrinter()?.paper).toBe('out')
    expect(host.now().printer.is_printing).toBe(false)
    expect(host.texts()).toHaveLength(half)
    await host.act({ act: 'printer', paper: 'enough' })
    await expect.poll(host.ends).toEqual(['R1 not-done paper-out', 'R2 done'])
    expect(half).toBeLessThan(LONG.length)
    expect(host.texts()).toEqual(LONG_STAMPED)
  })

  test('with its cover open takes nothing, and says so', async () => {
    host = await openTrainingHost()
    await host.act({ act: 'printer', is_cover_open: true })
    await expect.poll(() => saidOfPrinter()).toMatchObject({ is_cover_open: true, is_online: false })
    await print('R1')
    await expect.poll(host.ends).toEqual(['R1 not-done cover-open'])
  })

  test('that hangs answers nothing and prints nothing, until it goes on', async () => {
    host = await openTrainingHost({ answer_ms: 100, job_ms: 200, look_ms: 50 })
    await host.act({ act: 'printer', is_stalled: true })
    await print('R1')
    await expect.poll(host.ends).toEqual(['R1 not-done no-answer'])
    expect(host.texts()).toEqual([])
    await host.act({ act: 'printer', is_stalled: false })
    await expect.poll(() => saidOfPrinter()?.is_online).toBe(true)
    await print('R2')
    await expect.poll(host.ends).toEqual(['R1 not-done no-answer', 'R2 done'])
  })

  test('that hangs in the middle of a job leaves nobody knowing, and prints the rest of it later', async () => {
    host = await openTrainingHost({ answer_ms: 100, job_ms: 200, look_ms: 50 })
    await printLong('R1')
    await inTheMiddle()
    await host.act({ act: 'printer', is_stalled: true })
    await expect.poll(host.ends).toEqual(['R1 may-be-done no-answer'])
    await host.act({ act: 'printer', is_stalled: false })
    await expect.poll(host.texts).toEqual(LONG_STAMPED)
  })

  test('whose cable is pulled is lost, and found again when it is plugged in', async () => {
    host = await openTrainingHost()
    await printLong('R1')
    await inTheMiddle()
    await host.act({ act: 'printer', is_plugged: false })
    await expect.poll(host.ends).toEqual(['R1 may-be-done lost'])
    await expect.poll(() => host.states('PRINTER-1').at(-1)).toBe('absent')
    await host.act({ act: 'printer', is_plugged: true })
    await expect.poll(() => host.states('PRINTER-1').at(-1)).toBe('ready')
  })
})

describe('the drawer', () => {
  test('opens on the pulse of the printer and says so by its sensor; a hand shuts it, a key opens it', async () => {
    host = await openTrainingHost()
    await expect.poll(() => saidOfPrinter()?.drawer_level).toBe('low')
    await host.devices.act({ kind: 'do', work_ref: 'P1', device_code: 'PRINTER-1', work: { kind: 'pulse' } })
    await expect.poll(host.ends).toEqual(['P1 done'])
    expect(host.now().is_drawer_open).toBe(true)
    await expect.poll(() => saidOfPrinter()?.drawer_level).toBe('high')
    await host.act({ act: 'drawer', is_open: false })
    await expect.poll(() => saidOfPrinter()?.drawer_level).toBe('low')
    await host.act({ act: 'drawer', is_open: true })
    await expect.poll(() => saidOfPrinter()?.drawer_level).toBe('high')
  })
})

test('the pole display shows the two lines that it is sent', async () => {
  host = await openTrainingHost()
  const lines = ['Given         $20.00', 'Change         $7.50']
  await host.devices.act({ kind: 'do', work_ref: 'S1', device_code: 'DISPLAY-1', work: { kind: 'show', lines } })
  await expect.poll(host.ends).toEqual(['S1 done'])
  expect(host.now().pole_lines).toEqual(lines)
})

describe('a practice desk and real devices', () => {
  test('finds its training devices and nothing else', async () => {
    host = trainingHost()
    await host.devices.act({ kind: 'discover', number: 1 })
    await expect.poll(() => host.said.find((one) => one.kind === 'discovered')).toBeDefined()
    const found = host.said.flatMap((one) => (one.kind === 'discovered' ? one.found : []))
    expect(found.map(({ looks_like, place }) => [looks_like, place.via])).toEqual([
      ['scanner', 'hid'],
      ['printer', 'usb-printer'],
      ['port', 'serial'],
    ])
  })

  test('a real printer that it was set up with is never connected', async () => {
    const server = await makePrinterServer(profile('epson-tm-t88v'))
    try {
      host = trainingHost()
      const real: PrinterSetup = tcpPrinter(server.port_number)
      await host.devices.act({ kind: 'use', devices: [real] })
      await host.devices.act({ kind: 'do', work_ref: 'R1', device_code: 'PRINTER-1', work: PRINT })
      await expect.poll(host.ends).toEqual(['R1 not-done not-ready'])
      expect(host.states('PRINTER-1')).not.toContain('opening')
      expect(server.clients_count()).toBe(0)
    } finally {
      await server.close()
    }
  })

  test('a station that begins again hears everything again', async () => {
    host = await openTrainingHost()
    await print('R1')
    await expect.poll(host.ends).toEqual(['R1 done'])
    const heard_count = host.said.length
    await host.devices.act({ kind: 'use', devices: [] })
    const again = host.said.slice(heard_count)
    expect(again.find((one) => one.kind === 'training-printed')).toMatchObject({ rows: { from_dots: 0 } })
    expect(again.find((one) => one.kind === 'training')?.now.sheets).toHaveLength(1)
  })
})
