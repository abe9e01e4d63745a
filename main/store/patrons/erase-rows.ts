/** Statements that take who a patron was out of the reference file (main/journal/people/erase.ts). */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { BLANK_FIELDS } from '../../../shared/patron/record.ts'
import { ERASE_MONEY } from '../journal/forget-rows.ts'
import { dropApartOf } from './apart-rows.ts'
import { dropBounceOf } from './came-back-rows.ts'
import { dropPinOf } from './record-rows.ts'
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
 * Takes away everything that tells who a patron was, but what they are found by (patron-keys.ts, `loseKeys`). The
 * row stays, since charges of the library's own data point at it; what this desk charged goes into the sums.
 */
export const ERASE_PATRON: readonly Statement<{ patron_id: PatronId }, unknown>[] = [
  statement<{ patron_id: PatronId }>()((p) =>
    build
      .updateTable('patron')
      .set({
        ...BLANK_FIELDS,
        surname: 'Erased',
        surname_key: '',
        given_key: '',
        registered_on: null,
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
