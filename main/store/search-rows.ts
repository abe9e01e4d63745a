/**
 * Statements behind search as you type. Names by B-tree in alphabetical order; titles by words, never ranked over an
 * unbounded match (measured: a ranked match over a million rows is a hundred times slower).
 */
import { sql } from 'kysely'
import { build, statement, type Statement } from './sql.ts'

const PATRON_HIT = [
  'patron.patron_id',
  'patron.surname',
  'patron.given',
  'patron.preferred_given',
  'patron.surname_key',
  'patron.given_key',
  'patron.born_on',
  'patron.expires_on',
  'patron.is_barred',
  'patron.is_active',
  'category.name as category_name',
] as const

const patronHit = build
  .selectFrom('patron')
  .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
  .select(PATRON_HIT)
export type PatronHitRow = NonNullable<(typeof patronsBySurname)['row']>

/** `from` and `below` bound the prefix: from <= key < below. */
type Prefix = { from: string; below: string; limit: number }

export const patronsBySurname = statement<Prefix>()((p) =>
  patronHit
    .where('patron.surname_key', '>=', p.from)
    .where('patron.surname_key', '<', p.below)
    .orderBy('patron.surname_key')
    .orderBy('patron.given_key')
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

export const patronsByGiven = statement<Prefix>()((p) =>
  patronHit
    .where('patron.given_key', '>=', p.from)
    .where('patron.given_key', '<', p.below)
    .orderBy('patron.given_key')
    .orderBy('patron.surname_key')
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

type BothNames = { from: string; below: string; limit: number; other_from: string; other_below: string; walked: number }

type NameKey = 'surname_key' | 'given_key'

/**
 * People by the starts of both names: steps from one `first` name to the next inside the prefix, at most `walked` of
 * them, and in each seeks the `other` name, which `other_` bounds. Never scans people, and stops when it has enough.
 */
function patronsByBoth(first: NameKey, other: NameKey): Statement<BothNames, PatronHitRow> {
  return statement<BothNames>()((p) =>
    build
      .withRecursive('walk', (db) =>
        db
          .selectFrom('patron')
          .select((eb) => eb.fn.min<string | null>(first).as('key'))
          .where(first, '>=', p.from)
          .where(first, '<', p.below)
          .unionAll((eb) =>
            eb
              .selectFrom('walk')
              .select((step) =>
                step
                  .selectFrom('patron')
                  .select((one) => one.fn.min<string | null>(first).as('key'))
                  .whereRef(first, '>', 'walk.key' as never)
                  .where(first, '<', p.below)
                  .as('key'),
              )
              .where('walk.key', 'is not', null),
          )
          .limit(p.walked),
      )
      .selectFrom('walk')
      .crossJoin('patron')
      .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
      .select(PATRON_HIT)
      .whereRef(`patron.${first}`, '=', 'walk.key' as never)
      .where(`patron.${other}`, '>=', p.other_from)
      .where(`patron.${other}`, '<', p.other_below)
      .limit(p.limit),
  )
}

export const patronsBySurnameThenGiven = patronsByBoth('surname_key', 'given_key')

/** For when the given name says more. */
export const patronsByGivenThenSurname = patronsByBoth('given_key', 'surname_key')

export const patronsByBirth = statement<{ born_on: string; limit: number }>()((p) =>
  patronHit
    .where('patron.born_on', '=', p.born_on as never)
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

export const patronsByCard = statement<Prefix>()((p) =>
  patronHit
    .innerJoin('card', 'card.patron_id', 'patron.patron_id')
    .where('card.barcode', '>=', p.from)
    .where('card.barcode', '<', p.below)
    .orderBy('card.barcode')
    .limit(p.limit),
)

export const streetOfPatron = statement<{ patron_id: PatronHitRow['patron_id'] }>()((p) =>
  build
    .selectFrom('patron_address')
    .select('street')
    .where('patron_id', '=', p.patron_id)
    .orderBy('address_id')
    .limit(1),
)

/** Up to two numbers, out of the index alone: most people have one, and then nothing else need be read. */
export const cardNumbersOf = statement<{ patron_id: PatronHitRow['patron_id'] }>()((p) =>
  build.selectFrom('card').select('barcode').where('patron_id', '=', p.patron_id).limit(2),
)

const titleHit = build.selectFrom('title').select(['title_id', 'title', 'author', 'year', 'format', 'title_key'])
export type TitleHitRow = NonNullable<(typeof titlesByKey)['row']>

export const titlesByKey = statement<Prefix>()((p) =>
  titleHit
    .where('title_key', '>=', p.from)
    .where('title_key', '<', p.below)
    .orderBy('title_key')
    .orderBy('title_id')
    .limit(p.limit),
)

/** The first matches in record order; the caller ranks those few in memory. `words` is an FTS5 expression. */
export const titlesByWords = statement<{ words: string; limit: number }>()((p) =>
  titleHit.where('title_id', 'in', (eb) =>
    eb
      .selectFrom('title_words')
      .select(sql<never>`rowid`.as('title_id'))
      .where(sql<boolean>`title_words MATCH ${p.words}`)
      .orderBy(sql`rowid`)
      .limit(p.limit),
  ),
)
