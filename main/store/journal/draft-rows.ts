/** Statements on forms that are half filled in. */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { Instant } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'
import { replace } from '../whole-rows.ts'

export const keepDraft = replace('form_draft')

type Page = { staff_code: string; patron_id: PatronId; page_name: string }

export const draftsOfPage = statement<Page & { since_ms: Instant }>()((p) =>
  build
    .selectFrom('form_draft')
    .select(['act_name', 'content', 'kept_at_ms'])
    .where('staff_code', '=', p.staff_code)
    .where('patron_id', '=', p.patron_id)
    .where('page_name', '=', p.page_name)
    .where('kept_at_ms', '>=', p.since_ms)
    .orderBy('act_name'),
)

/** The forms of these pages, whoever filled them in. */
export const draftsOfPages = statement<{ page_name: string; other_name: string; since_ms: Instant }>()((p) =>
  build
    .selectFrom('form_draft')
    .select(['staff_code', 'patron_id', 'page_name', 'act_name', 'content'])
    .where('page_name', 'in', [p.page_name, p.other_name])
    .where('kept_at_ms', '>=', p.since_ms),
)

export const dropDraft = statement<Page & { act_name: string }>()((p) =>
  build
    .deleteFrom('form_draft')
    .where('staff_code', '=', p.staff_code)
    .where('patron_id', '=', p.patron_id)
    .where('page_name', '=', p.page_name)
    .where('act_name', '=', p.act_name),
)

export const dropDraftsBefore = statement<{ before_ms: Instant }>()((p) =>
  build.deleteFrom('form_draft').where('kept_at_ms', '<', p.before_ms),
)

/** With those about no patron: their words may name this one. */
export const dropDraftsOfPatron = statement<{ patron_id: PatronId }>()((p) =>
  build.deleteFrom('form_draft').where((eb) => eb.or([eb('patron_id', '=', p.patron_id), sql<boolean>`patron_id = 0`])),
)
