/** Statements on who may pick up for whom. A record that became another one since is shown as that one. Private. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

const BY_NOW = sql<PatronId>`coalesce((SELECT merged.patron_id FROM main.merged_patron AS merged
  WHERE merged.former_patron_id = patron_pickup.by_patron_id AND merged.is_undone = 0), patron_pickup.by_patron_id)`

const pickups = build
  .selectFrom('patron_pickup')
  .select(['pickup_ref', 'patron_id', 'allowed_on', 'initials', BY_NOW.as('by_patron_id')])

export const pickupByRef = statement<{ pickup_ref: string }>()((p) => pickups.where('pickup_ref', '=', p.pickup_ref))
export type PickupRow = NonNullable<(typeof pickupByRef)['row']>

/** Those who may pick up for a patron, the first first. */
export const pickersOf = statement<{ patron_id: PatronId }>()((p) =>
  pickups.where('patron_id', '=', p.patron_id).orderBy('allowed_on').orderBy('pickup_ref'),
)

/** Those for whom a patron may pick up, also under a record that became this one. */
export const pickedUpFor = statement<{ patron_id: PatronId }>()((p) =>
  pickups
    .where((eb) =>
      eb.or([
        eb('by_patron_id', '=', p.patron_id as number),
        eb(
          'by_patron_id',
          'in',
          eb
            .selectFrom('merged_patron')
            .select('former_patron_id')
            .where('patron_id', '=', p.patron_id)
            .where('is_undone', '=', 0),
        ),
      ]),
    )
    .orderBy('allowed_on')
    .orderBy('pickup_ref'),
)

/** How much waits for a patron on the hold shelf of one branch, whose last day there has not passed. */
export const holdsReadyAt = statement<{ patron_id: PatronId; branch_code: string; today: LocalDate }>()((p) =>
  build
    .selectFrom('hold_now')
    .select((eb) => eb.fn.countAll<number>().as('ready_count'))
    .where('patron_id', '=', p.patron_id)
    .where('status', '=', sql.lit('ready'))
    .where('pickup_branch_code', '=', p.branch_code)
    .where(sql<boolean>`coalesce(shelf_until_on, expires_on, ${p.today}) >= ${p.today}`),
)

/** In the reference file: somebody who was erased picks up for nobody. */
export const dropPickupsBy = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_pickup').where('by_patron_id', '=', p.patron_id as number),
)
