/**
 * A page: what a place of the desk shows, as data. The station builds it, the renderer draws every page the same way:
 * tables with a row cursor, letters that act on the row, small forms under a row, papers. The line keeps the focus.
 * Must never hold a rule, nor a patron's data while nobody is signed in.
 */
import { z } from 'zod'
import { receiptDocumentSchema } from '../receipt/document.ts'

/** Where a clerk can be besides the line. Each has one builder in main/desk/pages/pages.ts. */
export const PLACES = [
  'account',
  'item',
  'title',
  'recent',
  'modes',
  'staff',
  'work-log',
  'hold-new',
  'pull-list',
  'hold-shelf',
  'transits',
  'receipt',
  'waive',
  'tasks',
  'outage',
  'policy',
  'policy-table',
  'policy-row',
  'policy-loans',
  'explain',
  'privacy',
  'renewals',
  'item-new',
  'items-made',
  'cart',
  'shelf',
  'this-desk',
  'recovery-key',
  'data-in',
  'overdue',
] as const
const placeSchema = z.enum(PLACES)
export type Place = z.infer<typeof placeSchema>

/** One page: its place, and what it is about (an item's barcode, a title's number, a tab), else empty. */
export const pageRefSchema = z.strictObject({ place: placeSchema, about: z.string().max(200) })
export type PageRef = z.infer<typeof pageRefSchema>

/** How a row, a cell or a fact looks; the words always say it too. */
export const toneSchema = z.enum(['plain', 'quiet', 'good', 'warn', 'stop'])
export type Tone = z.infer<typeof toneSchema>

const optionSchema = z.strictObject({ value: z.string(), label: z.string() })

/**
 * Something to fill in. `name` is the property of the call's input it fills. What is sent: text, long-text, date
 * ("YYYY-MM-DD", or null when empty), choice and pin as strings; money as integer cents and number as an integer (null
 * when empty); tick as a boolean. A name such as "values.fine_cents" fills a property inside a property. The options of
 * a choice are picked by digit.
 */
const fieldSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'long-text', 'date', 'money', 'number', 'choice', 'tick', 'pin']),
  /** As it stands before anything is typed: "" , "2026-12-15", "250" for cents, "yes" or "" for a tick. */
  value: z.string(),
  is_required: z.boolean(),
  hint: z.string(),
  options: z.array(optionSchema),
})
export type Field = z.infer<typeof fieldSchema>

/** A method of the contract with the part of its input that is known; the fields asked fill the rest. */
const callSchema = z.strictObject({ method: z.string(), input: z.record(z.string(), z.unknown()) })
export type Call = z.infer<typeof callSchema>

/**
 * Something that can be done here. `key`: one letter, or empty when only Enter or the mouse does it. Without `asks` and
 * `says` it is done at once; else a form opens, and nothing is sent before the clerk says so.
 */
const actSchema = z.strictObject({
  /** Unlike that of every other act of the same row, and of the page. */
  act_id: z.string(),
  key: z.string().regex(/^[A-Z]?$/),
  label: z.string(),
  call: callSchema,
  asks: z.array(fieldSchema),
  /** What the form says above its fields; empty for none. */
  says: z.string(),
  /**
   * Says while the form is filled in what would come of it: a method that only reads, and answers in lines. Fields that
   * its input names are sent as they stand, null where nothing is filled in; no other field is sent.
   */
  preview: callSchema.nullable(),
  /** Costs money, tells a secret or is hard to take back: looks it, and asks for more than a lone Enter. */
  is_grave: z.boolean(),
})
export type Act = z.infer<typeof actSchema>

/** What a preview answers: a line for each thing that would come of it. */
export const previewLineSchema = z.strictObject({ text: z.string(), tone: toneSchema })
export type PreviewLine = z.infer<typeof previewLineSchema>

const cellSchema = z.strictObject({ text: z.string(), tone: toneSchema, is_number: z.boolean() })
export type Cell = z.infer<typeof cellSchema>

const pageRowSchema = z.strictObject({
  /** Unlike that of every other row of the page. */
  row_id: z.string(),
  cells: z.array(cellSchema),
  tone: toneSchema,
  /** Said under the row: a history, a reason. */
  notes: z.array(z.string()),
  acts: z.array(actSchema),
  /** What Enter does while the cursor stands on the row, which is mostly to go somewhere; null does as always. */
  enter: actSchema.nullable(),
})
export type PageRow = z.infer<typeof pageRowSchema>

const columnSchema = z.strictObject({ label: z.string(), is_number: z.boolean() })
export type Column = z.infer<typeof columnSchema>

/** What goes on for long beside the desk. */
export const longWorkSchema = z.enum(['import', 'backup', 'report'])
export type LongWork = z.infer<typeof longWorkSchema>

const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    section_id: z.string(),
    heading: z.string(),
    columns: z.array(columnSchema),
    rows: z.array(pageRowSchema),
    /** What stands there when there are no rows: a sentence, with what to press. */
    empty: z.string(),
  }),
  z.strictObject({
    kind: z.literal('facts'),
    section_id: z.string(),
    heading: z.string(),
    facts: z.array(z.strictObject({ label: z.string(), text: z.string(), tone: toneSchema })),
  }),
  z.strictObject({
    kind: z.literal('text'),
    section_id: z.string(),
    heading: z.string(),
    lines: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('paper'),
    section_id: z.string(),
    heading: z.string(),
    document: receiptDocumentSchema,
  }),
  /** How far long work is; the screen hears it as it goes. `says` and `progress`: as it stands now. */
  z.strictObject({
    kind: z.literal('progress'),
    section_id: z.string(),
    heading: z.string(),
    of: longWorkSchema,
    says: z.string(),
    progress: z.number().min(0).max(1),
  }),
  /** Figures by label, as a table with bars beside it. */
  z.strictObject({
    kind: z.literal('chart'),
    section_id: z.string(),
    heading: z.string(),
    label_heading: z.string(),
    value_heading: z.string(),
    bars: z.array(z.strictObject({ label: z.string(), value: z.number().nonnegative() })),
  }),
])
export type Section = z.infer<typeof sectionSchema>

export const pageViewSchema = z.strictObject({
  ref: pageRefSchema,
  heading: z.string(),
  /** One sentence under the heading; empty for none. */
  lead: z.string(),
  sections: z.array(sectionSchema),
  /** Acts of the page as a whole. */
  acts: z.array(actSchema),
  /** What Enter on the empty line does while this page is open; null finishes as always. */
  enter: actSchema.nullable(),
  /** What the line is for while this page is open: "Scan any copy, or type a title". Empty: as always. */
  line_hint: z.string(),
  /** Typing on the line finds titles, and the one taken goes to this place; null finds people, as always. */
  titles_go_to: placeSchema.nullable(),
  /** Words that no title has go into this field of the act with this key; null: they go nowhere. */
  unfound_goes_to: z.strictObject({ key: z.string(), field: z.string() }).nullable(),
  /** Today at the branch, for reading a date that is typed: "2026-12-15". */
  today: z.string(),
})
export type PageView = z.infer<typeof pageViewSchema>
