/**
 * The messages between main and the processes it starts, parsed on both sides. Data only: no function, handle or
 * anything else that structured clone refuses.
 */
import { z } from 'zod'
import { KEY_KEPT } from '../../shared/kernel/key-kept.ts'
import { patronWindowSchema, screenSchema, SCREENS_MAX } from '../../shared/devices/display/screens.ts'
import { patronViewSchema } from '../../shared/devices/display/view.ts'
import { deviceScanSchema, fromDevicesHostSchema, toDevicesHostSchema } from '../../shared/devices/wire.ts'
import { pushSchema, replySchema, requestSchema } from '../../shared/ipc/envelope.ts'

export const KEY_BYTES = 32

/** A signed head is one line of about 300 characters. */
const signedLine = z.string().max(1000)

const key = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === KEY_BYTES)

/** What main tells the station. */
export const toStationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    dataFolder: z.string().min(1),
    /** Null when the key of existing data files is missing: the station then opens for rescue only. */
    key: key.nullable(),
    is_key_new: z.boolean(),
    key_kept: z.enum(KEY_KEPT),
    version: z.string(),
    /** What signs how far the journal goes, and what it signed last; null: this computer signs nothing. */
    signing: z.strictObject({ key, is_new: z.boolean(), kept: signedLine.nullable() }).nullable(),
    /** For practice: the folder of the sample library, and of its copy with dates of today. Null: a desk at work. */
    practice: z.strictObject({ sampleFolder: z.string().min(1), copyFolder: z.string().min(1) }).nullable(),
    /** The desk session from before a crash; main keeps it in memory and never reads it. */
    resume: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('request'), request: requestSchema }),
  /** Answered with the same number, also while the process works; not while it hangs. */
  z.strictObject({ kind: z.literal('health'), number: z.int().nonnegative() }),
  /** From the devices process, handed on as it came. */
  z.strictObject({ kind: z.literal('devices-said'), said: fromDevicesHostSchema }),
  /** The screens of this computer beside the one that the desk is on. */
  z.strictObject({ kind: z.literal('screens'), screens: z.array(screenSchema).max(SCREENS_MAX) }),
  /** The answer to `keep-key`. */
  z.strictObject({ kind: z.literal('key-kept'), is_kept: z.boolean() }),
  z.strictObject({ kind: z.literal('close') }),
])
export type ToStation = z.infer<typeof toStationSchema>

/** What the station tells main. */
export const fromStationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened'), session: z.string() }),
  /** `session` travels with each reply, so that an answered session can be resumed. */
  z.strictObject({ kind: z.literal('reply'), reply: replySchema, session: z.string() }),
  z.strictObject({ kind: z.literal('push'), push: pushSchema }),
  z.strictObject({ kind: z.literal('health'), number: z.int().nonnegative() }),
  /** Another key opens the files from now on: main seals it for the next start. */
  z.strictObject({ kind: z.literal('keep-key'), key }),
  /** Signed just now: main keeps it apart from the data folder, for the next start. */
  z.strictObject({ kind: z.literal('head-signed'), line: signedLine }),
  /** The person setting up would rather practice first: main starts the application again for practice. */
  z.strictObject({ kind: z.literal('practice-asked') }),
  /** For the devices process. */
  z.strictObject({ kind: z.literal('ask-devices'), asked: toDevicesHostSchema }),
  /** For the window that faces the patron: what it shows, and where it should be; null: nowhere. */
  z.strictObject({ kind: z.literal('patron-view'), view: patronViewSchema }),
  z.strictObject({ kind: z.literal('patron-window'), wish: patronWindowSchema.nullable() }),
  z.strictObject({ kind: z.literal('log'), line: z.string() }),
  z.strictObject({ kind: z.literal('closed') }),
])
export type FromStation = z.infer<typeof fromStationSchema>

/** What main tells the devices process. `health` is answered with the same number. */
export const toDevicesSchema = z.discriminatedUnion('kind', [
  /** `is_practice`: it has training devices alone, and never touches a real one. */
  z.strictObject({ kind: z.literal('open'), is_practice: z.boolean() }),
  z.strictObject({ kind: z.literal('health'), number: z.int().nonnegative() }),
  /** From the station, handed on as it came. */
  z.strictObject({ kind: z.literal('asked'), asked: toDevicesHostSchema }),
  z.strictObject({ kind: z.literal('close') }),
])
export type ToDevices = z.infer<typeof toDevicesSchema>

/** What the devices process tells main. */
export const fromDevicesSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('health'), number: z.int().nonnegative(), drivers_count: z.int().nonnegative() }),
  /** For the station. */
  z.strictObject({ kind: z.literal('said'), said: fromDevicesHostSchema }),
  /** For the screen, where it takes its place among the keys. */
  z.strictObject({ kind: z.literal('scan'), scan: deviceScanSchema }),
  z.strictObject({ kind: z.literal('log'), line: z.string() }),
  z.strictObject({ kind: z.literal('closed') }),
])
export type FromDevices = z.infer<typeof fromDevicesSchema>
