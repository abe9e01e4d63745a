/** Statements on charges as the desk sees them now, their history, and the overlay of this desk's own. */
import { sql } from 'kysely'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { CHARGE_COLUMNS } from '../overlay/overlay-tables.ts'
import { COLUMNS } from '../schema.gen.ts'
import { insert } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

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

export const insertTransfer = insert('transfer')

/** The transfers of one charge at this desk, oldest first; also those by which another charge paid it. */
export const transfersOfCharge = statement<{ charge_ref: string }>()((p) =>
  build
    .selectFrom('transfer')
    .select(COLUMNS.transfer)
    .where('charge_ref', '=', p.charge_ref)
    .unionAll(build.selectFrom('transfer').select(COLUMNS.transfer).where('pays_ref', '=', p.charge_ref))
    .orderBy('epoch_count')
    .orderBy('seq_count'),
)
