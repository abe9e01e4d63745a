/** The importer's statements on patrons. A patron is found by the library's own number, a card by its barcode. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { insert, upsert } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const patronByNumber = statement<{ external_id: string }>()((p) =>
  build.selectFrom('patron').select('patron_id').where('external_id', '=', p.external_id),
)

/**
 * What no file says stays: receipt preferences, what the patron agreed to, when address and registration were checked,
 * since when somebody has a card.
 */
export const putPatron = upsert(
  'patron',
  'external_id',
  'receipt_kind',
  'is_large_print',
  'guardian_patron_id',
  'address_checked_on',
  'home_library_name',
  'registered_on',
  'registration_checked_on',
  'notice_kind',
  'history_consent_kind',
  'news_consent_kind',
  'consented_on',
)

export const setGuardian = statement<Pick<ReferenceTables['patron'], 'patron_id' | 'guardian_patron_id'>>()((p) =>
  build.updateTable('patron').set({ guardian_patron_id: p.guardian_patron_id }).where('patron_id', '=', p.patron_id),
)

export const setNotice = statement<Pick<ReferenceTables['patron'], 'patron_id' | 'notice_kind'>>()((p) =>
  build.updateTable('patron').set({ notice_kind: p.notice_kind }).where('patron_id', '=', p.patron_id),
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

export const dropAddressesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_address').where('patron_id', '=', p.patron_id),
)

export const addAddress = insert('patron_address', 'address_id')

/** Notes written at a desk stay, whatever a file says. */
export const dropNotesOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_note').where('patron_id', '=', p.patron_id).where('note_ref', 'like', 'import:%'),
)

export const addNote = insert(
  'patron_note',
  'note_id',
  'is_blocking',
  'until_on',
  'branch_code',
  'is_message',
  'is_suspension',
)

export const dropBlocksOf = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_block').where('patron_id', '=', p.patron_id),
)

export const addBlock = insert('patron_block', 'block_id')
