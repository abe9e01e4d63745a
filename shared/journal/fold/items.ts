/** What facts about items change. */
import { eventRefText, type Folds } from '../event.ts'
import type { ITEM_EVENTS, ItemFields } from '../events/items.ts'
import type { RowChange, RowTables } from './rows.ts'

export type ItemChange = {
  readonly kind: 'item-placed'
  readonly item_barcode: string
  readonly at_branch: string
  readonly status: string
  readonly seen_at_ms: number
}

export function placedAt(item_barcode: string, at_branch: string, status: string, seen_at_ms: number): ItemChange {
  return { kind: 'item-placed', item_barcode, at_branch, status, seen_at_ms }
}

function recordOf({ home_branch: home_branch_code, ...same }: ItemFields): Omit<RowTables['item_edit'], 'barcode'> {
  return { ...same, home_branch_code }
}

export const ITEM_FOLDS: Folds<typeof ITEM_EVENTS, ItemChange | RowChange> = {
  'item-marked': ({ head, body: { item_barcode, at_branch, status } }) => [
    placedAt(item_barcode, at_branch ?? head.branch, status, head.at_ms),
  ],
  'item-used-here': () => [],
  'item-made': ({ head, body: { item_barcode, title_ref, title, fields } }) => {
    const place = { at_branch_code: head.branch || fields.home_branch, status: 'available' }
    const row = { ...recordOf(fields), ...place, title_ref }
    const made = { kind: 'row-put', table: 'item_made', key: item_barcode, row, links: {} } as const
    return title ? [{ kind: 'row-put', table: 'title_made', key: title_ref, row: title, links: {} }, made] : [made]
  },
  'item-edited': ({ head, body: { item_barcode: barcode, after } }) => {
    const row = { ...recordOf(after), barcode }
    return [{ kind: 'row-put', table: 'item_edit', key: eventRefText(head), row, links: {} }]
  },
}
