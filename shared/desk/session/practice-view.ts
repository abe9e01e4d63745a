/** What the screen tells of a practice shift: the task now, with what to scan, and how far it is. */
import { z } from 'zod'

export const practiceViewSchema = z.strictObject({
  /** From 1. */
  number: z.int().positive(),
  tasks_count: z.int().positive(),
  done_count: z.int().min(0),
  skipped_count: z.int().min(0),
  says: z.string(),
  /** Barcodes of the task, each with what it is. */
  scans: z.array(z.strictObject({ text: z.string(), name: z.string() })),
  is_over: z.boolean(),
})
export type PracticeView = z.infer<typeof practiceViewSchema>
