/**
 * The serial ports of Linux, read where the kernel lists them, and of an HID device its USB port and what it says of
 * its reports. The library of serial ports starts a program for its list each time, which takes a second on a slow
 * computer.
 */
import { readdir, readFile, realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const LIST = '/sys/class/tty'
const HID_LIST = '/sys/class/hidraw'
const NAMES = /^(tty(S|USB|ACM|AMA|O|MFD|WCH|XRUSB)|rfcomm)\d+$/
/** From a port up to the USB device that it belongs to, by way of the interface and, for some, a port of the driver. */
const LEVELS_MAX = 3

export type ListedPort = {
  readonly path: string
  /** Null: a port of the computer itself. */
  readonly usb: {
    readonly vendor_id: number
    readonly product_id: number
    readonly serial_number: string
    readonly port: string
  } | null
  readonly maker: string
}

async function textIn(folder: string, name: string): Promise<string | null> {
  return readFile(join(folder, name), 'utf8').then(
    (text) => text.trim(),
    () => null,
  )
}

/** What the USB device of a port says of itself. */
async function usbAbove(folder: string): Promise<Pick<ListedPort, 'usb' | 'maker'>> {
  let above = folder
  for (let level = 0; level < LEVELS_MAX; level += 1) {
    const [vendor, product] = await Promise.all([textIn(above, 'idVendor'), textIn(above, 'idProduct')])
    if (vendor !== null && product !== null) {
      const [serial, maker] = await Promise.all([textIn(above, 'serial'), textIn(above, 'manufacturer')])
      const [vendor_id, product_id] = [Number.parseInt(vendor, 16), Number.parseInt(product, 16)]
      if (Number.isNaN(vendor_id) || Number.isNaN(product_id)) return { usb: null, maker: '' }
      return { usb: { vendor_id, product_id, serial_number: serial ?? '', port: basename(above) }, maker: maker ?? '' }
    }
    above = dirname(above)
  }
  return { usb: null, maker: '' }
}

async function port(list: string, name: string): Promise<ListedPort | null> {
  const path = `/dev/${name}`
  const folder = await found(join(list, name))
  // Pulled out since the list was read, or one of dozens that the kernel could have and this computer has not.
  if (folder === null || (await textIn(folder, 'type')) === '0') return null
  const device = await found(join(folder, 'device'))
  return device === null ? { path, usb: null, maker: '' } : { path, ...(await usbAbove(device)) }
}

const found = (link: string): Promise<string | null> => realpath(link).catch(() => null)

/** @param list where the kernel lists its terminals; another folder in a test */
export async function linuxPorts(list = LIST): Promise<readonly ListedPort[]> {
  const names = (await readdir(list)).filter((name) => NAMES.test(name)).toSorted()
  const ports = await Promise.all(names.map((name) => port(list, name)))
  return ports.filter((one) => one !== null)
}

/**
 * The USB port that an HID device is plugged into, such as "1-2"; empty where the kernel does not say.
 * @param path that of its file, such as /dev/hidraw0
 * @param list where the kernel lists those; another folder in a test
 */
export async function usbPortOfHid(path: string, list = HID_LIST): Promise<string> {
  if (process.platform !== 'linux') return ''
  const device = await found(join(list, basename(path), 'device'))
  return device === null ? '' : ((await usbAbove(device)).usb?.port ?? '')
}

/** What an HID device says of its reports; undefined where the kernel does not show it. Path and list as above. */
export async function descriptorOfHid(path: string, list = HID_LIST): Promise<Uint8Array | undefined> {
  if (process.platform !== 'linux') return undefined
  return readFile(join(list, basename(path), 'device', 'report_descriptor')).catch(() => undefined)
}
