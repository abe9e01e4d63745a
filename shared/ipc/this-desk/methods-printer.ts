/** The methods of the receipt printers at this desk. Who may use them looks after the desk. */
import { z } from 'zod'
import { deviceCodeSchema, printerPlaceSchema, SERIAL_FLOWS, SERIAL_FORMS, SERIAL_SPEEDS } from '../../devices/setup.ts'
import { asSent, commandId, EXAMPLE_ID, libraryAct, libraryView, method, path } from '../method.ts'

/** Which model a printer is, and how its line is set where it has one. */
const PRINTER = {
  /** Its model, `shared/devices/printer/profiles.ts`. One that nobody knows is refused in words. */
  profile_code: asSent(z.string().trim().min(1).max(64)).optional(),
  /** Of a serial line: its speed in baud; its data bits, parity and stop bits; how the printer stops it. */
  speed: z.enum(SERIAL_SPEEDS).optional(),
  form: z.enum(SERIAL_FORMS).optional(),
  flow: z.enum(SERIAL_FLOWS).optional(),
} as const

export const PRINTER_METHODS = {
  'device.add-printer': method({
    does:
      'Uses a USB printer, a serial port, a printer queue or a printer of the network that was found as a receipt ' +
      'printer, from now on and after every start.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, place: printerPlaceSchema, ...PRINTER }),
    refusals: ['training-devices-only', 'device-known', 'printer-model-unknown', 'too-many-devices', 'no-devices-here'],
    example: {
      commandId: EXAMPLE_ID,
      profile_code: 'epson-tm-t88v',
      place: { via: 'usb-printer', usb: { vendor_id: 0x04b8, product_id: 0x0202, serial_number: 'X4' } },
    },
  }),
  'device.add-network-printer': method({
    does: 'Uses a receipt printer of the network by its address: for one that the search does not find.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      host: asSent(z.string().trim().min(1).max(253)),
      /** Left out: 9100, as nearly all have it. */
      port_number: z.int().min(1).max(65_535).optional(),
      ...PRINTER,
    }),
    refusals: ['training-devices-only', 'device-known', 'printer-model-unknown', 'too-many-devices', 'no-devices-here'],
    example: { commandId: EXAMPLE_ID, host: '192.168.1.50', port_number: 9_100, profile_code: 'star-tsp100iv' },
  }),
  'device.add-printer-port': method({
    does: 'Uses a serial port as a receipt printer, by its name: for a port that the search does not find.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, path, ...PRINTER }),
    refusals: ['training-devices-only', 'device-known', 'printer-model-unknown', 'too-many-devices', 'no-devices-here'],
    example: { commandId: EXAMPLE_ID, path: '/dev/ttyS0', profile_code: 'generic-80', speed: '19200', form: '8N1' },
  }),
  'device.set-printer': method({
    does: 'Changes how a receipt printer is used. What is left out stays as it is.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, device_code: deviceCodeSchema, ...PRINTER }),
    refusals: ['no-such-device', 'printer-model-unknown'],
    example: { commandId: EXAMPLE_ID, device_code: 'PRINTER-1', profile_code: 'epson-tm-m30' },
  }),
  'device.set-logo': method({
    does:
      'Prints the library’s logo at the head of what patrons are given, from a PNG file of this computer; with an ' +
      'empty name, no logo. The file is read once.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, file: asSent(z.string().max(1000)) }),
    refusals: ['logo-not-found', 'logo-not-png', 'logo-too-large', 'logo-blank'],
    example: { commandId: EXAMPLE_ID, file: '/media/usb/logo.png' },
  }),
  'device.test-printer': method({
    does: 'Has a receipt printer print a page with its columns, letters, a barcode and drawn lines. No entry is made.',
    permission: 'look-after-desk',
    ...libraryView,
    input: z.strictObject({ device_code: deviceCodeSchema }),
    refusals: ['no-such-device', 'no-devices-here'],
    example: { device_code: 'PRINTER-1' },
  }),
}
