/** Statements on the sessions that were closed. */
import { sql } from 'kysely'
import { COLUMNS } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

/** The session with the highest Z number of this terminal; none before the first. */
export const lastZ = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(['session_ref', 'z_number'])
    .where('z_number', 'is not', null)
    .orderBy('z_number', 'desc')
    .limit(1),
)

/** The sessions that were closed last, by their Z number, highest first. */
export const closedSessions = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('z_number', 'is not', null)
    .orderBy('z_number', 'desc')
    .limit(p.limit),
)

/** The closed sessions that another person still has to look at, the oldest first. */
export const sessionsToReview = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('z_number', 'is not', null)
    .where('is_review_needed', '=', sql.lit(1))
    .orderBy('z_number'),
)

/** The closed sessions whose cards wait for what the processor settled, the oldest first. */
export const sessionsWithCards = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('z_number', 'is not', null)
    .where('is_card_waiting', '=', sql.lit(1))
    .orderBy('z_number'),
)

/** The entries that put money into a bag for the bank: closes, drops, and what goes there from the safe. */
const bagged = build
  .selectFrom('cash_event as filled')
  .select(['filled.session_ref', 'filled.epoch', 'filled.seq'])
  .where((eb) =>
    eb.exists(
      eb
        .selectFrom('money_transfer')
        .select('money_transfer.transfer_number')
        .whereRef('money_transfer.session_ref', '=', 'filled.session_ref')
        .whereRef('money_transfer.epoch', '=', 'filled.epoch')
        .whereRef('money_transfer.seq', '=', 'filled.seq')
        .where('money_transfer.debit_code', '=', sql.lit('bank-bag')),
    ),
  )
  .where('filled.kind', 'in', [sql.lit('drawer-closed'), sql.lit('cash-placed'), sql.lit('place-moved')])
  .orderBy('filled.epoch', 'desc')
  .orderBy('filled.seq', 'desc')

/** Where those entries are, newest first. */
export const lastBags = statement<{ limit: number }>()((p) => bagged.limit(p.limit))

/** Where those are that no bank took in yet, newest first, with their numbers. */
export const unbankedBags = statement()(() =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq', 'bag_number'])
    .where('bag_number', 'is not', null)
    .orderBy('epoch', 'desc')
    .orderBy('seq', 'desc'),
)

/** The session that this Z closed. */
export const sessionOfZ = statement<{ z_number: number }>()((p) =>
  build.selectFrom('drawer_session').select('session_ref').where('z_number', '=', p.z_number),
)

type Span = { from_epoch: number; from_seq: number; to_epoch: number; to_seq: number }

/** Between two places, what can come after a session closed: what the bank or a processor took in, looks at closes. */
export const lateEntries = statement<Span>()((p) =>
  build
    .selectFrom('cash_event')
    .select(['epoch', 'seq'])
    .where('kind', 'in', [sql.lit('deposit-banked'), sql.lit('card-settled'), sql.lit('close-reviewed')])
    .where(sql<boolean>`(epoch, seq) > (${p.from_epoch}, ${p.from_seq})`)
    .where(sql<boolean>`(epoch, seq) < (${p.to_epoch}, ${p.to_seq})`)
    .orderBy('epoch')
    .orderBy('seq'),
)
