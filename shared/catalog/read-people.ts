/**
 * Parses what was typed to find a person: words in any order, each part of a name, a street, a town, a card, a
 * telephone number in any form, an e-mail address, a postal code or a birth date. Pure; looks nobody up.
 */
import { monthAndDay, turned, type DateOrder, type Reading } from '../kernel/date-order.ts'
import { MONTH_LETTERS, MONTH_NAMES, monthNumber } from '../kernel/month-names.ts'
import { parseLocalDate, type LocalDate } from '../kernel/time.ts'
import { fold } from './fold.ts'
import { emailKey, isCompassPoint, phoneDigits, wholeStreetKind } from './patron-keys.ts'

export type PeopleAsked = {
  /** Folded: names, streets, anything else with letters. */
  readonly words: readonly string[]
  /** Compass points beside a number: not words, but "1200 North" may be a street's own name. */
  readonly compass: readonly string[]
  readonly born_on: LocalDate | null
  /** A birthday without its year, "03-06"; or empty. */
  readonly birthday: string
  /** Parts of a card, a telephone number, a postal code or a house number: four or more characters with a digit. */
  readonly numbers: readonly string[]
  /** House numbers: up to three digits. */
  readonly short_numbers: readonly string[]
  /** A number written as a telephone number, in digits; or empty. */
  readonly phone: string
  /** Part of an e-mail address, lower case, with the @; or empty. */
  readonly email: string
  /** In which order figures are read. */
  readonly order: DateOrder
  /** Words with periods inside, as typed: maybe part of an e-mail address. */
  readonly dotted: readonly string[]
}

/** With its area code, or the last seven digits; written in groups. */
const PHONE = /(?:\+?1[\s.-]*)?\(?\b\d{3}\)?[\s./-]*\d{3}[\s.-]+\d{4}\b|\b\d{3}[.-]\d{4}\b|\+\d[\d\s().-]{6,}\d/
/** Words and numbers that are read, each; nobody is told by more. Each way of finding people tries each of them. */
const WORDS_MAX = 8
const ORDINAL = /^\d+(st|nd|rd|th|[a-z])$/

/** The start of a telephone number: "(847) 555". */
const PHONE_START = /\((\d{3})\)\s*(\d{1,3})(?!\d)/
/** "x12", "ext. 12": an extension, which is not stored with the number. */
const EXTENSION = /(\d)\s*(?:x|ext\.?)\s*\d{1,5}\b/i

/** "Mar", "Mar.", "March", "marzo" and "Sept"; never "Marquez". */
const MONTH = `(?<month>${MONTH_NAMES.map(
  (name) => `${name.slice(0, MONTH_LETTERS)}(?:${name.slice(MONTH_LETTERS)})?`,
).join('|')}|sept)\\.?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const YEAR = String.raw`(?<year>\d{4})\b`
const DAY_MONTH_YEAR = new RegExp(String.raw`\b${DAY}[ -]?(?:de )?${MONTH}[ -]?(?:del? )?${YEAR}`, 'i')
const MONTH_DAY_YEAR = new RegExp(String.raw`\b${MONTH}[ -]?${DAY}(?:, ?| |-)${YEAR}`, 'i')
/** A card number in groups, as printed: no telephone number has so many digits. */
const GROUPED_CARD = /^\d+(?: \d+)+$/
const CARD_DIGITS_MIN = 13

/**
 * Reads 4/12/80, 4/12/1980, 1980-04-12, 12 Apr 1980 and April 12th, 1980 as birth dates, 4/12 as a birthday. `today`
 * tells which century two digits mean, `order` which of two figures is the month, unless only the other can be.
 */
export function readPeople(text: string, reading: Reading): PeopleAsked {
  const { order } = reading
  const asked: Words = { words: [], numbers: [], short_numbers: [], email: '', dotted: [] }
  let birthday = ''
  const rest: string[] = []
  const spelled = spelledDate(text.trim().replaceAll(/\s+/g, ' '))
  let born_on = spelled.born_on
  for (const word of spelled.rest.split(/[\s,;]+/)) {
    const date = parseLocalDate(word) ?? figureDate(word, reading)
    const day = date ? '' : birthdayOf(word, order)
    if (date) born_on = date
    else if (day !== '') birthday = day
    else rest.push(word)
  }
  const line = joinedCard(rest.join(' ').replace(EXTENSION, '$1'))
  const phone = PHONE.exec(line)?.[0] ?? ''
  for (const word of line.replace(phone, ' ').replace(PHONE_START, '$1$2').split(' ')) readWord(word, asked)
  for (const read of [asked.words, asked.numbers, asked.short_numbers, asked.dotted]) read.splice(WORDS_MAX)
  const hasHouse = asked.short_numbers.length > 0 || asked.numbers.length > 0
  const named = hasHouse ? asked.words.filter((word) => !isCompassPoint(word)) : asked.words
  const [words, compass] = named.length === 0 ? [asked.words, []] : [named, hasHouse ? asked.words : []]
  return {
    ...asked,
    words,
    compass: compass.filter((word) => isCompassPoint(word)),
    born_on,
    birthday,
    order,
    phone: phoneDigits(phone),
  }
}

type Words = Record<'words' | 'numbers' | 'short_numbers' | 'dotted', string[]> & { email: string }

/** What surrounds an address copied from a letter, "<ana@mail.example>"; a leading @. */
const AROUND_EMAIL = /^(?:[<("']*mailto:|[<("'@]+)|[>)"'.:]+$/g

function readWord(typed: string, asked: Words): void {
  const word = typed.replace(/^#/, '')
  if (word.includes('@')) {
    asked.email = emailKey(word).replaceAll(AROUND_EMAIL, '')
    return
  }
  if (/[^\W\d]\.[^\W\d]/.test(word)) asked.dotted.push(word.toLowerCase())
  const joined = word.replaceAll(/[-.()/]/g, '')
  if (/^\d{1,3}$/.test(joined)) asked.short_numbers.push(joined)
  else if (/\d/.test(joined) && joined.length >= 4 && !ORDINAL.test(joined.toLowerCase())) asked.numbers.push(joined)
  else asked.words.push(...fold(word).split(' ').filter(Boolean).map(wholeStreetKind))
}

/** "555 0123" is "5550123": spaces between digits are ignored. Null where there are none. */
export function withoutBlanksInNumbers(text: string): string | null {
  const joined = text.replaceAll(/(\d)\s+(?=\d)/g, '$1')
  return joined === text ? null : joined
}

function joinedCard(line: string): string {
  const joined = line.replaceAll(' ', '')
  return GROUPED_CARD.test(line) && joined.length >= CARD_DIGITS_MIN ? joined : line
}

/** "6 mar 1971" or "March 6, 1971" anywhere in the line, and the rest of the line. */
function spelledDate(line: string): { readonly born_on: LocalDate | null; readonly rest: string } {
  const match = DAY_MONTH_YEAR.exec(line) ?? MONTH_DAY_YEAR.exec(line)
  const { day = '', month = '', year = '' } = match?.groups ?? {}
  const born_on = match && dateOf(year, String(monthNumber(month.toLowerCase())), day)
  return born_on ? { born_on, rest: line.replace(match[0], ' ') } : { born_on: null, rest: line }
}

/** "3/6" is "03-06", or "06-03" where the day is first. */
function birthdayOf(word: string, order: DateOrder): string {
  const [, one, other] = /^(\d{1,2})\/(\d{1,2})$/.exec(word) ?? []
  // A leap year has every day.
  return one && other ? (datesOf('2000', [one, other], order)[0]?.slice(5) ?? '') : ''
}

function figureDate(word: string, { today, order }: Reading): LocalDate | null {
  const [, one, other, year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(word) ?? []
  if (!one || !other) return null
  const century = year.length === 4 ? '' : Number(year) > Number(today.slice(2, 4)) ? '19' : '20'
  return datesOf(`${century}${year}`, [one, other], order)[0] ?? null
}

/** Two figures as dates, in the order of the place first. */
function datesOf(year: string, figures: readonly [string, string], order: DateOrder): readonly LocalDate[] {
  return [order, turned(order)].flatMap((one) => dateOf(year, ...monthAndDay(figures, one)) ?? [])
}

function dateOf(year: string, month: string, day: string): LocalDate | null {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/**
 * The starts of a birth date that bare digits can mean: "1971", "197103" and "19710306" are a year, a month, a day;
 * "03061971" is a day as well.
 */
export function bornStarts(number: string, order: DateOrder): readonly string[] {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)?(\d\d)?$/.exec(number) ?? []
  const [, one = '', other = '', year_last = ''] = /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(number) ?? []
  const start = [year, month, day].filter((part) => part !== undefined).join('-')
  const whole = year_last === '' ? [] : datesOf(year_last, [one, other], order)
  return [start, ...whole.slice(0, order.is_mixed ? 2 : 1)].filter((day) => day !== '')
}

/** Whole years from a birth date to a day; null when the birth date is later. */
export function ageOn(born_on: LocalDate, today: LocalDate): number | null {
  const years = Number(today.slice(0, 4)) - Number(born_on.slice(0, 4))
  const age = today.slice(5) < born_on.slice(5) ? years - 1 : years
  return age < 0 ? null : age
}

/** No number, birth date or e-mail address; maybe a birthday. */
export function isWordsAlone({ born_on, numbers, short_numbers, phone, email }: PeopleAsked): boolean {
  return born_on === null && [phone, email, ...numbers, ...short_numbers].every((part) => part === '')
}
