/** What of a scan belongs to the shelf tools. Must never take a card: it opens its account as always. */
import { isbn13 } from '../../../shared/catalog/isbn.ts'
import type { PageScan } from '../pages/kinds.ts'

/**
 * An item, or a number that nothing has: then it stands on the cart and somebody must see to it. Words, a card and the
 * number that a publisher printed are the desk's own matter.
 */
export function isForTool({ item, barcode, isCard }: PageScan): boolean {
  if (item) return true
  return !isCard && /^\d+$/.test(barcode) && isbn13(barcode) === null
}
