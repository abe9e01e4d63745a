/**
 * Statements on open loans whose item is gone from the reference file. Nothing is known about the item here, not even
 * its barcode; the journal may know that (main/desk/items/gone-items.ts).
 */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { LOAN_COLUMNS } from '../overlay/overlay-tables.ts'
import { build, statement } from '../sql.ts'

const NO_RECORD = sql<boolean>`NOT EXISTS (SELECT 1 FROM item WHERE item.item_id = loan.item_id)`

/** `epoch`, `seq`: this desk's newest entry about it, while unsettled. */
const goneLoan = build
  .selectFrom('loan_now as loan')
  .leftJoin('overlay_loan as own', 'own.item_id', 'loan.item_id')
  .select([...LOAN_COLUMNS.map((one) => `loan.${one}` as const), 'own.epoch', 'own.seq'])
  .where(NO_RECORD)

/** One patron's, earliest due first. */
export const goneLoansOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  goneLoan.where('loan.patron_id', '=', p.patron_id).orderBy('loan.due_at_ms').orderBy('loan.item_id'),
)
export type GoneLoanRow = NonNullable<(typeof goneLoansOfPatron)['row']>

/** Where each of a patron's was lent: all that a limit can use. */
export const goneOutOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .select('loan.branch_code')
    .where('loan.patron_id', '=', p.patron_id)
    .where(NO_RECORD),
)

/** Every patron's, of those that this desk changed and has not settled. */
export const goneLoansOfDesk = statement()(() => goneLoan.where('own.item_id', 'is not', null))

/** One that this desk ended, while its overlay row exists: for undo. */
export const endedLoan = statement<{ loan_ref: string }>()((p) =>
  build.selectFrom('overlay_loan').select('item_id').where('loan_ref', '=', p.loan_ref).where('is_open', '=', 0),
)
