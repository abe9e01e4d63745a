/**
 * Statements that write rare acts of people into the reference file: items made by hand, preferences, erasure.
 * main/journal/patches.ts runs them, each once.
 */
import { sql } from 'kysely'
import type { PatronId, TitleId } from '../../../shared/kernel/ids.ts'
import { ERASE_MONEY } from '../journal/forget-rows.ts'
import { dropKeysOf } from '../patrons/patron-key-rows.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { build, statement, type Statement } from '../sql.ts'

export const branchZone = statement<{ branch_code: string }>()((p) =>
  build.selectFrom('branch').select('zone_name').where('branch_code', '=', p.branch_code),
)

export const setPreference = statement<
  Pick<ReferenceTables['patron'], 'patron_id' | 'receipt_kind' | 'is_large_print' | 'language'>
>()((p) =>
  build
    .updateTable('patron')
    .set({ receipt_kind: p.receipt_kind, is_large_print: p.is_large_print, language: p.language })
    .where('patron_id', '=', p.patron_id),
)

export const makeTitle = statement<{
  title_id: TitleId
  title_ref: string
  title: string
  author: string
  isbn: string
  title_key: string
}>()((p) =>
  build.insertInto('title').values({
    title_id: p.title_id,
    external_id: p.title_ref,
    title: p.title,
    author: p.author,
    isbn: p.isbn,
    publisher: '',
    year: '',
    format: '',
    language: '',
    title_key: p.title_key,
  }),
)

export const makeItem = statement<ReferenceTables['item']>()((p) =>
  build.insertInto('item').values({
    item_id: p.item_id,
    barcode: p.barcode,
    title_id: p.title_id,
    item_type_code: p.item_type_code,
    home_branch_code: p.home_branch_code,
    at_branch_code: p.at_branch_code,
    call_number: p.call_number,
    location: p.location,
    status: p.status,
    price_cents: p.price_cents,
    note: p.note,
  }),
)

export const editItem = statement<
  Pick<
    ReferenceTables['item'],
    'item_id' | 'item_type_code' | 'home_branch_code' | 'call_number' | 'location' | 'price_cents' | 'note'
  >
>()((p) =>
  build
    .updateTable('item')
    .set({
      item_type_code: p.item_type_code,
      home_branch_code: p.home_branch_code,
      call_number: p.call_number,
      location: p.location,
      price_cents: p.price_cents,
      note: p.note,
    })
    .where('item_id', '=', p.item_id),
)

/** What the library's own system knows a patron by. */
export const numberOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build.selectFrom('patron').select('external_id').where('patron_id', '=', p.patron_id),
)

/**
 * Takes away everything that tells who a patron was. The row stays, since charges of the library's own data point at
 * it; what this desk charged goes into the sums.
 */
export const ERASE_PATRON: readonly Statement<{ patron_id: PatronId }, unknown>[] = [
  statement<{ patron_id: PatronId }>()((p) =>
    build
      .updateTable('patron')
      .set({
        surname: 'Erased',
        given: '',
        preferred_given: '',
        surname_key: '',
        given_key: '',
        born_on: null,
        email: '',
        phone: '',
        guardian: '',
        guardian_patron_id: null,
        expires_on: null,
        language: '',
        receipt_kind: 'print',
        is_large_print: 0,
        is_barred: 0,
        is_active: 0,
        // The number the library's own system knows them by; a new one tells nothing.
        external_id: sql`'erased:' || lower(hex(randomblob(12)))`,
      })
      .where('patron_id', '=', p.patron_id),
  ),
  statement<{ patron_id: PatronId }>()((p) =>
    build
      .updateTable('patron')
      .set({ guardian_patron_id: null, guardian: '' })
      .where('guardian_patron_id', '=', p.patron_id),
  ),
  dropKeysOf,
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('card').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_address').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_note').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_block').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_claim').where('patron_id', '=', p.patron_id)),
  ...ERASE_MONEY,
]
