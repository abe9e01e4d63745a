/**
 * A receipt as data: blocks that a printer, an e-mail and the screen each draw in their own way. It travels between
 * processes, so its shape is checked. Must never hold a byte for a printer: a title with the command to open the drawer
 * would open it (clean.ts strips such bytes; this schema refuses them).
 */
import { z } from 'zod'
import { symbologySchema } from '../catalog/symbology.ts'
import { languageSchema } from '../kernel/language.ts'
import { isPaperText } from './clean.ts'

export const DOCUMENT_KINDS = [
  'check-out',
  'check-in',
  'renewal',
  'hold-slip',
  'transit-slip',
  'statement',
  'welcome',
  'registration',
  'item-slip',
  'recall-notice',
  'pull-list',
  'shelf-list',
  'cart-order',
  'payment',
  'refund',
  'refund-due',
  'drawer-report',
  'deposit-slip',
  'count-sheet',
  'cash-slip',
  'list',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

const paperTextSchema = z.string().refine(isPaperText, 'not fit for paper')
/** What a code holds that a telephone reads off narrow paper. */
const ADDRESS_MAX = 200
const CELLS_MAX = 8
const DETAILS_MAX = 20
const ROWS_MAX = 5_000
const BLOCKS_MAX = 10_000

/** A column: `width_count` characters wide, or with 0 as wide as there is room. */
const columnSchema = z.strictObject({ label: paperTextSchema, width_count: z.int().min(0).max(40) })

const rowSchema = z.strictObject({
  cells: z.array(paperTextSchema).min(1).max(CELLS_MAX),
  /** Small lines under the row: a barcode, for which branch. */
  under: z.array(paperTextSchema).max(DETAILS_MAX),
})

export const blockSchema = z.discriminatedUnion('block', [
  z.strictObject({ block: z.literal('heading'), text: paperTextSchema }),
  z.strictObject({
    block: z.literal('text'),
    text: paperTextSchema,
    is_strong: z.boolean(),
    align: z.enum(['start', 'center']),
  }),
  /** A word on the left and a figure on the right. */
  z.strictObject({ block: z.literal('line'), left: paperTextSchema, right: paperTextSchema, is_strong: z.boolean() }),
  /** One item: its title, smaller lines, then a remark on the left and the fact on the right. */
  z.strictObject({
    block: z.literal('item'),
    title: paperTextSchema,
    details: z.array(paperTextSchema).max(DETAILS_MAX),
    left: paperTextSchema,
    right: paperTextSchema,
  }),
  z.strictObject({ block: z.literal('rule') }),
  /** Text to read from a step away: a pickup code, a branch. */
  z.strictObject({ block: z.literal('big'), label: paperTextSchema, text: paperTextSchema }),
  z.strictObject({ block: z.literal('barcode'), value: paperTextSchema, symbology: symbologySchema }),
  /** A web address as a code for telephones; below it in letters. */
  z.strictObject({ block: z.literal('qr'), text: paperTextSchema.min(1).max(ADDRESS_MAX) }),
  z.strictObject({ block: z.literal('space') }),
  z.strictObject({
    block: z.literal('table'),
    columns: z.array(columnSchema).min(1).max(CELLS_MAX),
    rows: z.array(rowSchema).max(ROWS_MAX),
    /** A box before each row, to check off with a pencil. */
    has_boxes: z.boolean(),
  }),
  z.strictObject({ block: z.literal('footer'), text: paperTextSchema }),
])
export type Block = z.infer<typeof blockSchema>
export type TableBlock = Extract<Block, { block: 'table' }>

export const receiptDocumentSchema = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  language: languageSchema,
  /** Printed again: says COPY at top and bottom. */
  is_copy: z.boolean(),
  /** `large`: letters twice as wide and high. */
  size: z.enum(['normal', 'large']),
  blocks: z.array(blockSchema).max(BLOCKS_MAX),
})
export type ReceiptDocument = z.infer<typeof receiptDocumentSchema>
export type PaperSize = ReceiptDocument['size']

/** The same document, printed again. A copy of a copy is a copy. It keeps the date of the original. */
export function asCopy(document: ReceiptDocument): ReceiptDocument {
  return { ...document, is_copy: true }
}
