/** Statements on who a patron is and when their card expires: for registering, renewing and editing. Private. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement } from '../sql.ts'
import { GUARDIAN_NOW } from './guardian-name.ts'

export const personById = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(['surname', 'given', 'preferred_given', 'born_on', 'category_code', 'branch_code', 'expires_on'])
    .select(['email', 'phone', GUARDIAN_NOW, 'language', 'address_checked_on', 'home_library_name'])
    .select(['notice_kind', 'history_consent_kind', 'news_consent_kind', 'consented_on', 'is_active'])
    .select(['name_proof_code', 'name_changed_on', 'unfit_on'])
    .where('patron_id', '=', p.patron_id),
)
export type PersonRow = NonNullable<(typeof personById)['row']>

export const homeAddress = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_address')
    .select(['street', 'city', 'region', 'postal_code'])
    .where('patron_id', '=', p.patron_id)
    .orderBy((eb) => eb.case().when('kind', '=', 'home').then(0).else(1).end())
    .orderBy('address_number')
    .limit(1),
)

/** Where patrons of a ZIP code live, a few of them: `from` and `below` bound their search keys. */
export const placesNear = statement<{ from: string; below: string; limit: number }>()((p) =>
  build
    .selectFrom((eb) =>
      eb
        .selectFrom('patron_key')
        .select('patron_id')
        .where('key', '>=', p.from)
        .where('key', '<', p.below)
        .limit(p.limit)
        .as('near'),
    )
    .innerJoin('patron_address', 'patron_address.patron_id', 'near.patron_id')
    .select(['patron_address.city', 'patron_address.region'])
    .where('patron_address.city', '<>', ''),
)

/** Every block of the library's data: which of them say that mail came back, a rule tells. */
export const blocksOf = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron_block').select(['kind', 'from_on', 'until_on']).where('patron_id', '=', p.patron_id),
)

/** Of whoever was registered at this desk: since when, and when that was read once more. */
export const registrationOf = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(['registered_on', 'registration_checked_on'])
    .where('patron_id', '=', p.patron_id)
    .where('registered_on', 'is not', null)
    .where('external_id', 'like', 'desk:%'),
)

/** Of whoever was registered at this desk: the place of the entry that says so. */
export const entryOfRegistration = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(sql<string>`substr(external_id, 6)`.as('entry_ref'))
    .where('patron_id', '=', p.patron_id)
    .where('external_id', 'like', 'desk:%'),
)
