/**
 * The methods about receipts and slips. A paper is shown first; then it goes to the desk's receipt printer, or the
 * screen opens the system's print dialog.
 */
import { z } from 'zod'
import { LABELS_OF_SHEET_MAX } from '../catalog/label-sheets.ts'
import { LABEL_KINDS } from '../receipt/layout/labels.ts'
import { receiptChoiceSchema } from '../receipt/preference.ts'
import { accountAct, accountView, barcode, commandId, EXAMPLE_ID, method, type MethodSpec, nothing } from './method.ts'

export const PAPER_METHODS = {
  'desk.finish-quietly': method({
    does: 'Finishes with this patron or this cart without a receipt, whatever the patron’s receipt preference.',
    ...accountView,
    input: nothing,
    refusals: ['rows-undecided'],
    example: {},
  }),
  'paper.make': method({
    does:
      'Shows a paper: what was done so far (now), or of the open account its statement, its welcome slip, or the ' +
      'form to sign (registration).',
    ...accountView,
    input: z.strictObject({ what: z.enum(['now', 'statement', 'welcome', 'registration']) }),
    refusals: ['nobody-open', 'patron-gone', 'paper-none'],
    example: { what: 'now' },
  }),
  'label.show': method({
    does:
      'Shows labels on a sheet: of one item by its barcode, of the records made here (`made`), or of the open ' +
      'account’s card. `start_count`: the first free label of the sheet.',
    ...accountView,
    input: z.strictObject({
      kind: z.enum(LABEL_KINDS),
      of: z.string().max(60),
      start_count: z.int().min(1).max(LABELS_OF_SHEET_MAX),
    }),
    refusals: ['paper-none'],
    example: { kind: 'item', of: '31234000123457', start_count: 7 },
  }),
  'paper.recall-notice': method({
    does: 'Shows the recall notice for the patron who has the item. Never says who is waiting.',
    ...accountView,
    input: z.strictObject({ item_barcode: barcode }),
    refusals: ['item-unknown', 'recall-none', 'patron-gone'],
    example: { item_barcode: '31234000123457' },
  }),
  'paper.again': method({
    does: 'Shows a paper of this session again, marked as a copy. An empty id shows the last one.',
    ...accountView,
    input: z.strictObject({ paper_id: z.string().max(20) }),
    refusals: ['paper-none'],
    example: { paper_id: '' },
  }),
  'paper.print': method({
    does:
      'Sends the paper on the screen to the receipt printer of this desk. What it prints again says COPY and which. ' +
      'A copy of a payment receipt is recorded.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['no-receipt-printer', 'paper-none', 'command-changed', 'recording-stopped', 'import-running'],
    example: { commandId: EXAMPLE_ID },
  }),
  'paper.handed': method({
    does:
      'Notes that the print dialog was opened for the paper on the screen. From then on it is a copy; each copy of a ' +
      'receipt, a refund or a Z is recorded.',
    ...accountAct,
    input: z.strictObject({ commandId }),
    refusals: ['command-changed', 'recording-stopped', 'import-running'],
    example: { commandId: EXAMPLE_ID },
  }),
  'patron.set-preference': method({
    does: 'Saves how the open patron wants receipts: print, e-mail or none; large print; the language.',
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
