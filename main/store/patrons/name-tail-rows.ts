/** Statements on names by their tails (shared/catalog/name-tails.ts): stored, searched, deleted. */
import { sql, type RawBuilder } from 'kysely'
import { storedKey } from '../../../shared/catalog/patron-keys.ts'
import type { ReferenceTables } from '../schema.gen.ts'
import { PATRON_HIT, placesBeside } from './patron-hit.ts'
import { insertOnce } from '../whole-rows.ts'
import { build, statement } from '../sql.ts'

type Tail = ReferenceTables['name_tail']

export const addTail = insertOnce('name_tail')

export const dropTail = statement<Tail>()((p) =>
  build.deleteFrom('name_tail').where('tail_key', '=', p.tail_key).where('name', '=', p.name),
)

export const anyTail = statement()(() => build.selectFrom('name_tail').select('tail_key').limit(1))

/** A patron who has this name as the first of the surname or the given name, or inside either. */
export const bearerOf = statement<{ name: string; key: string; longer_from: string; longer_below: string }>()((p) =>
  build
    .selectFrom((eb) =>
      eb
        .selectFrom('patron')
        .select('patron_id')
        .where('surname_key', '=', p.name)
        .unionAll(
          eb
            .selectFrom('patron')
            .select('patron_id')
            .where('surname_key', '>=', p.longer_from)
            .where('surname_key', '<', p.longer_below),
        )
        .unionAll(eb.selectFrom('patron').select('patron_id').where('given_key', '=', p.name))
        .unionAll(
          eb
            .selectFrom('patron')
            .select('patron_id')
            .where('given_key', '>=', p.longer_from)
            .where('given_key', '<', p.longer_below),
        )
        .unionAll(eb.selectFrom('patron_key').select('patron_id').where('key', '=', p.key))
        .as('found'),
    )
    .select('patron_id')
    .limit(1),
)

/** `from` and `below` bound the tail, `other_from` and `other_below` the other name of the person. */
type Inside = Record<'from' | 'below' | 'other_from' | 'other_below', string> & { walked: number; limit: number }

/** The names with these letters inside, at most `walked` of them; names that end with them first. */
function namesInside(p: Pick<Inside, 'from' | 'below' | 'walked'>) {
  return build
    .selectFrom('name_tail')
    .select('name')
    .where('tail_key', '>=', p.from)
    .where('tail_key', '<', p.below)
    .orderBy('tail_key')
    .orderBy('name')
    .limit(p.walked)
    .as('found')
}

type Part = 'surname_key' | 'given_key'

/** A name followed by a space: the first of two. */
const and = (end: string): RawBuilder<string> => sql<string>`found.name || ${sql.lit(end)}`

function peopleInside(p: Inside, part: Part, isWhole: boolean) {
  const other: Part = part === 'surname_key' ? 'given_key' : 'surname_key'
  // A plus keeps SQLite from seeking by it: with the first of two names, that would read all who have it.
  const otherKey = sql<string>`${isWhole ? sql`` : sql`+`}${sql.ref(`patron.${other}`)}`
  const people = build
    .selectFrom(namesInside(p))
    .crossJoin('patron')
    .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
    .select(PATRON_HIT)
    .where(otherKey, '>=', p.other_from)
    .where(otherKey, '<', p.other_below)
    .limit(p.limit)
  return isWhole
    ? people.whereRef(`patron.${part}`, '=', 'found.name')
    : people.where(`patron.${part}`, '>=', and(' ')).where(`patron.${part}`, '<', and('!'))
}

export const insideSurname = statement<Inside>()((p) => peopleInside(p, 'surname_key', true))
export const insideFirstSurname = statement<Inside>()((p) => peopleInside(p, 'surname_key', false))
export const insideGiven = statement<Inside>()((p) => peopleInside(p, 'given_key', true))
export const insideFirstGiven = statement<Inside>()((p) => peopleInside(p, 'given_key', false))

const NAME_LETTER = sql.lit(storedKey({ kind: 'name', key: '' }))

/** A name inside a name, or the preferred name. */
export const insideInner = statement<Pick<Inside, 'from' | 'below' | 'walked' | 'limit'> & { word: string }>()((p) =>
  build
    .selectFrom(namesInside(p))
    .crossJoin('patron_key as inner')
    .crossJoin('patron')
    .innerJoin('patron_category as category', 'category.category_code', 'patron.category_code')
    .select(PATRON_HIT)
    .select(placesBeside(p.word).as('places'))
    .where('inner.key', '=', sql<string>`${NAME_LETTER} || found.name`)
    .whereRef('patron.patron_id', '=', 'inner.patron_id')
    .limit(p.limit),
)
