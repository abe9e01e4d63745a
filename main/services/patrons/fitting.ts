/**
 * Whether a person found in one way fits everything else that was typed. What else is known of them is their keys, out
 * of one index, and read only when the name does not settle it. Must never let a word pass that fits nothing.
 */
import { nameKey } from '../../../shared/catalog/fold.ts'
import { backwards, emailKey, phoneDigits, plainCard } from '../../../shared/catalog/patron-keys.ts'
import type { PeopleAsked } from '../../../shared/catalog/read-people.ts'
import { keysOf } from '../../store/patron-key-rows.ts'
import type { PatronHitRow } from '../../store/search-rows.ts'
import type { Connection } from '../../store/sql.ts'

type Key = NonNullable<(typeof keysOf)['row']>

export class Fitting {
  readonly #desk: Connection
  readonly #asked: PeopleAsked

  constructor(desk: Connection, asked: PeopleAsked) {
    this.#desk = desk
    this.#asked = asked
  }

  fits(row: PatronHitRow): boolean {
    const { born_on, email, phone, words, numbers, short_numbers } = this.#asked
    if (born_on !== null && row.born_on !== born_on) return false
    if (email !== '' && !emailKey(row.email).startsWith(email)) return false
    if (phone !== '' && !phoneDigits(row.phone).endsWith(phone)) return false
    const names = `${row.surname_key} ${row.given_key} ${nameKey(row.preferred_given)}`.split(' ')
    const others = words.filter((word) => !names.some((name) => name.startsWith(word)))
    if (others.length === 0 && numbers.length === 0 && short_numbers.length === 0) return true
    const keys = this.#desk.all(keysOf, { patron_id: row.patron_id })
    return (
      others.every((word) => keys.some((key) => fitsWord(key, word))) &&
      short_numbers.every((number) => keys.some((key) => isInStreet(key, number))) &&
      numbers.every((number) => keys.some((key) => fitsNumber(key, number)))
    )
  }
}

/** A word of the street, or the start of the e-mail address. */
function fitsWord({ kind, key }: Key, word: string): boolean {
  if (kind === 'email') return key.startsWith(word)
  return kind === 'street' && ` ${key}`.includes(` ${word}`)
}

function isInStreet({ kind, key }: Key, number: string): boolean {
  return kind === 'street' && ` ${key} `.includes(` ${number} `)
}

/** The start or the end of a card, the end of a telephone number, a postal code, a house number, an e-mail address. */
function fitsNumber(one: Key, number: string): boolean {
  const { kind, key } = one
  const typed = plainCard(number)
  const back = backwards(typed)
  switch (kind) {
    case 'card-end':
      return key.startsWith(back) || key.endsWith(back)
    case 'phone-end':
      return key.startsWith(back)
    case 'postal':
    case 'email':
      return key.startsWith(typed)
    default:
      return isInStreet(one, typed)
  }
}
