/**
 * Whether a number of a file is something else already: a scan of it could not say which is meant. The desk refuses it
 * as well, where a card, an item or a badge is made.
 */
import { readScan } from '../../../shared/catalog/barcode.ts'
import type { ImportReason } from '../../../shared/import/reason.ts'
import { itemByBarcode } from '../../store/import/import-material-rows.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { staffByBadge } from '../../store/policy/library-rows.ts'
import type { WriteContext } from '../write-context.ts'

type Kind = 'item' | 'badge' | 'card'

/** The number, and as a scan of it is read: without the letters around Codabar, and once where it is there twice. */
function readings(number: string): readonly string[] {
  const scan = readScan(number, { source: 'scan' })
  return scan.kind === 'barcode' && scan.barcode !== number ? [number, scan.barcode] : [number]
}

export function numberTaken({ connection }: WriteContext, number: string, as: Kind): ImportReason | null {
  const isOne: Readonly<Record<Kind, (barcode: string) => boolean>> = {
    item: (barcode) => connection.get(itemByBarcode, { barcode }) !== null,
    badge: (barcode) => connection.get(staffByBadge, { badge_barcode: barcode }) !== null,
    card: (barcode) => connection.get(cardByBarcode, { barcode }) !== null,
  }
  const others = (['item', 'badge', 'card'] as const).filter((kind) => kind !== as)
  const found = others.find((kind) => readings(number).some(isOne[kind]))
  return found === undefined ? null : { code: `number-is-${found}` }
}
