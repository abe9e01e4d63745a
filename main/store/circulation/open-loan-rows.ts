/**
 * Every open loan with what a loan rule asks about it: for applying a changed rule to existing loans. Reads a whole
 * table; no scan runs it. Holds a patron's category and expiry, never who they are.
 */
import { sql } from 'kysely'
import { build, statement } from '../sql.ts'

export const openLoans = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('loan_now as loan')
    .innerJoin('item', 'item.item_id', 'loan.item_id')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .innerJoin('patron', 'patron.patron_id', 'loan.patron_id')
    .select([
      'item.barcode',
      'item.item_type_code',
      'item.home_branch_code',
      'title.title',
      'loan.loan_ref',
      'loan.branch_code',
      'loan.out_at_ms',
      'loan.due_at_ms',
      'loan.sealed_due_at_ms',
      'loan.renewals_count',
      'loan.rules_at_ms',
      'loan.due_staff_code',
      'loan.recalled_at_ms',
      'patron.category_code',
      'patron.branch_code as patron_branch_code',
      'patron.expires_on',
    ])
    .where('loan.loan_status', '=', sql.lit('out'))
    .orderBy('loan.due_at_ms')
    .orderBy('item.barcode')
    .limit(p.limit),
)
