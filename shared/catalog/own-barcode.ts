/** Tells by its first digits whether an item barcode is one of this library's own. Pure. */
import type { Scanned } from './barcode.ts'

/** The kind of barcode and the library: 3, then four digits. */
const LIBRARY_LENGTH = 5

/**
 * The first digits of another library's item barcode; null when the barcode may be this library's own, is not an item
 * barcode, was perhaps misread, or the library has not said how its own begin.
 */
export function prefixOfOther(
  { barcode, hint, check_digit }: Pick<Scanned, 'barcode' | 'hint' | 'check_digit'>,
  own_prefixes: readonly string[],
): string | null {
  if (own_prefixes.length === 0 || hint !== 'item' || check_digit !== 'good') return null
  return own_prefixes.some((prefix) => barcode.startsWith(prefix)) ? null : barcode.slice(0, LIBRARY_LENGTH)
}
