/**
 * A device of the HID class. node-hid is loaded when one is first asked for: where a library of the system is missing
 * it throws, and the desk works on without.
 */
import type { HIDAsync } from 'node-hid'
import { triggerOfHid } from '../../../shared/devices/drawer/triggers.ts'
import { SCANNER_USAGE, SCANNER_USAGE_PAGE } from '../../../shared/devices/scan/hid-pos.ts'
import { openedInTime } from './hanging.ts'
import { descriptorOfHid, usbPortOfHid } from './linux-ports-edge.ts'
import { inPieces, notOpen, untilEnded, usbIdentity, within, type Open, type Seen } from './line.ts'

const CLOSE_LIMIT_MS = 2_000

/**
 * The scanners that are plugged in, by what they are for, whoever made them; and cash drawers by their maker and model,
 * since no usage says what they are.
 */
export async function hidSeen(): Promise<readonly Seen[]> {
  const { devicesAsync } = await import('node-hid')
  const found = await devicesAsync()
  const all = found.map(async (one): Promise<Seen[]> => {
    const { path, usagePage: usage_page, usage } = one
    const isScanner = usage_page === SCANNER_USAGE_PAGE && usage === SCANNER_USAGE
    const drawer = triggerOfHid({ vendor_id: one.vendorId, product_id: one.productId })
    if (path === undefined || usage_page === undefined || usage === undefined || !(isScanner || drawer)) return []
    const looks_like = isScanner ? 'scanner' : 'drawer'
    const usb = usbIdentity(one.vendorId, one.productId, one.serialNumber, await usbPortOfHid(path))
    const name = [one.manufacturer, one.product].filter(Boolean).join(' ').slice(0, 200)
    return [{ place: { via: 'hid', usb, usage_page, usage }, name, looks_like, path }]
  })
  return (await Promise.all(all)).flat()
}

async function closeDevice(device: HIDAsync): Promise<void> {
  // One that was unplugged cannot be closed again, and is gone all the same.
  await within(CLOSE_LIMIT_MS, 'closing the device', device.close()).catch(() => undefined)
}

export const openHid: Open = async (_place, path, events) => {
  const heard = untilEnded(events)
  try {
    const { HIDAsync: Hid } = await import('node-hid')
    const device = await openedInTime(path, () => Hid.open(path), closeDevice)
    device.on('data', (report: Buffer) => heard.onBytes(report))
    // Unplugged: node-hid tells it as an error, and only as a string. Unheard, it would end this process.
    device.on('error', (fault: unknown) => heard.onLost(fault instanceof Error ? fault.message : String(fault)))
    const descriptor = await descriptorOfHid(path)
    return {
      kind: 'open',
      line: {
        descriptor,
        // A report is taken whole or not at all.
        write: (report, limit_ms) =>
          inPieces(report, limit_ms, (piece) => device.write(Buffer.from(piece)), {
            piece_bytes: report.length,
          }),
        close: async () => {
          heard.end()
          await closeDevice(device)
        },
      },
    }
  } catch (fault) {
    return notOpen(fault)
  }
}
