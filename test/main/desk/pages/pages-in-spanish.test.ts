/**
 * The desk in Spanish: what the pages of the account, of holds and of items say is said in both languages and never the
 * same, but for figures and what the library's data calls it; so is what a search found, and what is to be told.
 */
import { expect, test } from 'vitest'
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import type { Words } from '../../../../shared/words/en/en.ts'
import { wordsOf } from '../../../../shared/words/speech.ts'
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

/** Everything that a page says. */
function wordsOn(page: PageView): readonly string[] {
  const inSections = page.sections.flatMap((section) => {
    if (section.kind === 'facts') return [section.heading, ...section.facts.flatMap(({ label, text }) => [label, text])]
    if (section.kind === 'steps') return [section.heading, section.says, ...section.steps.map(({ text }) => text)]
    if (section.kind !== 'table') return [section.heading]
    const cells = section.rows.flatMap((one) => [...one.cells.map(({ text }) => text), ...one.notes])
    const acts = section.rows.flatMap((row) => [...row.acts, ...(row.enter ? [row.enter] : [])])
    return [
      section.heading,
      section.empty,
      ...section.columns.map(({ label }) => label),
      ...cells,
      ...acts.flatMap(wordsOfAct),
    ]
  })
  const acts = [...page.acts, ...(page.enter ? [page.enter] : [])]
  return [page.heading, page.lead, page.line_hint, ...inSections, ...acts.flatMap(wordsOfAct)]
}

/** What the library's data says, what a person wrote, figures, and what reads the same. */
const DATA =
  'Dana Miller|The Warmth of Other Suns|Educated|Wilkerson|Westover|Resident adult|Maple Street|Adult|' +
  'Adult, Maple Street|Book|book|304.809 WIL|B WESTOVER|RO|ISBN|PIN'
const SAME = new RegExp(`^(?:${DATA}|[\\d$.…]+)?$`)

/** The pages as one who reads this language sees them. */
async function readIn(desk: TestDesk, language: 'en' | 'es'): Promise<readonly (readonly string[])[]> {
  await desk.ok('staff.set-language', { language })
  const pages: (readonly string[])[] = []
  for (const [place, about] of PAGES) {
    const { snapshot } = await desk.ok('desk.go', { page: { place, about } })
    pages.push(snapshot.page ? wordsOn(snapshot.page) : [])
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
  const asked = { title_id: null, item_barcode: ITEMS.warmth }
  await desk.ok('hold.place-for', { commandId: desk.id(), card_barcode: CARDS.omar, ...asked })
  await desk.ok('desk.recall', { commandId: desk.id(), item_barcode: ITEMS.warmth })
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

test('a title that was found, and a message that waits', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  const message = { kind: 'message', text: 'Su paraguas', until_on: null } as const
  await desk.ok('note.write', { commandId: desk.id(), ...message })
  const said = async (language: 'en' | 'es') => {
    await desk.ok('staff.set-language', { language })
    const { hits } = await desk.ok('search.titles', { text: 'warmth', limit: 1 })
    await desk.ok('desk.clear', {})
    return [hits[0]?.availability, (await desk.scan(CARDS.dana)).band?.sentence]
  }
  const [en, es] = [wordsOf('en'), wordsOf('es')]
  const found = ({ pages }: Words): string => pages.items.hit.in_at(1, 1, 'Maple Street')
  const told = ({ outcomes }: Words): string => outcomes.patron.note.tell('Su paraguas')
  expect(found(es)).not.toBe(found(en))
  expect(told(es)).not.toBe(told(en))
  expect(await said('en')).toEqual([found(en), expect.stringContaining(told(en))])
  expect(await said('es')).toEqual([found(es), expect.stringContaining(told(es))])
})
