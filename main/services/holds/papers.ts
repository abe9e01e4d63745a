/**
 * The papers about holds, as documents: the slip in a copy that was caught, the lists to walk with. Must
 * never put a name on one unless the library's setting says so; the builders hold to that too.
 */
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { holdSlip } from '../../../shared/receipt/hold-slip.ts'
import { pullList as pullListPaper, shelfList } from '../../../shared/receipt/list.ts'
import type { ShelfItem } from '../../../shared/receipt/paper-facts.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { holdShelf } from '../../store/hold-list-rows.ts'
import type { ItemRow } from '../../store/item-rows.ts'
import { patronById } from '../../store/patron-rows.ts'
import type { Desk } from '../context.ts'
import { here } from '../here.ts'
import { paperFacts } from '../papers/facts.ts'
import { personName } from '../search-patrons.ts'
import type { Captured } from './capture.ts'
import { pullList, stillToPull } from './pull-list.ts'
import { branchName } from './said.ts'
import { overdueOnShelf } from './shelf.ts'

const LIST_ROWS_MAX = 5000

export function shelfItem({ title, author, barcode, call_number }: ItemRow): ShelfItem {
  return { title, author, barcode, call_number }
}

type OnShelf = Pick<Captured, 'patron_id' | 'pickup_code' | 'shelf_until_on' | 'hold_data_as_of'>

export function holdSlipFor(desk: Desk, item: ItemRow, hold: OnShelf): ReceiptDocument {
  const { hold_slip_shows } = desk.library.policy().settings
  const who = hold_slip_shows === 'code' ? null : desk.store.desk.get(patronById, { patron_id: hold.patron_id })
  return holdSlip(
    {
      ...paperFacts(desk),
      item: shelfItem(item),
      pick_up_code: hold.pickup_code,
      shelf_until_on: hold.shelf_until_on ?? here(desk).today,
      hold_slip_shows,
      patron_name: who ? personName(who) : '',
      hold_data_as_of: hold.hold_data_as_of,
    },
    en,
  )
}

/** A list to walk with. `over`: what is to be cleared from the hold shelf. */
export function listPaper(desk: Desk, list: 'pull' | 'shelf' | 'over'): ReceiptDocument {
  if (list === 'pull') return pullPaper(desk)
  const { branch, today } = here(desk)
  const asked = { branch_code: branch.branch_code, after_code: '', after_ref: '', limit: LIST_ROWS_MAX }
  const rows = list === 'over' ? overdueOnShelf(desk, LIST_ROWS_MAX) : desk.store.desk.all(holdShelf, asked)
  const holds = rows.map((row) => ({
    pick_up_code: row.pickup_code,
    title: row.title,
    barcode: row.barcode,
    until_on: localDate(row.shelf_until_on ?? row.expires_on ?? today),
  }))
  return shelfList({ ...paperFacts(desk), holds }, en)
}

function pullPaper(desk: Desk): ReceiptDocument {
  const own = here(desk).branch.branch_code
  const entries = stillToPull(desk, pullList(desk).entries)
  const groups = [...Map.groupBy(entries, (entry) => entry.location)].map(([location, items]) => ({
    location,
    items: items.map(({ to_branch, ...item }) => {
      return { ...item, for_branch_name: to_branch === own ? '' : branchName(desk, to_branch) }
    }),
  }))
  return pullListPaper({ ...paperFacts(desk), groups }, en)
}
