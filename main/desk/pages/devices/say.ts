/** What the parts of the devices page say alike: where a device is, how serious its state is. */
import type { DevicePlace } from '../../../../shared/devices/setup.ts'
import type { Tone } from '../../../../shared/desk/page.ts'
import { cleanLine } from '../../../../shared/kernel/clean-text.ts'
import type { Words } from '../../../../shared/words/en/en.ts'

/** Longer than any serial number, and short enough for a row. */
const SAID_MAX = 60

export type Pages = Words['pages']

export const TONES = {
  ready: 'good',
  opening: 'quiet',
  absent: 'warn',
  waiting: 'warn',
  denied: 'stop',
  busy: 'stop',
  flapping: 'stop',
} as const satisfies Readonly<Record<string, Tone>>

/** What a device says of itself can be anything. */
export const plain = (said: string): string => cleanLine(said).slice(0, SAID_MAX)

/** "Port /dev/ttyUSB0", or the vendor's numbers where nothing has a name. */
export function placeSaid({ devices: words, printers }: Pages, place: DevicePlace): string {
  if (place.via === 'serial') return words.port(plain(place.path))
  if (place.via === 'tcp') return printers.network(place.host, String(place.port_number))
  if (place.via === 'queue') return printers.queue(plain(place.name))
  const { vendor_id, product_id, serial_number, port = '' } = place.usb
  const hex = (value: number): string => value.toString(16).padStart(4, '0')
  const said = words.usb(`${hex(vendor_id)}:${hex(product_id)}`, plain(serial_number))
  // Without a number of its own, where it is plugged in is all that tells it from another.
  return serial_number === '' && port !== '' ? words.at_port(said, plain(port)) : said
}
