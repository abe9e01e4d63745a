/**
 * The pages of the account, of holds and of items in Spanish: what a page says of its own is said in both languages
 * and never the same, but for figures and what the library's data calls it.
 */
import { expect, test } from 'vitest'
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const PAGES: readonly (readonly [place: PageView['ref']['place'], about: string])[] = [
  ['account', ''],
  ['waive', ''],
  ['recent', ''],
  ['hold-new', ''],
  ['hold-new', '2'],
  ['hold-new', `item ${ITEMS.educated}`],
  ['hold-shelf', ''],
  ['pull-list', ''],
  ['transits', ''],
  ['item', ''],
  ['item', ITEMS.warmth],
  ['title', '1'],
  ['item-new', '31234000999999'],
  ['item-new', '31234000999999\n1'],
  ['items-made', ''],
]

const wordsOfAct = ({ label, says, asks }: Act): readonly string[] => [
  label,
  says,
  ...asks.flatMap((field) => [field.label, field.hint]),
]

/** What a page says of its own: no title, no name, no date, nothing of a record. */
function ownWords(page: PageView): readonly string[] {
  const inSections = page.sections.flatMap((section) => {
    if (section.kind === 'facts') return [section.heading, ...section.facts.map(({ label }) => label)]
    if (section.kind !== 'table') return [section.heading]
    const acts = section.rows.flatMap((row) => [...row.acts, ...(row.enter ? [row.enter] : [])])
    return [section.heading, section.empty, ...section.columns.map(({ label }) => label), ...acts.flatMap(wordsOfAct)]
  })
  const acts = [...page.acts, ...(page.enter ? [page.enter] : [])]
  return [page.heading, page.lead, page.line_hint, ...inSections, ...acts.flatMap(wordsOfAct)]
}

/** What the library's data says, and what reads the same. */
const SAME = /^(?:Dana Miller|The Warmth of Other Suns|Educated|Wilkerson|Westover|Adult|ISBN)?$/

/** The pages as one who reads this language sees them. */
async function readIn(desk: TestDesk, language: 'en' | 'es'): Promise<readonly (readonly string[])[]> {
  await desk.ok('staff.set-language', { language })
  const pages: (readonly string[])[] = []
  for (const [place, about] of PAGES) {
    const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
    pages.push(snapshot.page ? ownWords(snapshot.page) : [])
  }
  return pages
}

test('say in Spanish what they say in English, and none of it in English', async () => {
  const desk = await workingDesk()
  for (const card_barcode of [CARDS.omar, CARDS.dana]) {
    await desk.ok('hold.place-for', {
      commandId: desk.id(),
      card_barcode,
      title_id: null,
      item_barcode: ITEMS.educated,
    })
  }
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.warmth)
  await desk.ok('charge.add', { commandId: desk.id(), fee_code: '', amount_cents: 200, note: '' })
  await desk.ok('note.write', { commandId: desk.id(), kind: 'block', text: '…', until_on: null })
  const [english, spanish] = [await readIn(desk, 'en'), await readIn(desk, 'es')]
  for (const [at, words] of english.entries()) {
    const [place = ''] = PAGES[at] ?? []
    const said = spanish[at] ?? []
    expect(words.length, place).toBeGreaterThan(2)
    expect(said.length, place).toBe(words.length)
    expect(
      words.filter((text, index) => text === said[index] && !SAME.test(text)),
      place,
    ).toEqual([])
  }
})
