/**
 * Statements that a manager runs once in a while and that may read a whole table: what an outage affected. No scan runs
 * them.
 */
import { sql } from 'kysely'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'
import { IS_RULED_ANEW } from './ruled-anew.ts'

type Stretch = { from_ms: Instant; to_ms: Instant }

/**
 * Open loans that fell due within a period, in the order of their due dates, with what determines whose rules apply.
 */
export const loansDueWithin = statement<Stretch & { limit: number }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .innerJoin('item', 'item.item_id', 'loan.item_id')
    .innerJoin('patron', 'patron.patron_id', 'loan.patron_id')
    .select([
      'loan.item_id',
      'item.barcode',
      'loan.loan_ref',
      'loan.branch_code',
      'loan.due_at_ms',
      'loan.sealed_due_at_ms',
      'loan.renewals_count',
      'loan.out_at_ms',
      'loan.rules_at_ms',
      'item.home_branch_code',
      'patron.patron_id',
      'patron.branch_code as patron_branch_code',
      IS_RULED_ANEW,
    ])
    .where('loan.loan_status', '=', sql.lit('out'))
    .where('loan.due_at_ms', '>=', p.from_ms)
    .where('loan.due_at_ms', '<=', p.to_ms)
    .orderBy('loan.due_at_ms')
    .limit(p.limit),
)

/** Fines of returns since then, also paid ones: a payment may have to be refunded. */
export const finesSince = statement<{ from_ms: Instant; limit: number }>()((p) =>
  build
    .selectFrom('charge_now')
    .select(['charge_ref', 'patron_id', 'item_id', 'charged_at_ms'])
    .where('kind', '=', sql.lit('overdue'))
    .where('charged_at_ms', '>=', p.from_ms)
    .orderBy('charged_at_ms')
    .limit(p.limit),
)
