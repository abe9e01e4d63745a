/**
 * The messages between the station and the devices process, which main hands on. Data only. A scan goes to the screen
 * instead, where it takes its place among the keys.
 */
import { z } from 'zod'
import { DEVICE_STATES } from './life.ts'
import { SCAN_FAULTS } from './scan/scanned.ts'
import { deviceCodeSchema, DEVICES_MAX, deviceSetupSchema, placeOfDeviceSchema } from './setup.ts'

/** What was found plugged in, as it says of itself. */
export const foundDeviceSchema = z.strictObject({
  place: placeOfDeviceSchema,
  /** "Honeywell Xenon 1900", or empty. */
  name: z.string().max(200),
  /** What it looks like by its usage: a scanner by HID, or a port that may be anything. */
  looks_like: z.enum(['scanner', 'port']),
  /** Set up already, as this one; empty: not yet. */
  device_code: z.string().max(20),
})
export type FoundDevice = z.infer<typeof foundDeviceSchema>

/** How a device is now. */
export const deviceNowSchema = z.strictObject({
  device_code: deviceCodeSchema,
  state: z.enum(DEVICE_STATES),
  /** More devices are plugged in that say the same of themselves; which of them is used is a matter of chance. */
  is_twin: z.boolean(),
  /** What the system or the library of the driver said last; for who looks after the desk, never the only words. */
  detail: z.string().max(300),
})
export type DeviceNow = z.infer<typeof deviceNowSchema>

export const toDevicesHostSchema = z.discriminatedUnion('kind', [
  /** The devices of this workstation, from now on. */
  z.strictObject({ kind: z.literal('use'), devices: z.array(deviceSetupSchema).max(DEVICES_MAX) }),
  z.strictObject({ kind: z.literal('discover'), number: z.int().nonnegative() }),
])
export type ToDevicesHost = z.infer<typeof toDevicesHostSchema>

export const fromDevicesHostSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now'), device: deviceNowSchema }),
  /** A scanner sent what was no scan. Told once, until it sends a scan again. */
  z.strictObject({ kind: z.literal('misread'), device_code: deviceCodeSchema, fault: z.enum(SCAN_FAULTS) }),
  /** The devices process ended or came back; main says so in its place. */
  z.strictObject({ kind: z.literal('host'), state: z.enum(['up', 'restarting', 'down']) }),
  z.strictObject({ kind: z.literal('discovered'), number: z.int(), found: z.array(foundDeviceSchema).max(100) }),
])
export type FromDevicesHost = z.infer<typeof fromDevicesHostSchema>

/** A scan on its way to the screen. */
export const deviceScanSchema = z.strictObject({
  device_code: deviceCodeSchema,
  text: z.string().min(1).max(5_000),
})
export type DeviceScan = z.infer<typeof deviceScanSchema>
