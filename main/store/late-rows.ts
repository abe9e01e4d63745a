/** Statements on what has been late for long: what may be billed as lost by itself. */
import { sql } from 'kysely'
import type { Instant } from '../../shared/kernel/time.ts'
import { build, statement } from './sql.ts'

/**
 * Loans that are plainly out and were due before then, longest late first, after the one that was looked at last. 'out'
 * stands in it for the index's sake.
 */
export const lateSince = statement<{ after_ms: Instant; after_item_id: number; before_ms: Instant; limit: number }>()(
  (p) =>
    build
      .selectFrom('loan_now as loan')
      .innerJoin('item', 'item.item_id', 'loan.item_id')
      .select(['item.barcode', 'loan.item_id', 'loan.due_at_ms'])
      .where('loan.standing', '=', sql.lit('out') as never)
      .where('loan.due_at_ms', '>=', p.after_ms)
      .where('loan.due_at_ms', '<', p.before_ms)
      .where((eb) => eb.or([eb('loan.due_at_ms', '>', p.after_ms), eb('loan.item_id', '>', p.after_item_id as never)]))
      .orderBy('loan.due_at_ms')
      .orderBy('loan.item_id')
      .limit(p.limit),
)

/** The last loan of an item that this desk ended, until it is settled: whose it was, the journal may still know. */
export const endedLoanOfItem = statement<{ item_id: number }>()((p) =>
  build
    .selectFrom('overlay_loan')
    .select(['loan_ref', 'branch_code', 'out_at_ms', 'due_at_ms', 'rules_at_ms'])
    .where('item_id', '=', p.item_id as never)
    .where('is_open', '=', 0),
)
