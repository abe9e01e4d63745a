/**
 * Finds people as you type: "smi jo", "jo smi", a birth date, parts of a card or a phone number, e-mail, street, town,
 * in any order; every word must match. Tries each way of finding in turn until the list is full, names first. Never
 * opens an account by itself: two people may share a name.
 */
import {
  ageOn,
  bornStarts,
  isWordsAlone,
  readPeople,
  withoutBlanksInNumbers,
  type PeopleAsked,
} from '../../shared/catalog/read-people.ts'
import {
  backwards,
  cardKey,
  isCompassPoint,
  postalArea,
  streetStart,
  streetStarts,
} from '../../shared/catalog/patron-keys.ts'
import type { PatronHit } from '../../shared/ipc/contract.ts'
import { turned } from '../../shared/kernel/date-order.ts'
import type { Dates } from '../../shared/words/dates.ts'
import { localDate, type LocalDate } from '../../shared/kernel/time.ts'
import { currentCard } from '../store/patrons/patron-rows.ts'
import * as rows from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { Fitting } from './fitting.ts'
import { InsideMatches } from './inside-matches.ts'
import { formerWays } from './by-former-names.ts'
import { byInside, insidesOf } from './by-inside.ts'
import { byKey } from './by-key.ts'
import { byNames } from './by-names.ts'
import { keyPrefix, prefix, type Bounds } from './key-bounds.ts'
import type { Way } from './way.ts'

/** How many rows one way reads when further words then filter them. */
const PICKED_FROM_MAX = 200
/** How many people with one name are checked for this house number. */
const NAMESAKES_MAX = 60
const YEAR_LETTERS = 4
/** How many residents of a street are checked for this name. */
const NEIGHBOURS_MAX = 3000
/** Fewer letters in total are the start of a name, not yet a name and a street. */
const NAME_AND_STREET_LETTERS_MIN = 8

/** @returns at most `limit` hits, and whether there are more */
export function searchPatrons(
  db: ReadHandle,
  text: string,
  limit: number,
  today: LocalDate,
  dates: Dates,
): { hits: PatronHit[]; has_more: boolean } {
  const joined = withoutBlanksInNumbers(text)
  const { order } = dates
  const readings = [text, ...(joined === null ? [] : [joined])].map((said) => readPeople(said, { today, order }))
  // Where people write either order, nobody of the one may be meant as the other.
  if (order.is_mixed) readings.push(readPeople(text, { today, order: turned(order) }))
  const { found, own_count, has_more } = firstFound(db, readings, limit)
  return { hits: found.map((row, at) => ({ ...toHit(db, row, today, dates), is_inside: at >= own_count })), has_more }
}

type Found = {
  readonly found: readonly rows.PatronHitRow[]
  /** How many of them, the first ones, are found without letters from inside a name. */
  readonly own_count: number
  readonly has_more: boolean
}

function firstFound(db: ReadHandle, readings: readonly PeopleAsked[], limit: number): Found {
  let some: Found = { found: [], own_count: 0, has_more: false }
  for (const asked of readings) {
    if (some.found.length === 0) some = search(db, asked, limit)
  }
  return some
}

function search(db: ReadHandle, asked: PeopleAsked, limit: number): Found {
  const found = new Map<number, rows.PatronHitRow>()
  const insideMatches = new InsideMatches(db, asked, limit)
  let wasCut = false
  let own_count = 0
  for (const way of [...waysOf(asked), ...formerWays(asked), ...insideWays(asked)]) {
    if (found.size > limit) break
    if (way.isIfNone && found.size > 0) continue
    if (way.isInside && own_count === 0) own_count = found.size
    const read_max = way.isAll ? limit + 1 : (way.read_max ?? PICKED_FROM_MAX)
    const some = way.find(db, read_max)
    // One person can match several keys of a kind, so a full list can hold fewer people than rows.
    wasCut ||= some.length >= read_max
    const fitting = new Fitting(db, way.asked ?? asked)
    for (const row of some) {
      if (found.size > limit) break
      if (way.isAll || fitting.fits(row)) found.set(row.patron_id, found.get(row.patron_id) ?? row)
      else if (found.size === 0) insideMatches.look(row)
    }
  }
  const all = [...(found.size > 0 ? found : insideMatches.found).values()].slice(0, limit)
  return { found: all, own_count: own_count === 0 ? all.length : own_count, has_more: found.size > limit || wasCut }
}

/** Of the other words, the one that fewest people match; empty when there is none. */
function tellingWord(words: readonly string[], besides = ''): string {
  const others = words.filter((word) => word !== besides && !isCompassPoint(word))
  return others.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

function waysOf(asked: PeopleAsked): readonly Way[] {
  const { words, born_on, birthday, numbers, short_numbers, phone, email } = asked
  const parts = [email, phone, born_on ?? '', birthday, ...numbers].filter((part) => part !== '').length
  const isOnly = parts === 1 && words.length === 0 && short_numbers.length === 0
  /** One number and one word: a key that has both matches everything. */
  const isPair = parts + short_numbers.length === 1 && words.length === 1
  const word = tellingWord(words)
  if (email !== '') return [byKey('email', email, isOnly, word)]
  if (phone !== '') return [byKey('phone-end', backwards(phone), isOnly, word), byKey('phone', phone, isOnly, word)]
  if (numbers.length > 0) {
    return [...houseWays(asked, isPair), ...numbers.flatMap((one) => numberWays(one, asked, isOnly, isPair))]
  }
  if (born_on !== null) return [bornWay(prefix(born_on, 0), isOnly, word)]
  if (short_numbers.length > 0) {
    return [...houseWays(asked, isPair), { ...nameWay(words), isAll: false, isIfNone: true, read_max: NAMESAKES_MAX }]
  }
  if (words.length > 0) return wordWays(asked)
  if (birthday === '') return []
  return [{ isAll: isOnly, find: (db, limit) => db.all(rows.patronsByBirthday, { birthday, limit, word }) }]
}

function bornWay({ from, below }: Bounds, isAll: boolean, word: string): Way {
  return { isAll, find: (db, limit) => db.all(rows.patronsByBirth, { from, below, limit, word }) }
}

/** The start of a birth date. So many people share a year that those with the name come first. */
function bornWays(start: string, words: readonly string[], isAll: boolean): readonly Way[] {
  const born = bornWay(prefix(start, 0), isAll, tellingWord(words))
  if (words.length === 0 || start.length > YEAR_LETTERS) return [born]
  const find: Way['find'] = (db, limit) => byNames(db, words, limit).filter(({ born_on }) => born_on?.startsWith(start))
  return [{ ...born, find }, born].map((way) => ({ ...way, read_max: NAMESAKES_MAX }))
}

function nameWay(words: readonly string[], word = ''): Way {
  return { isAll: true, find: (db, limit) => byNames(db, words, limit, word) }
}

/** The start or the end of a card or a telephone number, a birth date, a postal code with a name after it. */
function numberWays(number: string, { words, order }: PeopleAsked, isAll: boolean, isPair: boolean): readonly Way[] {
  const lower = number.toLowerCase()
  const word = tellingWord(words)
  const isDigits = /^\d+$/.test(number)
  const area = postalArea(lower)
  const postal = words.length > 0 ? words.map((word) => `${area} ${word}`) : [lower]
  return [
    { isAll, find: (db, limit) => db.all(rows.patronsByCard, prefix(number, limit, word)) },
    byKey('card-end', cardKey(number), isAll, word),
    ...(isDigits
      ? [
          byKey('phone-end', backwards(number), isAll, word),
          byKey('phone', number, isAll, word),
          ...bornStarts(number, order).flatMap((start) => bornWays(start, words, isAll)),
        ]
      : [byKey('email', lower, isAll, word)]),
    ...postal.map((typed) => byKey('postal', typed, isAll || (isPair && area === lower), word)),
  ]
}

/** "412 maple": house number and street, in either order. */
function houseWays({ words, compass, numbers, short_numbers }: PeopleAsked, isPair: boolean): readonly Way[] {
  const houses = [...short_numbers, ...numbers.filter((number) => /^\d{4,5}$/.test(number))]
  return houses.flatMap((house) => [
    ...words.map((word) => byKey('street', `${house} ${word}`, isPair)),
    ...compass.map((word) => byKey('street', `${house} ${word}`, false)),
  ])
}

/** "4b": an apartment, after the name of its street. */
const UNIT = /^\d+[a-z]$/

/** Names first, also from the inside; then streets, towns and e-mail. */
function wordWays(asked: PeopleAsked): readonly Way[] {
  const { words, birthday, dotted } = asked
  const isAll = birthday === ''
  const [only = ''] = words
  if (words.length === 1) {
    const other = (['name', 'joined', 'street', 'city', 'email'] as const).map((kind) => byKey(kind, only, isAll))
    return [{ ...nameWay(words), isAll }, ...other]
  }
  const inner = [...words.map((word) => innerWay('name', word, words)), ...words.map((word) => joinedWay(word, words))]
  const named = words.filter((word) => !isCompassPoint(word) && !UNIT.test(word))
  const isStreetAlone = isAll && named.length === words.length
  const streets = streetStarts(named).map((typed): Way => ({
    ...byKey('street', typed, isStreetAlone),
    isIfNone: true,
  }))
  const others = [...streets, { ...byKey('city', words.join(' '), isAll), isIfNone: true }]
  const emails = dotted.map((typed): Way => ({ ...byKey('email', typed, false), isIfNone: true }))
  const ways = [{ ...nameWay(words), isAll }, ...inner, ...others, ...emails, ...joinedWays(asked)]
  if (words.join('').length < NAME_AND_STREET_LETTERS_MIN) return ways
  const further = [neighbourWays, townsmanWay, residentWay]
  return [...ways, ...further.flatMap((wayOf) => words.flatMap((word) => wayOf(word, words)))]
}

/** The start of a joined name would match too many other names. */
const JOINED_LETTERS_MIN = 8

/** The second of two names. */
function innerWay(kind: 'name' | 'joined', word: string, words: readonly string[]): Way {
  return byKey(kind, word, false, tellingWord(words, word))
}

/** "vandenberg" for van den Berg. */
function joinedWay(word: string, words: readonly string[]): Way {
  return { ...innerWay('joined', word, words), isIfNone: word.length < JOINED_LETTERS_MIN }
}

/** At most this many adjacent words are joined: "van den berg". */
const JOINED_MAX = 3

/** "o brien" is O'Brien, "van den berg" Vandenberg: names that others write as one word. */
function joinedWays(asked: PeopleAsked): readonly Way[] {
  const { words, birthday } = asked
  const ends = words.flatMap((_, at) => Array.from({ length: JOINED_MAX - 1 }, (_none, more) => [at, at + 2 + more]))
  return ends.flatMap(([from = 0, to = 0]): readonly Way[] => {
    if (to > words.length) return []
    const joined = words.slice(from, to).join('')
    const others = [...words.slice(0, from), ...words.slice(to)]
    const inPlace = streetStart([...words.slice(0, from), joined, ...words.slice(to)])
    const rest = { isIfNone: true, asked: { ...asked, words: others } }
    const isAll = birthday === ''
    return [
      { ...nameWay([joined, ...others]), isAll, ...rest },
      ...(['name', 'joined'] as const).map((kind): Way => {
        return { ...byKey(kind, joined, isAll && others.length === 0, tellingWord(others)), ...rest }
      }),
      ...(['street', 'city'] as const).map((kind): Way => ({ ...byKey(kind, inPlace, isAll), isIfNone: true })),
    ]
  })
}

/**
 * Letters from inside a name: a single word adds to those whose name begins with it; with another name only if nobody
 * is found.
 */
function insideWays(asked: PeopleAsked): readonly Way[] {
  if (!isWordsAlone(asked)) return []
  return insidesOf(asked.words).map(({ inside, others }): Way => {
    const isAlone = others.length === 0
    const find: Way['find'] = (db, limit) => byInside(db, inside, others, limit)
    const isAll = isAlone && asked.birthday === ''
    return { isIfNone: !isAlone, isInside: isAlone, isAll, asked: { ...asked, words: others, inside }, find }
  })
}

/** "maple openfields": residents of such a street in such a town. */
function residentWay(street: string, words: readonly string[]): Way {
  return { ...byKey('street', street, false, tellingWord(words, street)), isIfNone: true, read_max: NAMESAKES_MAX }
}

/** "miller openfields": people of this name whose town matches. */
function townsmanWay(name: string, words: readonly string[]): Way {
  return { ...nameWay([name], tellingWord(words, name)), isAll: false, isIfNone: true }
}

/** "miller maple": people of this name who live in such a street. */
function neighbourWays(street: string, words: readonly string[]): readonly Way[] {
  const name = words.find((word) => word !== street)
  if (name === undefined || street.length < 3) return []
  const { from: name_from, below: name_below } = prefix(name, 0)
  const named = { ...keyPrefix('street', street, 0), name_from, name_below, walked: NEIGHBOURS_MAX }
  return [
    { isAll: false, isIfNone: true, find: (db, limit) => db.all(rows.patronsByStreetAndName, { ...named, limit }) },
  ]
}

function toHit(db: ReadHandle, row: rows.PatronHitRow, today: LocalDate, dates: Dates): Omit<PatronHit, 'is_inside'> {
  const { patron_id, born_on } = row
  const cards = db.all(rows.cardNumbersOf, { patron_id })
  const card = cards.length > 1 ? db.get(currentCard, { patron_id }) : cards[0]
  const badges: string[] = []
  if (row.is_barred) badges.push('barred')
  if (!row.is_active) badges.push('closed')
  if (row.expires_on && row.expires_on < today) badges.push('expired')
  return {
    patron_id,
    name: personName(row),
    former: row.former ?? '',
    card_tail: card ? card.barcode.slice(-4) : '',
    born_on: born_on === null ? '' : dates.dateLong(localDate(born_on), today),
    age: born_on === null ? null : ageOn(localDate(born_on), today),
    street: db.get(rows.streetOfPatron, { patron_id })?.street ?? '',
    category: row.category_name,
    badges,
  }
}

/** "Dana Miller", the preferred name first. */
export function personName(row: { surname: string; given: string; preferred_given: string }): string {
  return `${row.preferred_given || row.given} ${row.surname}`.trim()
}
