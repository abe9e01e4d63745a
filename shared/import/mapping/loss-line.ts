/**
 * A line of the loss report: what became of the values of one column of the file that is read, on their way in, or of
 * one field of ours, on its way out. The counts of a line add up.
 */
import { z } from 'zod'

export const lossLineSchema = z.strictObject({
  file: z.string(),
  /** Of what is read; empty: the value was made up. */
  column: z.string(),
  /** On the way in "patrons.csv: born_on", on the way out the columns of theirs; empty where it is dropped. */
  to: z.string(),
  /** Cells that hold something: carried, changed, dropped and left out are as many. */
  filled_count: z.int(),
  carried_count: z.int(),
  changed_count: z.int(),
  dropped_count: z.int(),
  /** In rows that were left out. */
  left_out_count: z.int(),
  /** Rows that got a value which no cell has. */
  invented_count: z.int(),
  /** In words: why values were changed or dropped. */
  reason: z.string(),
  /** Of changed values, by their shape: "99/99/9999 → 9999-99-99". Codes of the library as they are. */
  examples: z.array(z.string()),
})
export type LossLine = z.infer<typeof lossLineSchema>
