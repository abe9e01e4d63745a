/** Devices of the HID class that are not there: files for umockdev, which node-hid then finds, reads and writes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UsbIdentity } from '../../../shared/devices/setup.ts'

/**
 * The report descriptor of a scanner (HID Point of Sale Usage Tables 1.02): report 2 with a length, three bytes of
 * identifier, 56 of data, one of the vendor's, one reserved, and a bit for "goes on"; report 4 for the trigger.
 */
export const DESCRIPTOR = Buffer.from(
  '058c0902a10185020912a102150026ff00750895010501093b8102058c950109fb810209fc810209fd8102953809fe82' +
    '02010666ff950209048102058c75019501250109ff810275078103c085fe0666ff7508950126ff00090ab102c0',
  'hex',
)

/**
 * One that can be told to beep: its report 4 has eight switches, of which the first three are "prevent read", "initiate
 * barcode read" and "sound good read beep".
 */
export const BEEPING_DESCRIPTOR = Buffer.concat([
  DESCRIPTOR.subarray(0, -1),
  Buffer.from('058c0914a10285041500250175019503095f09600986910295059103c0c0', 'hex'),
])

/** The kernel's own buffer for a descriptor. */
const DESCRIPTOR_ROOM = 4096

type Made = {
  readonly usb: UsbIdentity
  readonly name: string
  readonly descriptor: Buffer
  /** What umockdev plays: "r" what comes, "w" what must be written, each after so many milliseconds. */
  readonly script: string
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')

function deviceText({ usb, name, descriptor }: Made): string {
  const ids = `0003:${hex4(usb.vendor_id)}:${hex4(usb.product_id)}`
  const parent = `/devices/virtual/misc/uhid/${ids}.0001`
  return `P: ${parent}/hidraw/hidraw0
N: hidraw0
E: DEVNAME=/dev/hidraw0
E: SUBSYSTEM=hidraw
L: device=../../../${ids}.0001
A: dev=241:0

P: ${parent}
E: DRIVER=hid-generic
E: HID_ID=0003:0000${hex4(usb.vendor_id)}:0000${hex4(usb.product_id)}
E: HID_NAME=${name}
E: HID_PHYS=virt/input0
E: HID_UNIQ=${usb.serial_number}
E: SUBSYSTEM=hid
H: report_descriptor=${hexOf(descriptor)}
`
}

/** What the scanner says of itself. */
export const MADE_SCANNER = { vendor_id: 0x0c2e, product_id: 0x0b61, serial_number: 'MADE0001' }

const hexOf = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()

function ioctls({ descriptor }: Made): string {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(descriptor.length)
  const rest = '00'.repeat(DESCRIPTOR_ROOM - descriptor.length)
  const [size_hex, text] = [hexOf(size), hexOf(descriptor)]
  return `@DEV /dev/hidraw0\nHIDIOCGRDESCSIZE 0 ${size_hex}\nHIDIOCGRDESC 0 ${size_hex}${text}${rest}\n`
}

/** umockdev writes a control character as ^ and its letter, and ^ itself as ^`. */
const escaped = (report: Uint8Array): string =>
  Array.from(report, (byte) => {
    if (byte < 32) return `^${String.fromCharCode(byte + 64)}`
    return byte === 94 ? '^`' : String.fromCharCode(byte)
  }).join('')

/** Writes the files of a device. @returns the words of `umockdev-run` before the command */
function madeHid(folder: string, made: Made): readonly string[] {
  const [device, ioctl, script] = ['device', 'ioctl', 'script'].map((name) => join(folder, `made.${name}`))
  writeFileSync(`${device}`, deviceText(made))
  writeFileSync(`${ioctl}`, ioctls(made))
  writeFileSync(`${script}`, made.script, 'latin1')
  return ['-d', `${device}`, '-i', `/dev/hidraw0=${ioctl}`, '-s', `/dev/hidraw0=${script}`, '--']
}

/**
 * A scanner that sends one report after it was opened. More than one would run together: what umockdev plays is a
 * stream, and knows no reports.
 */
export function madeScanner(folder: string, report: Uint8Array): readonly string[] {
  const script = `r 100 ${escaped(report)}\n`
  return madeHid(folder, { usb: MADE_SCANNER, name: 'Made-up scanner', descriptor: DESCRIPTOR, script })
}

/** A scanner that takes one report, which has to be this one. */
export function madeBeepingScanner(folder: string, report: Uint8Array): readonly string[] {
  const script = `w 0 ${escaped(report)}\n`
  return madeHid(folder, { usb: MADE_SCANNER, name: 'Made-up scanner', descriptor: BEEPING_DESCRIPTOR, script })
}

/** A drawer of a usage of its maker's: one report of two bytes in, and one out. */
const DRAWER_DESCRIPTOR = Buffer.from('06a0ff0901a1010902150026ff007508950281020903150026ff00750895029102c0', 'hex')
export const MADE_DRAWER = { vendor_id: 0x07c5, product_id: 0x0500, serial_number: '' }

/** A cash drawer that takes one report, which has to be this one. */
export function madeDrawer(folder: string, report: Uint8Array): readonly string[] {
  const script = `w 0 ${escaped(report)}\n`
  return madeHid(folder, { usb: MADE_DRAWER, name: 'Made-up drawer', descriptor: DRAWER_DESCRIPTOR, script })
}
