/** Whether two birth dates, phones, e-mail addresses or street addresses may be one person's. Pure. */
import { emailKey, phoneDigits, postalArea, postalCode, streetKeys } from '../../catalog/patron-keys.ts'
import { isTypo, typosBetween } from './typos.ts'

export type FactLikeness = 'same' | 'near' | 'unknown' | 'other'

/** A slip of the hand away: two digits swapped, one digit other, day and month swapped, or one of the two other. */
export function compareBorn(one: string | null, other: string | null): FactLikeness {
  if (!one || !other) return 'unknown'
  if (one === other) return 'same'
  const [[year, month, day], [other_year, other_month, other_day]] = [one.split('-'), other.split('-')]
  if (year === other_year) {
    const isSwapped = day === other_month && month === other_day
    return isSwapped || day === other_day || month === other_month ? 'near' : 'other'
  }
  return typosBetween(one.replaceAll('-', ''), other.replaceAll('-', ''), 1) <= 1 ? 'near' : 'other'
}

/** The years between two births; 0 where one is not known. */
export function yearsBetween(one: string | null, other: string | null): number {
  if (!one || !other) return 0
  return Math.abs(Number(one.slice(0, 4)) - Number(other.slice(0, 4)))
}

const PHONE_DIGITS_MIN = 7

/** Without its area code a number is near. */
export function comparePhones(one: string, other: string): FactLikeness {
  const [a, b] = [phoneDigits(one), phoneDigits(other)]
  if (a.length < PHONE_DIGITS_MIN || b.length < PHONE_DIGITS_MIN) return 'unknown'
  if (a === b) return 'same'
  if (a.endsWith(b) || b.endsWith(a)) return 'near'
  return a.length === b.length && typosBetween(a, b, 1) <= 1 ? 'near' : 'other'
}

const DOTLESS: ReadonlySet<string> = new Set(['gmail.com', 'googlemail.com'])

/** Where mail arrives: without "+list", and without the dots that Gmail does not read. */
export function foldedEmail(email: string): string {
  const whole = emailKey(email)
  const at = whole.lastIndexOf('@')
  if (at < 0) return whole
  const domain = whole.slice(at + 1)
  const local = whole.slice(0, at).split('+')[0] ?? ''
  return DOTLESS.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}

export function compareEmails(one: string, other: string): FactLikeness {
  const [a, b] = [foldedEmail(one), foldedEmail(other)]
  if (a === '' || b === '') return 'unknown'
  if (a === b) return 'same'
  return isTypo(a, b) ? 'near' : 'other'
}

/** House number and street, as a key of the search: "412 maple court". */
export function houseKey(street: string): string {
  const last = streetKeys(street).at(-1) ?? ''
  return /^\d/.test(last) ? last : ''
}

/** A house on another street, or none, is another address; a street mistyped is near. */
export function compareHouses(one: string, other: string): FactLikeness {
  const [a, b] = [houseKey(one), houseKey(other)]
  if (a === '' || b === '') return 'unknown'
  if (a === b) return 'same'
  const [house] = a.split(' ')
  return house === b.split(' ')[0] && isTypo(a, b) ? 'near' : 'other'
}

export function compareAreas(one: string, other: string): FactLikeness {
  const [a, b] = [postalArea(postalCode(one)), postalArea(postalCode(other))]
  if (a === '' || b === '') return 'unknown'
  return a === b ? 'same' : 'other'
}
