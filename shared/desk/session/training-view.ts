/** What the panel of the training devices shows: the devices, what the spooler does, and the tray of barcodes. */
import { z } from 'zod'
import { trainingNowSchema } from '../../devices/training/wire.ts'

/** `kind`: a patron's card, an item, or a number that nobody knows. */
const trayItemSchema = z.strictObject({ text: z.string(), name: z.string(), kind: z.enum(['card', 'item', 'unknown']) })

/** A job of the spooler, in words. */
const jobSaidSchema = z.strictObject({
  job_ref: z.string(),
  what: z.string(),
  state: z.string(),
  tone: z.enum(['plain', 'good', 'warn', 'stop', 'quiet']),
  notes: z.array(z.string()),
})

export const trainingViewSchema = z.strictObject({
  /** Null: the devices process has not said yet, or is not there. */
  now: trainingNowSchema.nullable(),
  tray: z.array(trayItemSchema),
  jobs: z.array(jobSaidSchema),
})
export type TrainingView = z.infer<typeof trainingViewSchema>
