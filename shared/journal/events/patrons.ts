/**
 * Facts about patrons. Who a disclosure went to is kept beside the sealed content (main/journal, `personal`), where it
 * can be erased alone.
 */
import { z } from 'zod'
import { code, onDate, fact } from './fields.ts'

export const PATRON_EVENTS = {
  'preference-set': fact(1, {
    receipt: z.enum(['print', 'email', 'none']),
    is_large_print: z.boolean(),
    language: z.string().max(20),
  }),
  /** Whose it was is kept by the day alone, beside the journal. `reason` is a code, empty when none was asked. */
  'record-viewed': fact(1, { viewed_on: onDate, place: code, reason: z.string().max(64) }),
  /** A list that names patrons was read: whom it named is not kept. */
  'list-viewed': fact(1, { list: z.enum(['overdue']) }),
  /** A list that names patrons was saved to a file: how many it named, and never whom. */
  'list-exported': fact(1, { list: z.enum(['overdue']), rows_count: z.int().min(0) }),
  'record-disclosed': fact(1, {
    basis: z.enum(['patron-asked', 'guardian-asked', 'court-order', 'emergency', 'other']),
    what: z.enum(['identity', 'account', 'everything']),
  }),
  'patron-exported': fact(1, {}),
  'patron-erased': fact(1, {}),
} as const
