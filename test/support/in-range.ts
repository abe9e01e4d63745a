/** Whether a number is in a range of shelves, one number at a time: for tables that a librarian reads. */
import { callNumberKey, isCallNumber } from '../../shared/catalog/call-number/call-number.ts'
import { sectionRange, shelfRange } from '../../shared/catalog/call-number/range.ts'
import type { ShelfOptions, ShelfProfile } from '../../shared/catalog/call-number/profile.ts'

/** Whether a number is in that range. One that cannot be parsed is in none. */
export function isInRange(
  text: string,
  from: string,
  to: string,
  profile: ShelfProfile,
  options: ShelfOptions = {},
): boolean {
  if (!isCallNumber(text, profile)) return false
  const key = callNumberKey(text, profile, options)
  const ranges = [shelfRange(from, to, profile, options), sectionRange(from, to, profile, options)]
  return ranges.some((range) => range !== null && key >= range.first_key && key <= range.last_key)
}
