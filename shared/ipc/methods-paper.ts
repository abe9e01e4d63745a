/**
 * The methods about receipts and slips. None of them prints: a paper is shown, and the screen can open the print
 * dialog.
 */
import { z } from 'zod'
import { receiptChoiceSchema } from '../receipt/preference.ts'
import { accountAct, accountView, barcode, commandId, EXAMPLE_ID, method, type MethodSpec, nothing } from './method.ts'

export const PAPER_METHODS = {
  'desk.finish-quietly': method({
    does: 'Ends this patron or this cart and shows no receipt, whatever the patron asked for once.',
    ...accountView,
    input: nothing,
    refusals: ['rows-undecided'],
    example: {},
  }),
  'paper.make': method({
    does: 'Shows a paper and goes on: of what was done so far (now), or the open account’s statement.',
    ...accountView,
    input: z.strictObject({ what: z.enum(['now', 'statement']) }),
    refusals: ['nobody-open', 'patron-gone', 'paper-none'],
    example: { what: 'now' },
  }),
  'paper.recall-notice': method({
    does: 'Shows the notice to whoever has something that is recalled. It names them, and never who waits.',
    ...accountView,
    input: z.strictObject({ item_barcode: barcode }),
    refusals: ['item-unknown', 'recall-none', 'patron-gone'],
    example: { item_barcode: '31234000123457' },
  }),
  'paper.again': method({
    does: 'Shows a paper of this session once more, marked as a copy; an empty name is the last one.',
    ...accountView,
    input: z.strictObject({ paper_id: z.string().max(20) }),
    refusals: ['paper-none'],
    example: { paper_id: '' },
  }),
  'paper.handed': method({
    does: 'Says that the computer was asked to print what is on the screen: from now on it is a copy.',
    ...accountView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'patron.set-preference': method({
    does: 'Remembers how the open patron wants receipts: print, email or none; large print; the language.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      receipt: receiptChoiceSchema,
      is_large_print: z.boolean(),
      language: z.string().max(20),
    }),
    refusals: ['nobody-open', 'patron-gone', 'command-changed', 'recording-stopped', 'import-running'],
    example: { commandId: EXAMPLE_ID, receipt: 'print', is_large_print: true, language: 'es' },
  }),
} as const satisfies Record<string, MethodSpec>
