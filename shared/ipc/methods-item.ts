/** The methods about the record of an item: marked, edited, made at the desk. Each answers with the snapshot. */
import { z } from 'zod'
import { outsideDate } from '../kernel/outside-date.ts'
import { MARKS } from '../circulation/loans/marking.ts'
import { accountAct, barcode, commandId, EXAMPLE_ID, libraryAct, method, type MethodSpec, ofLines } from './method.ts'

const recorded = ['command-changed', 'recording-stopped', 'import-running'] as const
const code = z.string().min(1).max(64)
const line = z.string().max(200)
/** Null: the default of its type. */
const price = z.int().nonnegative().max(10_000_000).nullable()

/** Interlibrary loan: empty for this library's own item; omitted: unchanged. */
const lender = { lender_name: line.optional(), lender_due_on: outsideDate.nullable().optional() }

export const ITEM_METHODS = {
  'item.mark': method({
    does: 'Marks the status of an item that is not checked out. For one that is, notes damage on its record.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      item_barcode: barcode,
      status: z.enum(MARKS),
      note: z.string().max(500),
    }),
    refusals: ['item-unknown', 'item-is-out', 'item-is-held', 'marked-already', ...recorded],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457', status: 'missing', note: '' },
  }),
  'item.edit': method({
    does: 'Changes an item’s record: type, home branch, call number, location, price, note, lender.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      item_barcode: barcode,
      item_type_code: code,
      home_branch: code,
      call_number: line,
      location: line,
      price_cents: price,
      note: ofLines(z.string().max(2000)),
      ...lender,
    }),
    refusals: ['item-unknown', 'item-type-unknown', 'branch-unknown', 'item-unchanged', ...recorded],
    example: {
      commandId: EXAMPLE_ID,
      item_barcode: '31234000123457',
      item_type_code: 'BOOK',
      home_branch: 'MAPLE',
      call_number: 'B WESTOVER',
      location: 'Adult',
      price_cents: 1800,
      note: '',
    },
  }),
  'item.make': method({
    does: 'Adds a brief record for an unknown barcode, then checks the item out or in, as it was scanned.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      item_barcode: barcode,
      /** A title the library has; null: a new one, with the three fields below. */
      title_id: z.int().positive().nullable(),
      title: z.string().max(2000),
      author: z.string().max(500),
      isbn: z.string().max(20),
      item_type_code: code,
      call_number: line,
      location: line,
      price_cents: price,
      ...lender,
    }),
    refusals: [
      'item-known',
      'card-of-somebody',
      'badge-paused',
      'title-missing',
      'title-unknown',
      'item-type-unknown',
      ...recorded,
    ],
    example: {
      commandId: EXAMPLE_ID,
      item_barcode: '31234000999990',
      title_id: null,
      title: 'The Overstory',
      author: 'Powers, Richard',
      isbn: '',
      item_type_code: 'BOOK',
      call_number: 'F POW',
      location: 'Adult',
      price_cents: null,
    },
  }),
} as const satisfies Record<string, MethodSpec>
