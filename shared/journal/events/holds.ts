/** Facts about holds: asked for, put off, caught, handed over, ended. */
import { z } from 'zod'
import { approval, code, holdState, instantMs, itemBarcode, onDate, ref, titleRef, fact } from './fields.ts'

export const HOLD_EVENTS = {
  'hold-placed': fact(1, {
    title_ref: titleRef,
    /** Set for a hold on one item; null for any item of the title. */
    item_barcode: itemBarcode.nullable(),
    pickup_branch: code,
    expires_on: onDate.nullable(),
    ...approval,
  }),
  'hold-changed': fact(1, {
    hold_ref: ref,
    reason: z.enum(['captured', 'arrived', 'suspended', 'resumed', 'released', 'moved', 'edited', 'undone']),
    before: holdState,
    after: holdState,
  }),
  'hold-ended': fact(1, {
    hold_ref: ref,
    reason: z.enum(['filled', 'canceled', 'expired', 'not-picked-up', 'patron-gone', 'undone']),
    before: holdState,
  }),
  /** An ended hold is open again, as it was: an undoing. */
  'hold-reopened': fact(1, {
    hold_ref: ref,
    of: ref,
    title_ref: titleRef,
    is_item_hold: z.boolean(),
    placed_at_ms: instantMs,
    state: holdState,
  }),
} as const
