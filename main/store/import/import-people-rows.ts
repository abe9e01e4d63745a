/** The importer's statements on patrons. A patron is found by the library's own number, a card by its barcode. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { insert, upsert } from '../whole-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

export const patronByNumber = statement<{ external_id: string }>()((p) =>
  build.selectFrom('patron').select('patron_id').where('external_id', '=', p.external_id),
)

/**
 * What no file says stays: receipt preferences, what the patron agreed to, when address and registration were checked,
 * since when somebody has a card, what was seen for a changed name, who is family.
 */
export const putPatron = upsert(
  'patron',
  'external_id',
  'receipt_kind',
  'is_large_print',
  'guardian_patron_id',
  'family_patron_id',
  'address_checked_on',
  'home_library_name',
  'registered_on',
  'registration_checked_on',
  'notice_kind',
  'history_consent_kind',
  'news_consent_kind',
  'consented_on',
  'name_proof_code',
  'name_changed_on',
  'unfit_on',
)

export const setGuardian = statement<Pick<ReferenceTables['patron'], 'patron_id' | 'guardian_patron_id'>>()((p) =>
  build.updateTable('patron').set({ guardian_patron_id: p.guardian_patron_id }).where('patron_id', '=', p.patron_id),
)

export const setFamily = statement<Pick<ReferenceTables['patron'], 'patron_id' | 'family_patron_id'>>()((p) =>
  build.updateTable('patron').set({ family_patron_id: p.family_patron_id }).where('patron_id', '=', p.patron_id),
)

export const bornAt = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select(['born_on', 'branch_code']).where('patron_id', '=', p.patron_id),
)

export const setNotice = statement<Pick<ReferenceTables['patron'], 'patron_id' | 'notice_kind'>>()((p) =>
  build.updateTable('patron').set({ notice_kind: p.notice_kind }).where('patron_id', '=', p.patron_id),
)

type Kept = Pick<
  ReferenceTables['patron'],
  | 'patron_id'
  | 'address_checked_on'
  | 'home_library_name'
  | 'registered_on'
  | 'registration_checked_on'
  | 'name_proof_code'
  | 'name_changed_on'
  | 'unfit_on'
> & { receipt_kind: string; is_large_print: number | null }

/** What a file says of them; what it leaves empty stays. */
export const setKept = statement<Kept>()((p) => {
  const said = (value: unknown, column: string) => sql<never>`coalesce(nullif(${value}, ''), ${sql.ref(column)})`
  return build
    .updateTable('patron')
    .set({
      receipt_kind: said(p.receipt_kind, 'receipt_kind'),
      is_large_print: said(p.is_large_print, 'is_large_print'),
      registered_on: said(p.registered_on, 'registered_on'),
      registration_checked_on: said(p.registration_checked_on, 'registration_checked_on'),
      address_checked_on: said(p.address_checked_on, 'address_checked_on'),
      home_library_name: said(p.home_library_name, 'home_library_name'),
      name_proof_code: said(p.name_proof_code, 'name_proof_code'),
      name_changed_on: said(p.name_changed_on, 'name_changed_on'),
      unfit_on: said(p.unfit_on, 'unfit_on'),
    })
    .where('patron_id', '=', p.patron_id)
})

export const clearUnfit = statement<{ patron_id: PatronId }>()((p) =>
  build.updateTable('patron').set({ unfit_on: null }).where('patron_id', '=', p.patron_id),
)

type Agreed = Pick<
  ReferenceTables['patron'],
  'patron_id' | 'history_consent_kind' | 'news_consent_kind' | 'consented_on'
>

/** The answers that a file has, unless the patron gave one later. An answer that it does not have stays. */
export const setAgreed = statement<Agreed>()((p) =>
  build
    .updateTable('patron')
    .set({
      history_consent_kind: sql<string>`coalesce(nullif(${p.history_consent_kind}, ''), history_consent_kind)`,
      news_consent_kind: sql<string>`coalesce(nullif(${p.news_consent_kind}, ''), news_consent_kind)`,
      consented_on: p.consented_on,
    })
    .where('patron_id', '=', p.patron_id)
    .where((eb) => eb.or([eb('consented_on', 'is', null), eb('consented_on', '<=', p.consented_on)])),
)

export const putCard = upsert('card', 'barcode')

/** The number of whoever has this card. */
export const holderOf = statement<{ barcode: string }>()((p) =>
  build
    .selectFrom('card')
    .innerJoin('patron', 'patron.patron_id', 'card.patron_id')
    .select('patron.external_id')
    .where('card.barcode', '=', p.barcode),
)

export const dropAddressesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_address').where('patron_id', '=', p.patron_id),
)

/** Behind the addresses that the patron has. */
export const addAddress: Statement<Omit<ReferenceTables['patron_address'], 'address_number'>, unknown> = {
  sql: `INSERT INTO patron_address
      (patron_id, address_number, kind, street, city, region, postal_code, is_in_city_limits)
    SELECT ?, coalesce(max(address_number), 0) + 1, ?, ?, ?, ?, ?, ? FROM patron_address WHERE patron_id = ?`,
  bind: ({ patron_id, kind, street, city, region, postal_code, is_in_city_limits }) => [
    patron_id,
    kind,
    street,
    city,
    region,
    postal_code,
    is_in_city_limits,
    patron_id,
  ],
}

/** As one was, with its number. */
export const putAddress = insert('patron_address')

/** Notes written at a desk stay, whatever a file says. */
export const dropNotesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_note').where('patron_id', '=', p.patron_id).where('note_ref', 'like', 'import:%'),
)

/** In the place of the same note at another record: theirs went to it by a merge. */
export const putNote = upsert('patron_note', 'note_ref')

/** The same note, written at a desk. */
export const noteHere = statement<Pick<ReferenceTables['patron_note'], 'patron_id' | 'written_on' | 'text'>>()((p) =>
  build
    .selectFrom('patron_note')
    .select('note_ref')
    .where('patron_id', '=', p.patron_id)
    .where('text', '=', p.text)
    .where('written_on', 'is', p.written_on)
    .where('note_ref', 'not like', 'import:%'),
)

/** Those allowed at a desk stay, whatever a file says. */
export const dropPickupsOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_pickup').where('patron_id', '=', p.patron_id).where('pickup_ref', 'like', 'import:%'),
)

export const putPickup = upsert('patron_pickup', 'pickup_ref')

export const pickupHere = statement<Pick<ReferenceTables['patron_pickup'], 'patron_id' | 'by_patron_id'>>()((p) =>
  build
    .selectFrom('patron_pickup')
    .select('pickup_ref')
    .where('patron_id', '=', p.patron_id)
    .where('by_patron_id', '=', p.by_patron_id),
)

export const dropBlocksOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_block').where('patron_id', '=', p.patron_id),
)

export const putBlock = upsert('patron_block', 'block_ref')
