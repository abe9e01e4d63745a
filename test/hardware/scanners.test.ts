/** Scanners on the real drivers and a real kernel: plugged in, out, and in again. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { Guest } from './host/guest.ts'
import { SERIAL_SCANNER, serialScanner, usbScanner } from './host/setups.ts'

const CARD = '21234500001234'
const ITEM = '31234500012348'

let guest: Guest

beforeAll(async () => {
  guest = await Guest.boot()
  await guest.act('startUdev', '', 0)
  await guest.act('makeUsb', 'serial', { is: 'serial-port', ...SERIAL_SCANNER })
})
afterAll(() => guest?.end())

beforeEach(() => guest.startDevices())
afterEach(async () => {
  await guest.act('unplugAll')
  await guest.act('endDevices')
})

/** As an item barcode, a hundred of them. */
const SCANS: readonly string[] = Array.from({ length: 100 }, (_, n) => `3${String(n).padStart(13, '0')}`)

const lineOf = (scans: readonly string[]): string =>
  Buffer.from(scans.map((text) => `${text}\r`).join('')).toString('hex')

/** Tells how long it took from the plug to this state; asserted by nothing, since the processor is emulated. */
function tellReady(what: string, plugged_at_ms: number): void {
  const ready = guest.states('SCANNER-1').findLast(({ state }) => state === 'ready')
  console.log(`${what}, plug to ready: ${((ready?.at_ms ?? Number.NaN) - plugged_at_ms).toFixed(0)} ms`)
}

test('a HID scanner is found by what it is for, scans, and comes back after it was unplugged', async () => {
  await guest.act('plugHid', 'one', 'MADE0001')
  const { place } = usbScanner('SCANNER-1', 'MADE0001')
  // The guest has a port of its own, too.
  const seen = async (): Promise<readonly unknown[]> =>
    (await guest.look()).flatMap((one) => (one.looks_like === 'scanner' ? [one.place] : []))
  await expect.poll(seen).toEqual([place])
  await guest.use([usbScanner('SCANNER-1', 'MADE0001')])
  await expect.poll(() => guest.state('SCANNER-1')).toBe('ready')
  await guest.act('scanHid', 'one', [CARD])
  await expect.poll(() => guest.scans('SCANNER-1')).toEqual([CARD])

  await guest.act('unplug', 'one')
  await expect.poll(() => guest.state('SCANNER-1')).toBe('absent')
  const plugged_at_ms = await guest.act('plugHid', 'one', 'MADE0001')
  await expect.poll(() => guest.state('SCANNER-1')).toBe('ready')
  tellReady('HID', plugged_at_ms)
  await guest.act('scanHid', 'one', [ITEM])
  await expect.poll(() => guest.scans('SCANNER-1')).toEqual([CARD, ITEM])
})

test('a serial scanner is found by vendor, product and serial number, also where it gets another path', async () => {
  await guest.act('plugUsb', 'serial')
  const seen = async (): Promise<readonly unknown[]> =>
    (await guest.look()).flatMap(({ place }) => (place.via === 'serial' && place.usb ? [place.usb] : []))
  await expect.poll(seen).toEqual([{ ...SERIAL_SCANNER, port: expect.stringMatching(/^\d+-1$/) as string }])
  // The path is that of a device that is gone: it counts for nothing.
  await guest.use([serialScanner('SCANNER-1', '/dev/ttyUSB7')])
  await expect.poll(() => guest.state('SCANNER-1')).toBe('ready')
  await guest.act('open', '/dev/ttyGS0')
  await guest.act('write', '/dev/ttyGS0', lineOf([CARD]))
  await expect.poll(() => guest.scans('SCANNER-1')).toEqual([CARD])

  // Another program keeps the path, as one does that has not noticed.
  await guest.act('open', '/dev/ttyACM0')
  await guest.act('close', '/dev/ttyGS0')
  await guest.act('unplug', 'serial')
  await expect.poll(() => guest.state('SCANNER-1')).toBe('absent')
  const plugged_at_ms = await guest.act('plugUsb', 'serial')
  await expect.poll(() => guest.state('SCANNER-1')).toBe('ready')
  tellReady('Serial by USB', plugged_at_ms)
  expect([await guest.act('isThere', '/dev/ttyACM0'), await guest.act('isThere', '/dev/ttyACM1')]).toEqual([
    false,
    true,
  ])
  await guest.act('open', '/dev/ttyGS0')
  await guest.act('write', '/dev/ttyGS0', lineOf([ITEM]))
  await expect.poll(() => guest.scans('SCANNER-1')).toEqual([CARD, ITEM])
})

test('a hundred scans in a row through each of two scanners at once all arrive, in order', async () => {
  await guest.act('plugHid', 'one', 'MADE0001')
  await guest.act('plugUsb', 'serial')
  await guest.use([usbScanner('SCANNER-1', 'MADE0001'), serialScanner('SCANNER-2', '')])
  await expect.poll(() => [guest.state('SCANNER-1'), guest.state('SCANNER-2')]).toEqual(['ready', 'ready'])
  await guest.act('open', '/dev/ttyGS0')
  const began = performance.now()
  await Promise.all([guest.act('scanHid', 'one', SCANS), guest.act('write', '/dev/ttyGS0', lineOf(SCANS))])
  const counts = (): readonly number[] => ['SCANNER-1', 'SCANNER-2'].map((code) => guest.scans(code).length)
  await expect.poll(counts).toEqual([SCANS.length, SCANS.length])
  console.log(`200 scans through two scanners: ${(performance.now() - began).toFixed(0)} ms`)
  expect(guest.scans('SCANNER-1')).toEqual(SCANS)
  expect(guest.scans('SCANNER-2')).toEqual(SCANS)
})

test('two scanners with one serial number are told as twins, until one of them is gone', async () => {
  await guest.act('plugHid', 'one', 'MADE0001')
  await guest.use([usbScanner('SCANNER-1', 'MADE0001')])
  await expect.poll(() => guest.state('SCANNER-1')).toBe('ready')
  const isTwin = (): boolean | undefined => guest.states('SCANNER-1').at(-1)?.is_twin
  expect(isTwin()).toBe(false)
  await guest.act('plugHid', 'two', 'MADE0001')
  await expect.poll(isTwin).toBe(true)
  await guest.act('unplug', 'two')
  await expect.poll(isTwin).toBe(false)
  expect(guest.state('SCANNER-1')).toBe('ready')
})

test('a scanner that comes and goes is told once, left alone meanwhile, and used again when it stays', async () => {
  const state = (): string | undefined => guest.state('SCANNER-1')
  await guest.use([usbScanner('SCANNER-1', 'MADE0001')])
  while (state() !== 'flapping') {
    await guest.act('plugHid', 'one', 'MADE0001')
    await expect.poll(state).toMatch(/ready|flapping/)
    await guest.act('unplug', 'one')
    await expect.poll(state).not.toBe('ready')
  }
  await guest.act('flapHid', 'MADE0001', 100, 50)
  await guest.act('plugHid', 'one', 'MADE0001')
  await expect.poll(state).toBe('ready')
  const states = guest.states('SCANNER-1').map((one) => one.state)
  // Told again only after it was tried again.
  const untried = states.filter((one, n) => one === 'flapping' && !['opening', 'ready'].includes(states[n - 1] ?? ''))
  expect(states).toContain('flapping')
  expect(untried).toEqual([])
  await guest.act('scanHid', 'one', [CARD])
  await expect.poll(() => guest.scans('SCANNER-1')).toEqual([CARD])
})
