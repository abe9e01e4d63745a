/** What the lists of transfers add up to, for the check of the journal: each reads a whole table. */
import { sql } from 'kysely'
import { MOMENT_ROUND, MOVED_BY } from '../../../shared/journal/state/moved.ts'
import { build, statement } from '../sql.ts'

const [ROWS, CENTS] = [sql<number>`count(*)`.as('rows_count'), sql<number>`sum(amount_cents)`.as('moved_cents')]
const SUMS = [ROWS, CENTS, sql<number>`sum(seq + at_ms % ${sql.lit(MOMENT_ROUND)})`.as('places_sum')] as const

/** Of drawers and places. They have no moment of their own. */
export const movedOfDrawers = statement()(() =>
  build
    .selectFrom('money_transfer')
    .select(MOVED_BY.drawers)
    .select([ROWS, CENTS, sql<number>`sum(seq)`.as('places_sum')])
    .groupBy(MOVED_BY.drawers),
)

/** Of charges, by what they are and whose. */
export const movedOfCharges = statement()(() =>
  build.selectFrom('transfer').select(MOVED_BY.charges).select(SUMS).groupBy(MOVED_BY.charges),
)

export const movedOfEachCharge = statement()(() =>
  build.selectFrom('transfer').select('charge_ref').select(SUMS).groupBy('charge_ref'),
)
