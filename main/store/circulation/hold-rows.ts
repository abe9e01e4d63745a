/** Statements on holds as the desk sees them now, and on the overlay that holds this desk's own changes to them. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { JournalTables, ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'
import { HOLD_COLUMNS } from '../overlay/views.ts'

export const putHold = statement<JournalTables['overlay_hold']>()((p) =>
  build.replaceInto('overlay_hold').values({
    hold_ref: p.hold_ref,
    is_open: p.is_open,
    patron_id: p.patron_id,
    party_ref: p.party_ref,
    title_id: p.title_id,
    item_id: p.item_id,
    is_item_hold: p.is_item_hold,
    pickup_branch_code: p.pickup_branch_code,
    placed_at_ms: p.placed_at_ms,
    expires_on: p.expires_on,
    status: p.status,
    suspended_until_on: p.suspended_until_on,
    shelf_until_on: p.shelf_until_on,
    pickup_code: p.pickup_code,
    epoch_count: p.epoch_count,
    seq_count: p.seq_count,
  }),
)

/** One open hold. */
export const holdByRef = statement<{ hold_ref: string }>()((p) =>
  build.selectFrom('hold_now').select(HOLD_COLUMNS).where('hold_ref', '=', p.hold_ref),
)
export type HoldRow = NonNullable<(typeof holdByRef)['row']>

/** A hold that this desk closed, while its overlay row is there: for undoing. */
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

/** `is_at_home`: the reference file has all that the row names and can take it. */
export const readOverlayHolds = statement()(() =>
  build.selectFrom('overlay_hold as own').select([
    ...HOLD_COLUMNS,
    'is_open',
    'epoch_count',
    'seq_count',
    sql<number>`own.is_open = 0 OR (EXISTS (SELECT 1 FROM patron WHERE patron.patron_id = own.patron_id)
        AND EXISTS (SELECT 1 FROM title WHERE title.title_id = own.title_id)
        AND (own.item_id IS NULL OR EXISTS (SELECT 1 FROM item WHERE item.item_id = own.item_id))
        AND EXISTS (SELECT 1 FROM branch WHERE branch.branch_code = own.pickup_branch_code))`.as('is_at_home'),
  ]),
)

/** Writes a hold into the reference file, by the name it goes by. */
export const putReferenceHold = statement<Omit<ReferenceTables['hold'], 'hold_id'>>()((p) =>
  build
    .insertInto('hold')
    .values({
      external_id: p.external_id,
      patron_id: p.patron_id,
      party_ref: p.party_ref,
      title_id: p.title_id,
      item_id: p.item_id,
      is_item_hold: p.is_item_hold,
      pickup_branch_code: p.pickup_branch_code,
      placed_at_ms: p.placed_at_ms,
      expires_on: p.expires_on,
      status: p.status,
      suspended_until_on: p.suspended_until_on,
      shelf_until_on: p.shelf_until_on,
      pickup_code: p.pickup_code,
    })
    .onConflict((oc) =>
      oc.column('external_id').doUpdateSet((eb) => ({
        item_id: eb.ref('excluded.item_id'),
        pickup_branch_code: eb.ref('excluded.pickup_branch_code'),
        expires_on: eb.ref('excluded.expires_on'),
        status: eb.ref('excluded.status'),
        suspended_until_on: eb.ref('excluded.suspended_until_on'),
        shelf_until_on: eb.ref('excluded.shelf_until_on'),
        pickup_code: eb.ref('excluded.pickup_code'),
      })),
    ),
)

export const dropReferenceHold = statement<{ hold_ref: string }>()((p) =>
  build.deleteFrom('hold').where('external_id', '=', p.hold_ref),
)
