/** A scanner of the HID POS class that is not there: files for umockdev, which node-hid then finds and reads. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The report descriptor of a scanner (HID Point of Sale Usage Tables 1.02): report 2 with a length, three bytes of
 * identifier, 56 of data, one of the vendor's, one reserved, and a bit for "goes on"; report 4 for the trigger.
 */
export const DESCRIPTOR = Buffer.from(
  '058c0902a10185020912a102150026ff00750895010501093b8102058c950109fb810209fc810209fd8102953809fe82' +
    '02010666ff950209048102058c75019501250109ff810275078103c085fe0666ff7508950126ff00090ab102c0',
  'hex',
)

const PARENT = '/devices/virtual/misc/uhid/0003:0C2E:0B61.0001'
/** The kernel's own buffer for a descriptor. */
const DESCRIPTOR_ROOM = 4096

const HEX = DESCRIPTOR.toString('hex').toUpperCase()

const DEVICE = `P: ${PARENT}/hidraw/hidraw0
N: hidraw0
E: DEVNAME=/dev/hidraw0
E: SUBSYSTEM=hidraw
L: device=../../../0003:0C2E:0B61.0001
A: dev=241:0

P: ${PARENT}
E: DRIVER=hid-generic
E: HID_ID=0003:00000C2E:00000B61
E: HID_NAME=Made-up scanner
E: HID_PHYS=virt/input0
E: HID_UNIQ=MADE0001
E: SUBSYSTEM=hid
H: report_descriptor=${HEX}
`

/** What the scanner says of itself. */
export const MADE_SCANNER = { vendor_id: 0x0c2e, product_id: 0x0b61, serial_number: 'MADE0001' }

function ioctls(): string {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(DESCRIPTOR.length)
  const sizeHex = size.toString('hex').toUpperCase()
  const rest = '00'.repeat(DESCRIPTOR_ROOM - DESCRIPTOR.length)
  return `@DEV /dev/hidraw0\nHIDIOCGRDESCSIZE 0 ${sizeHex}\nHIDIOCGRDESC 0 ${sizeHex}${HEX}${rest}\n`
}

/** umockdev writes a control character as ^ and its letter, and ^ itself as ^`. */
const escaped = (report: Uint8Array): string =>
  Array.from(report, (byte) => {
    if (byte < 32) return `^${String.fromCharCode(byte + 64)}`
    return byte === 94 ? '^`' : String.fromCharCode(byte)
  }).join('')

/**
 * Writes the files of a scanner that sends one report after it was opened. More than one would run together: what
 * umockdev plays is a stream, and knows no reports.
 * @returns the words of `umockdev-run` before the command
 */
export function madeScanner(folder: string, report: Uint8Array): readonly string[] {
  const device = join(folder, 'scanner.umockdev')
  const ioctl = join(folder, 'scanner.ioctl')
  const script = join(folder, 'scanner.script')
  writeFileSync(device, DEVICE)
  writeFileSync(ioctl, ioctls())
  writeFileSync(script, `r 100 ${escaped(report)}\n`, 'latin1')
  return ['-d', device, '-i', `/dev/hidraw0=${ioctl}`, '-s', `/dev/hidraw0=${script}`, '--']
}
