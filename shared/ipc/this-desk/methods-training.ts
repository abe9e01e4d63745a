/**
 * The methods of the training devices, which a practice desk has in place of real ones. They record nothing but that
 * these devices were set up; what a device does because of them is recorded as ever.
 */
import { z } from 'zod'
import { NETWORK_PORT, printerActSchema, sheetRowsSchema } from '../../devices/training/wire.ts'
import { barcode, commandId, EXAMPLE_ID, libraryAct, libraryView, method, nothing } from '../method.ts'

const training = { permission: 'staff', ...libraryView, refusals: ['practice-only', 'no-devices-here'] } as const

export const TRAINING_METHODS = {
  'training.begin': method({
    does: 'Sets up the training devices of a practice desk that are not set up: a scanner, a printer, a pole display.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['practice-only', 'no-devices-here', 'too-many-devices'],
    example: { commandId: EXAMPLE_ID },
  }),
  'training.show': method({
    does: 'Shows or hides the panel of the training devices.',
    ...training,
    input: z.strictObject({ is_shown: z.boolean() }),
    example: { is_shown: true },
  }),
  'training.scan': method({
    does: 'Has the training scanner read a barcode. The scan comes by its own way, after the answer.',
    ...training,
    input: z.strictObject({ barcode }),
    example: { barcode: '31234000123453' },
  }),
  'training.printer': method({
    does:
      'Takes the paper out of the training printer or loads it, opens or shuts its cover, has it hang or go on, ' +
      'pulls its cable or plugs it in. What is left out stays as it is.',
    ...training,
    input: printerActSchema,
    example: { paper: 'out' },
  }),
  'training.drawer': method({
    does: 'Opens the training drawer with its key, or shuts it.',
    ...training,
    input: z.strictObject({ is_open: z.boolean() }),
    example: { is_open: false },
  }),
  'training.tear-off': method({
    does: 'Tears off what the training printer printed, and throws it away.',
    ...training,
    input: nothing,
    example: {},
  }),
  'training.listen': method({
    does:
      `Lets other programs of this computer print on the training printer, at port ${NETWORK_PORT} unless another is ` +
      'given (0: any that is free), or no longer. How it went is in the snapshot soon after.',
    ...training,
    input: z.strictObject({ is_on: z.boolean(), port_number: z.int().min(0).max(65_535).optional() }),
    example: { is_on: true },
  }),
  'training.sheet': method({
    does: 'Gives the dots of a sheet that the training printer printed, from one of its rows on, in base64.',
    permission: 'staff',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ sheet_number: z.int().positive(), from_dots: z.int().nonnegative() }),
    output: z.strictObject({ rows: sheetRowsSchema.nullable() }),
    refusals: ['practice-only', 'no-devices-here'],
    example: { sheet_number: 1, from_dots: 0 },
  }),
} as const
