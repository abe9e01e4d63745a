/**
 * The devices that a workstation uses, as its settings keep them: what each is for, and how it is found again. A device
 * is found by what it says of itself (vendor, product, serial number), never by the path that the system gave it, which
 * another device has after the next start.
 */
import { z } from 'zod'
import { framingSchema } from './scan/framing.ts'

/** "SCANNER-1": given when it is set up, and never given again to another. */
export const deviceCodeSchema = z.string().regex(/^[A-Z]{2,12}-[1-9]\d{0,3}$/)
export type DeviceCode = z.infer<typeof deviceCodeSchema>

const usbIdSchema = z.int().min(0).max(0xffff)
/** Empty: the device has none, as cheap ones do. Two alike are then told apart by where they are plugged in. */
const serialNumberSchema = z.string().max(200)

/** A USB device, by what it says of itself. */
const usbSchema = z.strictObject({
  vendor_id: usbIdSchema,
  product_id: usbIdSchema,
  serial_number: serialNumberSchema,
  /** Where it was plugged in, as the system names it: tells two apart that say the same of themselves. */
  port: z.string().max(100).optional(),
})
export type UsbIdentity = z.infer<typeof usbSchema>

/** What a person chooses from; any other speed a file of settings can have. */
export const SERIAL_SPEEDS = ['1200', '2400', '4800', '9600', '19200', '38400', '57600', '115200'] as const
export type SerialSpeed = (typeof SERIAL_SPEEDS)[number]
/** Data bits, parity (none, even, odd), stop bits. */
export const SERIAL_FORMS = ['8N1', '7E1', '7O1', '8E1', '8O1', '8N2', '7E2', '7O2'] as const
export type SerialForm = (typeof SERIAL_FORMS)[number]

export const SERIAL_FLOWS = ['none', 'rts-cts', 'xon-xoff'] as const

/** How a serial line is set. */
const lineSchema = z.strictObject({
  baud_count: z.int().min(110).max(4_000_000),
  data_bits_count: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  stop_bits_count: z.union([z.literal(1), z.literal(2)]),
  flow: z.enum(SERIAL_FLOWS),
})
export type SerialLine = z.infer<typeof lineSchema>
/** As most scanners leave the factory. */
export const USUAL_LINE: SerialLine = {
  baud_count: 9600,
  data_bits_count: 8,
  parity: 'none',
  stop_bits_count: 1,
  flow: 'none',
}

const hidPlaceSchema = z.strictObject({
  via: z.literal('hid'),
  usb: usbSchema,
  usage_page: usbIdSchema,
  usage: usbIdSchema,
})
/** `usb` null: a port of the computer itself, which keeps its path. */
export const serialPlaceSchema = z.strictObject({
  via: z.literal('serial'),
  usb: usbSchema.nullable(),
  path: z.string().max(400),
  line: lineSchema,
})
/** A printer of the network. */
const tcpPlaceSchema = z.strictObject({
  via: z.literal('tcp'),
  host: z.string().min(1).max(253),
  port_number: z.int().min(1).max(65_535),
})
/** A queue of this computer's printing system, by its name; none begins with -, which a command line would misread. */
const queuePlaceSchema = z.strictObject({ via: z.literal('queue'), name: z.string().regex(/^[^-]/).max(220) })
/** A printer of the USB printer class, on Linux. */
const usbPrinterPlaceSchema = z.strictObject({ via: z.literal('usb-printer'), usb: usbSchema })

export const placeOfDeviceSchema = z.discriminatedUnion('via', [
  hidPlaceSchema,
  serialPlaceSchema,
  tcpPlaceSchema,
  queuePlaceSchema,
  usbPrinterPlaceSchema,
])
export type DevicePlace = z.infer<typeof placeOfDeviceSchema>

/** Where a scanner can be, or the box that opens a drawer. */
export const plainPlaceSchema = z.discriminatedUnion('via', [hidPlaceSchema, serialPlaceSchema])
export type PlainPlace = z.infer<typeof plainPlaceSchema>

export const printerPlaceSchema = z.discriminatedUnion('via', [
  serialPlaceSchema,
  tcpPlaceSchema,
  queuePlaceSchema,
  usbPrinterPlaceSchema,
])
export type PrinterPlace = z.infer<typeof printerPlaceSchema>

export const SIDES = ['any', 'out', 'in'] as const

/** A code of the policy: of a model, of a cash drawer. */
const codeSchema = z.string().min(1).max(64)

export const deviceSetupSchema = z.discriminatedUnion('role', [
  z.strictObject({
    device_code: deviceCodeSchema,
    role: z.literal('scanner'),
    /** Which way what it scans goes; `any`: as the desk stands. */
    side: z.enum(SIDES),
    framing: framingSchema,
    place: plainPlaceSchema,
  }),
  z.strictObject({
    device_code: deviceCodeSchema,
    role: z.literal('printer'),
    place: printerPlaceSchema,
    /** The model, `shared/devices/printer/profiles.ts`. */
    profile_code: codeSchema,
    /** The cash drawer that it opens; null: none. `open_level` was learned with the drawer open before a person. */
    drawer: z
      .strictObject({
        drawer: codeSchema,
        connector: z.union([z.literal(0), z.literal(1)]),
        open_level: z.enum(['unknown', 'low', 'high']),
      })
      .nullable(),
  }),
  z.strictObject({
    device_code: deviceCodeSchema,
    /** A box of its own that opens a cash drawer, without a printer. */
    role: z.literal('drawer'),
    place: plainPlaceSchema,
    trigger_code: codeSchema,
    drawer: codeSchema,
  }),
  z.strictObject({
    device_code: deviceCodeSchema,
    role: z.literal('display'),
    place: serialPlaceSchema,
    language: z.enum(['cd5220', 'esc-pos']),
  }),
])
export type DeviceSetup = z.infer<typeof deviceSetupSchema>

/** What a code begins with. A cash drawer of the library may be DRAWER-1, so its box is not. */
export const CODE_BEGINNINGS: Readonly<Record<DeviceSetup['role'], string>> = {
  scanner: 'SCANNER',
  printer: 'PRINTER',
  drawer: 'DRAWERBOX',
  display: 'DISPLAY',
}

/** More than any desk has room for. */
export const DEVICES_MAX = 16
