/** The methods of the devices at this desk. Who may use them looks after the desk; a scan itself is `desk.scan`. */
import { z } from 'zod'
import { deviceCodeSchema, plainPlaceSchema, SERIAL_SPEEDS, SERIAL_FORMS, SIDES } from '../../devices/setup.ts'
import { asSent, commandId, EXAMPLE_ID, libraryAct, libraryView, method, nothing, path } from '../method.ts'

/** How a scanner is used, and how its line is set where it has one. */
const SCANNER = {
  side: z.enum(SIDES),
  /** Of a serial line: its speed in baud, and its data bits, parity and stop bits. */
  speed: z.enum(SERIAL_SPEEDS).optional(),
  form: z.enum(SERIAL_FORMS).optional(),
  /** What ends a scan: Enter or Tab, or a moment in which nothing comes. */
  ends: z.enum(['enter', 'silence']).optional(),
  /** What the scanner sends before each scan, which is no part of it. */
  prefix: asSent(z.string().max(1000).optional()),
} as const

export const DEVICE_METHODS = {
  'device.look': method({
    does: 'Looks for the devices that are plugged in. The devices page shows them once they are found.',
    permission: 'look-after-desk',
    ...libraryView,
    input: nothing,
    refusals: ['no-devices-here'],
    example: {},
  }),
  'device.add-scanner': method({
    does: 'Uses a device that was found as a scanner, from now on and after every start.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, place: plainPlaceSchema, ...SCANNER }),
    refusals: ['training-devices-only', 'device-known', 'prefix-too-long', 'too-many-devices', 'no-devices-here'],
    example: {
      commandId: EXAMPLE_ID,
      side: 'any',
      place: {
        via: 'hid',
        usb: { vendor_id: 0x0c2e, product_id: 0x0b61, serial_number: 'A1' },
        usage_page: 0x8c,
        usage: 2,
      },
    },
  }),
  'device.add-port': method({
    does: 'Uses a serial port as a scanner, by its name: for a port that the search does not find.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, path, ...SCANNER }),
    refusals: ['training-devices-only', 'device-known', 'prefix-too-long', 'too-many-devices', 'no-devices-here'],
    example: { commandId: EXAMPLE_ID, path: '/dev/ttyS0', side: 'any', speed: '9600', form: '8N1', ends: 'enter' },
  }),
  'device.set-scanner': method({
    does: 'Changes how a scanner is used. What is left out stays as it is.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, device_code: deviceCodeSchema, ...SCANNER }),
    refusals: ['no-such-device', 'prefix-too-long'],
    example: { commandId: EXAMPLE_ID, device_code: 'SCANNER-1', side: 'in' },
  }),
  'device.beep': method({
    does: 'Has a device sound its beeper once, to try it: a scanner that says of itself that it can. No entry is made.',
    permission: 'look-after-desk',
    ...libraryView,
    input: z.strictObject({ device_code: deviceCodeSchema }),
    refusals: ['no-such-device', 'no-beeper'],
    example: { device_code: 'SCANNER-1' },
  }),
  'device.remove': method({
    does: 'Stops using a device. It can be found and used again, under another code.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, device_code: deviceCodeSchema }),
    refusals: ['no-such-device'],
    example: { commandId: EXAMPLE_ID, device_code: 'SCANNER-1' },
  }),
}
