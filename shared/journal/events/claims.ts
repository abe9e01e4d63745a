/** Facts about claims: that an item was returned, or that the patron never had it. */
import { z } from 'zod'
import { approval, count, itemBarcode, onDate, ref, fact } from './fields.ts'

export const CLAIM_EVENTS = {
  /** A claim: returned, or never had. The counter of the patron is the number of these. */
  'claim-made': fact(1, {
    claim: z.enum(['returned', 'never-had']),
    item_barcode: itemBarcode,
    loan_ref: ref,
    claimed_on: onDate,
    ...approval,
  }),
  /** The shelf was looked at again and it is not there. `checks_count`: how often by now. */
  'claim-checked': fact(1, { claim_ref: ref, checks_count: count, checked_on: onDate }),
  'claim-ended': fact(1, {
    claim_ref: ref,
    /** `found`: the patron brought it. `found-on-shelf`: they were right, and the claim does not count. */
    reason: z.enum(['found', 'found-on-shelf', 'withdrawn', 'billed', 'given-up', 'undone']),
  }),
} as const
