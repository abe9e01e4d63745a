/** A receipt printer as a desk sets it up, and papers for it. */
import type { PrinterProfile } from '../../../shared/devices/printer/profile.ts'
import { DEFAULT_PROFILE_CODE, profileOf } from '../../../shared/devices/printer/profiles.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { DeviceWork } from '../../../shared/devices/wire.ts'
import { must } from '../../../shared/kernel/assert.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'

export type PrinterSetup = Extract<DeviceSetup, { role: 'printer' }>

export const profile = (code: string): PrinterProfile => must(profileOf(code), 'a profile')

export function tcpPrinter(port_number: number, more: Partial<PrinterSetup> = {}): PrinterSetup {
  return {
    device_code: 'PRINTER-1',
    role: 'printer',
    place: { via: 'tcp', host: '127.0.0.1', port_number },
    profile_code: DEFAULT_PROFILE_CODE,
    drawer: null,
    ...more,
  }
}

/** A paper of these lines. */
export function paperOf(...lines: readonly string[]): ReceiptDocument {
  return {
    kind: 'list',
    language: 'en',
    is_copy: false,
    size: 'normal',
    blocks: lines.map((text) => ({ block: 'text', text, is_strong: false, align: 'start' })),
  }
}

export const printing = (...lines: readonly string[]): DeviceWork => ({
  kind: 'print',
  document: paperOf(...lines),
  is_practice: false,
  logo: null,
})
