/** Facts about the rules of the library and the outages that were declared. */
import { z } from 'zod'
import { RULE_TABLES } from './rule-tables.ts'
import { instantMs, ref, fact } from './fields.ts'

export const POLICY_EVENTS = {
  'policy-changed': fact(1, {
    /** The table and key that changed; null: there was none, or there is none any more. */
    table: z.enum(RULE_TABLES),
    key: z.string().max(200),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    /** Whether loans made before go by the row as it was. */
    is_kept_by_loans: z.boolean(),
  }),
  /** A row of the rules now applies to loans already made too: these versions of it no longer do. */
  'policy-applied': fact(1, { table: z.enum(RULE_TABLES), key: z.string().max(200), version_refs: z.array(ref) }),
  /** Late returns that this stretch explains are not charged: "system-down". */
  'outage-declared': fact(1, { from_ms: instantMs, to_ms: instantMs, reason: z.string().max(64) }),
  /**
   * The outage was declared by mistake: it excuses no lateness from now on. Further entries restore what it changed.
   */
  'outage-withdrawn': fact(1, { outage_ref: ref, from_ms: instantMs, to_ms: instantMs }),
} as const
