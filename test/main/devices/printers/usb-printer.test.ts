/** A printer of the USB printer class: a file that never waits. In its place stands a terminal of the kernel. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Line } from '../../../../main/devices/transports/line.ts'
import { openUsbPrinter, usbPrintersSeen } from '../../../../main/devices/transports/usb-printer.ts'
import { makePty, type Pty } from '../../../support/devices/pty.ts'
import { testFolder } from '../../support/folders.ts'

const PLACE = { via: 'usb-printer', usb: { vendor_id: 0x04b8, product_id: 0x0202, serial_number: '' } } as const

type Opened = { readonly pty: Pty; readonly line: Line; readonly came: number[]; readonly lost: string[] }

async function opened(): Promise<Opened> {
  const pty = await makePty()
  const [came, lost]: [number[], string[]] = [[], []]
  const opening = await openUsbPrinter(PLACE, pty.path, {
    onBytes: (bytes) => came.push(...bytes),
    onLost: (detail) => lost.push(detail),
  })
  if (opening.kind !== 'open') throw new Error(opening.detail)
  onTestFinished(async () => {
    await opening.line.close()
    await pty.unplug()
  })
  return { pty, line: opening.line, came, lost }
}

test('bytes go and come as they are', async () => {
  const { pty, line, came } = await opened()
  const bytes = Uint8Array.from({ length: 30_000 }, (_, at) => at % 256)
  expect(await line.write(bytes, 5_000)).toEqual({ kind: 'taken' })
  await expect.poll(() => Buffer.compare(pty.received(), bytes)).toBe(0)
  pty.send(Uint8Array.of(0x12, 0, 0xff))
  await expect.poll(() => came).toEqual([0x12, 0, 0xff])
})

test('six printers that do not read hold no thread: files are read, and each write ends', async () => {
  const printers = await Promise.all(Array.from({ length: 6 }, opened))
  for (const { pty } of printers) pty.stall()
  const writes = printers.map(({ line }) => line.write(new Uint8Array(100_000), 700))
  const first = await Promise.race([...writes, readFile(import.meta.filename).then(() => 'read')])
  expect(first).toBe('read')
  const ends = await Promise.all(writes)
  expect(ends.map(({ kind }) => kind)).toEqual(ends.map(() => 'short'))
  await expect.poll(() => printers.map(({ lost }) => lost.length)).toEqual(printers.map(() => 1))
})

test('a printer that is held up by its paper may take longer', async () => {
  const { pty, line } = await opened()
  pty.stall()
  let isHeldUp = true
  const writing = line.write(new Uint8Array(100_000), 300, () => isHeldUp)
  expect(await Promise.race([writing, new Promise((resolve) => setTimeout(() => resolve('waits'), 900))])).toBe('waits')
  isHeldUp = false
  expect((await writing).kind).toBe('short')
})

test('one that is unplugged takes nothing more, and that it is lost is told once', async () => {
  const { pty, line, lost } = await opened()
  await pty.unplug()
  expect((await line.write(Uint8Array.of(1), 1_000)).kind).toBe('short')
  await expect.poll(() => lost).toHaveLength(1)
})

test('one that is not there, or not allowed', async () => {
  const none = { onBytes: () => undefined, onLost: () => undefined }
  expect(await openUsbPrinter(PLACE, '/dev/usb/lp99', none)).toMatchObject({ kind: 'not-open', fault: 'absent' })
})

test('found by what it says of itself', async () => {
  const root = testFolder()
  const device = join(root, 'devices/usb1/1-1')
  mkdirSync(join(device, '1-1:1.0'), { recursive: true })
  const files = { idVendor: '04b8', idProduct: '0202', serial: 'X4', manufacturer: 'EPSON', product: 'TM-T88V' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(device, name), `${text}\n`)
  mkdirSync(join(root, 'class/lp1'), { recursive: true })
  mkdirSync(join(root, 'class/hiddev0'))
  symlinkSync(join(device, '1-1:1.0'), join(root, 'class/lp1/device'))
  expect(await usbPrintersSeen(join(root, 'class'))).toEqual([
    {
      place: { via: 'usb-printer', usb: { vendor_id: 0x04b8, product_id: 0x0202, serial_number: 'X4', port: '1-1' } },
      name: 'EPSON TM-T88V',
      looks_like: 'printer',
      path: '/dev/usb/lp1',
    },
  ])
  expect(await usbPrintersSeen(join(root, 'none'))).toEqual([])
})
