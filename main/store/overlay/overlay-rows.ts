/** Statements on the overlay: what this desk's own events changed since the reference file was last settled. */
import { sql } from 'kysely'
import type { ItemId } from '../../../shared/kernel/ids.ts'
import type { JournalTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

export const putLoan = statement<JournalTables['overlay_loan']>()((p) =>
  build.replaceInto('overlay_loan').values({
    item_id: p.item_id,
    is_open: p.is_open,
    patron_id: p.patron_id,
    loan_ref: p.loan_ref,
    party_ref: p.party_ref,
    branch_code: p.branch_code,
    out_at_ms: p.out_at_ms,
    due_at_ms: p.due_at_ms,
    renewals_count: p.renewals_count,
    loan_status: p.loan_status,
    status_since_ms: p.status_since_ms,
    rules_at_ms: p.rules_at_ms,
    unseen_renewals_count: p.unseen_renewals_count,
    due_staff_code: p.due_staff_code,
    recalled_at_ms: p.recalled_at_ms,
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
  }),
)

export const putItem = statement<JournalTables['overlay_item']>()((p) =>
  build.replaceInto('overlay_item').values({
    item_id: p.item_id,
    at_branch_code: p.at_branch_code,
    status: p.status,
    seen_at_ms: p.seen_at_ms,
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
  }),
)

/**
 * The rows that this desk changed. `is_at_home`: the reference file has all that the row names and can take it; what
 * names an item, a patron, a title or a branch that is gone from it stays here.
 */
export const readOverlayLoans = statement()(() =>
  build
    .selectFrom('overlay_loan as own')
    .leftJoin('item', 'item.item_id', 'own.item_id')
    .select([
      // One that is over is only taken out of the reference file: that needs no record of anything.
      sql<number>`own.is_open = 0 OR (item.item_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM patron WHERE patron.patron_id = own.patron_id))`.as('is_at_home'),
      'own.item_id',
      'item.barcode',
      'own.is_open',
      'own.patron_id',
      'own.loan_ref',
      'own.party_ref',
      'own.branch_code',
      'own.out_at_ms',
      'own.due_at_ms',
      'own.renewals_count',
      'own.loan_status',
      'own.status_since_ms',
      'own.rules_at_ms',
      'own.unseen_renewals_count',
      'own.due_staff_code',
      'own.recalled_at_ms',
      'own.epoch_count',
      'own.seq_count',
    ]),
)

export const readOverlayItems = statement()(() =>
  build
    .selectFrom('overlay_item as own')
    .leftJoin('item', 'item.item_id', 'own.item_id')
    .select([
      'own.item_id',
      'item.barcode',
      'own.at_branch_code',
      'own.status',
      'own.epoch_count',
      'own.seq_count',
      sql<number>`item.item_id IS NOT NULL
        AND EXISTS (SELECT 1 FROM branch WHERE branch.branch_code = own.at_branch_code)`.as('is_at_home'),
    ]),
)

/** How many rows wait to be settled, over all tables. */
export const countOverlay = statement()(() => {
  const tables = ['overlay_loan', 'overlay_item', 'overlay_hold', 'overlay_charge', 'overlay_row'] as const
  const counts = tables.map((table) => sql<number>`(SELECT count(*) FROM ${sql.table(table)})`)
  return build.selectNoFrom(sql<number>`${sql.join(counts, sql` + `)}`.as('rows_count'))
})

/** Drop one overlay row each: the reference file now holds it. */
export const dropOverlayLoan = statement<{ item_id: ItemId }>()((p) =>
  build.deleteFrom('overlay_loan').where('item_id', '=', p.item_id),
)

export const dropOverlayItem = statement<{ item_id: ItemId }>()((p) =>
  build.deleteFrom('overlay_item').where('item_id', '=', p.item_id),
)

export const dropOverlayHold = statement<{ hold_ref: string }>()((p) =>
  build.deleteFrom('overlay_hold').where('hold_ref', '=', p.hold_ref),
)

export const dropOverlayCharge = statement<{ charge_ref: string }>()((p) =>
  build.deleteFrom('overlay_charge').where('charge_ref', '=', p.charge_ref),
)
