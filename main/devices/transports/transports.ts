/**
 * How devices are found and opened. A desk at work has the transports of this computer; a desk for practice has others,
 * which end in software, and nothing but these differs.
 */
import type { DevicePlace } from '../../../shared/devices/setup.ts'
import { openHid } from './hid-edge.ts'
import type { Open } from './line.ts'
import { lookAround, type Look } from './look.ts'
import { OWN_QUEUES } from './own-queues.ts'
import { openQueueOf } from './queue.ts'
import { openSerial } from './serial-edge.ts'
import { openTcp } from './tcp.ts'
import { openUsbPrinter } from './usb-printer.ts'

export type Transports = {
  readonly opens: Readonly<Record<DevicePlace['via'], Open>>
  /** @param places those that were set up */
  readonly look: (kinds: ReadonlySet<DevicePlace['via']>, places: readonly DevicePlace[]) => Promise<Look>
}

export const OWN_TRANSPORTS: Transports = {
  opens: {
    hid: openHid,
    serial: openSerial,
    tcp: openTcp,
    queue: openQueueOf(OWN_QUEUES),
    'usb-printer': openUsbPrinter,
  },
  look: lookAround,
}
