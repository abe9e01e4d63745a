/** Whether an item's number is one of this library's own, by how it begins. Pure; must never look anything up. */
import type { Scanned } from './barcode.ts'

/** The kind of number and the library: 3, then four digits. */
const LIBRARY_LENGTH = 5

/**
 * How the number of another library's item begins; null when it may be this library's own, is no item's number, was
 * perhaps misread, or the library has not said how its own begin.
 */
export function prefixOfOther(
  { barcode, hint, check_digit }: Pick<Scanned, 'barcode' | 'hint' | 'check_digit'>,
  own_prefixes: readonly string[],
): string | null {
  if (own_prefixes.length === 0 || hint !== 'item' || check_digit !== 'good') return null
  return own_prefixes.some((prefix) => barcode.startsWith(prefix)) ? null : barcode.slice(0, LIBRARY_LENGTH)
}
