/**
 * Statements on what outlives what it counts: anonymous sums of charges and counts of claims, kept in the journal's
 * file; and on the rows of the reference file that go once they are counted.
 */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { NOT_COUNTED } from '../circulation/claim-status.ts'
import { build, statement, type Statement } from '../sql.ts'

/** The first moment of the month, UTC. */
function monthOf(column: 'charged_at_ms' | 'made_at_ms') {
  const seconds = sql`strftime('%s', ${sql.ref(column)} / 1000, 'unixepoch', 'start of month')`
  return sql<Instant>`cast(${seconds} AS INTEGER) * 1000`
}

const MONTH_OF_CHARGE = monthOf('charged_at_ms')
const MONTH_OF_CLAIM = monthOf('made_at_ms')

/** Adds charges to the anonymous sums. @param of which charges */
function sumCharges<P extends Record<string, unknown>>(of: (p: P) => ReturnType<typeof sql<boolean>>) {
  return statement<P>()((p) =>
    build
      .insertInto('forgotten_charge')
      .columns(['kind', 'month_at_ms', 'charges_count', 'amount_cents'])
      .expression(
        build
          .selectFrom('charge')
          .select((eb) => [
            'kind',
            MONTH_OF_CHARGE.as('month_at_ms'),
            eb.fn.countAll<number>().as('charges_count'),
            sql`sum(amount_cents)`.as('amount_cents'),
          ])
          .where(of(p))
          .groupBy(['kind', MONTH_OF_CHARGE]),
      )
      .onConflict((oc) =>
        oc.columns(['kind', 'month_at_ms']).doUpdateSet({
          charges_count: sql`charges_count + excluded.charges_count`,
          amount_cents: sql`amount_cents + excluded.amount_cents`,
        }),
      ),
  )
}

/** Adds a charge of this desk to the sums. */
export const sumCharge = sumCharges<{ charge_ref: string }>((p) => sql<boolean>`external_id = ${p.charge_ref}`)

/** At their erasure: what this desk charged a patron, unless it is in the sums by now. */
export const sumChargesOf = sumCharges<{ patron_id: PatronId }>(
  (p) => sql<boolean>`patron_id = ${p.patron_id} AND external_id IN
    (SELECT terminal_id || '.' || party.epoch || '.' || seq FROM terminal, party
      WHERE party.patron_id = ${p.patron_id})`,
)

export const dropCharge = statement<{ ref: string }>()((p) =>
  build.deleteFrom('charge').where('external_id', '=', p.ref),
)

/** Counts an ended claim: because it was made, unless it was undone or proved right. */
export const countClaim = statement<{ claim_ref: string }>()((p) =>
  build
    .insertInto('forgotten_claim')
    .columns(['patron_id', 'month_at_ms', 'claims_count'])
    .expression(
      build
        .selectFrom('patron_claim')
        .select(['patron_id', MONTH_OF_CLAIM.as('month_at_ms'), sql<number>`1`.as('claims_count')])
        .where('claim_ref', '=', p.claim_ref)
        .where('status', 'not in', NOT_COUNTED),
    )
    .onConflict((oc) =>
      oc.columns(['patron_id', 'month_at_ms']).doUpdateSet({ claims_count: sql`claims_count + excluded.claims_count` }),
    ),
)

export const dropClaim = statement<{ ref: string }>()((p) =>
  build.deleteFrom('patron_claim').where('claim_ref', '=', p.ref),
)

type OwnRow = { readonly ref: string }

/** Charges, claims and notes of this desk in the reference file, and how each is taken out of it. */
export const OWN_ROWS: readonly {
  readonly all: Statement<{ after: string; before: string }, OwnRow>
  readonly drop: Statement<OwnRow, unknown>
}[] = [
  {
    all: statement<{ after: string; before: string }>()((p) =>
      build
        .withSchema('ref')
        .selectFrom('charge')
        .select('external_id as ref')
        .where('external_id', '>', p.after)
        .where('external_id', '<', p.before),
    ),
    drop: dropCharge,
  },
  {
    all: statement<{ after: string; before: string }>()((p) =>
      build
        .withSchema('ref')
        .selectFrom('patron_claim')
        .select('claim_ref as ref')
        .where('claim_ref', '>', p.after)
        .where('claim_ref', '<', p.before),
    ),
    drop: dropClaim,
  },
  {
    all: statement<{ after: string; before: string }>()((p) =>
      build
        .withSchema('ref')
        .selectFrom('patron_note')
        .select('note_ref as ref')
        .where('note_ref', '>', p.after)
        .where('note_ref', '<', p.before),
    ),
    drop: statement<{ ref: string }>()((p) => build.deleteFrom('patron_note').where('note_ref', '=', p.ref)),
  },
]
