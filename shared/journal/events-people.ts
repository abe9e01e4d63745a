/**
 * Facts about patrons and staff. What a note says, or who a disclosure went to, lies beside the sealed content
 * (main/journal, `personal`), where it can be erased alone.
 */
import { z } from 'zod'
import { approval, code, count, instantMs, itemBarcode, onDate, party, ref } from './event-fields.ts'

export const PEOPLE_EVENTS = {
  /** A note on an account; a blocking one stops lending until it is taken off. */
  'note-written': z.strictObject({
    party,
    is_blocking: z.boolean(),
    /** To be told to the patron, and then taken off. */
    is_message: z.boolean(),
    until_on: onDate.nullable(),
  }),
  'note-removed': z.strictObject({ party, note_ref: ref, why: z.enum(['removed', 'told', 'undone']) }),
  /** A claim: returned, or never had. The counter of the patron is the number of these. */
  'claim-made': z.strictObject({
    party,
    claim: z.enum(['returned', 'never-had']),
    item_barcode: itemBarcode,
    loan_ref: ref,
    claimed_on: onDate,
    ...approval,
  }),
  /** The shelf was looked at again and it is not there. `checks_count`: how often by now. */
  'claim-checked': z.strictObject({ claim_ref: ref, checks_count: count, checked_on: onDate }),
  'claim-ended': z.strictObject({
    claim_ref: ref,
    /** `found`: the patron brought it. `found-on-shelf`: they were right, and the claim does not count. */
    why: z.enum(['found', 'found-on-shelf', 'withdrawn', 'billed', 'given-up', 'undone']),
  }),
  'preference-set': z.strictObject({
    party,
    receipt: z.enum(['print', 'email', 'none']),
    is_large_print: z.boolean(),
    language: z.string().max(20),
  }),
  /** Whose it was is kept by the day alone, beside the journal. `reason` is a code, empty when none was asked. */
  'record-viewed': z.strictObject({ party, viewed_on: onDate, place: code, reason: z.string().max(64) }),
  'record-disclosed': z.strictObject({
    party,
    basis: z.enum(['patron-asked', 'guardian-asked', 'court-order', 'emergency', 'other']),
    what: z.enum(['identity', 'account', 'everything']),
  }),
  'patron-exported': z.strictObject({ party }),
  'patron-erased': z.strictObject({ party }),
  /** Something was asked that this person's role, or the one who approved, may not. */
  'act-refused': z.strictObject({
    act: code,
    refusals: z.array(z.string()),
    /** Who tried to approve, when somebody did. */
    approver: z.string(),
    /** What was typed for initials, where nobody is known to have typed it; only if it looks like initials. */
    initials: z.string().max(5).optional(),
  }),
  /** A second person allowed what went past the clerk's role; what was done follows, unless refused after all. */
  'act-approved': z.strictObject({
    act: code,
    grant: code,
    approver: code,
    /** The reason's code, where one is asked for that the act's own entry has no room for. */
    reason: z.string().max(64).optional(),
  }),
  'policy-changed': z.strictObject({
    /** The table and key that changed; null: there was none, or there is none any more. */
    table: code,
    key: z.string().max(200),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  }),
  'staff-changed': z.strictObject({
    staff: code,
    what: z.enum(['added', 'edited', 'pin-set', 'closed', 'reopened']),
    role: z.string(),
    /** A folder that was taken in said so, and not somebody at the desk. */
    is_imported: z.literal(true).optional(),
  }),
  /** The recovery key stood on the screen. Never what it is. */
  'recovery-key-shown': z.strictObject({}),
  /** Late returns that this stretch explains are not charged: "system down". */
  'outage-declared': z.strictObject({ from_ms: instantMs, to_ms: instantMs, reason: z.string().max(64) }),
  /** It was declared by mistake: from now on it lets nobody off. What it had changed is put back by entries beside. */
  'outage-withdrawn': z.strictObject({ outage_ref: ref, from_ms: instantMs, to_ms: instantMs }),
  /** A row of the rules, as it stands, holds for loans already made too: how it stood before is no rule any more. */
  'policy-applied': z.strictObject({ table: code, key: z.string().max(200) }),
} as const
