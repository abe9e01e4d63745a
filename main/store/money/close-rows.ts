/** Statements on the sessions that were closed. */
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
