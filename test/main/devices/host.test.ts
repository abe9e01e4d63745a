/** The devices of a workstation on real drivers: serialport, on pseudoterminals of the kernel. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SerialPort } from 'serialport'
import type { DevicesHost } from '../../../main/devices/host.ts'
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { USUAL_LINE, type DeviceSetup } from '../../../shared/devices/setup.ts'
import type { DeviceScan, FromDevicesHost } from '../../../shared/devices/wire.ts'
import { ptyHost, type PtyHost } from '../../support/devices/pty-host.ts'

const CARD = '21234500001234'
const ITEM = '31234500012348'

let host: DevicesHost
let said: FromDevicesHost[]
let scans: DeviceScan[]
let newPty: PtyHost['newPty']
let close: PtyHost['close']

beforeEach(() => {
  ;({ host, said, scans, newPty, close } = ptyHost())
})
afterEach(() => close())

type Scanner = Extract<DeviceSetup, { role: 'scanner' }>

const scannerAt = (path: string, more: Partial<Scanner> = {}): DeviceSetup => ({
  device_code: 'SCANNER-1',
  role: 'scanner',
  side: 'any',
  framing: USUAL_FRAMING,
  place: { via: 'serial', usb: null, path, line: USUAL_LINE },
  ...more,
})

const statesOf = (code: string): string[] =>
  said.flatMap((one) => (one.kind === 'now' && one.device.device_code === code ? [one.device.state] : []))
const lastState = (code = 'SCANNER-1'): string | undefined => statesOf(code).at(-1)

test('a scanner on a serial line: what it scans arrives whole and in order, without its identifier', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('ready')
  pty.send(`]F0A${CARD}B\r\n`)
  pty.send(ITEM.slice(0, 5))
  pty.send(`${ITEM.slice(5)}\r`)
  await expect.poll(() => scans.map(({ text }) => text)).toEqual([CARD, ITEM])
})

test('1,000 scans at full speed all arrive, in order', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('ready')
  const sent = Array.from({ length: 1_000 }, (_, n) => `3${String(n).padStart(13, '0')}`)
  pty.send(sent.map((text) => `${text}\r`).join(''))
  await expect.poll(() => scans.length).toBe(1_000)
  expect(scans.map(({ text }) => text)).toEqual(sent)
})

test('two scanners at once, each with its name', async () => {
  const [out, back] = [await newPty(), await newPty()]
  await host.use([scannerAt(out.path, { side: 'out' }), scannerAt(back.path, { device_code: 'SCANNER-2', side: 'in' })])
  await expect.poll(() => [lastState('SCANNER-1'), lastState('SCANNER-2')]).toEqual(['ready', 'ready'])
  out.send(`${CARD}\r`)
  await expect.poll(() => scans.length).toBe(1)
  back.send(`${ITEM}\r`)
  await expect.poll(() => scans.length).toBe(2)
  expect(scans.map(({ device_code, text }) => [device_code, text])).toEqual([
    ['SCANNER-1', CARD],
    ['SCANNER-2', ITEM],
  ])
})

test('pulled out and plugged in again: told, and used again without a restart', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('ready')
  await pty.unplug()
  await expect.poll(() => lastState()).toBe('absent')
  // The kernel gives the lowest free number, which is the same one again.
  const again = await newPty()
  await host.use([scannerAt(again.path)])
  await expect.poll(() => lastState()).toBe('ready')
  again.send(`${ITEM}\r`)
  await expect.poll(() => scans.map(({ text }) => text)).toEqual([ITEM])
})

test('a port that another program holds is told as busy, and used once it is free', async () => {
  const pty = await newPty()
  const other = new SerialPort({ path: pty.path, baudRate: 9600, autoOpen: false })
  await new Promise<void>((resolve, reject) => other.open((fault) => (fault ? reject(fault) : resolve())))
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('busy')
  await new Promise<void>((resolve) => other.close(() => resolve()))
  await expect.poll(() => lastState()).toBe('ready')
})

test('what is no scan is told once, until there is one again', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('ready')
  const misread = (): FromDevicesHost[] => said.filter(({ kind }) => kind === 'misread')
  pty.send('\u0001\u0002\u0003\r\u0004\u0005\r\u001bp0\r')
  await expect.poll(() => misread().length).toBe(1)
  pty.send(`${CARD}\r`)
  await expect.poll(() => scans.length).toBe(1)
  expect(misread()).toEqual([{ kind: 'misread', device_code: 'SCANNER-1', fault: 'not-text' }])
  pty.send('\u0007\r')
  await expect.poll(() => misread().length).toBe(2)
})

const misreads = (): readonly string[] => said.flatMap((one) => (one.kind === 'misread' ? [one.fault] : []))

test('a scan of 2 MB is told once, and the next one is taken', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path, { framing: { ...USUAL_FRAMING, silence_ms: 2_000 } })])
  await expect.poll(() => lastState()).toBe('ready')
  pty.send('9'.repeat(2_000_000))
  pty.send(`\r${CARD}\r`)
  await expect.poll(() => scans.map(({ text }) => text)).toEqual([CARD])
  expect(misreads()).toEqual(['too-long'])
})

test('half a number whose end does not come is told, and is no scan', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('ready')
  pty.send(ITEM.slice(0, 7))
  await expect.poll(misreads).toEqual(['half-report'])
  pty.send(`${CARD}\r`)
  await expect.poll(() => scans.map(({ text }) => text)).toEqual([CARD])
})

test('a device that is no longer used is closed for another program to have; one that stays is not', async () => {
  const [first, second] = [await newPty(), await newPty()]
  await host.use([scannerAt(first.path), scannerAt(second.path, { device_code: 'SCANNER-2' })])
  await expect.poll(() => [lastState('SCANNER-1'), lastState('SCANNER-2')]).toEqual(['ready', 'ready'])
  await host.use([scannerAt(second.path, { device_code: 'SCANNER-2' })])
  const other = new SerialPort({ path: first.path, baudRate: 9600, autoOpen: false })
  await new Promise<void>((resolve, reject) => other.open((fault) => (fault ? reject(fault) : resolve())))
  await new Promise<void>((resolve) => other.close(() => resolve()))
  expect(statesOf('SCANNER-2').filter((state) => state === 'opening')).toHaveLength(1)
})

test('closing ends within its time also with a half scan on the line', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path)])
  await expect.poll(() => lastState()).toBe('ready')
  pty.send('123')
  await host.close()
  await host.close()
  expect(scans).toEqual([])
})

test('work for a device that is not set up, not there, or that does no such work is not done', async () => {
  const pty = await newPty()
  await host.use([scannerAt(pty.path), scannerAt('/dev/no-such-port', { device_code: 'SCANNER-2' })])
  await expect.poll(() => lastState()).toBe('ready')
  for (const code of ['PRINTER-1', 'SCANNER-2', 'SCANNER-1']) host.do(`work of ${code}`, code, { kind: 'pulse' })
  host.cancel('work of nobody')
  const ended = (): unknown =>
    said.flatMap((one) => (one.kind === 'ended' ? [[one.device_code, one.end, one.detail]] : []))
  await expect.poll(ended).toEqual([
    ['PRINTER-1', 'not-done', 'no-such-device'],
    ['SCANNER-2', 'not-done', 'not-ready'],
    ['SCANNER-1', 'not-done', 'wrong-work'],
  ])
})
