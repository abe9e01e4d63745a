/**
 * Facts about notes on an account. What a note says is kept beside the sealed content (main/journal, `personal`), where
 * it can be erased alone.
 */
import { z } from 'zod'
import { onDate, ref, fact } from './fields.ts'

export const NOTE_EVENTS = {
  /** A note on an account; a blocking one stops lending until it is taken off. */
  'note-written': fact(1, {
    /** The day at the branch where it was written. */
    written_on: onDate,
    is_blocking: z.boolean(),
    /** To be told to the patron, and then taken off. */
    is_message: z.boolean(),
    /** Fine days: no words of a person, and borrowing opens again by itself. */
    is_suspension: z.boolean(),
    until_on: onDate.nullable(),
  }),
  'note-removed': fact(1, { note_ref: ref, reason: z.enum(['removed', 'told', 'undone']) }),
} as const
