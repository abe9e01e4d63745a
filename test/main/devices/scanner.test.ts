/** The driver of a scanner, where this process is busy or a part of a scan is lost. Timers are real. */
import { expect, onTestFinished, test } from 'vitest'
import type { Driver } from '../../../main/devices/driver.ts'
import { scannerDriver } from '../../../main/devices/scanners/scanner.ts'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { USUAL_LINE, type PlainPlace } from '../../../shared/devices/setup.ts'
import { posReports } from '../../support/devices/hid-reports.ts'

const CARD = '21234500001234'
const ITEM = '31234500012348'
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const SERIAL: PlainPlace = { via: 'serial', usb: null, path: '/dev/ttyUSB0', line: USUAL_LINE }
const HID: PlainPlace = {
  via: 'hid',
  usb: { vendor_id: 1, product_id: 2, serial_number: '' },
  usage_page: 0x8c,
  usage: 2,
}

function scanner(place: PlainPlace, ends: readonly number[] = USUAL_FRAMING.ends) {
  const [scans, faults]: [string[], string[]] = [[], []]
  const framing = { ...USUAL_FRAMING, ends: [...ends] }
  const driver: Driver = scannerDriver(
    { device_code: 'SCANNER-1', role: 'scanner', side: 'any', framing, place },
    {
      monotonic_ms: () => performance.now(),
      scanned: (text) => scans.push(text),
      misread: (fault) => faults.push(fault),
    },
  )
  onTestFinished(() => driver.end())
  return { driver, scans, faults }
}

/** This process is busy, as while it draws a paper; then its timers run before it reads what came meanwhile. */
async function isBusy(busy_ms: number): Promise<void> {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busy_ms)
  await new Promise((resolve) => setTimeout(resolve, 1))
}

test.each([
  ['with a suffix', USUAL_FRAMING.ends, '\r'],
  ['that a silence ends', [], ''],
])('half a scan %s, and then this process is busy: the other half belongs to it', async (_what, ends, end) => {
  const { driver, scans, faults } = scanner(SERIAL, ends)
  driver.take(bytesOf(ITEM.slice(0, 5)))
  await isBusy(USUAL_FRAMING.silence_ms + 200)
  driver.take(bytesOf(`${ITEM.slice(5)}${end}`))
  await expect.poll(() => scans).toEqual([ITEM])
  expect(faults).toEqual([])
})

test('reports whose end was lost are told, and are no part of the next scan', async () => {
  const { driver, scans, faults } = scanner(HID)
  const [first = new Uint8Array()] = posReports('9'.repeat(60), ']Q1')
  driver.take(first)
  await expect.poll(() => faults).toEqual(['half-report'])
  for (const report of posReports(CARD, ']F0')) driver.take(report)
  expect(scans).toEqual([CARD])
})

test('reports that are read late, because this process was busy, are one scan', async () => {
  const { driver, scans, faults } = scanner(HID)
  const text = '9'.repeat(60)
  const [first = new Uint8Array(), second = new Uint8Array()] = posReports(text, ']Q1')
  driver.take(first)
  await isBusy(1_000)
  driver.take(second)
  expect([scans, faults]).toEqual([[text], []])
})
