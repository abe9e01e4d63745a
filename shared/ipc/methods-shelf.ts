/**
 * The methods of the two shelf tools: sorting a cart and reading a shelf. Scans arrive through `desk.scan` while their
 * page is open. Each answers with the snapshot; only the last two record anything.
 */
import { z } from 'zod'
import { SHELF_PROFILES } from '../catalog/call-number/profile.ts'
import { barcode, commandId, EXAMPLE_ID, method, nothing, snapshotReply, type MethodSpec } from './method.ts'

const SCANNED = { permission: 'staff', confidentiality: 'library', changes: false, output: snapshotReply } as const
const RECORDED = { permission: 'staff', changes: true, output: snapshotReply } as const
const ONE_ITEM = z.strictObject({ item_barcode: barcode })
const example = { item_barcode: '31234000123457' }

export const SHELF_METHODS = {
  'cart.shelved': method({
    ...SCANNED,
    does: 'Marks an item on the cart as shelved, and shows the next one. Changes no record.',
    input: ONE_ITEM,
    refusals: [],
    example,
  }),
  'cart.take-off': method({
    ...SCANNED,
    does: 'Removes an item from the cart being sorted, as if it had not been scanned.',
    input: ONE_ITEM,
    refusals: [],
    example,
  }),
  'cart.clear': method({
    ...SCANNED,
    does: 'Clears what was scanned for sorting a cart.',
    input: nothing,
    refusals: [],
    example: {},
  }),
  'shelf.take-off': method({
    ...SCANNED,
    does: 'Removes one scan from the shelf being read.',
    input: ONE_ITEM,
    refusals: [],
    example,
  }),
  'shelf.clear': method({
    ...SCANNED,
    does: 'Clears what was scanned along a shelf. The next scan starts over.',
    input: nothing,
    refusals: [],
    example: {},
  }),
  'shelf.about': method({
    ...SCANNED,
    does: 'Sets which location is being read and its shelf order. Empty: detected from the scans.',
    input: z.strictObject({ location: z.string().max(200), profile: z.enum(['', ...SHELF_PROFILES]) }),
    refusals: [],
    example: { location: 'Fiction', profile: 'fiction' },
  }),
  'shelf.note-seen': method({
    ...RECORDED,
    does: 'Marks everything scanned along the shelf as seen here. Missing items count as in again.',
    confidentiality: 'library',
    input: z.strictObject({ commandId }),
    refusals: ['nothing-scanned', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID },
  }),
  'shelf.check-in': method({
    ...RECORDED,
    does: 'Checks in an item set aside at a cart or shelf without leaving the page, and says where it goes.',
    confidentiality: 'patron',
    input: z.strictObject({ commandId, item_barcode: barcode }),
    refusals: ['item-unknown', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, ...example },
  }),
} as const satisfies Record<string, MethodSpec>
