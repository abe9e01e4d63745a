/**
 * Statements behind search as you type. Names by B-tree in alphabetical order; titles by words, never ranked over an
 * unbounded match (measured: a ranked match over a million rows is a hundred times slower).
 */
import { sql } from 'kysely'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { PATRON_HIT, placesBeside } from '../patrons/patron-hit.ts'
import { build, statement } from '../sql.ts'

const patronHit = build
  .selectFrom('patron')
  .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
  .select(PATRON_HIT)
export type PatronHitRow = NonNullable<(typeof patronHitById)['row']> & {
  /** Where they live, as written; null or absent: not read, since `word` begins one of their names, or is none. */
  readonly places?: string | null
  /** The former name that was found; absent: it is their name. */
  readonly former?: string
}

/** `from` and `below` bound the prefix: from <= key < below. */
type Range = { from: string; below: string; limit: number }
/** `word` is another typed word, or empty: cheaply excludes most people it does not match. */
type Prefix = Range & { word: string }

export const patronsBySurname = statement<Prefix>()((p) =>
  patronHit
    .select(placesBeside(p.word).as('places'))
    .where('patron.surname_key', '>=', p.from)
    .where('patron.surname_key', '<', p.below)
    .orderBy('patron.surname_key')
    .orderBy('patron.given_key')
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

export const patronsByGiven = statement<Prefix>()((p) =>
  patronHit
    .select(placesBeside(p.word).as('places'))
    .where('patron.given_key', '>=', p.from)
    .where('patron.given_key', '<', p.below)
    .orderBy('patron.given_key')
    .orderBy('patron.surname_key')
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

type BothNames = Range & { other_from: string; other_below: string; walked: number }

type NameKey = 'surname_key' | 'given_key'

/**
 * Steps from one name to the next within the prefix, at most `walked` of them: reads each name once, never its people.
 */
function walkOf(p: BothNames, name: NameKey) {
  return build.withRecursive('walk', (db) =>
    db
      .selectFrom('patron')
      .select((eb) => eb.fn.min<string | null>(name).as('key'))
      .where(name, '>=', p.from)
      .where(name, '<', p.below)
      .unionAll((eb) =>
        eb
          .selectFrom('walk')
          .select((step) =>
            step
              .selectFrom('patron')
              .select((one) => one.fn.min<string | null>(name).as('key'))
              .whereRef(name, '>', 'walk.key')
              .where(name, '<', p.below)
              .as('key'),
          )
          .where('walk.key', 'is not', null),
      )
      .limit(p.walked),
  )
}

/**
 * People by the starts of both names, in the order of surnames: seeks the given name within each surname, and stops
 * when it has enough.
 */
export const patronsBySurnameThenGiven = statement<BothNames>()((p) =>
  walkOf(p, 'surname_key')
    .selectFrom('walk')
    .crossJoin('patron')
    .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
    .select(PATRON_HIT)
    .whereRef('patron.surname_key', '=', 'walk.key')
    .where('patron.given_key', '>=', p.other_from)
    .where('patron.given_key', '<', p.other_below)
    .limit(p.limit),
)

/**
 * For when the given name is more selective: matches from one index, until `limit` are found. In the order of given
 * names; the caller sorts them, and has all of them when there are fewer than `limit`.
 */
export const namesByGivenThenSurname = statement<BothNames>()((p) =>
  walkOf(p, 'given_key')
    .selectFrom('walk')
    .crossJoin('patron')
    .select(['patron.patron_id', 'patron.surname_key', 'patron.given_key'])
    .whereRef('patron.given_key', '=', 'walk.key')
    .where('patron.surname_key', '>=', p.other_from)
    .where('patron.surname_key', '<', p.other_below)
    .limit(p.limit),
)

export const patronHitById = statement<{ patron_id: PatronId }>()((p) =>
  patronHit.where('patron.patron_id', '=', p.patron_id),
)

/** By the other keys of a patron: the end of a number, an e-mail address, a street (shared/catalog/patron-keys.ts). */
export const patronsByKey = statement<Prefix>()((p) =>
  build
    .selectFrom('patron_key as found')
    .crossJoin('patron')
    .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
    .select(PATRON_HIT)
    .select(placesBeside(p.word).as('places'))
    .whereRef('patron.patron_id', '=', 'found.patron_id')
    .where('found.key', '>=', p.from)
    .where('found.key', '<', p.below)
    .orderBy('found.key')
    .orderBy('found.patron_id')
    .limit(p.limit),
)

type StreetAndName = Range & { name_from: string; name_below: string; walked: number }

/** Of at most `walked` residents of such a street, those with a name that begins with the given letters. */
export const patronsByStreetAndName = statement<StreetAndName>()((p) =>
  build
    .selectFrom((eb) =>
      eb
        .selectFrom('patron_key')
        .select('patron_id')
        .where('key', '>=', p.from)
        .where('key', '<', p.below)
        .limit(p.walked)
        .as('found'),
    )
    .crossJoin('patron')
    .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
    .select(PATRON_HIT)
    .whereRef('patron.patron_id', '=', 'found.patron_id')
    .where((eb) =>
      eb.or([
        eb.and([eb('patron.surname_key', '>=', p.name_from), eb('patron.surname_key', '<', p.name_below)]),
        eb.and([eb('patron.given_key', '>=', p.name_from), eb('patron.given_key', '<', p.name_below)]),
      ]),
    )
    .limit(p.limit),
)

/** Born on a day, or in a month or year: the start of a date. */
export const patronsByBirth = statement<Prefix>()((p) =>
  patronHit
    .select(placesBeside(p.word).as('places'))
    // Bounds on the text of dates; they need not be dates.
    .where(sql<boolean>`patron.born_on >= ${p.from} AND patron.born_on < ${p.below}`)
    .orderBy('patron.born_on')
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

/** Born on this day of any year; from an index of its own. */
export const patronsByBirthday = statement<{ birthday: string; limit: number; word: string }>()((p) =>
  patronHit
    .select(placesBeside(p.word).as('places'))
    .where(sql`substr(patron.born_on, 6)`, '=', p.birthday)
    .where('patron.born_on', 'is not', null)
    .orderBy('patron.patron_id')
    .limit(p.limit),
)

export const patronsByCard = statement<Prefix>()((p) =>
  patronHit
    .select(placesBeside(p.word).as('places'))
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
    .orderBy('address_number')
    .limit(1),
)

/** Up to two numbers, from the index alone: most people have one, and then nothing else needs reading. */
export const cardNumbersOf = statement<{ patron_id: PatronHitRow['patron_id'] }>()((p) =>
  build.selectFrom('card').select('barcode').where('patron_id', '=', p.patron_id).limit(2),
)

const titleHit = build.selectFrom('title').select(['title_id', 'title', 'author', 'year', 'format', 'title_key'])
export type TitleHitRow = NonNullable<(typeof titlesByKey)['row']>

export const titlesByKey = statement<Range>()((p) =>
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
