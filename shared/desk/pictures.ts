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
  series: z.array(z.string()).min(1).max(3),
  unit: z.enum(['count', 'cents']),
  bars: z.array(z.strictObject({ label: z.string(), values: z.array(z.number().nonnegative()), mark: barMarkSchema })),
})
export type Chart = z.infer<typeof chartSchema>

export const PICTURE_SCHEMAS = [chartSchema] as const
