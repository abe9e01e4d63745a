/**
 * Finds people as you type: "smi jo", "jo smi", a birth date, parts of a card or a phone number, e-mail, street, town,
 * in any order; every word must fit. Each way of finding is tried in turn until the list is full, names first.
 * Never opens an account by itself: two people may share a name.
 */
import type { PeopleAsked } from '../../shared/catalog/read-people.ts'
import { ageOn, readPeople } from '../../shared/catalog/read-people.ts'
import { backwards, cardKey, isCompassPoint, type PatronKeyKind } from '../../shared/catalog/patron-keys.ts'
import type { PatronHit } from '../../shared/ipc/contract.ts'
import { sayDateLong } from '../../shared/desk/say-date.ts'
import { localDate, type LocalDate } from '../../shared/kernel/time.ts'
import { currentCard } from '../store/patron-rows.ts'
import * as rows from '../store/search-rows.ts'
import type { Connection } from '../store/sql.ts'
import { Fitting } from './patrons/fitting.ts'
import { byNames } from './patrons/by-names.ts'
import { prefix, type Bounds } from './patrons/prefix.ts'

/** How many one way of finding reads where further words then pick among them. */
const PICKED_FROM_MAX = 200
/** How many of one name are looked at for one with this house number. */
const NAMESAKES_MAX = 60
/** How many who live in such a street are looked at for one who is called so. */
const NEIGHBOURS_MAX = 3000
/** Fewer letters than these in all are the start of a name, not yet a name and a street. */
const NAME_AND_STREET_LETTERS_MIN = 8

/** @returns at most `limit` hits, and whether there are more */
export function searchPatrons(
  desk: Connection,
  text: string,
  limit: number,
  today: LocalDate,
): { hits: PatronHit[]; has_more: boolean } {
  const asked = readPeople(text, today)
  const fitting = new Fitting(desk, asked)
  const found = new Map<number, rows.PatronHitRow>()
  let wasCut = false
  for (const way of waysOf(asked)) {
    if (found.size > limit) break
    if (way.isIfNone && found.size > 0) continue
    const read_max = way.isAll ? limit + 1 : (way.read_max ?? PICKED_FROM_MAX)
    const some = way.find(desk, read_max)
    wasCut ||= !way.isAll && some.length >= read_max
    for (const row of some) {
      if (found.size > limit) break
      if (way.isAll || fitting.fits(row)) found.set(row.patron_id, found.get(row.patron_id) ?? row)
    }
  }
  const hits = [...found.values()].slice(0, limit)
  return { hits: hits.map((row) => toHit(desk, row, today)), has_more: found.size > limit || wasCut }
}

/** One way of finding people. */
type Way = {
  /** Whatever it gives fits all that was asked; else the rest is looked at row by row. */
  readonly isAll: boolean
  /** Tried only where nobody was found before. */
  readonly isIfNone?: boolean
  /** How many are read at most, where that is fewer than usual. */
  readonly read_max?: number
  readonly find: (desk: Connection, limit: number) => readonly rows.PatronHitRow[]
}

/** @param word another that must fit as well; empty for none */
function byKey(kind: PatronKeyKind, typed: string, isAll: boolean, word = ''): Way {
  return { isAll, find: (desk, limit) => desk.all(rows.patronsByKey, { kind, ...prefix(typed, limit, word) }) }
}

/** Of the words besides the one that is looked for, the one that fewest fit; empty when there is none. */
function tellingWord(words: readonly string[], besides = ''): string {
  const others = words.filter((word) => word !== besides && !isCompassPoint(word))
  return others.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
}

function waysOf(asked: PeopleAsked): readonly Way[] {
  const { words, born_on, birthday, numbers, short_numbers, phone, email } = asked
  const parts = [email, phone, born_on ?? '', birthday, ...numbers].filter((part) => part !== '').length
  const isOnly = parts === 1 && words.length === 0 && short_numbers.length === 0
  /** One number and one word: who has both in one key fits all of it. */
  const isPair = parts + short_numbers.length === 1 && words.length === 1
  const word = tellingWord(words)
  if (email !== '') return [byKey('email', email, isOnly, word)]
  if (phone !== '') return [byKey('phone-end', backwards(phone), isOnly, word), byKey('phone', phone, isOnly, word)]
  if (numbers.length > 0) {
    return [...houseWays(asked, isPair), ...numbers.flatMap((one) => numberWays(one, words, isOnly, isPair))]
  }
  if (born_on !== null) return [bornWay(prefix(born_on, 0), isOnly, word)]
  if (short_numbers.length > 0) {
    return [...houseWays(asked, isPair), { ...nameWay(words), isAll: false, isIfNone: true, read_max: NAMESAKES_MAX }]
  }
  if (words.length > 0) return wordWays(asked)
  if (birthday === '') return []
  return [{ isAll: isOnly, find: (desk, limit) => desk.all(rows.patronsByBirthday, { birthday, limit, word }) }]
}

function bornWay({ from, below }: Bounds, isAll: boolean, word: string): Way {
  return { isAll, find: (desk, limit) => desk.all(rows.patronsByBirth, { from, below, limit, word }) }
}

/** "1971", "197103", "19710306": a year, a month, a day that somebody may have been born on. */
function bornWays(number: string, isAll: boolean, word: string): readonly Way[] {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)?(\d\d)?$/.exec(number) ?? []
  if (year === undefined) return []
  return [bornWay(prefix([year, month, day].filter((part) => part !== undefined).join('-'), 0), isAll, word)]
}

function nameWay(words: readonly string[], word = ''): Way {
  return { isAll: true, find: (desk, limit) => byNames(desk, words, limit, word) }
}

/** The start or the end of a card or a telephone number, a birth date, a postal code with a name after it. */
function numberWays(number: string, words: readonly string[], isAll: boolean, isPair: boolean): readonly Way[] {
  const lower = number.toLowerCase()
  const word = tellingWord(words)
  const isDigits = /^\d+$/.test(number)
  const postal = words.length > 0 ? words.map((word) => `${lower} ${word}`) : [lower]
  return [
    { isAll, find: (desk, limit) => desk.all(rows.patronsByCard, prefix(number, limit, word)) },
    byKey('card-end', cardKey(number), isAll, word),
    ...(isDigits
      ? [
          byKey('phone-end', backwards(number), isAll, word),
          byKey('phone', number, isAll, word),
          ...bornWays(number, isAll, word),
        ]
      : [byKey('email', lower, isAll, word)]),
    ...postal.map((typed) => byKey('postal', typed, isAll || isPair, word)),
  ]
}

/** "412 maple": house number and street, in either order. */
function houseWays({ words, numbers, short_numbers }: PeopleAsked, isPair: boolean): readonly Way[] {
  const houses = [...short_numbers, ...numbers.filter((number) => /^\d{4,5}$/.test(number))]
  return houses.flatMap((house) => words.map((word) => byKey('street', `${house} ${word}`, isPair)))
}

/** "4b": a dwelling, which stands behind the name of its street. */
const UNIT = /^\d+[a-z]$/

/** Names first, also those inside a name; then streets, towns and e-mail. */
function wordWays({ words, birthday, dotted }: PeopleAsked): readonly Way[] {
  const isAll = birthday === ''
  const [only = ''] = words
  if (words.length === 1) {
    const other = (['name', 'street', 'city', 'email'] as const).map((kind) => byKey(kind, only, isAll))
    return [{ ...nameWay(words), isAll }, ...other]
  }
  const inner = words.map((word) => byKey('name', word, false, tellingWord(words, word)))
  const named = words.filter((word) => !isCompassPoint(word) && !UNIT.test(word)).join(' ')
  const street = { ...byKey('street', named, isAll && named === words.join(' ')), isIfNone: true }
  const others = [street, { ...byKey('city', words.join(' '), isAll), isIfNone: true }]
  const emails = dotted.map((typed): Way => ({ ...byKey('email', typed, false), isIfNone: true }))
  const ways = [{ ...nameWay(words), isAll }, ...inner, ...others, ...emails]
  const letters_count = words.reduce((sum, word) => sum + word.length, 0)
  if (letters_count < NAME_AND_STREET_LETTERS_MIN) return ways
  const townsmen = words.map((word) => townsmanWay(word, words))
  return [...ways, ...words.flatMap((word) => neighbourWays(word, words)), ...townsmen]
}

/** "miller openfields": somebody of this name whose town fits. */
function townsmanWay(name: string, words: readonly string[]): Way {
  return { ...nameWay([name], tellingWord(words, name)), isAll: false, isIfNone: true }
}

/** "miller maple": somebody of this name who lives in such a street. */
function neighbourWays(street: string, words: readonly string[]): readonly Way[] {
  const name = words.find((word) => word !== street)
  if (name === undefined || street.length < 3) return []
  const { from: name_from, below: name_below } = prefix(name, 0)
  const named = { ...prefix(street, 0), name_from, name_below, walked: NEIGHBOURS_MAX }
  const find: Way['find'] = (desk, limit) => desk.all(rows.patronsByStreetAndName, { ...named, limit })
  return [{ isAll: false, isIfNone: true, find }]
}

function toHit(desk: Connection, row: rows.PatronHitRow, today: LocalDate): PatronHit {
  const { patron_id, born_on } = row
  const cards = desk.all(rows.cardNumbersOf, { patron_id })
  const card = cards.length > 1 ? desk.get(currentCard, { patron_id }) : cards[0]
  const badges: string[] = []
  if (row.is_barred) badges.push('barred')
  if (!row.is_active) badges.push('closed')
  if (row.expires_on && row.expires_on < today) badges.push('expired')
  return {
    patron_id,
    name: personName(row),
    card_tail: card ? card.barcode.slice(-4) : '',
    born_on: born_on === null ? '' : sayDateLong(localDate(born_on), today),
    age: born_on === null ? null : ageOn(localDate(born_on), today),
    street: desk.get(rows.streetOfPatron, { patron_id })?.street ?? '',
    category: row.category_name,
    badges,
  }
}

/** "Dana Miller", the name the person goes by first. */
export function personName(row: { surname: string; given: string; preferred_given: string }): string {
  return `${row.preferred_given || row.given} ${row.surname}`.trim()
}
