/**
 * Statements that read patrons for a file, a few hundred at a time: everybody behind a record number, and what belongs
 * to those between two. Erased patrons are left out. Private.
 */
import { sql, type RawBuilder } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { ERASED_LIKE } from '../journal/forget-rows.ts'
import { build, statement } from '../sql.ts'
import { GUARDIAN_NOW } from './guardian-name.ts'

/** Behind `after`, up to and with `last`. */
type Between = { after: PatronId; last: PatronId }

export const countPatrons = statement()(() =>
  build
    .selectFrom('patron')
    .select((eb) => eb.fn.countAll<number>().as('patrons_count'))
    .where('external_id', 'not like', ERASED_LIKE),
)

/** What patrons have open: in no file of an export. The zero is a literal, for the partial index of open charges. */
export const countOpenWork = statement()(() => {
  const count = (from: string): RawBuilder<number> => sql<number>`(SELECT count(*) FROM ${sql.raw(from)})`
  return build.selectNoFrom([
    count('loan_now').as('loans_count'),
    count('hold_now').as('holds_count'),
    count('charge_now WHERE owed_cents > 0').as('charges_count'),
    count('charge_now WHERE refund_due_cents > 0').as('credits_count'),
  ])
})

/** Who is linked to whom as family. */
export const familyLinks = statement()(() =>
  build
    .selectFrom('patron')
    .innerJoin('patron as family', 'family.patron_id', 'patron.family_patron_id')
    .select(['patron.patron_id', 'patron.external_id', 'family.patron_id as family_patron_id'])
    .select('family.external_id as family_id')
    .where('patron.external_id', 'not like', ERASED_LIKE)
    .where('family.external_id', 'not like', ERASED_LIKE),
)

export const patronsAfter = statement<{ after: PatronId; limit: number }>()((p) =>
  build
    .selectFrom('patron')
    .leftJoin('patron as guardian_patron', 'guardian_patron.patron_id', 'patron.guardian_patron_id')
    .leftJoin('patron as family_patron', 'family_patron.patron_id', 'patron.family_patron_id')
    .leftJoin('patron_email_bounce as bounce', 'bounce.patron_id', 'patron.patron_id')
    .leftJoin('patron_pin', 'patron_pin.patron_id', 'patron.patron_id')
    .select(['patron.patron_id', 'patron.external_id', 'patron.surname', 'patron.given', 'patron.preferred_given'])
    .select(['patron.category_code', 'patron.branch_code', 'patron.born_on', 'patron.expires_on', 'patron.email'])
    .select(GUARDIAN_NOW)
    .select(['patron.phone', 'patron.language', 'patron.is_barred', 'patron.is_active'])
    .select(['patron.receipt_kind', 'patron.is_large_print', 'patron.address_checked_on', 'patron.home_library_name'])
    .select(['patron.registered_on', 'patron.registration_checked_on', 'patron.notice_kind'])
    .select(['patron.history_consent_kind', 'patron.news_consent_kind', 'patron.consented_on'])
    .select(['patron.name_proof_code', 'patron.name_changed_on', 'patron.unfit_on'])
    .select((eb) => eb.fn.coalesce('guardian_patron.external_id', sql.lit('')).$castTo<string>().as('guardian_id'))
    .select((eb) => eb.fn.coalesce('family_patron.external_id', sql.lit('')).$castTo<string>().as('family_id'))
    .select('bounce.bounced_on as email_bounced_on')
    .select(sql<number>`patron_pin.patron_id IS NOT NULL`.as('has_pin'))
    .where('patron.patron_id', '>', p.after)
    .where('patron.external_id', 'not like', ERASED_LIKE)
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

export const cardsBetween = statement<Between>()((p) =>
  build
    .selectFrom('card')
    .select(['patron_id', 'barcode', 'status'])
    .where('patron_id', '>', p.after)
    .where('patron_id', '<=', p.last)
    .orderBy('patron_id')
    .orderBy('barcode'),
)

export const addressesBetween = statement<Between>()((p) =>
  build
    .selectFrom('patron_address')
    .select(['patron_id', 'kind', 'street', 'city', 'region', 'postal_code', 'is_in_city_limits'])
    .where('patron_id', '>', p.after)
    .where('patron_id', '<=', p.last)
    .orderBy('patron_id')
    .orderBy('address_number'),
)

export const notesBetween = statement<Between>()((p) =>
  build
    .selectFrom('patron_note')
    .select(['patron_id', 'written_on', 'initials', 'text', 'until_on', 'branch_code'])
    .select(['is_blocking', 'is_message', 'is_suspension'])
    .where('patron_id', '>', p.after)
    .where('patron_id', '<=', p.last)
    .orderBy('patron_id')
    // A form that has room for one note takes what blocks first.
    .orderBy('is_blocking', 'desc')
    .orderBy('written_on')
    .orderBy('note_ref'),
)

export const blocksBetween = statement<Between>()((p) =>
  build
    .selectFrom('patron_block')
    .select(['patron_id', 'kind', 'from_on', 'until_on', 'note'])
    .where('patron_id', '>', p.after)
    .where('patron_id', '<=', p.last)
    .orderBy('patron_id')
    // A form that has room for one block takes the one that ends last, or never.
    .orderBy(sql`until_on IS NOT NULL`)
    .orderBy('until_on', 'desc')
    .orderBy('from_on')
    .orderBy('kind')
    .orderBy('block_ref'),
)

/** Each pair at the one who comes first in a file. */
export const apartBetween = statement<Between>()((p) =>
  build
    .selectFrom('patron_distinct')
    .innerJoin('patron as other', (join) =>
      join.on((eb) => eb('other.patron_id', '=', eb.ref('patron_distinct.other_patron_id').$castTo<PatronId>())),
    )
    .select(['patron_distinct.patron_id', 'other.external_id as other_patron_id'])
    .where('patron_distinct.patron_id', '>', p.after)
    .where('patron_distinct.patron_id', '<=', p.last)
    .where('other.external_id', 'not like', ERASED_LIKE)
    .orderBy('patron_distinct.patron_id')
    .orderBy('patron_distinct.other_patron_id'),
)

export const pickupsBetween = statement<Between>()((p) =>
  build
    .selectFrom('patron_pickup')
    .leftJoin('merged_patron as merged', (join) =>
      join.onRef('merged.former_patron_id', '=', 'patron_pickup.by_patron_id').on('merged.is_undone', '=', 0),
    )
    .innerJoin('patron as picker', (join) =>
      join.on((eb) =>
        eb(
          'picker.patron_id',
          '=',
          eb.fn.coalesce('merged.patron_id', 'patron_pickup.by_patron_id').$castTo<PatronId>(),
        ),
      ),
    )
    .select(['patron_pickup.patron_id', 'picker.external_id as by_patron_id'])
    .select(['patron_pickup.allowed_on', 'patron_pickup.initials'])
    .where('patron_pickup.patron_id', '>', p.after)
    .where('patron_pickup.patron_id', '<=', p.last)
    .orderBy('patron_pickup.patron_id')
    .orderBy('patron_pickup.allowed_on')
    .orderBy('patron_pickup.pickup_ref'),
)
