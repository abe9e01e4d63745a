/** What goods and work took off the charges of a patron. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

const SIGNED = sql`iif(transfer.debit_code = 'in-kind', transfer.amount_cents, -transfer.amount_cents)`
const SUM = sql<number>`coalesce(sum(${SIGNED}), 0)`

/** Of one kind since a moment, less what was voided. */
export const inKindSince = statement<{ patron_id: PatronId; kind_code: string; since_ms: Instant }>()((p) =>
  build
    .selectFrom('charge_now')
    .innerJoin('transfer', 'transfer.charge_ref', 'charge_now.charge_ref')
    .select(SUM.as('sum_cents'))
    .where('charge_now.patron_id', '=', p.patron_id)
    .where('transfer.transfer_code', '=', sql.lit('in-kind'))
    .where('transfer.reason', '=', p.kind_code)
    .where('transfer.at_ms', '>=', p.since_ms),
)
