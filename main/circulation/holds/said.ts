/** Facts about holds for whoever says them: names of branches, places in the queue, where an item goes. */
import type { MovedRow } from '../../store/circulation/hold-list-rows.ts'
import { lineFor } from '../../store/circulation/hold-queue-rows.ts'
import { findItem, here } from '../../library/here.ts'
import { wouldGoTo } from './capture.ts'
import type { Hold } from './reading.ts'
import type { Library } from '../../library/library.ts'

export function branchName(library: Library, code: string): string {
  return library.branch(code)?.name ?? code
}

/** Where an item that no hold keeps goes once it is scanned; null: its record is gone. */
type GoesTo =
  | { readonly kind: 'hold' }
  | { readonly kind: 'transit'; readonly branch_name: string }
  | { readonly kind: 'shelf'; readonly location: string }

export function goesTo(library: Library, { barcode, location }: Pick<MovedRow, 'barcode' | 'location'>): GoesTo | null {
  const item = findItem(library, barcode)
  if (!item) return null
  const { kind, branch } = wouldGoTo(library, item, here(library))
  if (kind === 'transit') return { kind, branch_name: branchName(library, branch) }
  return kind === 'hold' ? { kind } : { kind, location }
}

type PlaceInLine = { readonly place: number; readonly of: number }

/** Null for a hold whose item is set aside already. */
export function placeInLine(library: Library, { facts, title_id }: Hold): PlaceInLine | null {
  const { hold_ref, placed_at: placed_at_ms, is_item_hold } = facts
  if (facts.status === 'ready' || facts.status === 'in-transit') return null
  const asked = { title_id, placed_at_ms, is_item_hold: Number(is_item_hold), hold_ref }
  const line = library.db.get(lineFor, asked)
  return line?.place_count ? { place: line.place_count, of: line.line_count } : null
}
