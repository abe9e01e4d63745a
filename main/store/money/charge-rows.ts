/** Statements on charges as the desk sees them now, their history, and the overlay of this desk's own. */
import { sql } from 'kysely'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { CHARGE_COLUMNS } from '../overlay/overlay-tables.ts'
import { COLUMNS } from '../schema.gen.ts'
import { insert } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

const NO_CENTS = sql.lit(cents(0))

export const chargeByRef = statement<{ charge_ref: string }>()((p) =>
  build.selectFrom('charge_now').select(CHARGE_COLUMNS).where('charge_ref', '=', p.charge_ref),
)
export type ChargeRow = NonNullable<(typeof chargeByRef)['row']>

/** Charges with an amount owed or to be refunded, oldest first. `kind` and item, never a title. */
export const openChargesOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('charge_now')
    .select([...CHARGE_COLUMNS, 'note'])
    .where('patron_id', '=', p.patron_id)
    .where((eb) => eb.or([eb('owed_cents', '>', NO_CENTS), eb('refund_due_cents', '>', NO_CENTS)]))
    .orderBy('charged_at_ms')
    .orderBy('charge_ref'),
)

/** Every charge that one loan made, whatever its balance. */
export const chargesOfLoan = statement<{ patron_id: PatronId; loan_ref: string }>()((p) =>
  build
    .selectFrom('charge_now')
    .select(CHARGE_COLUMNS)
    .where('patron_id', '=', p.patron_id)
    .where('loan_ref', '=', p.loan_ref)
    .orderBy('charged_at_ms')
    .orderBy('charge_ref'),
)

/** Charges for an item that name no loan: those from before this desk. */
export const chargesOfItem = statement<{ patron_id: PatronId; item_id: ItemId }>()((p) =>
  build
    .selectFrom('charge_now')
    .select(CHARGE_COLUMNS)
    .where('item_id', '=', p.item_id)
    .where('patron_id', '=', p.patron_id)
    .where('loan_ref', 'is', null)
    .orderBy('charged_at_ms')
    .orderBy('charge_ref'),
)

/** The zero is a literal: only then does SQLite use the partial index of open charges. */
export const owedByPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('charge_now')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('owed_cents'), eb.lit(0)).as('owed_cents'))
    .where('patron_id', '=', p.patron_id)
    .where('owed_cents', '>', NO_CENTS),
)

/** How many charges owe exactly this. Without the cast SQLite compares with no index. */
export const chargesOwing = statement<{ owed_cents: number }>()((p) =>
  build
    .selectFrom('charge_now')
    .select((eb) => eb.fn.countAll<number>().as('charges_count'))
    .where('owed_cents', '>', NO_CENTS)
    .where(sql<boolean>`owed_cents = CAST(${p.owed_cents} AS INTEGER)`),
)

export const insertTransfer = insert('transfer')

/** Charges that are settled, and that money of a drawer paid here; the newest first. */
export const paidChargesOfPatron = statement<{ patron_id: PatronId; limit: number }>()((p) =>
  build
    .selectFrom('charge_now')
    .select(CHARGE_COLUMNS)
    .where('patron_id', '=', p.patron_id)
    .where('owed_cents', '=', NO_CENTS)
    .where('refund_due_cents', '=', NO_CENTS)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('transfer')
          .select('transfer.charge_ref')
          .whereRef('transfer.charge_ref', '=', 'charge_now.charge_ref')
          .where('transfer.session_ref', 'is not', null),
      ),
    )
    .orderBy('charged_at_ms', 'desc')
    .orderBy('charge_ref', 'desc')
    .limit(p.limit),
)

/** The transfers of one charge at this desk, oldest first; also those by which another charge paid it. */
export const transfersOfCharge = statement<{ charge_ref: string }>()((p) =>
  build
    .selectFrom('transfer')
    .select(COLUMNS.transfer)
    .where('charge_ref', '=', p.charge_ref)
    .unionAll(build.selectFrom('transfer').select(COLUMNS.transfer).where('pays_ref', '=', p.charge_ref))
    .orderBy('epoch')
    .orderBy('seq'),
)

/**
 * Charges of the library's data that cannot have come as the desk shows them: less what moved here, more was owed than
 * the charge was made for, or less than nothing. The debt is of the charge that is paid, a refund of the one that pays.
 */
export const impossibleOpenings: Statement<Record<string, never>, { readonly charge_ref: string }> = {
  sql: `WITH side AS (
    SELECT iif(debit_code = 'receivable', coalesce(pays_ref, charge_ref), charge_ref) AS ref, debit_code AS account,
      amount_cents AS by_cents FROM transfer
    UNION ALL
    SELECT iif(credit_code = 'receivable', coalesce(pays_ref, charge_ref), charge_ref), credit_code,
      -amount_cents FROM transfer
  ), moved AS (
    SELECT ref, sum(iif(account = 'receivable', by_cents, 0)) AS owed_cents,
      sum(iif(account GLOB 'refund-due-*', -by_cents, 0)) AS due_cents FROM side GROUP BY ref
  )
  SELECT charge.charge_ref FROM moved JOIN charge_now AS charge ON charge.charge_ref = moved.ref
  WHERE NOT EXISTS (
    SELECT 1 FROM transfer WHERE charge_ref = moved.ref AND transfer_code = 'charged' AND of_ref IS NULL
  ) AND (
    charge.owed_cents - moved.owed_cents NOT BETWEEN 0 AND charge.amount_cents OR
    charge.refund_due_cents - moved.due_cents NOT BETWEEN 0 AND charge.amount_cents
  ) ORDER BY charge.charge_ref`,
  bind: () => [],
}
