/**
 * What finds a patron besides the start of a name: phone numbers from either end, the end of a card, each part of an
 * e-mail address, each word of a street, town, postal code, the names inside a name, and surnames of several words in
 * one. Keys are folded and stored; typed text is folded the same way, and matches the start of a key. Pure. Keys are
 * never shown.
 */
import { fold, nameKey, partsOf } from './fold.ts'
import { APARTMENT_WORDS, COMMON_STREET_KINDS, DIRECTIONS, STREET_KINDS } from './street-words.ts'

/** Raised whenever the same record has other keys: then everybody's are made again at the next start. */
export const PATRON_KEYS_VERSION = '3'

/** Each key is stored behind the letter of its kind: the library of a city has six million of them. */
const KIND_LETTERS = {
  'card-end': 'b',
  city: 'c',
  email: 'e',
  joined: 'j',
  name: 'n',
  phone: 'p',
  'phone-end': 'q',
  street: 's',
  postal: 'z',
} as const
export type PatronKeyKind = keyof typeof KIND_LETTERS
export type PatronKey = { readonly kind: PatronKeyKind; readonly key: string }

/** As it is stored; of a part of a key, the start of what is stored. */
export function storedKey({ kind, key }: PatronKey): string {
  return `${KIND_LETTERS[kind]}${key}`
}

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

/** The "n" of "412 n maple": not part of a street's key. */
export function isCompassPoint(word: string): boolean {
  return DIRECTIONS.has(word)
}

/** Whether the word is "street", "rd" and the like. "Hill" and "Park" are names as well, and no such words. */
export const isKindOfWay = (word = ''): boolean =>
  COMMON_STREET_KINDS.has(word) || [...COMMON_STREET_KINDS.values()].includes(word)

/** A typed street in the form it is stored: all but its last word, which may be unfinished, and its first. */
export function streetStart(words: readonly string[]): string {
  return words.map((word, at) => (at > 0 && at < words.length - 1 ? (STREET_KINDS.get(word) ?? word) : word)).join(' ')
}

/** The same, and as it is stored where its last word is whole: "maple xing" is "maple crossing" as well. */
export function streetStarts(words: readonly string[]): readonly [string, ...string[]] {
  const start = streetStart(words)
  const whole = words.map((word, at) => (at > 0 ? (STREET_KINDS.get(word) ?? word) : word)).join(' ')
  return whole === start ? [start] : [start, whole]
}

/** Spells out a typed "rd" as "road", unless the abbreviation is also the start of the whole word ("st" is). */
export function wholeStreetKind(word: string): string {
  const whole = COMMON_STREET_KINDS.get(word) ?? word
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

/**
 * Abbreviations that are none where a name begins: of a saint and a doctor as well, "412 St Charles Ct", "N Dr King
 * Dr"; and what may be a name itself, "12 Is Way".
 */
const isNamedFirst = (word: string): boolean => word === 'st' || word === 'dr' || !COMMON_STREET_KINDS.has(word)

function isKindOfStreet(words: readonly string[], at: number): boolean {
  const [before, word = ''] = [words[at - 1], words[at]]
  return before !== undefined && !(isNamedFirst(word) && (isHouseNumber(before) || DIRECTIONS.has(before)))
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
  return [...kept, ...behindApostrophes(street), ...(number === '' ? [] : [houseOf(number, words)])]
}

/** "412 maple court 3", whether it is "Apt 3", "Unit 3" or "#3". */
function houseOf(number: string, words: readonly string[]): string {
  const isSaid = (word: string, at: number): boolean => at < 2 || !APARTMENT_WORDS.has(word)
  return [number, ...words.filter(isSaid)].join(' ')
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
