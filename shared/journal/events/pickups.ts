/**
 * Facts about who may pick up somebody's holds. Who that is lies beside the sealed content (main/journal, `personal`),
 * where it can be erased alone.
 */
import { z } from 'zod'
import { fact, onDate, ref } from './fields.ts'

export const PICKUP_EVENTS = {
  /** The patron lets another one pick up what waits for them. */
  'pickup-allowed': fact(1, { allowed_on: onDate }),
  'pickup-ended': fact(1, { pickup_ref: ref, reason: z.enum(['ended', 'undone']) }),
} as const

/** What lies beside `pickup-allowed`, as JSON: who may pick up. */
export const pickupWords = z.strictObject({ by_patron_id: z.int().positive() })
