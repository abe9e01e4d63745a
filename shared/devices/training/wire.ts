/**
 * What a person does to the training devices of a practice desk, and how they are: between the station and the devices
 * process, and in the contract.
 */
import { z } from 'zod'
import { SCAN_BYTES_MAX } from '../scan/scanned.ts'

/** Where printers of the network listen. */
export const NETWORK_PORT = 9_100

const portSchema = z.int().min(0).max(65_535)

/** What a person does to the printer; what is left out stays as it is. */
export const printerActSchema = z.strictObject({
  paper: z.enum(['enough', 'near-end', 'out']).optional(),
  is_cover_open: z.boolean().optional(),
  /** It takes no more bytes, answers nothing and prints nothing, as one that hangs. */
  is_stalled: z.boolean().optional(),
  /** Its cable to the desk is plugged in. */
  is_plugged: z.boolean().optional(),
})

export const trainingActSchema = z.discriminatedUnion('act', [
  /** Reads a barcode. */
  z.strictObject({ act: z.literal('scan'), text: z.string().min(1).max(SCAN_BYTES_MAX) }),
  printerActSchema.extend({ act: z.literal('printer') }),
  /** Opens the drawer with its key, or shuts it. */
  z.strictObject({ act: z.literal('drawer'), is_open: z.boolean() }),
  /** Tears off what was printed, and throws it away. */
  z.strictObject({ act: z.literal('tear-off') }),
  /** Lets other programs of this computer print, or no longer. Port 0 is any that is free. */
  z.strictObject({ act: z.literal('listen'), is_on: z.boolean(), port_number: portSchema }),
])
export type TrainingAct = z.infer<typeof trainingActSchema>

export const SHEETS_MAX = 12
/** More than any paper has: half a meter. */
export const SHEET_DOTS_MAX = 4_000
const TEXTS_MAX = 400

/** One paper on the strip, from cut to cut. `texts`: what a person reads on it, line by line. */
export const sheetSchema = z.strictObject({
  sheet_number: z.int().positive(),
  /** `network`: another program of this computer printed it. */
  from: z.enum(['desk', 'network']),
  width_dots: z.int().positive(),
  height_dots: z.int().nonnegative(),
  texts: z.array(z.string().max(200)).max(TEXTS_MAX),
  is_cut: z.boolean(),
})
export type Sheet = z.infer<typeof sheetSchema>

/** `taken`: another program listens at that port. `failed`: the system does not allow it. */
export const LISTENING_STATES = ['off', 'on', 'taken', 'failed'] as const

export const trainingNowSchema = z.strictObject({
  printer: z.strictObject({
    paper: z.enum(['enough', 'near-end', 'out']),
    is_cover_open: z.boolean(),
    is_stalled: z.boolean(),
    is_plugged: z.boolean(),
    is_printing: z.boolean(),
  }),
  is_drawer_open: z.boolean(),
  /** The two lines of the pole display. */
  pole_lines: z.array(z.string().length(20)).length(2),
  listening: z.strictObject({ state: z.enum(LISTENING_STATES), port_number: portSchema }),
  /** Newest last. */
  sheets: z.array(sheetSchema).max(SHEETS_MAX),
})
export type TrainingNow = z.infer<typeof trainingNowSchema>

/** Rows of dots of a sheet, from one of them on, in base64: eight dots a byte, the leftmost the highest. */
export const sheetRowsSchema = z.strictObject({
  sheet_number: z.int().positive(),
  from_dots: z.int().nonnegative(),
  rows: z.string().max(400_000),
})
export type SheetRows = z.infer<typeof sheetRowsSchema>
