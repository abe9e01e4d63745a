/**
 * A page: what a place of the desk shows, as data. The station builds it, the renderer draws every page the same way:
 * tables with a row cursor, letters that act on the row, small forms under a row, papers. The line keeps the focus.
 * Must never hold a rule, nor a patron's data while nobody is signed in.
 */
import { z } from 'zod'
import { longWorkSchema } from '../kernel/long-work.ts'
import { receiptDocumentSchema } from '../receipt/document.ts'
import { labelsSectionSchema } from '../receipt/layout/labels.ts'
import { paymentShape } from './pay/payment-section.ts'
import { PICTURE_SCHEMAS, stepSchema } from './pictures.ts'

/** Where a clerk can be besides the line. Each has one builder in main/desk/places.ts. */
export const PLACES = [
  'account',
  'item',
  'title',
  'recent',
  'modes',
  'staff',
  'work-log',
  'supervisor',
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
  'devices',
  'jobs',
  'recovery-key',
  'data-in',
  'overdue',
  'news',
  'drawer',
  'cash-desk',
  'pay',
  'patron-new',
  'patron-merge',
  'card-lists',
] as const
export const placeSchema = z.enum(PLACES)
export type Place = z.infer<typeof placeSchema>

/** One page: its place, and its subject (an item's barcode, a title's number, a tab), or empty. */
export const pageRefSchema = z.strictObject({ place: placeSchema, about: z.string().max(200) })
export type PageRef = z.infer<typeof pageRefSchema>

/** The look of a row, a cell or a fact; its words always say the same. */
export const toneSchema = z.enum(['plain', 'quiet', 'good', 'warn', 'stop'])
export type Tone = z.infer<typeof toneSchema>

const optionSchema = z.strictObject({ value: z.string(), label: z.string() })

/**
 * A field to fill in. `name` is the property of the call's input. What is sent: text, code, long-text, card, choice
 * and pin as strings; date as "YYYY-MM-DD", or null when empty; birth-date the same, or "" when empty; money as integer
 * cents and number as an integer (null when empty); tick as a boolean; count as `PieceCount[]`, one for each option. A
 * total is sent as money and has more digits: what is in a drawer or a bag. A code is a number on paper, such as that
 * of a bag. A name such as "values.fine_cents" fills a nested property. A card that is scanned while its form is open
 * goes into its field. The options of a choice are picked by digit; those of a count are its denominations, their value
 * in cents. A count is blind when the form has no preview: nothing on the screen says what is expected.
 */
const fieldSchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum([
    'text',
    'code',
    'long-text',
    'card',
    'date',
    'birth-date',
    'money',
    'total',
    'number',
    'choice',
    'tick',
    'pin',
    'count',
    'folder',
  ]),
  /** Its initial text: "" , "2026-12-15", "250" for cents, "yes" or "" for a tick. */
  value: z.string(),
  is_required: z.boolean(),
  hint: z.string(),
  options: z.array(optionSchema),
  /** In one row with the field before it, as the time with its date. */
  is_beside: z.boolean(),
  /**
   * Enter passes over it while the field of this name is blank or zero: what a count of none comes to. Its own name:
   * seldom filled in, and reached by Tab. With values behind it, as "reason=lost worn": unless that field has one of
   * them. Empty: Enter always goes there.
   */
  only_with: z.string(),
  /** Begins a group of fields with this heading; empty: it belongs to the group before it. */
  group: z.string(),
})
export type Field = z.infer<typeof fieldSchema>

/** What a count sends for each denomination: bills or coins of one value. */
const pieceCountSchema = z.strictObject({
  denomination_cents: z.int().positive(),
  pieces_count: z.int().min(0).max(9999),
})
export type PieceCount = z.infer<typeof pieceCountSchema>

/** A method of the contract with the known part of its input; the form's fields fill the rest. */
const callSchema = z.strictObject({ method: z.string(), input: z.record(z.string(), z.unknown()) })
export type Call = z.infer<typeof callSchema>

/**
 * An act on the page. `key`: one letter, or empty. Without `asks` and `says` it runs right away; otherwise a form
 * opens, and nothing is sent until the clerk confirms.
 */
const actSchema = z.strictObject({
  /** Unique among the acts of its row, and of the page. */
  act_id: z.string(),
  key: z.string().regex(/^[A-Z]?$/),
  label: z.string(),
  /** What sends its form; absent: the label. */
  send: z.string().optional(),
  call: callSchema,
  asks: z.array(fieldSchema),
  /** The text above the form's fields; empty for none. */
  says: z.string(),
  /**
   * Previews the result while the form is filled in: a method that only reads, and answers in lines. Gets the fields
   * that its input names, null where nothing is filled in.
   */
  preview: callSchema.nullable(),
  /** Costs money, reveals a secret or is hard to undo: looks like it, and needs more than a lone Enter. */
  is_grave: z.boolean(),
  /** Shown as a button, or under "More". Its letter works either way. */
  weight: z.enum(['main', 'more']),
})
export type Act = z.infer<typeof actSchema>

/** A preview's answer: one line for each effect. */
export const previewLineSchema = z.strictObject({ text: z.string(), tone: toneSchema })
export type PreviewLine = z.infer<typeof previewLineSchema>

const cellSchema = z.strictObject({ text: z.string(), tone: toneSchema, is_number: z.boolean() })
export type Cell = z.infer<typeof cellSchema>

const pageRowSchema = z.strictObject({
  /** Unique among the rows of the page. */
  row_id: z.string(),
  cells: z.array(cellSchema),
  tone: toneSchema,
  /** Shown under the row: a history, a reason. */
  notes: z.array(z.string()),
  /** Shown under the row while the cursor is on it. */
  details: z.array(z.string()),
  acts: z.array(actSchema),
  /** What Enter does while the cursor is on the row, mostly opening a page; null does as always. */
  enter: actSchema.nullable(),
})
export type PageRow = z.infer<typeof pageRowSchema>

const columnSchema = z.strictObject({ label: z.string(), is_number: z.boolean() })
export type Column = z.infer<typeof columnSchema>

const sectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('table'),
    section_id: z.string(),
    heading: z.string(),
    columns: z.array(columnSchema),
    rows: z.array(pageRowSchema),
    /** Shown when there are no rows: a sentence, with what to press. */
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
  labelsSectionSchema,
  /** The progress of long work; the screen hears updates. `says` and `progress`: as of now. */
  z.strictObject({
    kind: z.literal('progress'),
    section_id: z.string(),
    heading: z.string(),
    of: longWorkSchema,
    says: z.string(),
    progress: z.number().min(0).max(1),
  }),
  /** In the place of what is not there yet: how to begin, drawn in numbered steps. */
  z.strictObject({
    kind: z.literal('steps'),
    section_id: z.string(),
    heading: z.string(),
    /** What is not there; empty when the page itself says it. */
    says: z.string(),
    steps: z.array(stepSchema).min(1).max(3),
  }),
  ...PICTURE_SCHEMAS,
  /** Quick keys: acts as large buttons, each with its letter and a second line such as a price. */
  z.strictObject({
    kind: z.literal('choices'),
    section_id: z.string(),
    heading: z.string(),
    choices: z.array(z.strictObject({ act: actSchema, caption: z.string() })),
    /** Shown when there are none: a sentence, with what to press. */
    empty: z.string(),
  }),
  /** Taking money: lines to choose and a tender; see pay/payment-section.ts. */
  paymentShape.extend({ call: callSchema, preview: callSchema }),
])
export type Section = z.infer<typeof sectionSchema>

export const pageViewSchema = z.strictObject({
  ref: pageRefSchema,
  heading: z.string(),
  /** One sentence under the heading; empty for none. */
  lead: z.string(),
  sections: z.array(sectionSchema),
  /** Another number each time that something comes into the first section, which is brought in sight then. */
  news: z.int().optional(),
  /** The `section_id`s of those in the narrow column beside the others; they come last. Empty: one column. */
  aside: z.array(z.string()),
  /** Acts of the page as a whole. */
  acts: z.array(actSchema),
  /** What Enter on the empty line does while this page is open; null finishes as always. */
  enter: actSchema.nullable(),
  /** What the line is for while this page is open: "Scan any copy, or type a title". Empty: as always. */
  line_hint: z.string(),
  /** Typing on the line finds titles, and the chosen one goes to this place; null finds patrons, as always. */
  titles_go_to: placeSchema.nullable(),
  /** Words that match no title go into this field of the act with this key; null: they go nowhere. */
  unfound_goes_to: z.strictObject({ key: z.string(), field: z.string() }).nullable(),
  /** Forms that are steps, by `act_id`, from this one back: Esc in one opens the next of them. Empty: it closes. */
  steps_back: z.array(z.string()),
  /** Where Page Up from the first row and Page Down from the last one lead; null: nowhere. */
  turns: z.strictObject({ before: pageRefSchema.nullable(), next: pageRefSchema.nullable() }),
  /** Today at the branch, for reading typed dates: "2026-12-15". */
  today: z.string(),
  /** Forms of this page that this clerk left half filled in: `act` as the screen names them (`draftName`). */
  drafts: z.array(z.strictObject({ act: z.string(), texts: z.record(z.string(), z.string()), kept_at: z.string() })),
})
export type PageView = z.infer<typeof pageViewSchema>
export type FormDraft = PageView['drafts'][number]

/** What makes a form this one on its page, in any language: its row, and the call that it fills in. */
export function draftName({ call }: Pick<Act, 'call'>, row_id: string | null): string {
  return `${row_id ?? 'page'} ${call.method} ${JSON.stringify(call.input)}`
}
