/** Material by keyboard alone: the book drop, in-house use, inventory, a book without a record, cart and shelf. */
import type { Catalog } from './catalog.ts'
import { must, type Story } from './story.ts'

async function outOfModes(story: Story): Promise<void> {
  story.hands.afterScan()
  await story.hands.press('F1')
  await story.hands.until((now) => now.mode === 'out' && now.page === null)
}

export async function bookDrop(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('The cart from the book drop: F2 twice. The banner says since when it counts as back.')
  await hands.press('F2')
  await hands.until((now) => now.mode === 'in')
  await hands.press('F2')
  await desk.page
    .getByText(/^Book drop/)
    .first()
    .waitFor()
  await hands.scan(library.itemOutTo('Americanah', 'P0045'))
  await story.sees('it is in', (now) => now.totals.in_count === 1)
  await hands.scan(library.itemOutTo('Piranesi', 'P0046'))
  await story.sees('it is in', (now) => now.totals.in_count === 2)
  await story.picture('book-drop')
  await story.finishes()
  await outOfModes(story)
}

export async function countedHere(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Books left on the tables: Shift+F2, U, scan. Then a shelf is counted: Shift+F2, S, scan.')
  await hands.press('Shift+F2')
  await story.at('modes')
  await story.picture('ways-of-scanning')
  await hands.press('u')
  await hands.until((now) => now.mode === 'in-house' && now.page === null)
  await hands.scan(library.itemIn('Kindred'))
  await story.sees('it is counted', (now) => now.rows[0]?.happened === 'In-library use')
  await story.picture('used-here')
  await story.finishes()
  await hands.press('Shift+F2')
  await story.at('modes')
  await hands.press('s')
  await hands.until((now) => now.mode === 'inventory' && now.page === null)
  await hands.scan(library.itemIn('The Trial'))
  await story.sees('it is seen', (now) => now.rows_count === 1)
  await hands.scan(library.itemOutTo('Dune', 'P0009'))
  await story.sees('it is checked out by the records', (now) => now.rows[0]?.happened === 'Checked out')
  await story.picture('taking-stock')
  await story.finishes()
  await outOfModes(story)
}

const NEW_BARCODE = '31234000999993'

export async function noRecord(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Priya Raman brings a book from the sale shelf that has no record. 1, N, its title, and it is hers.')
  await story.opens(library.card('Priya Raman'), 'Priya Raman')
  await hands.scan(NEW_BARCODE)
  await story.sees('the desk offers a record', (now) => now.rows[0]?.choices.length === 1)
  await story.picture('unknown-item')
  hands.afterScan()
  await hands.press('1')
  await story.at('item-new')
  await hands.press('n')
  await story.asks('title')
  await hands.type('Maple Falls: a history')
  await story.picture('make-a-record')
  await hands.press('Ctrl+Enter')
  const now = await story.sees('it is made and lent', (seen) => seen.totals.out_count === 1)
  must(now.rows[0]?.title === 'Maple Falls: a history', 'it is that title')
  await story.finishes()
}

/** As they are found, from left to right: two out of place, one from another floor. */
const SHELF = [
  'Middlemarch',
  'Invisible Man',
  'The Trial',
  'Madame Bovary',
  'The Scarlet Letter',
  'A Brief History of Time',
  'The Old Man and the Sea',
  'Rebecca',
  'Brave New World',
  'The Remains of the Day',
  'To Kill a Mockingbird',
]

export async function shelving(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('A cart to shelve: Ctrl+F7, scan it as it stands; the desk gives the order of the walk.')
  await hands.press('Ctrl+F7')
  await story.at('cart')
  for (const title of ['The Trial', 'Anna Karenina', 'Kindred', 'A Brief History of Time', 'Rebecca']) {
    await hands.scan(library.itemIn(title))
    await story.sees(`${title} is on the cart`, (now) => now.band?.heading === title)
  }
  await hands.scan(library.itemOutTo('Dune', 'P0009'))
  await story.sees('what is out by the records is set aside', (now) => now.band?.outcome === 'route')
  await story.picture('cart')
  story.tell('And a shelf to read: Ctrl+Shift+F7, scan along it; the fewest moves correct it.')
  hands.afterScan()
  await hands.press('Ctrl+Shift+F7')
  await story.at('shelf')
  for (const title of SHELF) {
    await hands.scan(library.itemIn(title))
    await story.sees(`${title} stands there`, (now) => now.band?.heading === title)
  }
  await story.picture('shelf')
  hands.afterScan()
  await hands.press('Escape')
  await hands.press('Escape')
  await hands.until((now) => now.page === null)
}
