/** What is said of holds, put into the words' own facts: names of branches, dates, places in the line. */
import { ordinal } from '../../../shared/circulation/holds/hold-queue.ts'
import type { MovedRow } from '../../store/circulation/hold-list-rows.ts'
import { lineFor } from '../../store/circulation/hold-queue-rows.ts'
import { findItem, here } from '../../library/here.ts'
import { wouldGoTo } from './capture.ts'
import { findHold, type Hold } from './reading.ts'
import type { Library } from '../../library/library.ts'

export function branchName(library: Library, code: string): string {
  return library.branch(code)?.name ?? code
}

/** Where an item that no hold keeps goes once it is scanned: "to North Branch", "back to Adult". */
export function goesTo(library: Library, { barcode, location }: Pick<MovedRow, 'barcode' | 'location'>): string {
  const item = findItem(library, barcode)
  if (!item) return ''
  const { kind, branch } = wouldGoTo(library, item, here(library))
  if (kind === 'hold') return 'to the next who waits here'
  if (kind === 'transit') return `to ${branchName(library, branch)}`
  return location === '' ? 'back to its shelf' : `back to ${location}`
}

/** "2nd of 5"; empty for a hold whose item is set aside already. */
export function placeInLine(library: Library, { facts, title_id }: Hold): string {
  const { hold_ref, placed_at: placed_at_ms, is_item_hold } = facts
  if (facts.status === 'ready' || facts.status === 'in-transit') return ''
  const asked = { title_id, placed_at_ms, is_item_hold: Number(is_item_hold), hold_ref }
  const line = library.db.get(lineFor, asked)
  return line?.place_count ? `${ordinal(line.place_count)} of ${line.line_count}` : ''
}

/** The same by the hold's name. */
export function placeOfHold(library: Library, hold_ref: string): string {
  const hold = findHold(library, hold_ref)
  return hold ? placeInLine(library, hold) : ''
}
