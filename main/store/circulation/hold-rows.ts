/** Statements on holds as the desk sees them now, and on the overlay of this desk's own changes to them. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'
import { HOLD_COLUMNS } from '../overlay/overlay-tables.ts'

/** One open hold. */
export const holdByRef = statement<{ hold_ref: string }>()((p) =>
  build.selectFrom('hold_now').select(HOLD_COLUMNS).where('hold_ref', '=', p.hold_ref),
)
export type HoldRow = NonNullable<(typeof holdByRef)['row']>

/** A hold that this desk closed, while its overlay row exists: for undo. */
export const closedHold = statement<{ hold_ref: string }>()((p) =>
  build.selectFrom('overlay_hold').select(HOLD_COLUMNS).where('hold_ref', '=', p.hold_ref).where('is_open', '=', 0),
)

export const holdsOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('hold_now as held')
    .innerJoin('title', 'title.title_id', 'held.title_id')
    .select([...HOLD_COLUMNS.map((one) => `held.${one}` as const), 'title.title', 'title.author'])
    .where('held.patron_id', '=', p.patron_id)
    .orderBy(sql`held.status = 'ready'`, 'desc')
    .orderBy('held.placed_at_ms'),
)
