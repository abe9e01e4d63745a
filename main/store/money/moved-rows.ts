/** What the lists of transfers add up to, for the check of the journal: each reads a whole table. */
import { sql } from 'kysely'
import { MOMENT_ROUND } from '../../../shared/journal/project.ts'
import { build, statement } from '../sql.ts'

const [ROWS, CENTS] = [sql<number>`count(*)`.as('rows_count'), sql<number>`sum(amount_cents)`.as('moved_cents')]
const SUMS = [ROWS, CENTS, sql<number>`sum(seq_count + at_ms % ${sql.lit(MOMENT_ROUND)})`.as('places_sum')] as const

const DRAWER_COLUMNS = [
  'session_ref',
  'why_code',
  'debit_code',
  'debit_of_ref',
  'credit_code',
  'credit_of_ref',
  'fund_code',
] as const

/** Of drawers and places. They have no moment of their own. */
export const movedOfDrawers = statement()(() =>
  build
    .selectFrom('money_transfer')
    .select(DRAWER_COLUMNS)
    .select([ROWS, CENTS, sql<number>`sum(seq_count)`.as('places_sum')])
    .groupBy(DRAWER_COLUMNS),
)

const CHARGE_COLUMNS = [
  'why_code',
  'debit_code',
  'credit_code',
  'fund_code',
  'staff_code',
  'pays_ref',
  'of_ref',
  'session_ref',
  'reason',
] as const

/** Of charges, by what they are and whose. */
export const movedOfCharges = statement()(() =>
  build.selectFrom('transfer').select(CHARGE_COLUMNS).select(SUMS).groupBy(CHARGE_COLUMNS),
)

export const movedOfEachCharge = statement()(() =>
  build.selectFrom('transfer').select('charge_ref').select(SUMS).groupBy('charge_ref'),
)
