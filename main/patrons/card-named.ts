/** Finds whose card a text names: scanned into a field, or typed as it is printed under the bars. */
import { readScan } from '../../shared/catalog/barcode.ts'
import type { Library } from '../library/library.ts'
import { readSettings } from '../library/settings.ts'
import { cardByBarcode } from '../store/patrons/patron-rows.ts'

export function cardNamed(library: Library, text: string) {
  const { card_prefix } = readSettings(library.db)
  const reading = readScan(text, { source: 'typed', prefixes: [card_prefix] })
  if (reading.kind !== 'barcode') return null
  for (const barcode of [reading.barcode, ...reading.also]) {
    const card = library.db.get(cardByBarcode, { barcode })
    if (card) return card
  }
  return null
}
