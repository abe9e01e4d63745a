/**
 * Whether a person found in one way matches everything else that was typed. Their other keys are made of their record,
 * which is read, and worked out only when the name does not settle it. No word may pass that matches nothing.
 */
import { STREET_KINDS } from '../../shared/catalog/street-words.ts'
import { fold, nameKey } from '../../shared/catalog/fold.ts'
import {
  backwards,
  emailKeys,
  isCompassPoint,
  keysOfAddress,
  keysOfCard,
  keysOfPatron,
  phoneDigits,
  plainCard,
  withoutBlanks,
  type PatronKey,
} from '../../shared/catalog/patron-keys.ts'
import type { DateOrder } from '../../shared/kernel/date-order.ts'
import { bornStarts, type PeopleAsked } from '../../shared/catalog/read-people.ts'
import { addressesOf, cardsOf } from '../store/patrons/patron-key-rows.ts'
import type { PatronHitRow } from '../store/search/search-rows.ts'
import type { ReadHandle } from '../store/sql.ts'

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
    if (born_on !== null && row.born_on !== born_on) return false
    if (birthday !== '' && row.born_on?.slice(5) !== birthday) return false
    if (email !== '' && !emailKeys(row.email).some((key) => key.startsWith(email))) return false
    if (phone !== '' && !hasPhone(row, phone)) return false
    const names = namesOf(row)
    if (inside !== '' && !names.some((name) => name.includes(inside))) return false
    const numbers = this.#asked.numbers.filter((number) => !isBornIn(row, number, this.#asked.order))
    const others = words.filter((word) => !names.some((name) => name.startsWith(word)))
    if (others.length === 0 && numbers.length === 0 && short_numbers.length === 0) return true
    if (others.some((word) => !mayLiveAt(row, word))) return false
    const keys = this.#keysOf(row)
    return (
      others.every((word) => keys.some((key) => fitsWord(key, word)) || isCompassOf(keys, word, others)) &&
      short_numbers.every((number) => keys.some((key) => isInStreet(key, number))) &&
      numbers.every((number) => keys.some((key) => fitsNumber(key, number)))
    )
  }

  /** Worked out from the record: no index gives the keys of one person. */
  #keysOf(row: PatronHitRow): readonly PatronKey[] {
    const { patron_id } = row
    const addresses = this.#db.all(addressesOf, { patron_id }).flatMap((one) => keysOfAddress(one, row))
    const isNumberAsked = this.#asked.numbers.length > 0
    const cards = isNumberAsked ? this.#db.all(cardsOf, { patron_id }) : []
    return [...addresses, ...keysOfPatron(row), ...cards.flatMap(({ barcode }) => keysOfCard(barcode))]
  }
}

const PLAIN = /^[a-z0-9 .,#/-]*$/i

/**
 * Whether the word may begin one of where the person lives, or a part of their e-mail address. Cheap, since it is asked
 * of hundreds; their keys say it for certain.
 */
function mayLiveAt({ places = null, email }: PatronHitRow, word: string): boolean {
  if (places === null || isCompassPoint(word) || !PLAIN.test(places)) return true
  if (email !== '' && email.toLowerCase().includes(word)) return true
  const typed = STREET_KINDS.get(word) ?? word
  return fold(places.replaceAll('#', ' '))
    .split(' ')
    .some((one) => one.startsWith(word) || (STREET_KINDS.get(one) ?? one).startsWith(typed))
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
function fitsWord({ kind, key }: PatronKey, word: string): boolean {
  if (kind === 'email') return key.startsWith(word) || key.includes(`.${word}`)
  const isIn = (one: string): boolean => ` ${key}`.includes(` ${one}`)
  if (kind === 'street') return isIn(word) || isIn(STREET_KINDS.get(word) ?? word)
  return kind === 'city' && isIn(word)
}

/** "n maple": street keys have no compass points, so one beside a word of the street matches. */
function isCompassOf(keys: readonly PatronKey[], word: string, others: readonly string[]): boolean {
  const isStreet = ({ kind, key }: PatronKey, other: string): boolean =>
    kind === 'street' && fitsWord({ kind, key }, other)
  return isCompassPoint(word) && others.some((other) => other !== word && keys.some((key) => isStreet(key, other)))
}

function isInStreet({ kind, key }: PatronKey, number: string): boolean {
  return kind === 'street' && ` ${key} `.includes(` ${number} `)
}

/** The start or the end of a card or a telephone number, a postal code, a house number, an e-mail address. */
function fitsNumber(one: PatronKey, number: string): boolean {
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
