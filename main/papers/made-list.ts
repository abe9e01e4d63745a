/** Records made at this desk, newest first, each once; and the same list on paper, for the cataloger. */
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { list } from '../../shared/receipt/list.ts'
import { en } from '../../shared/receipt/words/en.ts'
import { parseEvent } from '../../shared/journal/event.ts'
import type { ItemRow } from '../store/circulation/item-rows.ts'
import { readListed } from '../store/journal/journal-rows.ts'
import { staffInitials } from '../library/staff-known.ts'
import { findItem } from '../library/here.ts'
import { paperFacts } from './facts-for-paper.ts'
import type { Library } from '../library/library.ts'

const SHOWN_MAX = 200

type MadeItem = { readonly item: ItemRow; readonly initials: string; readonly made_at_ms: number }

export function madeItems(library: Library): readonly MadeItem[] {
  return library.db.all(readListed, { kind: 'item-made', limit: SHOWN_MAX }).flatMap(({ content }): MadeItem[] => {
    const { kind, head, body } = parseEvent(content)
    const item = kind === 'item-made' ? findItem(library, body.item_barcode) : null
    const initials = staffInitials(library, head.staff)
    return item ? [{ item, initials, made_at_ms: head.at_ms }] : []
  })
}

const BARCODE_WIDTH = 16

export function madePaper(library: Library): ReceiptDocument {
  const rows = madeItems(library).map(({ item }) => ({
    cells: [item.barcode, item.title],
    under: [[item.author, item.call_number, item.item_type_name].filter((part) => part !== '').join(', ')],
  }))
  const columns = [
    { label: 'Barcode', width_count: BARCODE_WIDTH },
    { label: en.title, width_count: 0 },
  ]
  const about = { kind: 'list', title: 'To be cataloged', columns, has_boxes: true } as const
  return list({ ...paperFacts(library), ...about, groups: [{ heading: '', rows }] }, en)
}
