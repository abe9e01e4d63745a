/**
 * Whose resident somebody is, by the rules of the library: ZIP codes, cities, streets and ranges of house numbers. The
 * most specific rule applies. Pure; never guesses where no rule speaks: then a person says it.
 */
import { fold } from '../catalog/fold.ts'
import type { ResidencyRule } from '../policy/card-facts.ts'
import { shortWords, withinHouseAt } from '../catalog/street-words.ts'
import { APARTMENT, withoutApartmentFirst } from './apartment.ts'

export type Address = { readonly street: string; readonly city: string; readonly postal_code: string }

/** "N.W." without a space is one compass point. */
const DOTTED_POINT = /\b([ns])\.([ew])\./gi

/** "North Wilmot Road" and "n wilmot rd." are one street, "Saint Charles" and "ST. CHARLES" one city. */
function placeKey(place: string): string {
  return shortWords(fold(place.replace(DOTTED_POINT, '$1$2')).split(' ')).join(' ')
}

/** Behind the number of a house: "-12", "1/2", "B" or "-B". */
const JOINED = String.raw`[-/]\d+|[\s-]+\d/\d|\s*[\u00bc-\u00be]|-?[a-z](?=\s)`
/** Likewise by itself, as in "900 B Wilmot Rd": no direction, and in "123 A St" it is the street. */
const APART = String.raw`\s[a-df-mo-rt-vx-z](?=\s+\S+\s+\S)`
const HOUSE = new RegExp(String.raw`^\s*(\d{1,6})(?:${JOINED}|${APART})?\s+(.+)$`, 'i')

/** What follows the street on one line. "12 N Sterling Ave" has no suite. */
const WITHIN_HOUSE = new RegExp(String.raw`\s+(?:(?:${APARTMENT})\b|#).*$`, 'i')

/** "920 Waukegan Rd, Apt 3" or "Apt 3, 920 Waukegan Rd" as number and street; no number where there is none first. */
export function houseOf(street: string): { readonly house_count: number | null; readonly street_key: string } {
  const [line = ''] = withoutApartmentFirst(street).street.split(',')
  const found = HOUSE.exec(line)
  const rest = (found?.[2] ?? line).replace(WITHIN_HOUSE, '')
  const words = placeKey(rest).split(' ')
  return { house_count: found ? Number(found[1]) : null, street_key: words.slice(0, withinHouseAt(words)).join(' ') }
}

type House = ReturnType<typeof houseOf>

/** "Wilmot Road" is also North Wilmot Road: a direction before the name is seldom said. */
function isStreet(key: string, rule: string): boolean {
  const named = placeKey(rule)
  return key === named || key.replace(/^(?:[ns][ew]?|[ew]) /, '') === named
}

function hasHouse({ house_number_from: from, house_number_to: to, side_kind }: ResidencyRule, house: House): boolean {
  const { house_count: number } = house
  if (from === null && to === null && side_kind === 'both') return true
  if (number === null || number < (from ?? 1) || number > (to ?? Infinity)) return false
  return side_kind === 'both' || (number % 2 === 0) === (side_kind === 'even')
}

function applies(rule: ResidencyRule, address: Address, house: House): boolean {
  const { postal_code, city, street } = rule
  if (postal_code !== null && !address.postal_code.trim().startsWith(postal_code)) return false
  if (city !== null && placeKey(address.city) !== placeKey(city)) return false
  return (street === null || isStreet(house.street_key, street)) && hasHouse(rule, house)
}

/** How specific a rule is: house numbers before a street, a street before a ZIP code, that before a city. */
function weight(rule: ResidencyRule): number {
  const hasHouses = rule.house_number_from !== null || rule.house_number_to !== null || rule.side_kind !== 'both'
  const parts = [hasHouses, rule.street !== null, (rule.postal_code ?? '').length >= 5, rule.city !== null]
  return [...parts, rule.postal_code !== null].reduce((sum, is) => sum * 2 + Number(is), 0)
}

/** The rule that says whose resident somebody at this address is; null: no rule does. Of two alike, the first. */
export function residencyRule(rules: readonly ResidencyRule[], address: Address): ResidencyRule | null {
  const house = houseOf(address.street)
  const found = rules.filter((rule) => applies(rule, address, house))
  return found.reduce<ResidencyRule | null>(
    (best, rule) => (best === null || weight(rule) > weight(best) ? rule : best),
    null,
  )
}

/** What says that a number of an apartment follows: "Apt 3", "Unit 3" and "#3" are one. */
const APARTMENT_MARK = new RegExp(String.raw`#|\b(?:${APARTMENT})\b`, 'gi')

/** Of those who live together the same, however each address was typed. With a ZIP code, the town says nothing more. */
export function householdKey({ street, city, postal_code }: Address): string {
  const line = withoutApartmentFirst(street)
  const house = placeKey(`${line.street} ${line.within}`.replace(APARTMENT_MARK, ' '))
  const [zip] = /^\d{5}/.exec(postal_code.trim()) ?? []
  return [house, zip ?? `${placeKey(city)} ${fold(postal_code)}`].join(' ').trim()
}
