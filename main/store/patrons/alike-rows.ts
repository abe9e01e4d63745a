/** Statements on what possible duplicates are found by, and on who is found. Every result is private. */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { insertOnce } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

export const addAlike = insertOnce('patron_duplicate_key')

export const dropAlike = statement<{ key: string; patron_id: PatronId }>()((p) =>
  build.deleteFrom('patron_duplicate_key').where('key', '=', p.key).where('patron_id', '=', p.patron_id),
)

export const dropAllAlike = statement()(() => build.deleteFrom('patron_duplicate_key'))

export const anyAlike = statement()(() => build.selectFrom('patron_duplicate_key').select('patron_id').limit(1))

/** The next patrons after one, with what their keys are made of. */
export const alikeAfter = statement<{ patron_id: PatronId | 0; limit: number }>()((p) =>
  build
    .selectFrom('patron')
    .select(['patron_id', 'surname', 'given', 'preferred_given', 'email'])
    .where('patron_id', '>', p.patron_id as PatronId)
    .orderBy('patron_id')
    .limit(p.limit),
)

const PERSON = [
  'patron.patron_id',
  'patron.surname',
  'patron.given',
  'patron.preferred_given',
  'patron.born_on',
  'patron.phone',
  'patron.email',
] as const

/** The next patrons after one, as they are compared. */
export const identitiesAfter = statement<{ patron_id: PatronId; limit: number }>()((p) =>
  build
    .selectFrom('patron')
    .select(PERSON)
    .where('patron.patron_id', '>', p.patron_id)
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

export const bornOn = statement<{ born_on: LocalDate; limit: number }>()((p) =>
  build.selectFrom('patron').select(PERSON).where('patron.born_on', '=', p.born_on).limit(p.limit),
)
export type AlikeRow = NonNullable<(typeof bornOn)['row']>

export const byAlikeKey = statement<{ key: string; limit: number }>()((p) =>
  build
    .selectFrom('patron_duplicate_key as found')
    .crossJoin('patron')
    .select(PERSON)
    .where('found.key', '=', p.key)
    .whereRef('patron.patron_id', '=', 'found.patron_id')
    .limit(p.limit),
)

/** By a key of the search: from <= key < below. */
export const bySearchKey = statement<{ from: string; below: string; limit: number }>()((p) =>
  build
    .selectFrom('patron_key as found')
    .crossJoin('patron')
    .select(PERSON)
    .where('found.key', '>=', p.from)
    .where('found.key', '<', p.below)
    .whereRef('patron.patron_id', '=', 'found.patron_id')
    .limit(p.limit),
)
