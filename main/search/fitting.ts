/**
 * Whether a person found in one way matches everything else that was typed. Their other keys come from one index, and
 * are read only when the name does not settle it. No word may pass that matches nothing.
 */
import { STREET_KINDS } from '../../shared/catalog/street-words.ts'
import { nameKey } from '../../shared/catalog/fold.ts'
import {
  backwards,
  emailKeys,
  isCompassPoint,
  phoneDigits,
  plainCard,
  withoutBlanks,
} from '../../shared/catalog/patron-keys.ts'
import type { DateOrder } from '../../shared/kernel/date-order.ts'
import { bornStarts, type PeopleAsked } from '../../shared/catalog/read-people.ts'
import { keysOf } from '../store/patrons/patron-key-rows.ts'
import type { PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

type Key = NonNullable<(typeof keysOf)['row']>

/** `inside` are letters from inside a name; empty for none. */
export type MoreAsked = PeopleAsked & { readonly inside?: string }

export class Fitting {
  readonly #db: ReadHandle
  readonly #asked: MoreAsked

  constructor(db: ReadHandle, asked: MoreAsked) {
    this.#db = db
    this.#asked = asked
  }

  fits(row: PatronHitRow): boolean {
    const { born_on, birthday, email, phone, words, short_numbers, inside = '' } = this.#asked
    // `has_word` compares the starts of words, so it says nothing about letters from inside a name.
    if (row.has_word === 0 && inside === '') return false
    if (born_on !== null && row.born_on !== born_on) return false
    if (birthday !== '' && row.born_on?.slice(5) !== birthday) return false
    if (email !== '' && !emailKeys(row.email).some((key) => key.startsWith(email))) return false
    if (phone !== '' && !hasPhone(row, phone)) return false
    const names = namesOf(row)
    if (inside !== '' && !names.some((name) => name.includes(inside))) return false
    const numbers = this.#asked.numbers.filter((number) => !isBornIn(row, number, this.#asked.order))
    const others = words.filter((word) => !names.some((name) => name.startsWith(word)))
    if (others.length === 0 && numbers.length === 0 && short_numbers.length === 0) return true
    const keys = this.#db.all(keysOf, { patron_id: row.patron_id })
    return (
      others.every((word) => keys.some((key) => fitsWord(key, word)) || isCompassOf(keys, word, others)) &&
      short_numbers.every((number) => keys.some((key) => isInStreet(key, number))) &&
      numbers.every((number) => keys.some((key) => fitsNumber(key, number)))
    )
  }
}

function hasPhone({ phone }: PatronHitRow, typed: string): boolean {
  const digits = phoneDigits(phone)
  return digits.endsWith(typed) || digits.startsWith(typed)
}

/** Each name, and a surname of several words joined. */
function namesOf({ surname_key, given_key, preferred_given, former = '' }: PatronHitRow): readonly string[] {
  const inOne = withoutBlanks(surname_key)
  const others = nameKey(`${preferred_given} ${former}`).split(' ')
  return [...surname_key.split(' '), inOne, ...given_key.split(' '), ...others]
}

function isBornIn({ born_on }: PatronHitRow, number: string, order: DateOrder): boolean {
  return born_on !== null && bornStarts(number, order).some((start) => born_on.startsWith(start))
}

/** A word of the street or the town, or a part of the e-mail address. */
function fitsWord({ kind, key }: Key, word: string): boolean {
  if (kind === 'email') return key.startsWith(word) || key.includes(`.${word}`)
  const isIn = (one: string): boolean => ` ${key}`.includes(` ${one}`)
  if (kind === 'street') return isIn(word) || isIn(STREET_KINDS.get(word) ?? word)
  return kind === 'city' && isIn(word)
}

/** "n maple": street keys have no compass points, so one beside a word of the street matches. */
function isCompassOf(keys: readonly Key[], word: string, others: readonly string[]): boolean {
  const isStreet = ({ kind, key }: Key, other: string): boolean => kind === 'street' && fitsWord({ kind, key }, other)
  return isCompassPoint(word) && others.some((other) => other !== word && keys.some((key) => isStreet(key, other)))
}

function isInStreet({ kind, key }: Key, number: string): boolean {
  return kind === 'street' && ` ${key} `.includes(` ${number} `)
}

/** The start or the end of a card or a telephone number, a postal code, a house number, an e-mail address. */
function fitsNumber(one: Key, number: string): boolean {
  const { kind, key } = one
  const typed = plainCard(number)
  const back = backwards(typed)
  switch (kind) {
    case 'card-end':
      return key.startsWith(back) || key.endsWith(back)
    case 'phone-end':
      return key.startsWith(back)
    case 'phone':
    case 'postal':
    case 'email':
      return key.startsWith(typed)
    default:
      return isInStreet(one, typed)
  }
}
