/** What puts a shelf in order, on paper: first what to take off, then the moves in order. Names no patron. */
import { wordsOf } from '../../../shared/words/speech.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { list } from '../../../shared/receipt/list.ts'
import { en } from '../../../shared/receipt/words/en.ts'
import type { Desk } from '../desk.ts'
import { paperFacts } from '../../papers/facts-for-paper.ts'
import { readNow } from './shelf-reading.ts'
import { strayText } from './strays.ts'

/** In English, as the other words of this paper are. */
const WORDS = wordsOf('en').pages.shelves

export function shelfMovesPaper(desk: Desk): ReceiptDocument {
  const { paper } = WORDS
  const { reading, location } = readNow(desk)
  const strays = reading.strays.map(({ item, reasons }) => ({
    cells: [item.call_number, item.title],
    under: [item.barcode, strayText(WORDS, reasons, item.words)],
  }))
  const moves = reading.moves.map(({ item, after }) => ({
    cells: [item.call_number, item.title],
    under: [item.barcode, after ? paper.after(after.call_number, after.title) : paper.at_start],
  }))
  const groups = [
    { heading: paper.strays, rows: strays },
    { heading: paper.moves, rows: moves },
  ]
  const columns = [
    { label: en.call_number, width_count: 13 },
    { label: en.title, width_count: 0 },
  ]
  const title = location ? paper.title_of(location) : paper.title
  return list({ ...paperFacts(desk.library), kind: 'list', title, columns, groups, has_boxes: true }, en)
}
