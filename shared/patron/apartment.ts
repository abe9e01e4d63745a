/** Which apartment an address line names, where that comes before the house: "Apt 3, 920 Wilmot Rd". Pure. */
import { APARTMENT_WORDS, PLACE_WORDS } from '../catalog/street-words.ts'

/** Apartments, in English and in Spanish, as a part of a pattern. */
export const APARTMENT = [...APARTMENT_WORDS].join('|')
const OTHER_WORDS = ['piso', ...PLACE_WORDS].join('|')

/** A part of the line that says nothing else. */
const ALONE = new RegExp(
  String.raw`^(?:(?:(?:${APARTMENT}|${OTHER_WORDS})\b\.?|#)\s*#?\s*[\w-]*|\d+(?:st|nd|rd|th)\s+(?:fl|floor)\.?)$`,
  'i',
)
/** Without a comma, where the number of a house follows. */
const BEFORE_HOUSE = new RegExp(String.raw`^(?:(?:${APARTMENT})\b\.?\s*#?|#)\s*[\w-]+\s+(?=\d)`, 'i')

/** The line from the house on, and what stood before it; that is empty where the house comes first. */
export function withoutApartmentFirst(line: string): { readonly street: string; readonly within: string } {
  const parts = line
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const at = parts.findIndex((part) => !ALONE.test(part))
  const count = at === -1 ? parts.length : at
  const street = parts.slice(count).join(', ')
  const [before = ''] = BEFORE_HOUSE.exec(street) ?? []
  return { street: street.slice(before.length), within: [...parts.slice(0, count), before.trim()].join(' ').trim() }
}
