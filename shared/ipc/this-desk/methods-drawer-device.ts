/** The methods of what opens cash drawers at this desk: set one up, learn its sensor. */
import { z } from 'zod'
import { deviceCodeSchema, plainPlaceSchema } from '../../devices/setup.ts'
import { commandId, EXAMPLE_ID, libraryAct, method, path } from '../method.ts'

/** A cash drawer of the library's rules. */
const drawer = z.string().min(1).max(64)
const trigger_code = z.string().min(1).max(64)

const added = [
  'training-devices-only',
  'device-known',
  'too-many-devices',
  'no-devices-here',
  'no-such-device',
  'drawer-unknown',
  'drawer-elsewhere',
] as const

export const DRAWER_DEVICE_METHODS = {
  'device.add-drawer': method({
    does: 'Uses a device that was found as what opens a cash drawer, from now on and after every start.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, place: plainPlaceSchema, trigger_code, drawer }),
    refusals: [...added],
    example: {
      commandId: EXAMPLE_ID,
      trigger_code: 'posiflex-7',
      drawer: 'DRAWER-1',
      place: {
        via: 'hid',
        usb: { vendor_id: 0x0d3a, product_id: 0x0207, serial_number: '' },
        usage_page: 0xffa0,
        usage: 1,
      },
    },
  }),
  'device.add-drawer-port': method({
    does: 'Uses a serial port as what opens a cash drawer, by its name.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, path, trigger_code, drawer }),
    refusals: [...added],
    example: { commandId: EXAMPLE_ID, path: '/dev/ttyS1', trigger_code: 'any-character', drawer: 'DRAWER-1' },
  }),
  'device.set-drawer': method({
    does: 'Says which cash drawer is plugged into a receipt printer, and into which connector; or that none is.',
    permission: 'look-after-desk',
    ...libraryAct,
    /** `drawer` empty: none. */
    input: z.strictObject({
      commandId,
      device_code: deviceCodeSchema,
      drawer: z.string().max(64),
      connector: z.enum(['1', '2']),
    }),
    refusals: ['no-such-device', 'drawer-unknown', 'drawer-elsewhere'],
    example: { commandId: EXAMPLE_ID, device_code: 'PRINTER-1', drawer: 'DRAWER-1', connector: '1' },
  }),
  'device.drawer-level': method({
    does:
      'Says that the drawer at a printer is open now, or shut now. Of both the printer’s level is noted; where they ' +
      'differ, the desk knows from then on whether the drawer is open.',
    permission: 'look-after-desk',
    ...libraryAct,
    input: z.strictObject({ commandId, device_code: deviceCodeSchema, is_open: z.boolean() }),
    refusals: ['no-such-device', 'drawer-level-unknown', 'drawer-level-same'],
    example: { commandId: EXAMPLE_ID, device_code: 'PRINTER-1', is_open: true },
  }),
} as const
