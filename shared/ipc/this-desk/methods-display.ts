/** The methods of the displays that face the patron. What they show is the desk's own to say. */
import { z } from 'zod'
import { POLE_LANGUAGES } from '../../devices/display/pole-codes.ts'
import { deviceCodeSchema, SERIAL_FORMS, SERIAL_SPEEDS, serialPlaceSchema } from '../../devices/setup.ts'
import { commandId, EXAMPLE_ID, libraryAct, libraryView, method, path } from '../method.ts'

/** What it understands, and how its line is set. */
const DISPLAY = {
  language: z.enum(POLE_LANGUAGES),
  speed: z.enum(SERIAL_SPEEDS).optional(),
  form: z.enum(SERIAL_FORMS).optional(),
} as const

const ADDING = ['training-devices-only', 'device-known', 'too-many-devices', 'no-devices-here'] as const

export const DISPLAY_METHODS = {
  'display.add': method({
    does: 'Uses a serial device that was found as a pole display, from now on and after every start.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, place: serialPlaceSchema, ...DISPLAY }),
    refusals: [...ADDING],
    example: {
      commandId: EXAMPLE_ID,
      language: 'cd5220',
      place: {
        via: 'serial',
        usb: { vendor_id: 0x067b, product_id: 0x2303, serial_number: '' },
        path: '/dev/ttyUSB0',
        line: { baud_count: 9600, data_bits_count: 8, parity: 'none', stop_bits_count: 1, flow: 'none' },
      },
    },
  }),
  'display.add-port': method({
    does: 'Uses a serial port as a pole display, by its name: for a port that the search does not find.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, path, ...DISPLAY }),
    refusals: [...ADDING],
    example: { commandId: EXAMPLE_ID, path: '/dev/ttyS0', language: 'esc-pos', speed: '9600', form: '8N1' },
  }),
  'display.set': method({
    does: 'Changes the language of a pole display, or how its line is set. What is left out stays as it is.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, device_code: deviceCodeSchema, ...DISPLAY }),
    refusals: ['no-such-device'],
    example: { commandId: EXAMPLE_ID, device_code: 'DISPLAY-1', language: 'esc-pos' },
  }),
  'display.test': method({
    does: 'Shows a test text on a pole display for ten seconds, or until something happens at the desk.',
    permission: 'look-after-desk',
    ...libraryView,
    input: z.strictObject({ device_code: deviceCodeSchema }),
    refusals: ['no-such-device'],
    example: { device_code: 'DISPLAY-1' },
  }),
  'display.window': method({
    does:
      'Opens a window that faces the patron: on a screen by its key, as `window` in a window of its own, or with ' +
      '`none` nowhere. It opens again at every start.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, screen: z.string().min(1).max(100) }),
    refusals: ['no-such-device', 'no-devices-here'],
    example: { commandId: EXAMPLE_ID, screen: 'window' },
  }),
} as const
