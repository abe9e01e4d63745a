/**
 * What finds a patron besides the start of a name: phone numbers from either end, the end of a card, each part of an
 * e-mail address, each word of a street, town, postal code, the names inside a name, and surnames of several words in
 * one. Keys are folded and stored; typed text is folded the same way, and matches the start of a key. Pure. Keys are
 * never shown.
 */
import { fold, nameKey, partsOf } from './fold.ts'

const KINDS = ['name', 'joined', 'phone', 'phone-end', 'card-end', 'email', 'street', 'city', 'postal'] as const
export type PatronKeyKind = (typeof KINDS)[number]
export type PatronKey = { readonly kind: PatronKeyKind; readonly key: string }

/** Reverses a number, so that its last digits are the start of the key. */
export function backwards(text: string): string {
  return Array.from(text).toReversed().join('')
}

/** The digits of a telephone number, without the extension and the leading 1 of a North American one. */
export function phoneDigits(text: string): string {
  const [main = ''] = text.toLowerCase().split(/x|ext/)
  const digits = main.replace(/\D/g, '')
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

/** A card number without punctuation: "OLD-4411" is "old4411". */
export function plainCard(barcode: string): string {
  return barcode.toLowerCase().replaceAll(/[-.\s()/]/g, '')
}

export function cardKey(barcode: string): string {
  return backwards(plainCard(barcode))
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/** Each part finds "mj.garcia@mail.example", including "garcia@mail.example" and "mail.example". */
export function emailKeys(email: string): readonly string[] {
  const whole = emailKey(email)
  const at = whole.indexOf('@')
  const starts = [...whole.matchAll(/[._+@-]/g)].map((match) => match.index + 1).filter((start) => start <= at + 1)
  return [whole, ...starts.map((start) => whole.slice(start))]
}

/** "60601-1234" is "606011234". */
export function postalCode(code: string): string {
  return fold(code).replaceAll(' ', '')
}

/** The part of "606011234" that is "60601". */
export function postalArea(postal: string): string {
  return /^\d{9}$/.test(postal) ? postal.slice(0, 5) : postal
}

const DIRECTIONS: ReadonlySet<string> = new Set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest'.split(' '),
)

/** The "n" of "412 n maple": not part of a street's key. */
export function isCompassPoint(word: string): boolean {
  return DIRECTIONS.has(word)
}

/** Abbreviations after the name of a street. Stored spelled out, which mostly begins with the abbreviation. */
const STREET_KINDS: ReadonlyMap<string, string> = new Map(
  (
    'ave avenue, av avenue, blvd boulevard, cir circle, ct court, dr drive, hwy highway, ln lane, pkwy parkway, ' +
    'pl place, rd road, sq square, st street, ter terrace, terr terrace, trl trail'
  )
    .split(', ')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
)

/** Whether the word is "street", "rd" and the like. */
export const isKindOfWay = (word = ''): boolean => STREET_KINDS.has(word) || [...STREET_KINDS.values()].includes(word)

/** A typed street in the form it is stored: all but its last word, which may be unfinished, and its first. */
export function streetStart(words: readonly string[]): string {
  return words.map((word, at) => (at > 0 && at < words.length - 1 ? (STREET_KINDS.get(word) ?? word) : word)).join(' ')
}

/** Spells out a typed "rd" as "road", unless the abbreviation is also the start of the whole word ("st" is). */
export function wholeStreetKind(word: string): string {
  const whole = STREET_KINDS.get(word) ?? word
  return whole.startsWith(word) ? word : whole
}

const isHouseNumber = (word: string): boolean => /^\d+[a-z]?$/.test(word)

/** The name of a street as words, without house number and compass points; and the number. */
function streetParts(street: string): { readonly words: readonly string[]; readonly number: string } {
  const typed = fold(street.replaceAll('#', ' ')).split(' ')
  const all = typed.map((word, at) => (isKindOfStreet(typed, at) ? (STREET_KINDS.get(word) ?? word) : word))
  const house_at = all.findIndex(isHouseNumber)
  const rest = all.filter((word, at) => at !== house_at && word !== '')
  const named = rest.filter((word, at) => !DIRECTIONS.has(word) || isCalledSo(rest, at))
  return { words: named.length > 0 ? named : rest, number: all[house_at] ?? '' }
}

/** Whether the compass point is the name itself: "North Avenue" is, "N Court Street" is Court Street. */
function isCalledSo(words: readonly string[], at: number): boolean {
  return at === 0 && isKindOfWay(words[1]) && !words.slice(2).some((word) => isKindOfWay(word))
}

/** Abbreviations of a saint and a doctor as well: "412 St Charles Ct", "N Dr King Dr". */
const NAMED_FIRST: ReadonlySet<string> = new Set(['st', 'dr'])

function isKindOfStreet(words: readonly string[], at: number): boolean {
  const [before, word = ''] = [words[at - 1], words[at]]
  return before !== undefined && !(NAMED_FIRST.has(word) && (isHouseNumber(before) || DIRECTIONS.has(before)))
}

/** A shorter last word of a street, "4b", is found together with the word before it. */
const STREET_END_LETTERS_MIN = 3

/** "412 N Maple Ct" is found by "maple court", by "court" and by "412 maple". */
export function streetKeys(street: string): readonly string[] {
  const { words, number } = streetParts(street)
  if (words.length === 0) return []
  const ends = words.map((_, at) => words.slice(at).join(' '))
  const [name = ''] = ends
  const kept = ends.filter((end) => end === name || end.length >= STREET_END_LETTERS_MIN)
  return [...kept, ...behindApostrophes(street), ...(number === '' ? [] : [`${number} ${name}`])]
}

/** A shorter word after an apostrophe, "or" of "Val-d’Or", is the start of too many other words. */
const BEHIND_LETTERS_MIN = 3

/** "eglise" of "Rue de l’Église": words joined to the one before by an apostrophe. */
function behindApostrophes(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((word) => {
    const own = fold(word).split(' ')
    const isNew = (part: string): boolean => !own.some((one) => one.startsWith(part))
    return partsOf(word).filter((part) => part.length >= BEHIND_LETTERS_MIN && isNew(part))
  })
}

export type Named = { readonly surname_key: string; readonly given_key: string; readonly preferred_given: string }

/** "delacruz" for "de la cruz", as others write it. */
export function withoutBlanks(name: string): string {
  return name.replaceAll(' ', '')
}

/** Names inside the name: "Márquez" of "García Márquez", and the preferred name. */
function innerNames({ surname_key, given_key, preferred_given }: Named): readonly string[] {
  const [, ...surnames] = surname_key.split(' ')
  const [, ...givens] = given_key.split(' ')
  const preferred = nameKey(preferred_given).split(' ')
  const starts = [surname_key, given_key]
  return [...surnames, ...givens, ...preferred].filter(
    (word) => word !== '' && !starts.some((start) => start.startsWith(word)),
  )
}

/** Every name of a patron that is not the start of another of theirs. */
export function namesWithin(patron: Named): readonly string[] {
  const [surname = ''] = patron.surname_key.split(' ')
  const [given = ''] = patron.given_key.split(' ')
  return [surname, given, ...innerNames(patron)]
}

export function keysOfPatron(patron: Named & { readonly phone: string; readonly email: string }): readonly PatronKey[] {
  const phone = phoneDigits(patron.phone)
  const surname = patron.surname_key
  return distinct([
    ...innerNames(patron).map((key): PatronKey => ({ kind: 'name', key })),
    { kind: 'joined', key: surname.includes(' ') ? withoutBlanks(surname) : '' },
    { kind: 'phone', key: phone },
    { kind: 'phone-end', key: backwards(phone) },
    ...emailKeys(patron.email).map((key): PatronKey => ({ kind: 'email', key })),
  ])
}

export function keysOfCard(barcode: string): readonly PatronKey[] {
  return [{ kind: 'card-end', key: cardKey(barcode) }]
}

type Address = Readonly<Record<'street' | 'city' | 'region' | 'postal_code', string>>

/** A postal code is shared by thousands, so its key continues with the name, in either order, or with the street. */
export function keysOfAddress(
  { street, city, region, postal_code }: Address,
  { surname_key, given_key }: Pick<Named, 'surname_key' | 'given_key'>,
): readonly PatronKey[] {
  const postal = postalCode(postal_code)
  const area = postalArea(postal)
  const streets = streetKeys(street)
  const behind = [`${surname_key} ${given_key}`, `${given_key} ${surname_key}`, streets[0] ?? '']
  return distinct([
    ...streets.map((key): PatronKey => ({ kind: 'street', key })),
    { kind: 'city', key: city === '' ? '' : fold(`${city} ${region}`) },
    ...behindApostrophes(city).map((key): PatronKey => ({ kind: 'city', key: fold(`${key} ${region}`) })),
    { kind: 'postal', key: postal === area ? '' : postal },
    ...behind.map((more): PatronKey => ({ kind: 'postal', key: postal === '' ? '' : `${area} ${more.trim()}` })),
  ])
}

function distinct(keys: readonly PatronKey[]): readonly PatronKey[] {
  const isFirst = (one: PatronKey, at: number): boolean =>
    keys.findIndex((same) => same.kind === one.kind && same.key === one.key) === at
  return keys.filter((one, at) => one.key !== '' && isFirst(one, at))
}
