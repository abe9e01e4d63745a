/** What puts a shelf in order, on paper: first what to take off, then the moves in order. Names no patron. */
import { allStrayWords } from '../../../shared/desk/words/words-shelf.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { list } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import type { Desk } from '../desk.ts'
import { paperFacts } from '../../papers/facts.ts'
import { readNow } from './shelf.ts'

export function shelfMovesPaper(desk: Desk): ReceiptDocument {
  const { reading, location } = readNow(desk)
  const strays = reading.strays.map(({ item, reasons }) => ({
    cells: [item.call_number, item.title],
    under: [item.barcode, allStrayWords(reasons, item.words)],
  }))
  const moves = reading.moves.map(({ item, after }) => ({
    cells: [item.call_number, item.title],
    under: [item.barcode, after ? `goes right after ${after.call_number} ${after.title}` : 'goes to the start'],
  }))
  const groups = [
    { heading: 'Take off first', rows: strays },
    { heading: 'Then move, in this order', rows: moves },
  ]
  const columns = [
    { label: en.call_number, width_count: 13 },
    { label: en.title, width_count: 0 },
  ]
  const title = location ? `To put right: ${location}` : 'To put right'
  return list({ ...paperFacts(desk.library), kind: 'list', title, columns, groups, has_boxes: true }, en)
}
