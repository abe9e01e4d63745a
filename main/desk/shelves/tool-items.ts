/**
 * What the shelf tools know about scanned items, as of the last entry: where each belongs, and its status in the
 * records. Must never say who has an item or who waits for it: carts are sorted in public.
 */
import type { ShelvedItem } from '../../../shared/catalog/shelf/read-shelf.ts'
import { changed } from '../../../shared/desk/session/session.ts'
import type { ShelfTools } from '../../../shared/desk/shelf-tools.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import { findItem, here, type Here } from '../../library/here.ts'
import { wouldGoTo } from '../../circulation/holds/capture.ts'
import { branchName } from '../../circulation/holds/said.ts'
import { readProfiles } from '../../circulation/shelves/order.ts'
import type { Library } from '../../library/library.ts'
import { speechOf } from '../clerk-language.ts'
import type { StrayFacts } from './strays.ts'

/** An item on the cart or the shelf. `row` is null when no record has its barcode. */
export type ToolItem = ShelvedItem & {
  readonly title: string
  readonly author: string
  readonly row: ItemRow | null
  readonly words: StrayFacts
}

type Kept = { readonly as_of: string; readonly items: Map<string, ToolItem> }

/** What was read since the journal's last entry: a long cart is looked up at every scan. In memory only. */
const KEPT = new WeakMap<Library, Kept>()

export function toolItems(desk: Desk, barcodes: readonly string[]): readonly ToolItem[] {
  const { library } = desk
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
    const title = item.is_known ? item.title : speechOf(desk).words.pages.shelves.unknown(barcode)
    return { ...item, title, profile: profiles.get(item.location) ?? null }
  })
}

/** Everything except its order within the location. */
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

/** If it were checked in here now, it would go to a patron: it is captured for a hold, or would be. */
function isWaitedFor(library: Library, row: ItemRow, at: Here): boolean {
  const to = wouldGoTo(library, row, at)
  return to.kind === 'hold' || (to.kind === 'transit' && to.branch !== row.home_branch_code)
}

function unknownItem(barcode: string): ToolItem {
  const nothing = { title: '', author: '', call_number: '', location: '', status: '' }
  const words = { location: '', home: '', loan_status: null, status: '' }
  const flags = { is_known: false, is_out: false, is_on_hold: false }
  return { ...nothing, ...flags, barcode, profile: null, branch_code: '', row: null, words }
}

/** Changes only the session's data for the tools. */
export function keepTools(desk: Desk, change: Partial<ShelfTools>): void {
  desk.session = changed({ ...desk.session, shelf_tools: { ...desk.session.shelf_tools, ...change } })
}
