/** What the devices of a desk are called. */
import { CODE_BEGINNINGS } from './setup.ts'
import type { Words } from '../words/en/en.ts'

/** The scanner that types: a desk has one setup for it. */
export const WEDGE_CODE = 'KEYBOARD-1'

/** "SCANNER-2" is "Scanner 2", as every page, paper and band says. */
export function deviceName(pages: Words['pages'], device_code: string): string {
  if (device_code === WEDGE_CODE) return pages.devices.keyboard
  const at = device_code.lastIndexOf('-')
  const number = device_code.slice(at + 1)
  switch (device_code.slice(0, at)) {
    case CODE_BEGINNINGS.printer:
      return pages.printers.name(number)
    case CODE_BEGINNINGS.drawer:
      return pages.drawer_devices.box(number)
    case CODE_BEGINNINGS.display:
      return pages.displays.name(number)
    default:
      return pages.devices.scanner(number)
  }
}
