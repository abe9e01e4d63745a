/** Holds by keyboard alone: placing, capture with its slip, pickup without a card, the lists and what is in transit. */
import type { DeskSnapshot } from '../../shared/desk/screen.ts'
import type { Catalog } from './catalog.ts'
import { must, type Story } from './story.ts'

const STANDS_STILL_MS = 300

export async function place(story: Story, library: Catalog): Promise<void> {
  const { hands, desk } = story
  story.tell('Dana would like two books. F6: one by a copy that lies here, one by its title.')
  await story.opens(library.card('Dana Miller'), 'Dana Miller')
  await hands.press('F6')
  await story.at('hold-new')
  await hands.scan(library.itemIn('Dracula'))
  await hands.until((now) => now.page?.heading === 'Dracula')
  await story.picture('hold-new')
  hands.afterScan()
  await hands.press('Enter')
  await story.sees('the first is on hold', (now) => now.page === null && now.rows_count === 1)
  await hands.press('F6')
  await story.at('hold-new')
  await hands.type('piranesi')
  await desk.page.getByRole('option', { selected: true }).waitFor()
  await desk.page.waitForTimeout(STANDS_STILL_MS)
  await hands.press('Enter')
  await hands.until((now) => now.page?.heading === 'Piranesi')
  await hands.press('Enter')
  await story.sees('the second is on hold', (now) => now.rows_count === 2)
  await story.picture('holds-placed')
  await story.finishes()
}

export async function handOver(story: Story, library: Catalog): Promise<void> {
  const { hands } = story
  story.tell('Imani Jones comes for “Becoming” without her card. Scan the book, ask her birth date, 2, Enter.')
  await hands.scan(library.itemOutTo('Becoming', 'P0040'))
  const asked = await story.sees('the desk asks who it is', (now) => now.totals.undecided_count === 1)
  must(!JSON.stringify(asked.rows).includes('Imani'), 'the name is not shown before')
  await story.picture('hand-over')
  hands.afterScan()
  await hands.press('2')
  await story.sees('it is lent to her', (now) => now.patron?.name === 'Imani Jones' && now.totals.out_count === 1)
  await story.finishes()
  await story.picture('receipt')
}

/** The barcode in the first row of the page that says this. */
function barcodeAt(now: DeskSnapshot, words: string): string {
  const rows = (now.page?.sections ?? []).flatMap((section) => (section.kind === 'table' ? section.rows : []))
  const found = rows.find((row) => row.cells.some((cell) => cell.text.includes(words)))
  const barcode = found?.cells.find((cell) => /^\d{14}$/.test(cell.text))?.text
  if (barcode === undefined) throw new Error(`not as told: no row with a barcode says ${words}`)
  return barcode
}

export async function lists(story: Story): Promise<void> {
  const { hands } = story
  story.tell('A quiet hour: Ctrl+F6, the pull list. Wei fetches a book and scans it.')
  await hands.press('Ctrl+F6')
  const pull = await story.at('pull-list')
  await story.picture('pull-list')
  await hands.scan(barcodeAt(pull, 'here'))
  await story.sees('it goes to the hold shelf', (now) => now.band?.fact?.label === 'hold shelf')
  story.tell('Shift+F6, the hold shelf. One was not picked up in time: Wei takes it off and scans it.')
  hands.afterScan()
  await hands.press('Shift+F6')
  const shelf = await story.at('hold-shelf')
  await story.picture('hold-shelf')
  await hands.scan(barcodeAt(shelf, 'Jane Eyre'))
  await story.sees('it goes back', (now) => now.band?.heading === 'Jane Eyre')
  story.tell('Ctrl+Shift+F6, what is on its way. The van brought one.')
  hands.afterScan()
  await hands.press('Ctrl+Shift+F6')
  const coming = await story.at('transits')
  await story.picture('on-its-way')
  await hands.scan(barcodeAt(coming, 'The Snowy Day'))
  await story.sees('it has arrived', (now) => now.band?.heading === 'The Snowy Day')
  hands.afterScan()
  for (const _page of ['transits', 'hold-shelf', 'pull-list']) await hands.press('Escape')
  await hands.until((now) => now.page === null)
  await story.finishes()
}
