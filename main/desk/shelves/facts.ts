/**
 * What the shelf tools are told of the items that were scanned, as of the last entry: where each belongs, and what the
 * records say became of it. Must never say who has an item or who waits for it.
 */
import type { ShelvedItem } from '../../../shared/catalog/shelf/read-shelf.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { ShelfTools } from '../../../shared/desk/shelf-tools.ts'
import type { StrayFacts } from '../../../shared/desk/words/words-shelf.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import { findItem, here, type Here } from '../../library/here.ts'
import { wouldGoTo } from '../../circulation/holds/capture.ts'
import { branchName } from '../../circulation/holds/said.ts'
import { readProfiles } from '../../circulation/shelves/order.ts'
import type { Library } from '../../library/library.ts'

/** An item on the cart or the shelf. `row` is null when no record has its barcode. */
export type ToolItem = ShelvedItem & {
  readonly title: string
  readonly author: string
  readonly row: ItemRow | null
  readonly words: StrayFacts
}

type Kept = { readonly as_of: string; readonly items: Map<string, ToolItem> }

/** What was read since the last entry of the journal: a long cart is asked for anew at every scan. In memory alone. */
const KEPT = new WeakMap<Library, Kept>()

export function toolItems(library: Library, barcodes: readonly string[]): readonly ToolItem[] {
  const at = here(library)
  const profiles = readProfiles(library)
  const { epoch, seq } = library.journal.head
  const as_of = [epoch, seq, at.branch.branch_code, at.today, library.asOf].join(' ')
  const before = KEPT.get(library)
  const kept = before?.as_of === as_of ? before : { as_of, items: new Map<string, ToolItem>() }
  KEPT.set(library, kept)
  return barcodes.map((barcode) => {
    const item = kept.items.get(barcode) ?? readItem(library, barcode, at)
    kept.items.set(barcode, item)
    return { ...item, profile: profiles.get(item.location) ?? null }
  })
}

/** All but the order of its place. */
function readItem(library: Library, barcode: string, at: Here): ToolItem {
  const row = findItem(library, barcode)
  if (!row) return unknownItem(barcode)
  const { title, author, call_number, location, status, home_branch_code } = row
  const loan = library.db.get(loanOfItem, { item_id: row.item_id })
  const home = branchName(library, home_branch_code)
  return {
    barcode,
    title,
    author,
    call_number,
    location,
    profile: null,
    is_known: true,
    branch_code: home_branch_code,
    status,
    is_out: loan !== null,
    is_on_hold: loan === null && isWaitedFor(library, row, at),
    row,
    words: { location, home, loan_status: loan?.loan_status ?? null, status },
  }
}

/** Checked in here now, it would go to somebody: it is caught for a hold, or would be. */
function isWaitedFor(library: Library, row: ItemRow, at: Here): boolean {
  const to = wouldGoTo(library, row, at)
  return to.kind === 'hold' || (to.kind === 'transit' && to.branch !== row.home_branch_code)
}

function unknownItem(barcode: string): ToolItem {
  const nothing = { title: `No record, ${barcode}`, author: '', call_number: '', location: '', status: '' }
  const words = { location: '', home: '', loan_status: null, status: '' }
  const flags = { is_known: false, is_out: false, is_on_hold: false }
  return { ...nothing, ...flags, barcode, profile: null, branch_code: '', row: null, words }
}

/** Changes what the session keeps for the tools, and nothing else. */
export function keepTools(desk: Desk, change: Partial<ShelfTools>): void {
  desk.session = changed({ ...desk.session, shelf_tools: { ...desk.session.shelf_tools, ...change } })
}
