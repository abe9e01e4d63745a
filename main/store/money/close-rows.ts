/** Statements on the sessions that were closed. */
import { sql } from 'kysely'
import { COLUMNS } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

/** The session with the highest Z number of this terminal; none before the first. */
export const lastZ = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(['session_ref', 'z_count'])
    .where('z_count', 'is not', null)
    .orderBy('z_count', 'desc')
    .limit(1),
)

/** The sessions that were closed last, by their Z number, highest first. */
export const closedSessions = statement<{ limit: number }>()((p) =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('z_count', 'is not', null)
    .orderBy('z_count', 'desc')
    .limit(p.limit),
)

/** The closed sessions that another person still has to look at, the oldest first. */
export const sessionsToReview = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    .where('z_count', 'is not', null)
    .where('is_review_needed', '=', sql.lit(1))
    .orderBy('z_count'),
)

/** The sessions whose close put something into a bag that no bank took in yet, by their Z number, highest first. */
export const unbankedSessions = statement()(() =>
  build
    .selectFrom('drawer_session')
    .select(COLUMNS.drawer_session)
    // Only a closed session has a Z number: it is read by the index on it.
    .where('z_count', 'is not', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('cash_event')
          .innerJoin('money_transfer', (join) =>
            join
              .onRef('money_transfer.session_ref', '=', 'cash_event.session_ref')
              .onRef('money_transfer.epoch_count', '=', 'cash_event.epoch_count')
              .onRef('money_transfer.seq_count', '=', 'cash_event.seq_count'),
          )
          .select('cash_event.kind')
          .whereRef('cash_event.session_ref', '=', 'drawer_session.session_ref')
          .where('cash_event.kind', '=', sql.lit('drawer-closed'))
          .where('money_transfer.debit_code', '=', sql.lit('bank-bag')),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cash_event')
            .select('cash_event.kind')
            .whereRef('cash_event.session_ref', '=', 'drawer_session.session_ref')
            .where('cash_event.kind', '=', sql.lit('deposit-banked')),
        ),
      ),
    )
    .orderBy('z_count', 'desc'),
)
