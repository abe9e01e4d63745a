/** Which scans belong to the shelf tools. A card is never one: it opens its account as always. */
import { isbn13 } from '../../../../shared/catalog/isbn.ts'
import type { PageScan } from '../kinds.ts'

/**
 * An item, or an unknown number: that goes on the cart and a person must look at it. Words, a card and a publisher's
 * number belong to the desk itself.
 */
export function isForTool({ item, barcode, isCard }: PageScan): boolean {
  if (item) return true
  return !isCard && /^\d+$/.test(barcode) && isbn13(barcode) === null
}
