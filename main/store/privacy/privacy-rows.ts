/**
 * Statements on what the desk holds about one patron, and on who looked. Rare: for the privacy page, an export, an
 * erasure. Every result is private.
 */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { eventOf } from '../journal/journal-rows.ts'
import { build, statement } from '../sql.ts'

export const patronWhole = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
    .innerJoin('branch', 'branch.branch_code', 'patron.branch_code')
    .leftJoin('patron_email_bounce as bounce', 'bounce.patron_id', 'patron.patron_id')
    .select([
      'patron.external_id',
      'patron.surname',
      'patron.given',
      'patron.preferred_given',
      'patron.born_on',
      'patron.expires_on',
      'patron.email',
      'bounce.bounced_on as email_bounced_on',
      'patron.phone',
      'patron.guardian',
      'patron.guardian_patron_id',
      'patron.language',
      'patron.notice_kind',
      'patron.history_consent_kind',
      'patron.news_consent_kind',
      'patron.consented_on',
      'patron.name_proof_code',
      'patron.name_changed_on',
      'patron.receipt_kind',
      'patron.is_large_print',
      'patron.is_barred',
      'patron.is_active',
      'category.name as category_name',
      'branch.name as branch_name',
    ])
    .where('patron.patron_id', '=', p.patron_id),
)

export const childrenCount = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron')
    .select((eb) => eb.fn.countAll<number>().as('children_count'))
    .where('guardian_patron_id', '=', p.patron_id),
)

/** Every block, also past ones. */
export const allBlocksOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_block')
    .select(['kind', 'from_on', 'until_on', 'note'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('from_on')
    .orderBy('block_ref'),
)

export const wholeNotesOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_note')
    .select(['written_on', 'initials', 'text', 'is_blocking', 'is_message', 'is_suspension', 'until_on', 'branch_code'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('written_on')
    .orderBy(sql`length(note_ref)`)
    .orderBy('note_ref'),
)

/** Every charge that still names them, also settled ones, with the title of its item while that is known. */
export const chargesOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('charge_now as charge')
    .leftJoin('item', 'item.item_id', 'charge.item_id')
    .leftJoin('title', 'title.title_id', 'item.title_id')
    .select([
      'charge.charge_ref',
      'charge.kind',
      'charge.charged_at_ms',
      'charge.amount_cents',
      'charge.owed_cents',
      'charge.refund_due_cents',
      'charge.note',
      'item.barcode',
      'title.title',
    ])
    .where('charge.patron_id', '=', p.patron_id)
    .orderBy('charge.charged_at_ms')
    .orderBy('charge.charge_ref'),
)

export const wholeClaimsOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('patron_claim as claim')
    .innerJoin('item', 'item.item_id', 'claim.item_id')
    .innerJoin('title', 'title.title_id', 'item.title_id')
    .select(['claim.claim', 'claim.claimed_on', 'claim.status', 'item.barcode', 'title.title'])
    .where('claim.patron_id', '=', p.patron_id)
    .orderBy('claim.made_at_ms'),
)

/** Claims whose items are forgotten, by month. */
export const forgottenClaimsOf = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('forgotten_claim')
    .select(['month_at_ms', 'claims_count'])
    .where('patron_id', '=', p.patron_id)
    .orderBy('month_at_ms'),
)

/** Every event that still names one patron, oldest first. Reads all parties: for an export. */
export const eventsNaming = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('party')
    .innerJoin('event', (join) => join.on(eventOf('party')))
    .leftJoin('personal', (join) =>
      join.onRef('personal.epoch', '=', 'party.epoch').onRef('personal.seq', '=', 'party.seq'),
    )
    .leftJoin('unsealed', (join) =>
      join.onRef('unsealed.epoch', '=', 'party.epoch').onRef('unsealed.seq', '=', 'party.seq'),
    )
    .select(['event.content', 'personal.text', 'unsealed.content as unsealed'])
    .where('party.patron_id', '=', p.patron_id)
    .orderBy('party.epoch')
    .orderBy('party.seq'),
)

/** Events of listed kinds, newest first, each with the patron and the words it has, while those are known. */
const listed = build
  .selectFrom('listed_event as listed')
  .innerJoin('event', (join) => join.on(eventOf('listed')))
  .leftJoin('party', (join) => join.onRef('party.epoch', '=', 'listed.epoch').onRef('party.seq', '=', 'listed.seq'))
  .leftJoin('personal', (join) =>
    join.onRef('personal.epoch', '=', 'listed.epoch').onRef('personal.seq', '=', 'listed.seq'),
  )
  .select(['event.content', 'party.patron_id', 'personal.text'])
  .orderBy('listed.epoch', 'desc')
  .orderBy('listed.seq', 'desc')

export const newestOfKind = statement<{ kind: string; limit: number }>()((p) =>
  listed.where('listed.kind', '=', p.kind).limit(p.limit),
)

export const newestOfPatron = statement<{ kind: string; patron_id: PatronId; limit: number }>()((p) =>
  listed.where('listed.kind', '=', p.kind).where('party.patron_id', '=', p.patron_id).limit(p.limit),
)

const VIEW_COLUMNS = ['patron_id', 'viewed_on', 'staff_code', 'place_kind', 'reason', 'views_count'] as const

export const viewsOfPatron = statement<{ patron_id: PatronId; limit: number }>()((p) =>
  build
    .selectFrom('viewed')
    .select(VIEW_COLUMNS)
    .where('patron_id', '=', p.patron_id)
    .orderBy('viewed_on', 'desc')
    .orderBy('staff_code')
    .orderBy('place_kind')
    .orderBy('reason')
    .limit(p.limit),
)
export type ViewRow = NonNullable<(typeof viewsOfPatron)['row']>

export const viewsByStaff = statement<{ staff_code: string; limit: number }>()((p) =>
  build
    .selectFrom('viewed')
    .select(VIEW_COLUMNS)
    .where('staff_code', '=', p.staff_code)
    .orderBy('viewed_on', 'desc')
    .orderBy('patron_id')
    .orderBy('place_kind')
    .orderBy('reason')
    .limit(p.limit),
)

/** How many records each staff member looked at and how many lists of people they read, and when last. */
export const viewers = statement<{ since_on: LocalDate }>()((p) =>
  build
    .selectFrom(
      build
        .selectFrom('viewed')
        .select(['staff_code', 'viewed_on as on', 'patron_id', 'views_count', sql<number>`0`.as('lists_count')])
        .where('viewed_on', '>=', p.since_on)
        .unionAll(
          build
            .selectFrom('list_looked')
            .select([
              'staff_code',
              'looked_on as on',
              sql<PatronId>`NULL`.as('patron_id'),
              sql<number>`0`.as('views_count'),
              'lists_count',
            ])
            .where('looked_on', '>=', p.since_on),
        )
        .as('looked'),
    )
    .select((eb) => [
      'staff_code',
      eb.fn.sum<number>('views_count').as('views_count'),
      sql<number>`count(DISTINCT patron_id)`.as('patrons_count'),
      eb.fn.sum<number>('lists_count').as('lists_count'),
      sql<LocalDate>`max("on")`.as('last_on'),
    ])
    .groupBy('staff_code')
    .orderBy('staff_code'),
)

/** How many lists of people one staff member read, by day, newest first. */
export const listsByStaff = statement<{ staff_code: string; limit: number }>()((p) =>
  build
    .selectFrom('list_looked')
    .select(['looked_on', 'lists_count'])
    .where('staff_code', '=', p.staff_code)
    .orderBy('looked_on', 'desc')
    .limit(p.limit),
)

/** The number of open holds of one patron. */
export const openHoldsCount = statement<{ patron_id: PatronId }>()((p) =>
  build
    .selectFrom('hold_now')
    .select((eb) => eb.fn.countAll<number>().as('holds_count'))
    .where('patron_id', '=', p.patron_id),
)
