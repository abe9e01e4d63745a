/** Statements on the overlay: what this desk's own events changed since the reference file was last settled. */
import type { JournalTables } from './schema.gen.ts'
import { build, statement } from './sql.ts'

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
    standing: p.standing,
    standing_since_ms: p.standing_since_ms,
    rules_at_ms: p.rules_at_ms,
    unseen_renewals_count: p.unseen_renewals_count,
    due_staff_code: p.due_staff_code,
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

export const readOverlayLoans = statement()(() =>
  build
    .selectFrom('overlay_loan as own')
    .innerJoin('item', 'item.item_id', 'own.item_id')
    .select([
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
      'own.standing',
      'own.standing_since_ms',
      'own.rules_at_ms',
      'own.unseen_renewals_count',
      'own.due_staff_code',
      'own.epoch_count',
      'own.seq_count',
    ]),
)

export const readOverlayItems = statement()(() =>
  build
    .selectFrom('overlay_item as own')
    .innerJoin('item', 'item.item_id', 'own.item_id')
    .select(['own.item_id', 'item.barcode', 'own.at_branch_code', 'own.status', 'own.epoch_count', 'own.seq_count']),
)

/** How many rows wait to be settled, over all tables. */
export const countOverlay = statement()(() =>
  build.selectNoFrom((eb) => [
    eb
      .parens(
        eb(
          eb(
            eb.selectFrom('overlay_loan').select((one) => one.fn.countAll<number>().as('n')),
            '+',
            eb.selectFrom('overlay_item').select((one) => one.fn.countAll<number>().as('n')),
          ),
          '+',
          eb(
            eb.selectFrom('overlay_hold').select((one) => one.fn.countAll<number>().as('n')),
            '+',
            eb.selectFrom('overlay_charge').select((one) => one.fn.countAll<number>().as('n')),
          ),
        ),
      )
      .as('rows_count'),
  ]),
)

type Place = { epoch_count: number; seq_count: number }

/** Drops the overlay rows up to a place in the journal: the reference file now holds them. */
function dropSettled(table: 'overlay_loan' | 'overlay_item' | 'overlay_hold' | 'overlay_charge') {
  return statement<Place>()((p) =>
    build
      .deleteFrom(table)
      .where((eb) =>
        eb.or([
          eb('epoch_count', '<', p.epoch_count),
          eb.and([eb('epoch_count', '=', p.epoch_count), eb('seq_count', '<=', p.seq_count)]),
        ]),
      ),
  )
}

export const DROP_SETTLED = [
  dropSettled('overlay_loan'),
  dropSettled('overlay_item'),
  dropSettled('overlay_hold'),
  dropSettled('overlay_charge'),
] as const
