/** The serial ports as the kernel of Linux lists them: links into a tree of devices, made here as it makes them. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linuxPorts, usbPortOfHid } from '../../../main/devices/transports/linux-ports-edge.ts'
import { testFolder } from '../support/folders.ts'

const SCANNER = { idVendor: '05f9', idProduct: '4204', serial: 'A 17/2', manufacturer: 'Datalogic' }
const ADAPTER = { idVendor: '067b', idProduct: '2303' }

type Files = Readonly<Record<string, string>>

/** @param at where its terminal lies below the device, and where that device is */
function list(root: string, name: string, device: string, at: string, files: Files): void {
  const folder = join(root, 'devices', device)
  const own = join(folder, at)
  mkdirSync(join(own, 'tty', name), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), `${text}\n`)
  symlinkSync(own, join(own, 'tty', name, 'device'))
  mkdirSync(join(root, 'class'), { recursive: true })
  symlinkSync(join(own, 'tty', name), join(root, 'class', name))
}

test('ports of USB devices say which, whatever lies between; ports of the computer have a path alone', async () => {
  const root = testFolder()
  list(root, 'ttyACM0', 'usb1/1-1', '1-1:1.0', SCANNER)
  list(root, 'ttyUSB0', 'usb1/1-2', '1-2:1.0/ttyUSB0', ADAPTER)
  list(root, 'ttyS0', 'pnp0/00:04', '00:04:0', {})
  const serial_number = 'A 17/2'
  expect(await linuxPorts(join(root, 'class'))).toEqual([
    {
      path: '/dev/ttyACM0',
      usb: { vendor_id: 0x05f9, product_id: 0x4204, serial_number, port: '1-1' },
      maker: 'Datalogic',
    },
    { path: '/dev/ttyS0', usb: null, maker: '' },
    { path: '/dev/ttyUSB0', usb: { vendor_id: 0x067b, product_id: 0x2303, serial_number: '', port: '1-2' }, maker: '' },
  ])
})

test('no consoles, no ports that this computer has not, and none that was pulled out meanwhile', async () => {
  const root = testFolder()
  list(root, 'tty1', 'virtual/tty', 'one', {})
  list(root, 'ttyS5', 'platform/serial8250', 'port', {})
  writeFileSync(join(root, 'class/ttyS5/type'), '0\n')
  symlinkSync(join(root, 'gone'), join(root, 'class/ttyACM3'))
  expect(await linuxPorts(join(root, 'class'))).toEqual([])
})

test('a device whose numbers cannot be read is a port without them', async () => {
  const root = testFolder()
  list(root, 'ttyACM0', 'usb1/1-1', '1-1:1.0', { ...SCANNER, idProduct: '' })
  expect(await linuxPorts(join(root, 'class'))).toEqual([{ path: '/dev/ttyACM0', usb: null, maker: '' }])
})

test.skipIf(process.platform !== 'linux')(
  'an HID device is at the USB port above it; one of no USB port has none',
  async () => {
    const root = testFolder()
    const made = (name: string, device: string): void => {
      mkdirSync(join(root, 'devices', device), { recursive: true })
      mkdirSync(join(root, 'class', name), { recursive: true })
      symlinkSync(join(root, 'devices', device), join(root, 'class', name, 'device'))
    }
    made('hidraw0', 'usb1/1-2/1-2.4/1-2.4:1.0/0003:05F9:4204.0001')
    for (const [file, text] of Object.entries(SCANNER)) writeFileSync(join(root, 'devices/usb1/1-2/1-2.4', file), text)
    made('hidraw1', 'virtual/misc/uhid/0003:05F9:4204.0002')
    const paths = ['/dev/hidraw0', '/dev/hidraw1', '/dev/hidraw2', '1-2:1.0']
    expect(await Promise.all(paths.map((path) => usbPortOfHid(path, join(root, 'class'))))).toEqual([
      '1-2.4',
      '',
      '',
      '',
    ])
  },
)
