/**
 * Which labels a page shows: of one item, of the records made here, or of the open patron's card or address. Reads
 * only; a card's label has no name.
 */
import { LABELS_OF_SHEET_MAX } from '../../../shared/catalog/label-sheets.ts'
import {
  barcodeLabel,
  mailLabel,
  LABEL_KINDS,
  LABELS_MAX,
  spineLabel,
  type Label,
  type LabelKind,
} from '../../../shared/receipt/layout/labels.ts'
import { findItem } from '../../library/here.ts'
import { paperFacts } from '../../papers/facts-for-paper.ts'
import { madeItems } from '../../papers/made-list.ts'
import type { ItemRow } from '../../store/circulation/item-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { personName } from '../../search/search-patrons.ts'
import type { Desk } from '../desk.ts'
import { cardAtHead } from '../patrons/card-shown.ts'
import { homeLines } from './registration.ts'

/** Of which items: one barcode, or those made here. */
const MADE = 'made'
export const ON_SHEET = 'labels'
export const ON_STRIP = 'strip'
/** Of the open patron's card, whose number is in no address of a page. */
const NONE = '-'

export type AskedLabels = {
  readonly on: typeof ON_SHEET | typeof ON_STRIP
  readonly kind: LabelKind
  readonly of: string
  readonly start_count: number
}

/** "labels spine 31234000000015 7", "strip card". */
export function labelsAbout({ on, kind, of, start_count }: AskedLabels): string {
  return [on, kind, of === '' ? NONE : of, String(start_count)].join(' ')
}

/** Null: it is of another paper. */
export function readLabels(about: string): AskedLabels | null {
  const [, on = '', kind = '', of = '', start = ''] = /^(labels|strip) ([a-z]+) (.+) (\d{1,2})$/.exec(about) ?? []
  const known = LABEL_KINDS.find((one) => one === kind)
  const start_count = Number(start)
  if (!known || start_count < 1 || start_count > LABELS_OF_SHEET_MAX) return null
  return { on: on === ON_STRIP ? ON_STRIP : ON_SHEET, kind: known, of: of === NONE ? '' : of, start_count }
}

function itemsOf(desk: Desk, of: string): readonly ItemRow[] {
  if (of === MADE) return madeItems(desk.library).map(({ item }) => item)
  const item = findItem(desk.library, of)
  return item ? [item] : []
}

/** None where there is nothing to put on a label. */
export function labelsOf(desk: Desk, { kind, of }: AskedLabels): readonly Label[] {
  const { library_name, symbology } = paperFacts(desk.library)
  if (kind === 'card') {
    const { patron_id } = desk.session
    const barcode = patron_id === null ? '' : cardAtHead(desk, patron_id)
    return barcode === '' ? [] : [barcodeLabel(barcode, symbology, [library_name])]
  }
  if (kind === 'mail') {
    const { patron_id } = desk.session
    const who = patron_id === null ? null : desk.library.db.get(patronById, { patron_id })
    return who ? mailLabel(personName(who), homeLines(desk.library, who.patron_id)) : []
  }
  const items = itemsOf(desk, of).slice(0, LABELS_MAX)
  if (kind === 'spine') return items.map((one) => spineLabel(one.call_number)).filter(({ lines }) => lines.length > 0)
  return items.map((one) => barcodeLabel(one.barcode, symbology, [library_name]))
}
