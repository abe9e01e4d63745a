/** Statements on long overdue loans: what the desk bills as lost by itself. */
import { sql } from 'kysely'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

/**
 * Loans with status out that were due before then, longest overdue first, after the one looked at last. 'out' is a
 * literal for the partial index.
 */
export const lateSince = statement<{ after_ms: Instant; after_item_id: number; before_ms: Instant; limit: number }>()(
  (p) =>
    build
      .selectFrom('loan_now as loan')
      .innerJoin('item', 'item.item_id', 'loan.item_id')
      .select(['item.barcode', 'loan.item_id', 'loan.due_at_ms'])
      .where('loan.loan_status', '=', sql.lit('out'))
      .where('loan.due_at_ms', '>=', p.after_ms)
      .where('loan.due_at_ms', '<', p.before_ms)
      .where((eb) =>
        eb.or([eb('loan.due_at_ms', '>', p.after_ms), eb('loan.item_id', '>', sql<ItemId>`${p.after_item_id}`)]),
      )
      .orderBy('loan.due_at_ms')
      .orderBy('loan.item_id')
      .limit(p.limit),
)

/** The last patron of an item whose loan ended by a return here; none once that is forgotten. */
export const lastParty = statement<{ item_id: ItemId }>()((p) =>
  build
    .selectFrom('party')
    .select(['epoch', 'seq', 'patron_id'])
    .where('item_id', '=', p.item_id)
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc')
    .limit(1),
)

/** A loan from elsewhere that this desk has ended, until it is settled: the library's own data says whose it was. */
export const endedLoanFromElsewhere = statement<{ item_id: ItemId }>()((p) =>
  build
    .selectFrom('overlay_loan as own')
    .innerJoin('loan', (join) =>
      join.onRef('loan.item_id', '=', 'own.item_id').onRef('loan.loan_ref', '=', 'own.loan_ref'),
    )
    .select(['loan.loan_ref', 'loan.branch_code', 'loan.patron_id', 'own.out_at_ms', 'own.rules_at_ms'])
    .where('own.item_id', '=', p.item_id)
    .where(sql<boolean>`own.is_open = 0`),
)
