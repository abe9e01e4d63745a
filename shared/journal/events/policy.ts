/** Facts about the rules of the library and the outages that were declared. */
import { z } from 'zod'
import { RULE_TABLES } from '../fold/rows.ts'
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
  /** A row of the rules, as it stands, holds for loans already made too: these versions of it are no rule any more. */
  'policy-applied': fact(1, { table: z.enum(RULE_TABLES), key: z.string().max(200), version_refs: z.array(ref) }),
  /** Late returns that this stretch explains are not charged: "system down". */
  'outage-declared': fact(1, { from_ms: instantMs, to_ms: instantMs, reason: z.string().max(64) }),
  /** It was declared by mistake: from now on it lets nobody off. What it had changed is put back by entries beside. */
  'outage-withdrawn': fact(1, { outage_ref: ref, from_ms: instantMs, to_ms: instantMs }),
} as const
