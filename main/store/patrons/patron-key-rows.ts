/** Statements on the keys that find patrons (shared/catalog/patron-keys.ts), and on what they are made of. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { insertOnce } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const addKey = insertOnce('patron_key')

export const dropKeyOf = statement<{ patron_id: PatronId; key: string }>()((p) =>
  build.deleteFrom('patron_key').where('key', '=', p.key).where('patron_id', '=', p.patron_id),
)

/** Deletes the key of the card's former patron. */
export const dropKey = statement<{ key: string }>()((p) => build.deleteFrom('patron_key').where('key', '=', p.key))

export const dropAllKeys = statement()(() => build.deleteFrom('patron_key'))

export const keyedPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(['surname', 'given', 'surname_key', 'given_key', 'preferred_given', 'phone', 'email'])
    .where('patron_id', '=', p.patron_id),
)

export const addressesOf = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_address')
    .select(['kind', 'street', 'city', 'region', 'postal_code'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('address_number'),
)

export const cardsOf = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('card').select('barcode').where('patron_id', '=', p.patron_id),
)

/** The next patrons after one, to walk all of them. */
export const patronsAfter = statement<{ patron_id: PatronId | 0; limit: number }>()((p) =>
  build
    .selectFrom('patron')
    .select('patron_id')
    .where('patron_id', '>', p.patron_id as PatronId)
    .orderBy('patron_id')
    .limit(p.limit),
)

export const anyCard = statement()(() => build.selectFrom('card').select('patron_id').limit(1))
export const anyKey = statement()(() => build.selectFrom('patron_key').select('patron_id').limit(1))
