/** The importer's statements on patrons. A patron is found by the library's own number, a card by its barcode. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement } from '../sql.ts'

export const patronByNumber = statement<{ external_id: string }>()((p) =>
  build.selectFrom('patron').select('patron_id').where('external_id', '=', p.external_id),
)

/** The columns of a patron that a file brings; receipt preferences stay, whatever a file says. */
type PatronColumns = Exclude<keyof ReferenceTables['patron'], 'receipt_kind' | 'is_large_print' | 'guardian_patron_id'>

export const putPatron = statement<Pick<ReferenceTables['patron'], PatronColumns>>()((p) => {
  const rest = {
    category_code: p.category_code,
    branch_code: p.branch_code,
    surname: p.surname,
    given: p.given,
    preferred_given: p.preferred_given,
    surname_key: p.surname_key,
    given_key: p.given_key,
    born_on: p.born_on,
    expires_on: p.expires_on,
    email: p.email,
    phone: p.phone,
    guardian: p.guardian,
    language: p.language,
    is_barred: p.is_barred,
    is_active: p.is_active,
  }
  return build
    .insertInto('patron')
    .values({ patron_id: p.patron_id, external_id: p.external_id, ...rest })
    .onConflict((oc) => oc.column('external_id').doUpdateSet(rest))
})

export const setGuardian = statement<Pick<ReferenceTables['patron'], 'patron_id' | 'guardian_patron_id'>>()((p) =>
  build.updateTable('patron').set({ guardian_patron_id: p.guardian_patron_id }).where('patron_id', '=', p.patron_id),
)

export const putCard = statement<ReferenceTables['card']>()((p) =>
  build
    .insertInto('card')
    .values({ barcode: p.barcode, patron_id: p.patron_id, status: p.status })
    .onConflict((oc) => oc.column('barcode').doUpdateSet({ patron_id: p.patron_id, status: p.status })),
)

export const dropAddressesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_address').where('patron_id', '=', p.patron_id),
)

export const addAddress = statement<Omit<ReferenceTables['patron_address'], 'address_id'>>()((p) =>
  build.insertInto('patron_address').values({
    patron_id: p.patron_id,
    kind: p.kind,
    street: p.street,
    city: p.city,
    region: p.region,
    postal_code: p.postal_code,
    is_in_city_limits: p.is_in_city_limits,
  }),
)

/** Notes written at a desk stay, whatever a file says. */
export const dropNotesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_note').where('patron_id', '=', p.patron_id).where('note_ref', 'like', 'import:%'),
)

export const addNote = statement<
  Pick<ReferenceTables['patron_note'], 'patron_id' | 'written_on' | 'initials' | 'text' | 'note_ref'>
>()((p) =>
  build.insertInto('patron_note').values({
    patron_id: p.patron_id,
    written_on: p.written_on,
    initials: p.initials,
    text: p.text,
    note_ref: p.note_ref,
  }),
)

export const dropBlocksOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_block').where('patron_id', '=', p.patron_id),
)

export const addBlock = statement<Omit<ReferenceTables['patron_block'], 'block_id'>>()((p) =>
  build.insertInto('patron_block').values({
    patron_id: p.patron_id,
    kind: p.kind,
    from_on: p.from_on,
    until_on: p.until_on,
    note: p.note,
  }),
)
