/** A printer on a serial line: the real driver, a terminal of the kernel, and the printer in software at its end. */
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { jobLimitMs } from '../../../../main/devices/printers/printer.ts'
import { SimulatedPrinter } from '../../../../shared/devices/printer/interpreter/simulated-printer.ts'
import type { Happening } from '../../../../shared/devices/printer/interpreter/interpreter.ts'
import { USUAL_LINE } from '../../../../shared/devices/setup.ts'
import { makePty, type Pty } from '../../../support/devices/pty.ts'
import { printing, profile, tcpPrinter } from '../../../support/devices/printer-setup.ts'
import { printingHost, type PrintingHost } from '../../../support/devices/printing-host.ts'

const CODE = 'epson-tm-t88v'

let desk: PrintingHost
beforeEach(() => {
  desk = printingHost()
})
afterEach(() => desk.host.close())

const placeAt = (path: string, baud_count = 115_200) =>
  ({ via: 'serial', usb: null, path, line: { ...USUAL_LINE, baud_count } }) as const

async function serialPrinter(): Promise<{ readonly pty: Pty; readonly happened: readonly Happening[] }> {
  const pty = await makePty()
  onTestFinished(() => pty.unplug())
  const printer = new SimulatedPrinter(profile(CODE))
  const happened: Happening[] = []
  pty.listen((bytes) => {
    const outcome = printer.receive(bytes)
    happened.push(...outcome.happened)
    if (outcome.sent.length > 0) pty.send(Uint8Array.from(outcome.sent))
  })
  await desk.host.use([tcpPrinter(1, { place: placeAt(pty.path), profile_code: CODE })])
  await desk.ready()
  return { pty, happened }
}

const long = (): ReturnType<typeof printing> =>
  printing(...Array.from({ length: 2_000 }, (_, number) => `Braiding Sweetgrass, part ${number}`))

test('prints, letters and pictures, and says that it is done', async () => {
  const { happened } = await serialPrinter()
  desk.host.do('R1', 'PRINTER-1', printing('Moby Dick', '吾輩は猫である', 'Año nuevo'))
  await expect.poll(desk.ends).toEqual(['R1 done'])
  expect(happened.flatMap((one) => (one.happened === 'line' ? [one.text.trim()] : []))).toEqual([
    'Moby Dick',
    'Año nuevo',
  ])
  expect(happened.filter((one) => one.happened === 'picture')).toHaveLength(1)
})

test('a printer that stops reading in the middle: it may be done, and nothing hangs', async () => {
  const { pty } = await serialPrinter()
  const before_count = pty.received().length
  desk.host.do('R1', 'PRINTER-1', long())
  await expect.poll(() => pty.received().length).toBeGreaterThan(before_count + 1_000)
  pty.stall()
  await desk.host.use([])
  await expect.poll(desk.ends).toEqual(['R1 may-be-done lost'])
})

test('one that is pulled out in the middle may have printed', async () => {
  const { pty } = await serialPrinter()
  const before_count = pty.received().length
  desk.host.do('R1', 'PRINTER-1', long())
  await expect.poll(() => pty.received().length).toBeGreaterThan(before_count + 1_000)
  await pty.unplug()
  await expect.poll(() => desk.ends().map((end) => end.split(' ')[1])).toEqual(['may-be-done'])
})

test('the time for a job grows with its bytes, and on a slow line more', () => {
  const patience = { answer_ms: 1, job_ms: 10_000, look_ms: 1 }
  const limit_ms = (count: number, place: Parameters<typeof jobLimitMs>[1]['place']): number =>
    jobLimitMs(count, { place }, patience)
  const network = { via: 'tcp', host: 'printer', port_number: 9100 } as const
  expect(limit_ms(2_000, network)).toBe(12_000)
  expect(limit_ms(2_000, placeAt('COM1', 115_200))).toBe(12_348)
  expect(limit_ms(2_000, placeAt('COM1', 9_600))).toBe(16_167)
})
