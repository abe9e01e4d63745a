/**
 * What a patron is found by besides the start of a name: the ends of phone and card numbers, e-mail, street, postal
 * code, and the names inside a name. Keys are folded and stored; what is typed is folded alike, and the start of a key
 * is a hit. Pure. Must never be shown to anyone.
 */
import { fold, nameKey } from './fold.ts'

const KINDS = ['name', 'phone-end', 'card-end', 'email', 'street', 'postal'] as const
export type PatronKeyKind = (typeof KINDS)[number]
export type PatronKey = { readonly kind: PatronKeyKind; readonly key: string }

/** A number read from its end, so that its last digits are the start of the key. */
export function backwards(text: string): string {
  return Array.from(text).toReversed().join('')
}

/** The digits of a telephone number, without an extension, nor the 1 that stands before a North American one. */
export function phoneDigits(text: string): string {
  const [main = ''] = text.toLowerCase().split(/x|ext/)
  const digits = main.replace(/\D/g, '')
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

/** A card number without what only sets it apart on paper: "OLD-4411" is "old4411". */
export function plainCard(barcode: string): string {
  return barcode.toLowerCase().replaceAll(/[-.\s()/]/g, '')
}

export function cardKey(barcode: string): string {
  return backwards(plainCard(barcode))
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** "60601-1234" is "606011234". */
export function postalCode(code: string): string {
  return fold(code).replaceAll(' ', '')
}

const DIRECTIONS: ReadonlySet<string> = new Set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest'.split(' '),
)

/** "n" of "412 n maple": no part of what a street is found by. */
export function isCompassPoint(word: string): boolean {
  return DIRECTIONS.has(word)
}

const isHouseNumber = (word: string): boolean => /^\d+[a-z]?$/.test(word)

/** The name of a street as words, without house numbers and the points of the compass around it; and the number. */
function streetParts(street: string): { readonly name: string; readonly number: string } {
  const words = fold(street).split(' ')
  const number = words.find(isHouseNumber) ?? ''
  const rest = words.filter((word) => !isHouseNumber(word))
  const named = rest.filter((word) => !DIRECTIONS.has(word))
  // "North Avenue" is called so.
  return { name: (named.length > 1 ? named : rest).join(' '), number }
}

/** "412 N Maple St" is found by "maple st" and by "412 maple". */
export function streetKeys(street: string): readonly string[] {
  const { name, number } = streetParts(street)
  if (name === '') return []
  return number === '' ? [name] : [name, `${number} ${name}`]
}

type Named = { readonly surname_key: string; readonly given_key: string; readonly preferred_given: string }

/** Names inside the name: "Márquez" of "García Márquez", what the person wants to be called. */
function innerNames({ surname_key, given_key, preferred_given }: Named): readonly string[] {
  const [, ...surnames] = surname_key.split(' ')
  const [, ...givens] = given_key.split(' ')
  const preferred = nameKey(preferred_given).split(' ')
  const starts = [surname_key, given_key]
  return [...surnames, ...givens, ...preferred].filter(
    (word) => word !== '' && !starts.some((start) => start.startsWith(word)),
  )
}

export function keysOfPatron(patron: Named & { readonly phone: string; readonly email: string }): readonly PatronKey[] {
  const phone = phoneDigits(patron.phone)
  const email = emailKey(patron.email)
  return distinct([
    ...innerNames(patron).map((key): PatronKey => ({ kind: 'name', key })),
    ...(phone === '' ? [] : [{ kind: 'phone-end', key: backwards(phone) } as const]),
    ...(email === '' ? [] : [{ kind: 'email', key: email } as const]),
  ])
}

export function keysOfCard(barcode: string): readonly PatronKey[] {
  return [{ kind: 'card-end', key: cardKey(barcode) }]
}

/** A postal code is shared by thousands, so its key goes on with the name, either part of it first. */
export function keysOfAddress(
  { street, postal_code }: { readonly street: string; readonly postal_code: string },
  { surname_key, given_key }: Pick<Named, 'surname_key' | 'given_key'>,
): readonly PatronKey[] {
  const postal = postalCode(postal_code)
  return distinct([
    ...streetKeys(street).map((key): PatronKey => ({ kind: 'street', key })),
    ...[`${surname_key} ${given_key}`, `${given_key} ${surname_key}`].map((name): PatronKey => {
      return { kind: 'postal', key: postal === '' ? '' : `${postal} ${name.trim()}` }
    }),
  ])
}

function distinct(keys: readonly PatronKey[]): readonly PatronKey[] {
  const isFirst = (one: PatronKey, at: number): boolean =>
    keys.findIndex((same) => same.kind === one.kind && same.key === one.key) === at
  return keys.filter((one, at) => one.key !== '' && isFirst(one, at))
}
