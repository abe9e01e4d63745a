/** The printable lists: the pull list, the hold shelf, the cart in order, the shelf checks, who is late, cards. */
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { cartOrder } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import type { Desk } from '../desk.ts'
import { findItem } from '../../library/here.ts'
import { listPaper } from '../../papers/hold-papers.ts'
import { madePaper } from '../../papers/made-list.ts'
import { shelfCheckPaper } from '../../papers/shelf-checks.ts'
import { disclosureList } from '../privacy/privacy-papers.ts'
import { cardsPaper } from '../reports/card-tables.ts'
import { latePaper } from '../reports/late-list.ts'
import { sortedCartPaper } from '../shelves/sort-cart.ts'
import { shelfMovesPaper } from '../shelves/moves-paper.ts'
import { alongTheShelves } from '../../circulation/shelves/order.ts'
import { paperFacts } from '../../papers/facts-for-paper.ts'
import { speechOf } from '../clerk-language.ts'

const LISTS = [
  'pull',
  'shelf',
  'over',
  'off',
  'cart',
  'sorted',
  'moves',
  'tasks',
  'made',
  'disclosures',
  'late',
  'cards',
] as const
export type ListName = (typeof LISTS)[number]

export function isListName(name: string): name is ListName {
  return LISTS.some((one) => one === name)
}

/**
 * Made fresh at each view: it can be long, so the session keeps none.
 * @param about which part of the list, where it has parts
 */
export function listNow(desk: Desk, name: ListName, about = ''): ReceiptDocument {
  if (name === 'cart') return cartPaper(desk)
  if (name === 'sorted') return sortedCartPaper(desk)
  if (name === 'moves') return shelfMovesPaper(desk)
  if (name === 'made') return madePaper(desk.library)
  if (name === 'tasks') return shelfCheckPaper(desk.library, speechOf(desk))
  if (name === 'late') return latePaper(desk, about)
  if (name === 'cards') return cardsPaper(desk)
  if (name === 'disclosures') return disclosureList(desk, paperFacts(desk.library), en)
  return listPaper(desk.library, speechOf(desk), name)
}

/** What was checked in and belongs on a shelf here, in shelving order. */
function cartPaper(desk: Desk): ReceiptDocument {
  const items = desk.session.rows.toReversed().flatMap(({ act, row }) => {
    const item = act === 'in' && row.outcome === 'done' ? findItem(desk.library, row.barcode) : null
    return item ? [item] : []
  })
  const groups = alongTheShelves(desk.library, items).map(({ location, stops }) => ({
    location,
    items: stops.map((stop) => stop.item),
  }))
  return cartOrder({ ...paperFacts(desk.library), groups }, en)
}
