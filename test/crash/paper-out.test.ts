/**
 * The roll ends in the middle of a long receipt, and then the station or the devices process is killed with `kill -9`:
 * once there is paper again the receipt comes whole, what came before has no twin without a mark, and the drawer opens
 * once.
 */
import { expect, onTestFinished, test } from 'vitest'
import { profileOf } from '../../shared/devices/printer/profiles.ts'
import { must } from '../../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { testFolder } from '../main/support/folders.ts'
import { printerAt, setUpDevices } from '../main/support/printers.ts'
import { makePrinterServer } from '../support/devices/printer-server.ts'
import { KilledSpooler } from '../support/spooler/killed-spooler.ts'

const LINES_COUNT = 300
const text = (said: string) => ({ block: 'text', text: said, is_strong: false, align: 'start' }) as const
const LONG: ReceiptDocument = {
  kind: 'check-out',
  language: 'en',
  is_copy: false,
  size: 'normal',
  blocks: Array.from({ length: LINES_COUNT }, (_, at) => text(`Line ${at + 1} of the long receipt.`)),
}
const LAST = `Line ${LINES_COUNT} of the long receipt.`

async function begun() {
  const printer = await makePrinterServer(must(profileOf('epson-tm-t88v'), 'a profile'))
  onTestFinished(() => printer.close())
  const folder = testFolder()
  setUpDevices(folder, [printerAt('PRINTER-1', printer.port_number)])
  const spooler = new KilledSpooler(folder)
  onTestFinished(() => spooler.end())
  spooler.start()
  /** Until nothing of it waits. */
  const isQuiet = async (): Promise<boolean> => (await spooler.counted())?.waiting_count === 0
  /** Until the station has it on disk. */
  const queue = async (number: number, job: Parameters<typeof spooler.queue>[1]): Promise<void> => {
    await expect.poll(() => (spooler.queue(number, job), spooler.queued.has(number))).toBe(true)
  }
  return { printer, spooler, isQuiet, queue }
}

test.each(['station', 'devices'] as const)('%s killed: the receipt comes whole, once without a mark', async (which) => {
  const { printer, spooler, isQuiet, queue } = await begun()
  printer.behave({ runs_out_at: 2_000 })
  await queue(1, { kind: 'receipt', payload: { document: LONG }, device_code: 'PRINTER-1' })
  const lines = (said: string): number => printer.lines().filter((line) => line.includes(said)).length
  await expect.poll(() => lines('Line 1 of')).toBe(1)
  expect(lines(LAST)).toBe(0)

  spooler.kill(which)
  // What a clerk does meanwhile: a sale, whose drawer waits for the printer.
  await queue(2, { kind: 'drawer', payload: { drawer: 'MAIN' } })
  printer.change({ paper: 'enough' })
  await expect.poll(() => lines(LAST)).toBeGreaterThanOrEqual(1)
  await expect.poll(isQuiet).toBe(true)

  const cuts = printer.happened.filter(({ happened }) => happened === 'cut').length
  // Above and below each paper that may be a second one.
  expect([lines(LAST), cuts, lines('REPRINT')]).toEqual([cuts, cuts, (cuts - 1) * 2])
  expect([...spooler.pulses.values()].every((count) => count === 1)).toBe(true)
  expect(printer.happened.filter(({ happened }) => happened === 'pulse').length).toBeLessThanOrEqual(1)
})
