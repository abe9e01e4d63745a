/** Statements for what auditors and managers see of a period. */
import { sql } from 'kysely'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

/** Where what was waived is entered, and what was taken back of it, oldest first. */
export const waiversBetween = statement<{ from_ms: Instant; to_ms: Instant }>()((p) =>
  build
    .selectFrom('transfer')
    .select(['epoch_count', 'seq_count'])
    .distinct()
    .where('why_code', '=', sql.lit('waived'))
    .where('at_ms', '>=', p.from_ms)
    .where('at_ms', '<', p.to_ms)
    .orderBy('epoch_count')
    .orderBy('seq_count'),
)
