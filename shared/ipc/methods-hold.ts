/** The methods about holds: placing and changing them, the lists to walk with, and their papers. */
import { z } from 'zod'
import { outsideDate } from '../kernel/outside-date.ts'
import { receiptDocumentSchema } from '../receipt/document.ts'
import {
  barcode,
  cardOfAct,
  commandId,
  EXAMPLE_ID,
  libraryView,
  method,
  type MethodSpec,
  nothing,
  ofPatron,
  snapshotReply,
} from './method.ts'

const holdRef = z.string().min(1).max(120)
const titleId = z.int().positive()
const branchCode = z.string().min(1).max(64)
const EXAMPLE_REF = 'DESK-2.1.42'

/** A hold as scripts see it. */
const holdSchema = z.strictObject({
  hold_ref: z.string(),
  title: z.string(),
  status: z.string(),
  pickup_branch: z.string(),
  expires_on: z.string().nullable(),
  shelf_until_on: z.string().nullable(),
  pickup_code: z.string(),
  /** "2nd of 5"; empty once an item is set aside. */
  place: z.string(),
})

/** On the named item alone, or on any item of its title. Omitted: the library's default. */
const isItemHold = z.boolean().optional()

const ONE_HOLD = { permission: 'staff', confidentiality: 'patron', changes: true } as const
const CHANGE_REFUSALS = ['hold-gone', 'command-changed', 'recording-stopped'] as const

const PLACING_REFUSALS = [
  'patron-unknown',
  'item-unknown',
  'title-unknown',
  'hold-copy-unnamed',
  'branch-unknown',
  'hold-date-past',
  'patron-barred',
  'patron-inactive',
  'card-lost',
  'patron-expired',
  'patron-blocked',
  'owes-too-much',
  'overdue-too-many',
  'overdue-too-long',
  'lost-too-many',
  'claims-too-many',
  'family-owes-too-much',
  'guarantees-owe-too-much',
  'suspended',
  'hold-twice',
  'hold-has-it',
  'holds-too-many',
  'hold-no-copies',
  'hold-not-holdable',
  'hold-on-shelf',
] as const

export const HOLD_METHODS = {
  'hold.place': method({
    ...ONE_HOLD,
    does: 'Places a hold for the open patron on a title or one item of it, and shows the result on the screen.',
    input: z.strictObject({
      commandId,
      /** One of the two; an item implies its title. */
      title_id: titleId.nullable(),
      item_barcode: barcode.nullable(),
      is_item_hold: isItemHold,
      pickup_branch: branchCode,
      expires_on: outsideDate.nullable(),
      /** The refusals that were overridden. */
      overridden: ofPatron(z.array(z.string().max(64)).max(20).default([])),
    }),
    output: snapshotReply,
    refusals: [
      'nobody-open',
      'patron-gone',
      'title-unknown',
      'item-unknown',
      'hold-copy-unnamed',
      'not-permitted',
      'command-changed',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, title_id: 7, item_barcode: null, pickup_branch: 'MAPLE', expires_on: null },
  }),
  'hold.place-for': method({
    ...ONE_HOLD,
    does: 'Places a hold for the patron with this card, outside any desk session: for scripts.',
    input: z.strictObject({
      commandId,
      card_barcode: cardOfAct,
      title_id: titleId.nullable().default(null),
      item_barcode: barcode.nullable().default(null),
      is_item_hold: isItemHold,
      /** Omitted: the patron’s own branch. */
      pickup_branch: branchCode.optional(),
      /** Omitted: the library's default. */
      expires_on: outsideDate.nullable().optional(),
    }),
    output: holdSchema,
    refusals: [...PLACING_REFUSALS, 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, card_barcode: '21234000123456', item_barcode: '31234000123457' },
  }),
  'hold.of-patron': method({
    does: 'Lists the holds of the patron with this card, oldest first.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ card_barcode: barcode, reason: z.string().max(64).optional() }),
    output: z.strictObject({ holds: z.array(holdSchema) }),
    refusals: ['patron-unknown', 'reason-unknown'],
    example: { card_barcode: '21234000123456' },
  }),
  'hold.suspend': method({
    ...ONE_HOLD,
    does: 'Suspends a hold until a day; it keeps its place in the queue. null: as long as the library allows.',
    input: z.strictObject({ commandId, hold_ref: holdRef, until_on: outsideDate.nullable() }),
    output: snapshotReply,
    refusals: [...CHANGE_REFUSALS, 'hold-captured', 'hold-date-past', 'hold-date-too-far'],
    example: { commandId: EXAMPLE_ID, hold_ref: EXAMPLE_REF, until_on: '2026-12-27' },
  }),
  'hold.resume': method({
    ...ONE_HOLD,
    does: 'Resumes a suspended hold.',
    input: z.strictObject({ commandId, hold_ref: holdRef }),
    output: snapshotReply,
    refusals: [...CHANGE_REFUSALS, 'hold-not-suspended'],
    example: { commandId: EXAMPLE_ID, hold_ref: EXAMPLE_REF },
  }),
  'hold.cancel': method({
    ...ONE_HOLD,
    does: 'Cancels a hold. An item set aside for it must come off the hold shelf.',
    input: z.strictObject({ commandId, hold_ref: holdRef }),
    output: snapshotReply,
    refusals: CHANGE_REFUSALS,
    example: { commandId: EXAMPLE_ID, hold_ref: EXAMPLE_REF },
  }),
  'hold.move': method({
    ...ONE_HOLD,
    does: 'Changes the pickup branch of a hold.',
    input: z.strictObject({ commandId, hold_ref: holdRef, pickup_branch: branchCode }),
    output: snapshotReply,
    refusals: [...CHANGE_REFUSALS, 'branch-unknown'],
    example: { commandId: EXAMPLE_ID, hold_ref: EXAMPLE_REF, pickup_branch: 'NORTH' },
  }),
  'hold.edit': method({
    ...ONE_HOLD,
    does: 'Changes the last day of a hold: on the hold shelf if ready, otherwise in the queue. null: no last day.',
    input: z.strictObject({ commandId, hold_ref: holdRef, until_on: outsideDate.nullable() }),
    output: snapshotReply,
    refusals: [...CHANGE_REFUSALS, 'hold-date-past'],
    example: { commandId: EXAMPLE_ID, hold_ref: EXAMPLE_REF, until_on: '2027-03-01' },
  }),
  'hold.clear-shelf': method({
    ...ONE_HOLD,
    does: 'Ends holds not picked up in time: one hold, or with null all of them (200 at a time).',
    input: z.strictObject({ commandId, hold_ref: holdRef.nullable() }),
    output: snapshotReply,
    refusals: [...CHANGE_REFUSALS, 'hold-not-over', 'hold-not-on-shelf'],
    example: { commandId: EXAMPLE_ID, hold_ref: null },
  }),
  'hold.not-found': method({
    ...ONE_HOLD,
    confidentiality: 'library',
    does: 'Marks an item not found in its place as missing or traced. A hold that had it waits again.',
    input: z.strictObject({ commandId, item_barcode: barcode, status: z.enum(['missing', 'trace']) }),
    output: snapshotReply,
    refusals: ['item-unknown', 'item-not-in', 'command-changed', 'recording-stopped'],
    example: { commandId: EXAMPLE_ID, item_barcode: '31234000123457', status: 'missing' },
  }),
  'hold.skip-pull': method({
    does: 'Skips an item on the current pull list. Changes no record.',
    permission: 'staff',
    ...libraryView,
    input: z.strictObject({ item_barcode: barcode }),
    refusals: [],
    example: { item_barcode: '31234000123457' },
  }),
  'hold.make-pull-list': method({
    does: 'Makes this branch’s pull list again. Changes no record.',
    permission: 'staff',
    ...libraryView,
    input: nothing,
    refusals: [],
    example: {},
  }),
  'hold.paper': method({
    does: 'Returns a list to print: items to pull, the hold shelf, expired holds, or items to take off the shelf.',
    permission: 'staff',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ list: z.enum(['pull', 'shelf', 'over', 'off']) }),
    output: z.strictObject({ document: receiptDocumentSchema }),
    refusals: [],
    example: { list: 'pull' },
  }),
  'hold.slip': method({
    does: 'Returns another hold slip for an item on the hold shelf, marked COPY.',
    permission: 'staff',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ item_barcode: barcode }),
    output: z.strictObject({ document: receiptDocumentSchema }),
    refusals: ['item-unknown', 'hold-gone'],
    example: { item_barcode: '31234000123457' },
  }),
} as const satisfies Record<string, MethodSpec>
