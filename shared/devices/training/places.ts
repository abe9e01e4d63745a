/**
 * The training devices of a practice desk, which exist in software only. Each says of itself what no real device says,
 * so that a practice desk knows its own and a desk at work never finds one.
 */
import { SCANNER_USAGE, SCANNER_USAGE_PAGE } from '../scan/hid-pos.ts'
import { USUAL_FRAMING } from '../scan/framing.ts'
import { USUAL_LINE, type DevicePlace, type DeviceSetup } from '../setup.ts'
import { TRAINING_PROFILE_CODE } from '../printer/profiles.ts'

const usb = (product_id: number) => ({ vendor_id: 0, product_id, serial_number: 'TRAINING' })

export const TRAINING_PLACES = {
  scanner: { via: 'hid', usb: usb(1), usage_page: SCANNER_USAGE_PAGE, usage: SCANNER_USAGE },
  printer: { via: 'usb-printer', usb: usb(2) },
  display: { via: 'serial', usb: usb(3), path: 'training', line: USUAL_LINE },
} as const satisfies Readonly<Record<string, DevicePlace>>

export function isTrainingPlace(place: DevicePlace): boolean {
  if (!('usb' in place) || place.usb === null) return false
  return place.usb.vendor_id === 0 && place.usb.serial_number === TRAINING_PLACES.printer.usb.serial_number
}

/** The connector of the printer that the drawer is at, and the level that says that it is open. */
export const TRAINING_DRAWER = { connector: 0, open_level: 'high' } as const

type Role = Exclude<DeviceSetup['role'], 'drawer'>
export const TRAINING_ROLES: readonly Role[] = ['scanner', 'printer', 'display']

/** A training device as it is set up. @param drawer the cash drawer that the printer opens; null: there is none */
export function trainingSetup(role: Role, device_code: string, drawer: string | null): DeviceSetup {
  switch (role) {
    case 'scanner':
      return { device_code, role, side: 'any', framing: USUAL_FRAMING, place: TRAINING_PLACES.scanner }
    case 'printer':
      return {
        device_code,
        role,
        place: TRAINING_PLACES.printer,
        profile_code: TRAINING_PROFILE_CODE,
        drawer: drawer === null ? null : { drawer, ...TRAINING_DRAWER },
      }
    case 'display':
      return { device_code, role, place: TRAINING_PLACES.display, language: 'cd5220' }
  }
}
