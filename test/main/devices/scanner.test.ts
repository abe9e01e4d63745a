/** The driver of a scanner, where this process is busy or a part of a scan is lost. Timers are real. */
import { expect, onTestFinished, test } from 'vitest'
import type { Line, Written } from '../../../main/devices/transports/line.ts'
import type { Driver } from '../../../main/devices/driver.ts'
import { scannerDriver } from '../../../main/devices/scanners/scanner.ts'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { USUAL_LINE, type PlainPlace } from '../../../shared/devices/setup.ts'
import { BEEPING_DESCRIPTOR, DESCRIPTOR } from '../../support/devices/hid-made.ts'
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
  const [scans, faults, beepers]: [string[], string[], string[]] = [[], [], []]
  const framing = { ...USUAL_FRAMING, ends: [...ends] }
  const driver: Driver = scannerDriver(
    { device_code: 'SCANNER-1', role: 'scanner', side: 'any', framing, place },
    {
      monotonic_ms: () => performance.now(),
      scanned: (text) => scans.push(text),
      misread: (fault) => faults.push(fault),
      beeper: () => beepers.push('beeper'),
    },
  )
  onTestFinished(() => driver.end())
  return { driver, scans, faults, beepers }
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

/** A scanner that is open; what it is told, it takes or not. */
function openLine(descriptor: Uint8Array | undefined, written: Written = { kind: 'taken' }) {
  const told: (readonly number[])[] = []
  const line: Line = {
    descriptor,
    write: (bytes) => {
      told.push([...bytes])
      return Promise.resolve(written)
    },
    close: () => Promise.resolve(),
  }
  return { line, told }
}

test('one that can beep says so when it is opened, and again to a station that starts; told, it beeps', async () => {
  const { driver, beepers } = scanner(HID)
  const { line, told } = openLine(BEEPING_DESCRIPTOR)
  driver.opened(line)
  driver.tellAgain()
  expect(beepers).toHaveLength(2)
  expect(await driver.do({ kind: 'beep' })).toEqual({ end: 'done', detail: '' })
  expect(told).toEqual([[4, 0b100]])
})

test.each<[string, PlainPlace, Uint8Array | undefined]>([
  ['says of itself that it has no beeper', HID, DESCRIPTOR],
  ['says nothing of itself', HID, undefined],
  ['is at a serial port', SERIAL, undefined],
])('one that %s is never told to beep', async (_what, place, descriptor) => {
  const { driver, beepers } = scanner(place)
  const { line, told } = openLine(descriptor)
  driver.opened(line)
  driver.tellAgain()
  expect(await driver.do({ kind: 'beep' })).toEqual({ end: 'not-done', detail: 'wrong-work' })
  expect([beepers, told]).toEqual([[], []])
})

test('one that does not take the beep, or is gone, says so', async () => {
  const { driver } = scanner(HID)
  driver.opened(openLine(BEEPING_DESCRIPTOR, { kind: 'short', taken_max_count: 2, detail: 'late' }).line)
  expect(await driver.do({ kind: 'beep' })).toEqual({ end: 'may-be-done', detail: 'not-taken' })
  driver.end()
  expect(await driver.do({ kind: 'beep' })).toEqual({ end: 'not-done', detail: 'wrong-work' })
})
