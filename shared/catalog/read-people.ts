/**
 * Reads what was typed to find a person: words in any order, each a part of a name, a street, a card, a telephone
 * number in any form, an e-mail address, a postal code or a birth date. Pure. Must never look anybody up.
 */
import { parseLocalDate, type LocalDate } from '../kernel/time.ts'
import { fold } from './fold.ts'
import { emailKey, isCompassPoint, phoneDigits } from './patron-keys.ts'

export type PeopleAsked = {
  /** Folded: names, streets, what else has letters. */
  readonly words: readonly string[]
  readonly born_on: LocalDate | null
  /** Of a card, a telephone, a postal code or a house: four characters or more, with a digit among them. */
  readonly numbers: readonly string[]
  /** House numbers: up to three digits. */
  readonly short_numbers: readonly string[]
  /** A telephone number that was written as one, in digits; or empty. */
  readonly phone: string
  readonly email: string
}

/** With its area code, or the last seven digits; written in parts. */
const PHONE = /(?:\+?1[\s.-]*)?\(?\b\d{3}\)?[\s./-]*\d{3}[\s.-]+\d{4}\b|\b\d{3}[.-]\d{4}\b|\+\d[\d\s().-]{6,}\d/
const ORDINAL = /^\d+(st|nd|rd|th|[a-z])$/

/** Reads 4/12/80, 4/12/1980 and 1980-04-12 as birth dates. `today` tells which century two digits mean. */
export function readPeople(text: string, today: LocalDate): PeopleAsked {
  const asked = { words: [] as string[], numbers: [] as string[], short_numbers: [] as string[], email: '' }
  let born_on: LocalDate | null = null
  const rest: string[] = []
  for (const word of text.trim().split(/[\s,;]+/)) {
    const date = parseLocalDate(word) ?? usDate(word, today)
    if (date) born_on = date
    else rest.push(word)
  }
  const line = rest.join(' ')
  const phone = PHONE.exec(line)?.[0] ?? ''
  for (const word of line.replace(phone, ' ').split(' ')) readWord(word, asked)
  const hasHouse = asked.short_numbers.length > 0 || asked.numbers.length > 0
  const words = hasHouse ? asked.words.filter((word) => !isCompassPoint(word)) : asked.words
  return { ...asked, words, born_on, phone: phoneDigits(phone) }
}

function readWord(
  word: string,
  asked: { words: string[]; numbers: string[]; short_numbers: string[]; email: string },
): void {
  if (word.includes('@')) {
    asked.email = emailKey(word)
    return
  }
  const joined = word.replaceAll(/[-.()/]/g, '')
  if (/^\d{1,3}$/.test(joined)) asked.short_numbers.push(joined)
  else if (/\d/.test(joined) && joined.length >= 4 && !ORDINAL.test(joined.toLowerCase())) asked.numbers.push(joined)
  else asked.words.push(...fold(word).split(' ').filter(Boolean))
}

function usDate(word: string, today: LocalDate): LocalDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(word)
  if (!match) return null
  const [, month = '', day = '', year = ''] = match
  const century = year.length === 4 ? '' : Number(year) > Number(today.slice(2, 4)) ? '19' : '20'
  return parseLocalDate(`${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** Whole years from a birth date to a day; null when nobody is born yet. */
export function ageOn(born_on: LocalDate, today: LocalDate): number | null {
  const years = Number(today.slice(0, 4)) - Number(born_on.slice(0, 4))
  const age = today.slice(5) < born_on.slice(5) ? years - 1 : years
  return age < 0 ? null : age
}
