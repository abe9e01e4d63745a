/** Statements of an import on what a desk put of its patrons: the words beside its entries, and what stands there. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'

/** Words that put something of a patron, in the order of their entries. */
export const personWords = statement<{ epoch: number; seq: number; limit: number }>()((p) =>
  build
    .selectFrom('personal')
    .innerJoin('party', (join) =>
      join.onRef('party.epoch', '=', 'personal.epoch').onRef('party.seq', '=', 'personal.seq'),
    )
    .select(['personal.epoch', 'personal.seq', 'personal.text', 'party.patron_id'])
    .where(sql<boolean>`(personal.epoch, personal.seq) > (${p.epoch}, ${p.seq})`)
    .where('personal.text', 'like', '{"v":1,"fields":%')
    .orderBy('personal.epoch')
    .orderBy('personal.seq')
    .limit(p.limit),
)

/** What stands of a patron, of what a desk can put. */
export const whoStands = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(['surname', 'given', 'preferred_given', 'born_on', 'category_code', 'branch_code', 'expires_on', 'email'])
    .select([
      'phone',
      'guardian',
      'guardian_patron_id',
      'family_patron_id',
      'language',
      'address_checked_on',
      'home_library_name',
      'name_proof_code',
      'name_changed_on',
      'unfit_on',
    ])
    .select(['registration_checked_on', 'notice_kind', 'history_consent_kind', 'news_consent_kind', 'consented_on'])
    .where('patron_id', '=', p.patron_id),
)

export const cardStands = statement<{ barcode: string }>()((p) =>
  build.selectFrom('card').select(['patron_id', 'status']).where('barcode', '=', p.barcode),
)

export const flagsStand = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select(['is_barred', 'is_active']).where('patron_id', '=', p.patron_id),
)

export const homeStands = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_address')
    .select(['street', 'city', 'region', 'postal_code'])
    .where('patron_id', '=', p.patron_id)
    .where('kind', '=', 'home')
    .orderBy('address_number')
    .limit(1),
)

export const dropOtherAddressesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_address').where('patron_id', '=', p.patron_id).where('kind', '<>', 'home'),
)
