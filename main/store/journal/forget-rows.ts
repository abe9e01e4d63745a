/**
 * Statements that forget: what names a patron beside the journal, and in the reference file what is over. What they
 * delete is in no log; sums and counts stay. Must never touch an event: the chain of seals would break.
 */
import { sql } from 'kysely'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import type { Instant, LocalDate } from '../../../shared/kernel/time.ts'
import { dropPatronIdentity } from '../numbers/number-rows.ts'
import { forgetRowsOf } from '../overlay/overlaid.ts'
import { dropDraftsOfPatron } from './draft-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

type Place = { epoch: number; seq: number }

/** The words of an event. */
export const forgetPersonal = statement<Place>()((p) =>
  build.deleteFrom('personal').where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

/** What the seals of a loan, a charge, a hold, a claim or a question do not say. */
export const forgetUnsealed = statement<{ owner_ref: string }>()((p) =>
  build.deleteFrom('unsealed').where('owner_ref', '=', p.owner_ref),
)

/** The seal beside the command that recorded this event: the last that begins at or before it, if it reaches so far. */
export const forgetSeal = statement<Place>()((p) =>
  build
    .deleteFrom('command_seal')
    .where('epoch', '=', p.epoch)
    .where('seq', '=', (eb) =>
      eb
        .selectFrom('command_seal as last')
        .select((of) => of.fn.max('last.seq').as('seq'))
        .where('last.epoch', '=', p.epoch)
        .where('last.seq', '<=', p.seq),
    )
    .where(sql<boolean>`seq + events_count > ${p.seq}`),
)

/** The places of events that name this patron. */
export const placesOfParty = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('party').select(['epoch', 'seq']).where('patron_id', '=', p.patron_id),
)

/** The loan as the reference file still has it, when this desk has ended it and has not settled. */
export const unsettledLoan = statement<{ item_id: ItemId; loan_ref: string }>()((p) =>
  build.selectFrom('loan').select('loan_ref').where('item_id', '=', p.item_id).where('loan_ref', '=', p.loan_ref),
)

/** A hold that is still stored somewhere: open, or ended and not settled. */
export const unsettledHold = statement<{ hold_ref: string }>()((p) =>
  build
    .selectFrom('overlay_hold')
    .select('is_open')
    .where('hold_ref', '=', p.hold_ref)
    .unionAll(
      build
        .selectFrom('hold')
        .select(sql<number>`1`.as('is_open'))
        .where('external_id', '=', p.hold_ref),
    ),
)

const ZERO = sql.lit(cents(0))

/**
 * Settled charges of which something can be forgotten: the money was settled before then, no overlay row is left, and
 * the loan is closed. The zeros are literals for the partial index.
 */
export const chargesToForget = statement<{ before_ms: Instant; month_ms: Instant; limit: number }>()((p) =>
  build
    .selectFrom('charge')
    .select(['charge.external_id as charge_ref', 'charge.party_ref'])
    .where('charge.owed_cents', '=', ZERO)
    .where('charge.refund_due_cents', '=', ZERO)
    .where((eb) => eb.or([eb('charge.item_id', 'is not', null), eb('charge.party_ref', '<>', sql.lit(''))]))
    .where('charge.charged_at_ms', '<', p.before_ms)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('transfer')
            .select('transfer.at_ms')
            .where((or) =>
              or.or([
                or('transfer.charge_ref', '=', or.ref('charge.external_id')),
                or('transfer.pays_ref', '=', or.ref('charge.external_id')),
              ]),
            )
            // A month's limit of goods and work counts what they paid, for as long as the month can last.
            .where((or) =>
              or.or([
                or('transfer.at_ms', '>=', p.before_ms),
                or.and([or('transfer.transfer_code', '=', sql.lit('in-kind')), or('transfer.at_ms', '>=', p.month_ms)]),
              ]),
            ),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('overlay_charge as own')
            .select('own.kind')
            .whereRef('own.charge_ref', '=', 'charge.external_id'),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('loan_now as loan')
            .select('loan.loan_ref')
            .whereRef('loan.item_id', '=', 'charge.item_id')
            .whereRef('loan.patron_id', '=', 'charge.patron_id'),
        ),
      ),
    )
    .orderBy('charge.charged_at_ms')
    .limit(p.limit),
)

/** A charge from the library's data stays the library's: only what it was for is forgotten. */
export const blankCharge = statement<{ charge_ref: string }>()((p) =>
  build.updateTable('charge').set({ item_id: null, note: '' }).where('external_id', '=', p.charge_ref),
)

/** Ended claims and removed notes that the reference file still shows as they were. */
export const rowsOver = statement<{ before_ms: Instant } & Place>()((p) =>
  build
    .selectFrom('overlay_row')
    .select((eb) => eb.fn.countAll<number>().as('rows_count'))
    .where(
      sql<boolean>`(table_name = 'patron_claim' AND json_extract(content, '$.ended_at_ms') < ${p.before_ms})
        OR (content IS NULL AND (epoch, seq) <= (${p.epoch}, ${p.seq}))`,
    ),
)

/** Settled rows: in the reference file alone, with nothing left in the overlay. */
const settled = build.withSchema('ref')

function isSettled(table: 'patron_claim' | 'patron_note', key: string) {
  return sql<boolean>`NOT EXISTS (SELECT 1 FROM main.overlay_row AS own
    WHERE own.table_name = ${sql.lit(table)} AND own.row_key = ${sql.ref(key)})`
}

/** Ended claims, oldest end first. */
export const claimsToForget = statement<{ before_ms: Instant; limit: number }>()((p) =>
  settled
    .selectFrom('patron_claim')
    .select(['claim_ref', 'status'])
    .where(isSettled('patron_claim', 'claim_ref'))
    .where('status', '<>', sql.lit('open'))
    .where('ended_at_ms', '<', p.before_ms)
    .orderBy('ended_at_ms')
    .limit(p.limit),
)

/** Old notes that block nothing and have no last day. */
export const notesToForget = statement<{ before_on: LocalDate; today: LocalDate; limit: number }>()((p) =>
  settled
    .selectFrom('patron_note')
    .select('note_ref')
    .where(isSettled('patron_note', 'note_ref'))
    .where('is_blocking', '=', ZERO)
    .where('written_on', '<', p.before_on)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '<', p.today)]))
    .limit(p.limit),
)

export const dropNote = statement<{ note_ref: string }>()((p) =>
  build.deleteFrom('patron_note').where('note_ref', '=', p.note_ref),
)

export const dropViewsBefore = statement<{ before_on: LocalDate }>()((p) =>
  build.deleteFrom('viewed').where('viewed_on', '<', p.before_on),
)

export const dropListsBefore = statement<{ before_on: LocalDate }>()((p) =>
  build.deleteFrom('list_looked').where('looked_on', '<', p.before_on),
)

/** How the number of a patron begins who is erased in the reference file. */
export const ERASED_LIKE = 'erased:%'

/** Patrons whose erasure, or undone registration, is in the reference file but not yet done beside the journal. */
export const erasedPatrons = statement()(() =>
  build
    .selectFrom('listed_event as listed')
    .innerJoin('party', (join) => join.onRef('party.epoch', '=', 'listed.epoch').onRef('party.seq', '=', 'listed.seq'))
    .select(['party.patron_id', 'listed.kind'])
    .where('listed.kind', 'in', ['patron-erased', 'registration-undone'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('patron')
            .select('patron.patron_id')
            .whereRef('patron.patron_id', '=', 'party.patron_id')
            .where('patron.external_id', 'not like', ERASED_LIKE),
        ),
      ),
    ),
)

/**
 * Everything beside the journal that names one patron. Words and unsealed facts first: they are found by the patron of
 * their event. Of a loan that began elsewhere and is over nobody knows whose it was: the facts of all of those go.
 */
export const FORGET_PATRON: readonly Statement<{ patron_id: PatronId }, unknown>[] = [
  statement<{ patron_id: PatronId }>()((p) =>
    build
      .deleteFrom('personal')
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('party')
            .select('party.patron_id')
            .whereRef('party.epoch', '=', 'personal.epoch')
            .whereRef('party.seq', '=', 'personal.seq')
            .where('party.patron_id', '=', p.patron_id),
        ),
      ),
  ),
  statement<{ patron_id: PatronId }>()((p) =>
    build.deleteFrom('unsealed').where(
      sql<boolean>`owner_ref IN (SELECT terminal_id || '.' || party.epoch || '.' || party.seq
          FROM terminal, party WHERE party.patron_id = ${p.patron_id})
        OR (owner_ref NOT IN (SELECT loan_ref FROM loan_now)
          AND owner_ref NOT LIKE (SELECT terminal_id || '.%' FROM terminal))`,
    ),
  ),
  forgetRowsOf,
  // Nothing is open of them: the reference file has what an erasure settles, and a fee that was undone is nobody's.
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('overlay_charge').where('patron_id', '=', p.patron_id)),
  dropPatronIdentity,
  // With the records that became this one.
  statement<{ patron_id: PatronId }>()((p) =>
    build.deleteFrom('patron_before').where(
      sql<boolean>`patron_id = ${p.patron_id} OR patron_id IN
        (SELECT former_patron_id FROM merged_patron WHERE merged_patron.patron_id = ${p.patron_id})`,
    ),
  ),
  statement<{ patron_id: PatronId }>()((p) =>
    build.deleteFrom('ruled_before').where(
      sql<boolean>`patron_id = ${p.patron_id} OR patron_id IN
        (SELECT former_patron_id FROM merged_patron WHERE merged_patron.patron_id = ${p.patron_id})`,
    ),
  ),
  statement<{ patron_id: PatronId }>()((p) =>
    build.deleteFrom('identity').where(
      sql<boolean>`kind = 'patron' AND record_id IN
        (SELECT former_patron_id FROM merged_patron WHERE merged_patron.patron_id = ${p.patron_id})`,
    ),
  ),
  statement<{ patron_id: PatronId }>()((p) =>
    build
      .deleteFrom('merged_patron')
      .where(sql<boolean>`${p.patron_id} IN (merged_patron.patron_id, merged_patron.former_patron_id)`),
  ),
  dropDraftsOfPatron,
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('viewed').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('return_question').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('party').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('forgotten_claim').where('patron_id', '=', p.patron_id)),
]

/** What happens to a patron's settled charges at erasure; by then the reference file has them all. */
export const ERASE_MONEY: readonly Statement<{ patron_id: PatronId }, unknown>[] = [
  statement<{ patron_id: PatronId }>()((p) =>
    build.deleteFrom('charge').where('patron_id', '=', p.patron_id).where('party_ref', '<>', sql.lit('')),
  ),
  statement<{ patron_id: PatronId }>()((p) =>
    build.updateTable('charge').set({ item_id: null, note: '' }).where('patron_id', '=', p.patron_id),
  ),
]
