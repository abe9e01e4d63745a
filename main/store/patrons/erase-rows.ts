/** Statements that take who a patron was out of the reference file (main/journal/people/erase.ts). */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { ERASE_MONEY } from '../journal/forget-rows.ts'
import { dropAlikeOf } from './alike-rows.ts'
import { dropApartOf } from './apart-rows.ts'
import { dropBounceOf } from './came-back-rows.ts'
import { dropPinOf } from './patron-pin-rows.ts'
import { dropKeysOf } from './patron-key-rows.ts'
import { build, statement, type Statement } from '../sql.ts'

export const branchZone = statement<{ branch_code: string }>()((p) =>
  build.selectFrom('branch').select('zone_name').where('branch_code', '=', p.branch_code),
)

/** What the library's own system knows a patron by, and what people call them. */
export const numberAndName = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select(['external_id', 'surname', 'given', 'preferred_given'])
    .where('patron_id', '=', p.patron_id),
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
        family_patron_id: null,
        expires_on: null,
        address_checked_on: null,
        home_library_name: '',
        notice_kind: '',
        history_consent_kind: '',
        news_consent_kind: '',
        consented_on: null,
        name_proof_code: '',
        name_changed_on: null,
        unfit_on: null,
        registered_on: null,
        registration_checked_on: null,
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
  statement<{ patron_id: PatronId }>()((p) =>
    build.updateTable('patron').set({ family_patron_id: null }).where('family_patron_id', '=', p.patron_id),
  ),
  dropKeysOf,
  dropAlikeOf,
  dropPinOf,
  dropBounceOf,
  dropApartOf,
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('card').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_address').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_note').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_block').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_claim').where('patron_id', '=', p.patron_id)),
  statement<{ patron_id: PatronId }>()((p) => build.deleteFrom('patron_pickup').where('patron_id', '=', p.patron_id)),
  ...ERASE_MONEY,
]
