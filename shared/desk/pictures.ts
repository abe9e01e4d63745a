/**
 * Pictures of a page, as data: the station gives figures and labels, the screen draws. Every picture has `says`, the
 * sentence that tells what it shows, and carries its figures as a table or stands beside one that does. Must never hold
 * anything about a patron.
 */
import { z } from 'zod'

/** What every picture has: its place on the page, its heading, and what it shows in one sentence. */
const pictured = { section_id: z.string(), heading: z.string(), says: z.string() }

/** How a bar stands out; its label always says the same. */
const barMarkSchema = z.enum(['plain', 'warn', 'stop'])
export type BarMark = z.infer<typeof barMarkSchema>

/**
 * Figures by label, with their table. `bars` lie beside the rows of the table; `columns` stand above the figures of a
 * wide one, such as the hours of a day. Each bar has one value for each of the series.
 */
export const chartSchema = z.strictObject({
  kind: z.literal('chart'),
  ...pictured,
  shape: z.enum(['bars', 'columns']),
  /** Of the column of labels: "Days overdue". */
  label_heading: z.string(),
  /** What is counted: "Items"; "Today", "A week ago". */
  series: z.array(z.string()).min(1).max(4),
  unit: z.enum(['count', 'cents']),
  bars: z.array(z.strictObject({ label: z.string(), values: z.array(z.number().nonnegative()), mark: barMarkSchema })),
})
export type Chart = z.infer<typeof chartSchema>

const shelfMarkSchema = z.discriminatedUnion('kind', [
  /** One book; of a move, its number in the order of the moves and the position of the spine that it goes behind. */
  z.strictObject({
    kind: z.literal('spine'),
    stood_number: z.int(),
    call_number: z.string(),
    mark: z.enum(['fits', 'move', 'stray']),
    move_number: z.int().nullable(),
    after_number: z.int().nullable(),
  }),
  /** Books in order, as one mark: "+12". */
  z.strictObject({ kind: z.literal('run'), count: z.int() }),
])

/** A shelf as it was read: spines from left to right, what is wrong raised, an arrow to where it goes. */
export const spinesSchema = z.strictObject({ kind: z.literal('spines'), ...pictured, marks: z.array(shelfMarkSchema) })
export type Spines = z.infer<typeof spinesSchema>

const walkStopSchema = z.strictObject({
  number: z.int(),
  call_number: z.string(),
  state: z.enum(['done', 'next', 'ahead']),
})

/** A walk along the shelves with a cart: the next stop large, then every aisle with its stops in order. */
export const walkSchema = z.strictObject({
  kind: z.literal('walk'),
  ...pictured,
  /** Null when nothing is left. `place` may be empty. */
  next: z.strictObject({ label: z.string(), place: z.string(), call_number: z.string(), title: z.string() }).nullable(),
  /** What `state` is called for a screen reader; empty for what is ahead. */
  states: z.strictObject({ done: z.string(), next: z.string() }),
  aisles: z.array(z.strictObject({ place: z.string(), says: z.string(), stops: z.array(walkStopSchema) })),
})
export type Walk = z.infer<typeof walkSchema>

/** What grows with lateness, in steps: a fine rule. Its table gives the amount at a few of them. */
export const curveSchema = z.strictObject({
  kind: z.literal('curve'),
  ...pictured,
  /** "Days late", and what the amounts are. */
  late_heading: z.string(),
  amount_heading: z.string(),
  late_max: z.int().positive(),
  /** From zero on, each time the amount changes. */
  points: z.array(z.strictObject({ late_count: z.int(), amount_cents: z.int() })).min(1),
  /** Up to where nothing is charged, with its words; null: from the first day on. */
  free: z.strictObject({ late_count: z.int().positive(), label: z.string() }).nullable(),
  /** The most that is ever charged, with its words. */
  cap: z.strictObject({ amount_cents: z.int().positive(), label: z.string() }).nullable(),
  rows: z.array(z.strictObject({ label: z.string(), amount_cents: z.int() })),
})
export type Curve = z.infer<typeof curveSchema>

const atMs = z.int()

/** What a drawer should hold through a session, in steps, with each count as a point, and its table. */
export const levelSchema = z.strictObject({
  kind: z.literal('level'),
  ...pictured,
  from_ms: atMs,
  to_ms: atMs,
  /** In order, each time the amount changes. */
  levels: z.array(z.strictObject({ at_ms: atMs, amount_cents: z.int() })).min(1),
  /** What was counted, and whether that is not what was expected. */
  counts: z.array(z.strictObject({ at_ms: atMs, amount_cents: z.int(), is_off: z.boolean() })),
  /** Hours under the picture. */
  ticks: z.array(z.strictObject({ at_ms: atMs, label: z.string() })),
  /** What the two marks of a count mean. */
  labels: z.strictObject({ right: z.string(), off: z.string() }),
  columns: z.strictObject({ time: z.string(), should: z.string(), counted: z.string() }),
  rows: z.array(
    z.strictObject({ at_ms: atMs, label: z.string(), amount_cents: z.int(), counted_cents: z.int().nullable() }),
  ),
})
export type Level = z.infer<typeof levelSchema>

const calendarDaySchema = z.strictObject({
  on: z.string(),
  is_closed: z.boolean(),
  mark: z.enum(['plain', 'out', 'within', 'passed', 'due']),
})

/** Months as tables: from a check-out to its due date, with the closed days. */
export const monthsSchema = z.strictObject({
  kind: z.literal('months'),
  ...pictured,
  labels: z.strictObject({ out: z.string(), passed: z.string(), due: z.string(), closed: z.string() }),
  months: z.array(z.strictObject({ first_on: z.string(), days: z.array(calendarDaySchema) })),
})
export type Months = z.infer<typeof monthsSchema>

const backupStateSchema = z.enum(['made', 'failed', 'none'])

/** The last days in a row, oldest first and today last: which have a backup. Its table tells the same days in spans. */
export const backupStripSchema = z.strictObject({
  kind: z.literal('backup-strip'),
  ...pictured,
  /** `tick` stands over its day: a date, or "Today"; mostly empty. */
  days: z.array(z.strictObject({ on: z.string(), state: backupStateSchema, tick: z.string() })).min(1),
  columns: z.strictObject({ days: z.string(), backup: z.string(), count: z.string() }),
  spans: z.array(
    z.strictObject({ label: z.string(), state: backupStateSchema, text: z.string(), days_count: z.int().positive() }),
  ),
})
export type BackupStrip = z.infer<typeof backupStripSchema>

export const PICTURE_SCHEMAS = [
  chartSchema,
  spinesSchema,
  walkSchema,
  curveSchema,
  levelSchema,
  monthsSchema,
  backupStripSchema,
] as const

export type Picture = z.infer<(typeof PICTURE_SCHEMAS)[number]>
export const PICTURE_KINDS: ReadonlySet<string> = new Set(PICTURE_SCHEMAS.map(({ shape }) => shape.kind.value))

/** The line drawings of steps; the renderer has one for each. */
const STEP_ICONS = [
  'card',
  'item',
  'items',
  'shelf',
  'cart',
  'hold',
  'truck',
  'patron',
  'type',
  'search',
  'choose',
  'enter',
  'key',
  'list',
  'slip',
  'calendar',
  'money',
  'done',
  'folder',
  'look',
] as const
export type StepIcon = (typeof STEP_ICONS)[number]

/** A step of what to do, drawn: an icon over one short sentence. */
export const stepSchema = z.strictObject({ icon: z.enum(STEP_ICONS), text: z.string() })
export type Step = z.infer<typeof stepSchema>
