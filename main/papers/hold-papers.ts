/**
 * The papers about holds, as documents: the slip in a captured item, the lists to walk with. Must never put a name on
 * one unless the library's setting says so: anyone can read a hold shelf. The builders check that too.
 */
import { lastShelfDay } from '../../shared/circulation/holds/hold-facts.ts'
import { asCopy, type ReceiptDocument } from '../../shared/receipt/document.ts'
import { holdSlip } from '../../shared/receipt/hold-slip.ts'
import { list, pullList as pullListPaper, shelfList } from '../../shared/receipt/list.ts'
import type { ShelfItem } from '../../shared/receipt/paper-facts.ts'
import { en } from '../../shared/receipt/words/en.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { holdShelf } from '../store/circulation/hold-list-rows.ts'
import type { ItemRow } from '../store/circulation/item-rows.ts'
import { patronById } from '../store/patrons/patron-rows.ts'
import { here } from '../library/here.ts'
import type { Speech } from '../../shared/words/speech.ts'
import { paperFacts, slipWordsIn } from './facts-for-paper.ts'
import { goesWords } from './hold-words.ts'
import { personName } from '../search/search-patrons.ts'
import { holdDataAsOf, readyHere, type Captured } from '../circulation/holds/capture.ts'
import { pullList, stillToPull } from '../circulation/holds/pull-list.ts'
import { branchName } from '../circulation/holds/said.ts'
import { overdueOnShelf, toTakeOff } from '../circulation/holds/shelf-and-transit.ts'
import type { Library } from '../library/library.ts'

const LIST_ROWS_MAX = 5000

export function shelfItem({ title, author, barcode, call_number }: ItemRow): ShelfItem {
  return { title, author, barcode, call_number }
}

type OnShelf = Pick<Captured, 'patron_id' | 'pickup_code' | 'shelf_until_on' | 'hold_data_as_of'>

export function holdSlipFor(library: Library, item: ItemRow, hold: OnShelf): ReceiptDocument {
  const { hold_slip_shows } = library.policy().settings
  const who = hold_slip_shows === 'code' ? null : library.db.get(patronById, { patron_id: hold.patron_id })
  return holdSlip(
    {
      ...paperFacts(library),
      item: shelfItem(item),
      pick_up_code: hold.pickup_code,
      shelf_until_on: hold.shelf_until_on,
      hold_slip_shows,
      patron_name: who ? personName(who) : '',
      hold_data_as_of: hold.hold_data_as_of,
    },
    slipWordsIn(library),
  )
}

/** Reprints the slip of an item on the hold shelf whose first one fell out. Null when no hold keeps it there. */
export function slipOnceMore(library: Library, item: ItemRow): ReceiptDocument | null {
  const ready = readyHere(library, item, here(library))
  if (!ready) return null
  const { facts, patron_id } = ready.hold
  const { pickup_code } = facts
  const shelf_until_on = lastShelfDay(facts)
  const hold_data_as_of = holdDataAsOf(library)
  return asCopy(holdSlipFor(library, item, { patron_id, pickup_code, shelf_until_on, hold_data_as_of }))
}

/** A list to walk with. `over`: what to clear from the hold shelf; `off`: items that no hold keeps there any more. */
export function listPaper(library: Library, speech: Speech, name: 'pull' | 'shelf' | 'over' | 'off'): ReceiptDocument {
  if (name === 'pull') return pullPaper(library)
  if (name === 'off') return takeOffPaper(library, speech)
  const { branch, today } = here(library)
  const asked = { branch_code: branch.branch_code, after_code: '', after_ref: '', limit: LIST_ROWS_MAX }
  const rows = name === 'over' ? overdueOnShelf(library, LIST_ROWS_MAX) : library.db.all(holdShelf, asked)
  const holds = rows.map((row) => ({
    pick_up_code: row.pickup_code,
    title: row.title,
    barcode: row.barcode,
    until_on: localDate(lastShelfDay(row) ?? today),
  }))
  return shelfList({ ...paperFacts(library), holds }, en)
}

const CALL_NUMBER_WIDTH = 13

function takeOffPaper(library: Library, speech: Speech): ReceiptDocument {
  const groups = [...Map.groupBy(toTakeOff(library), (item) => item.location)].map(([location, items]) => ({
    heading: location,
    rows: items.map((item) => ({
      cells: [item.call_number, item.title],
      under: [`${item.barcode}, ${goesWords(library, speech, item)}`],
    })),
  }))
  const columns = [
    { label: en.call_number, width_count: CALL_NUMBER_WIDTH },
    { label: en.title, width_count: 0 },
  ]
  const about = { kind: 'list', title: 'Take off the hold shelf', columns, has_boxes: true } as const
  return list({ ...paperFacts(library), ...about, groups }, en)
}

function pullPaper(library: Library): ReceiptDocument {
  const own = here(library).branch.branch_code
  const entries = stillToPull(library, pullList(library).entries)
  const groups = [...Map.groupBy(entries, (entry) => entry.location)].map(([location, items]) => ({
    location,
    items: items.map(({ to_branch, ...item }) => {
      return { ...item, for_branch_name: to_branch === own ? '' : branchName(library, to_branch) }
    }),
  }))
  return pullListPaper({ ...paperFacts(library), groups }, en)
}
