/**
 * Statements that a manager asks for once in a while and that may read a whole table: what an outage touched.
 * The desk's line never asks them.
 */
import { sql } from 'kysely'
import type { Instant } from '../../shared/kernel/time.ts'
import { build, statement } from './sql.ts'

type Stretch = { from_ms: Instant; to_ms: Instant }

/** Open loans that fell due within a stretch, in the order of their due dates. */
export const loansDueWithin = statement<Stretch & { limit: number }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .innerJoin('item', 'item.item_id', 'loan.item_id')
    .select([
      'loan.item_id',
      'item.barcode',
      'loan.loan_ref',
      'loan.branch_code',
      'loan.due_at_ms',
      'loan.renewals_count',
    ])
    .where('loan.standing', '=', sql.lit('out') as never)
    .where('loan.due_at_ms', '>=', p.from_ms)
    .where('loan.due_at_ms', '<=', p.to_ms)
    .orderBy('loan.due_at_ms')
    .limit(p.limit),
)

/** Fines of returns since then of which something is still owed. */
export const finesSince = statement<{ from_ms: Instant; limit: number }>()((p) =>
  build
    .selectFrom('charge_now')
    .select(['charge_ref', 'patron_id', 'item_id', 'charged_at_ms'])
    .where('kind', '=', sql.lit('overdue') as never)
    .where('owed_cents', '>', sql.lit(0) as never)
    .where('charged_at_ms', '>=', p.from_ms)
    .orderBy('charged_at_ms')
    .limit(p.limit),
)
