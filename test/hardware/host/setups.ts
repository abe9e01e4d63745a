/** Setups of the devices that the guest has. */
import { USUAL_FRAMING } from '../../../shared/devices/scan/framing.ts'
import { SCANNER_USAGE, SCANNER_USAGE_PAGE } from '../../../shared/devices/scan/hid-pos.ts'
import { USUAL_LINE, type DeviceSetup } from '../../../shared/devices/setup.ts'
import { MADE_SCANNER } from '../../support/devices/hid-made.ts'

const common = { role: 'scanner', side: 'any', framing: USUAL_FRAMING } as const

export function usbScanner(device_code: string, serial_number: string): DeviceSetup {
  const usb = { ...MADE_SCANNER, serial_number }
  const place = { via: 'hid', usb, usage_page: SCANNER_USAGE_PAGE, usage: SCANNER_USAGE } as const
  return { ...common, device_code, place }
}

/** A scanner of Datalogic on a serial port by USB. */
export const SERIAL_SCANNER = { vendor_id: 0x05f9, product_id: 0x4204, serial_number: 'MADE0003' }

/** @param path where it was when it was set up */
export function serialScanner(device_code: string, path: string): DeviceSetup {
  return { ...common, device_code, place: { via: 'serial', usb: SERIAL_SCANNER, path, line: USUAL_LINE } }
}

/** A receipt printer of Epson, as it tells of itself. */
export const USB_PRINTER = { vendor_id: 0x04b8, product_id: 0x0e15, serial_number: 'MADE0004' }
export const USB_PRINTER_MODEL = 'epson-tm-t20'

export const usbPrinter = (device_code: string): DeviceSetup => ({
  device_code,
  role: 'printer',
  place: { via: 'usb-printer', usb: USB_PRINTER },
  profile_code: USB_PRINTER_MODEL,
  drawer: null,
})
