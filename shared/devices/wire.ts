/**
 * The messages between the station and the devices process, which main hands on. Data only. A scan goes to the screen
 * instead, where it takes its place among the keys.
 */
import { z } from 'zod'
import { receiptDocumentSchema } from '../receipt/document.ts'
import { DEVICE_STATES } from './life.ts'
import { packedBitmapSchema } from './printer/logo.ts'
import { PRINTER_FAULTS } from './printer/status/status-events.ts'
import { SCAN_FAULTS } from './scan/scanned.ts'
import { sheetRowsSchema, trainingActSchema, trainingNowSchema } from './training/wire.ts'
import { deviceCodeSchema, DEVICES_MAX, deviceSetupSchema, placeOfDeviceSchema } from './setup.ts'

/** What was found plugged in, as it says of itself. */
export const foundDeviceSchema = z.strictObject({
  place: placeOfDeviceSchema,
  /** "Honeywell Xenon 1900", or empty. */
  name: z.string().max(200),
  /** A scanner or a drawer by HID, a printer by its class, a queue or an address that may be any printer's. */
  looks_like: z.enum(['scanner', 'printer', 'drawer', 'port', 'queue', 'network-printer']),
  /** Set up already, as this one; empty: not yet. */
  device_code: z.string().max(20),
})
export type FoundDevice = z.infer<typeof foundDeviceSchema>

export const DETAIL_LENGTH_MAX = 300

/** How a device is now. */
export const deviceNowSchema = z.strictObject({
  device_code: deviceCodeSchema,
  state: z.enum(DEVICE_STATES),
  /** More devices are plugged in that say the same of themselves; which of them is used is a matter of chance. */
  is_twin: z.boolean(),
  /** What the system or the library of the driver said last; for who looks after the desk, never the only words. */
  detail: z.string().max(DETAIL_LENGTH_MAX),
})
export type DeviceNow = z.infer<typeof deviceNowSchema>

/** What a device is to do. */
const workSchema = z.discriminatedUnion('kind', [
  /** `is_practice`: the paper says so above and below. `logo`: as wide as the paper, at its head. */
  z.strictObject({
    kind: z.literal('print'),
    document: receiptDocumentSchema,
    is_practice: z.boolean(),
    logo: packedBitmapSchema.nullable(),
  }),
  /** Opens the drawer, and nothing else. */
  z.strictObject({ kind: z.literal('pulse') }),
  /** Sounds its beeper once, for a person who tries it. */
  z.strictObject({ kind: z.literal('beep') }),
  z.strictObject({ kind: z.literal('show'), lines: z.array(z.string().max(40)).max(4) }),
])
export type DeviceWork = z.infer<typeof workSchema>

/** The name that the station gave a piece of work, and by which it hears of its end. */
const workRefSchema = z.string().min(1).max(80)

/** `may-be-done`: nobody here knows how far it got. `not-done`: certainly nothing of it. */
export const WORK_ENDS = ['done', 'not-done', 'may-be-done'] as const

/**
 * Why work was not done, or is not known to be; empty of what is done. `no-such-device`: it is not set up. `not-ready`:
 * it is not there, or not open. `wrong-work`: this device does nothing of the kind. `too-much`: too much waits for it.
 * `canceled`. `removed`: it was taken out of use. `lost`: it went away meanwhile. `paper-out`, `cover-open`, `fault`
 * and `offline`: so the printer said. `no-answer`: it did not say that it is done. `not-taken`: it took only a part in
 * time. `broken`: the driver itself failed. `cannot-tell`: it took all of it, and never says whether it did it.
 */
export const WORK_DETAILS = [
  '',
  'no-such-device',
  'not-ready',
  'wrong-work',
  'too-much',
  'canceled',
  'removed',
  'lost',
  'paper-out',
  'cover-open',
  'fault',
  'offline',
  'no-answer',
  'not-taken',
  'broken',
  'cannot-tell',
] as const

export const workEndSchema = z.strictObject({ end: z.enum(WORK_ENDS), detail: z.enum(WORK_DETAILS) })
export type WorkEnd = z.infer<typeof workEndSchema>

/** How a printer is, as it says itself. */
const printerNowSchema = z.strictObject({
  is_online: z.boolean(),
  is_cover_open: z.boolean(),
  /** `unknown`: it has not said yet. */
  paper: z.enum(['enough', 'near-end', 'out', 'unknown']),
  fault: z.enum(PRINTER_FAULTS),
  /** At the connector of the drawer; which level means open is in its setup. */
  drawer_level: z.enum(['low', 'high', 'unknown']),
})
export type PrinterNow = z.infer<typeof printerNowSchema>

export const toDevicesHostSchema = z.discriminatedUnion('kind', [
  /** The devices of this workstation, from now on. */
  z.strictObject({ kind: z.literal('use'), devices: z.array(deviceSetupSchema).max(DEVICES_MAX) }),
  z.strictObject({ kind: z.literal('discover'), number: z.int().nonnegative() }),
  /** Answered once by `ended`. A reference that is still at work, or waits, is not begun again. */
  z.strictObject({
    kind: z.literal('do'),
    work_ref: workRefSchema,
    device_code: deviceCodeSchema,
    work: workSchema,
  }),
  /** What did not begin is not done. What began goes on, and is answered when it ends. */
  z.strictObject({ kind: z.literal('cancel'), work_ref: workRefSchema }),
  /** Of a practice desk: what a person does to its training devices. */
  z.strictObject({ kind: z.literal('training'), act: trainingActSchema }),
])
export type ToDevicesHost = z.infer<typeof toDevicesHostSchema>

export const fromDevicesHostSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now'), device: deviceNowSchema }),
  /** A scanner sent what was no scan. Told once, until it sends a scan again. */
  z.strictObject({ kind: z.literal('misread'), device_code: deviceCodeSchema, fault: z.enum(SCAN_FAULTS) }),
  /** Of work that was sent, once. When the devices process ends, what was sent and not answered may be done. */
  workEndSchema.extend({ kind: z.literal('ended'), work_ref: workRefSchema, device_code: deviceCodeSchema }),
  /** What a printer sent is no status of its model: another model, or the wrong speed. Told once while it is open. */
  z.strictObject({ kind: z.literal('nonsense'), device_code: deviceCodeSchema }),
  /** A device beeps when it is told to. Said while it is open, and once more to a station that starts. */
  z.strictObject({ kind: z.literal('beeper'), device_code: deviceCodeSchema }),
  /** How a printer is, whenever it changes. */
  z.strictObject({ kind: z.literal('printer'), device_code: deviceCodeSchema, printer: printerNowSchema }),
  /** A cash drawer with a box of its own opened or shut; null: its box does not say. */
  z.strictObject({ kind: z.literal('drawer'), device_code: deviceCodeSchema, is_open: z.boolean().nullable() }),
  /** The devices process ended or came back; main says so in its place. */
  z.strictObject({ kind: z.literal('host'), state: z.enum(['up', 'restarting', 'down']) }),
  /** Of a practice desk: how its training devices are, whenever that changes, and what their printer printed. */
  z.strictObject({ kind: z.literal('training'), now: trainingNowSchema }),
  z.strictObject({ kind: z.literal('training-printed'), rows: sheetRowsSchema }),
  z.strictObject({ kind: z.literal('discovered'), number: z.int(), found: z.array(foundDeviceSchema).max(100) }),
])
export type FromDevicesHost = z.infer<typeof fromDevicesHostSchema>

/** A scan on its way to the screen. */
export const deviceScanSchema = z.strictObject({
  device_code: deviceCodeSchema,
  text: z.string().min(1).max(5_000),
})
export type DeviceScan = z.infer<typeof deviceScanSchema>
