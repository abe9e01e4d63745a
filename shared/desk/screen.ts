/**
 * What the desk screen shows, as data: the station makes snapshots, the renderer draws them. A snapshot has everything,
 * so that a reload loses nothing. Holds no rule, only decisions.
 */
import { z } from 'zod'
import { packedBitmapSchema } from '../devices/printer/logo.ts'
import { wedgeSetupSchema } from '../devices/scan/wedge-setup.ts'
import { languageSchema, localeSchema } from '../kernel/language.ts'
import { receiptDocumentSchema } from '../receipt/document.ts'
import { pageViewSchema, placeSchema } from './page.ts'
import { practiceViewSchema } from './session/practice-view.ts'
import { trainingViewSchema } from './session/training-view.ts'

/** The four classes of outcome: DONE, PUT IT THERE, DECIDE, STOP. */
export const outcomeClassSchema = z.enum(['done', 'route', 'decide', 'stop'])
export type OutcomeClass = z.infer<typeof outcomeClassSchema>

/** Kinds of check-in outcome with a sign, a color and a sound ending of their own; see outcome-kinds.ts. */
export const outcomeKindSchema = z.enum([
  'hold',
  'transit',
  'lender',
  'not-ours',
  'damaged',
  'withdrawn',
  'lost-found',
  'claim-found',
  'missing-found',
  'not-out',
  'unknown',
])
export type OutcomeKind = z.infer<typeof outcomeKindSchema>

/** Check-out; check-in; counting in-house use; inventory of a shelf. */
export const deskModeSchema = z.enum(['out', 'in', 'in-house', 'inventory'])
export type DeskMode = z.infer<typeof deskModeSchema>

/** One answer a row offers: a digit key and what it does. */
const choiceSchema = z.strictObject({ key: z.string().regex(/^[1-9]$/), label: z.string() })

/** One line of what happened in this session. `fact` is what to say aloud: a due date, a place. */
export const rowSchema = z.strictObject({
  row_id: z.string(),
  at_ms: z.int(),
  outcome: outcomeClassSchema,
  /** Null: no more than its class. */
  kind: outcomeKindSchema.nullable(),
  title: z.string(),
  author: z.string(),
  barcode: z.string(),
  call_number: z.string(),
  /** Two or three words for the table: "Out", "Renewed", "Reshelve, biography". */
  happened: z.string(),
  /** The fact in the last column: "Tue, Dec 15", or empty. */
  fact: z.string(),
  /** The answers it waits for; empty once decided. Up and Down walk these rows, the digit answers. */
  choices: z.array(choiceSchema),
  /** Set while waiting for a second person's badge, or initials and PIN. */
  approval: z.strictObject({ until_ms: z.int() }).nullable(),
  is_undone: z.boolean(),
  /** Nothing changed and nothing is wrong, such as a renewal that moves no date: drawn in gray, whatever its class. */
  is_unchanged: z.boolean(),
  /** Warnings and reasons, in full sentences, newest rule first: "Nov 26 closed, moved to the next open day." */
  notes: z.array(z.string()),
})
export type Row = z.infer<typeof rowSchema>

/**
 * How a band is shown. `full`: filled, with sound and edge: what a scan or an act did to items or money. `quiet`: one
 * line, with the sound, for a scan that only opened or looked. `silent`: one line without a sound, for what no scan
 * asked: a page, a greeting, a setting.
 */
export const bandWeightSchema = z.enum(['full', 'quiet', 'silent'])
export type BandWeight = z.infer<typeof bandWeightSchema>

/** The band under the scan line: what just happened. */
export const bandSchema = z.strictObject({
  /** Grows by one with every outcome, so that a screen reader and a sound fire once for each. */
  number: z.int(),
  outcome: outcomeClassSchema,
  weight: bandWeightSchema,
  /** It is done, and money is over or short: drawn in the color of a question, and asks nothing. */
  is_off: z.boolean().optional(),
  /** Null: no more than its class. */
  kind: outcomeKindSchema.nullable(),
  /** Largest text: the title, or what is wrong. */
  heading: z.string(),
  /** "Regular loan, 21 days." The screen puts the word of the class before it. */
  sentence: z.string(),
  /**
   * The fact to say aloud, with its label: { label: "due", text: "Tue, Dec 15" }. With `change_cents` it is money to
   * hand back, { label: "Change", text: "$3.25" }: drawn so large that the patron reads it too.
   */
  fact: z.strictObject({ label: z.string(), text: z.string(), change_cents: z.int().positive().optional() }).nullable(),
  /** For the live region, which says the class first: "Educated. Due December 15. 3 of 50." */
  spoken: z.string(),
})
export type Band = z.infer<typeof bandSchema>

/** The parts of an account: what a click on a figure or a notice opens, each the section of the account page. */
const accountPartSchema = z.enum(['who', 'loans', 'holds', 'pickups', 'charges', 'notes'])
export type AccountPart = z.infer<typeof accountPartSchema>

/** A box in the patron panel: a block, money owed, holds ready, a note. */
const noticeSchema = z.strictObject({
  tone: z.enum(['stop', 'warn', 'info', 'hold']),
  heading: z.string(),
  detail: z.string(),
  opens: accountPartSchema,
})

/** A hold on the shelf: what to fetch, where, and until when. A hold that still waits is never named here. */
const holdReadySchema = z.strictObject({
  hold_ref: z.string(),
  title: z.string(),
  /** A code to look for, or words: the shelf here, or the other branch. */
  shelf: z.string(),
  is_code: z.boolean(),
  until_text: z.string(),
})

export const loanLineSchema = z.strictObject({
  barcode: z.string(),
  title: z.string(),
  due_text: z.string(),
  due_at_ms: z.int(),
  is_overdue: z.boolean(),
  renewals: z.string(),
})

export const patronPanelSchema = z.strictObject({
  patron_id: z.int(),
  name: z.string(),
  initials: z.string(),
  card_barcode: z.string(),
  category: z.string(),
  expires_text: z.string(),
  out_count: z.int(),
  overdue_count: z.int(),
  holds_ready_count: z.int(),
  owed_cents: z.int(),
  owed_text: z.string(),
  notices: z.array(noticeSchema),
  loans: z.array(loanLineSchema),
  holds_ready: z.array(holdReadySchema),
})
export type PatronPanel = z.infer<typeof patronPanelSchema>

/** What has the column right of the work; `nothing`: the work has the whole width. See beside.ts. */
export const besideSchema = z.enum(['patron', 'papers', 'cart', 'nothing'])
export type Beside = z.infer<typeof besideSchema>

/** Scans in sight that nothing is done about until the rows are answered. */
const waitingSchema = z.strictObject({
  /** In the order in which they run. */
  scans: z.array(
    z.strictObject({
      waiting_id: z.string(),
      /** "Card 21234000123456", a title, or the number. A card names nobody before its turn. */
      says: z.string(),
      /** Of an item. */
      barcode: z.string(),
    }),
  ),
  /** After a stop: the next card waits until Finish, so that nobody misses what was refused. */
  is_held: z.boolean(),
  /** What the scans that ran last did, oldest first: each is heard once, by its number. */
  ran: z.array(
    bandSchema
      .pick({ number: true, outcome: true, weight: true, kind: true, heading: true, fact: true, spoken: true })
      .extend({ is_opening: z.boolean() }),
  ),
})
export type Waiting = z.infer<typeof waitingSchema>
export const NOTHING_WAITS: Waiting = { scans: [], is_held: false, ran: [] }

/** The totals in the bottom bar. */
export const totalsSchema = z.strictObject({
  out_count: z.int(),
  in_count: z.int(),
  renewed_count: z.int(),
  /** Inventoried, or counted as in-house use. */
  other_count: z.int(),
  undecided_count: z.int(),
  /** "Due dates Dec 15 to Dec 29", or empty. */
  due_range_text: z.string(),
})

export const staffOnDeskSchema = z.strictObject({
  staff_code: z.string(),
  name: z.string(),
  initials: z.string(),
  /** The code of their role, and its name. */
  role: z.string(),
  role_name: z.string(),
})

/** What a PIN is asked for after a badge. A locked desk names nobody but who locked it. */
const askedPinSchema = z.strictObject({
  for: z.enum(['sign-in', 'approval']),
  name: z.string(),
  /** The row to approve; empty for signing in. */
  row_id: z.string(),
})
export type AskedPin = Pick<z.infer<typeof askedPinSchema>, 'for' | 'row_id'>

/** The top strip. */
export const stripSchema = z.strictObject({
  branch_name: z.string(),
  desk_name: z.string(),
  zone: z.string(),
  /** When the reference data was last known to be current; null when there is none. */
  data_as_of_ms: z.int().nullable(),
  data_as_of_text: z.string(),
  /** A problem with this computer that everyone should see: a clock set back, a full disk. Empty when all is well. */
  trouble: z.string(),
  /** The people and titles here are made up. */
  is_sample: z.boolean(),
  /** The scanners of this desk, in words. */
  devices: z.strictObject({ tone: z.enum(['ok', 'warn']), says: z.string() }),
  /** What waits for a printer; empty words for nothing. */
  jobs: z.strictObject({ tone: z.enum(['ok', 'warn']), says: z.string() }),
  /** The printer that receipts go to, without a dialog; empty: none is set up. */
  receipt_printer: z.string(),
  /** Its cash drawers, in words; empty: no device opens one. */
  drawers: z.strictObject({ tone: z.enum(['ok', 'warn']), says: z.string() }),
})

/**
 * `set-up`: no staff yet. `sign-in`: nobody signed in. `locked`: the signed-in staff member is away, and nothing about
 * a patron is shown. `rescue`: a file is damaged, read-only. `desk`: at work.
 */
export const deskStageSchema = z.enum(['set-up', 'sign-in', 'locked', 'desk', 'rescue'])

/** The ways out of rescue; the words of one that is not available are empty. */
const rescueSchema = z.strictObject({
  can_restore: z.boolean(),
  /** The recovery key may open the files. */
  can_unlock: z.boolean(),
  /** What may be lost if a manager goes on with what can be read. */
  go_on: z.string(),
})

export const deskSnapshotSchema = z.strictObject({
  /** Grows with every change: a screen keeps the highest it has seen. */
  version: z.int(),
  stage: deskStageSchema,
  mode: deskModeSchema,
  /** The modifiers of every scan until they are turned off: the banner. Empty: none. */
  modifiers: z.array(z.string()),
  /**
   * The language of the signed-in staff member, and the customs of the library: these choose the screen's own words.
   */
  language: languageSchema,
  locale: localeSchema,
  strip: stripSchema,
  /** Only in rescue. */
  rescue: rescueSchema.nullable(),
  staff: staffOnDeskSchema.nullable(),
  /** The badge whose PIN is typed next; null when none was scanned. */
  asked_pin: askedPinSchema.nullable(),
  patron: patronPanelSchema.nullable(),
  band: bandSchema.nullable(),
  /** Newest first; at most ROWS_SHOWN_MAX. */
  rows: z.array(rowSchema),
  rows_count: z.int(),
  waiting: waitingSchema,
  /** The row that asks for a reason: the keys go to it, even when newer rows came. */
  asked_row_id: z.string().nullable(),
  /** What replaces the rows; null for the rows. */
  page: pageViewSchema.nullable(),
  totals: totalsSchema,
  beside: besideSchema,
  /** Pages that the signed-in role may not open by itself: the rail leaves them out. */
  closed_places: z.array(placeSchema),
  /** Paper shown beside the work, not printed: the receipt of the patron who left, the slip of the newest row. */
  papers: z.array(receiptDocumentSchema),
  /** The library's logo, as wide as its paper; null while no paper that has one is in sight. */
  logo: packedBitmapSchema.nullable(),
  /** Label of the Enter key on the empty line: "Finish", "Done with this cart". */
  finish_label: z.string(),
  /** What the undo key would undo now, as its button says it: "Undo check-out". Empty: nothing. */
  undo_label: z.string(),
  /** The scanner that types, as this desk measured it; null: any is told by its pace. */
  wedge: wedgeSetupSchema.nullable(),
  /** The practice shift, at a desk that was started for practice; null at a desk at work. */
  practice: practiceViewSchema.nullable(),
  /** The training devices of a practice desk; null while their panel is hidden, and at a desk at work. */
  training: trainingViewSchema.nullable(),
  /** Set when the desk came back after a stop: what was recorded last. Cleared by the next act. */
  recovered: z.string(),
})
export type DeskSnapshot = z.infer<typeof deskSnapshotSchema>

export const ROWS_SHOWN_MAX = 100
