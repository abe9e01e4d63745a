/** Facts about staff: who signed in, what was refused or approved, whose account changed. */
import { z } from 'zod'
import { code, fact } from './fields.ts'

export const STAFF_EVENTS = {
  'staff-signed-in': fact(1, { by: z.enum(['badge', 'badge-and-pin', 'pin', 'set-up']), staff: code }),
  'staff-signed-out': fact(1, { reason: z.enum(['asked', 'switched', 'idle']) }),
  'staff-changed': fact(1, {
    staff: code,
    what: z.enum(['added', 'edited', 'pin-set', 'closed', 'reopened']),
    role: z.string(),
    /** A hash of their whole row, PIN included, keyed with the key of the data files: it says nothing of the row. */
    row_seal: z.string().regex(/^[0-9a-f]{64}$/),
    /** An imported folder said so, and not a person at the desk. */
    is_imported: z.boolean(),
  }),
  /** An act was asked for that neither this person's role nor the approver may do. */
  'act-refused': fact(1, {
    act: code,
    refusals: z.array(z.string()),
    /** Who tried to approve; empty when nobody did. */
    approver: z.string(),
    /** What was typed for initials, where the person who typed them is not known; only if they look like initials. */
    initials: z.string().max(5),
    /** How many wrong PINs or badge numbers the entry counts; zero where it is about one refusal. */
    wrong_count: z.int().nonnegative(),
  }),
  /**
   * A second person allowed what went past the clerk's role, or the clerk overrode a rule that their own role may, and
   * is the approver; what was done follows, unless refused after all.
   */
  'act-approved': fact(1, {
    act: code,
    grant: code,
    approver: code,
    /** The reason's code, where one is asked for that the act's own entry has no room for. */
    reason: z.string().max(64),
  }),
} as const
