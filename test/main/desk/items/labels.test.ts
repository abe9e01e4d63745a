/** Labels at a real desk: of an item, of a card without a name, from a label of the sheet on, and as a strip. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { rosaAt, workingDesk, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { holdDesk } from '../../support/hold-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

type Asked = { readonly kind: 'spine' | 'item' | 'card' | 'mail'; readonly of: string; readonly start_count: number }

async function labels(desk: TestDesk, asked: Asked) {
  const page = must((await desk.ok('label.show', asked)).snapshot.page, 'a page')
  expect(pageFaults(page)).toEqual([])
  return must(
    page.sections.find((one) => one.kind === 'labels'),
    'labels',
  )
}

test('an item: its barcode on one label, its call number on the other, from the seventh on', async () => {
  const desk = await workingDesk()
  await rosaAt(desk)
  const item = await labels(desk, { kind: 'item', of: ITEMS.educated, start_count: 7 })
  expect([item.sheet_code, item.start_count]).toEqual(['avery-5160', 7])
  expect(item.labels.map(({ lines, bars }) => [lines.at(-1), bars?.value])).toEqual([[ITEMS.educated, ITEMS.educated]])
  const known = await desk.ok('item.get', { item_barcode: ITEMS.educated })
  const asked = { kind: 'spine', of: ITEMS.educated, start_count: 1 } as const
  if (known.call_number === '') expect(await desk.call('label.show', asked)).toMatchObject({ code: 'paper-none' })
  else expect((await labels(desk, asked)).labels[0]?.lines.join(' ')).toBe(known.call_number)
})

test('a card: its number and the library, and no name; with nobody open there is none', async () => {
  const desk = await workingDesk()
  await rosaAt(desk)
  const asked = { kind: 'card', of: '', start_count: 1 } as const
  expect(await desk.call('label.show', asked)).toMatchObject({ kind: 'refused', code: 'paper-none' })
  await desk.scan(CARDS.dana)
  const {
    labels: [card],
  } = await labels(desk, asked)
  expect(card?.bars?.value).toBe(CARDS.dana)
  expect(JSON.stringify(card)).not.toContain('Dana')
})

test('a letter: name and address of the open patron; without an address there is none', async () => {
  const address = `INSERT INTO patron_address (patron_id, kind, street, city, region, postal_code)
    VALUES (1, 'home', '12 Elm St', 'Deerfield', 'IL', '60015')`
  const desk = await holdDesk([address])
  const asked = { kind: 'mail', of: '', start_count: 3 } as const
  await desk.scan(CARDS.omar)
  expect(await desk.call('label.show', asked)).toMatchObject({ kind: 'refused', code: 'paper-none' })
  await desk.ok('desk.finish', {})
  await desk.scan(CARDS.dana)
  expect((await labels(desk, asked)).labels).toEqual([
    { lines: ['Dana Miller', '12 Elm St', 'Deerfield, IL 60015'], bars: null },
  ])
  const page = { place: 'receipt', about: 'strip mail - 1' } as const
  const strip = (await desk.ok('desk.go', { page })).snapshot.page?.sections.find((one) => one.kind === 'paper')
  expect(strip?.document.blocks.map(({ block }) => block)).toEqual(['text', 'text', 'text'])
})

test('as a strip it is a paper for the receipt printer, with the same barcode', async () => {
  const desk = await workingDesk()
  await rosaAt(desk)
  const about = `strip item ${ITEMS.educated} 1`
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'receipt', about } })
  const paper = snapshot.page?.sections.find((one) => one.kind === 'paper')
  const barcodes = paper?.document.blocks.flatMap((block) => (block.block === 'barcode' ? [block.value] : []))
  expect(barcodes).toEqual([ITEMS.educated])
})

test.each(['labels item 000 1', 'labels item 31234000000023 81', 'labels book 31234000000023 1', 'labels card - 1'])(
  '%j shows no page',
  async (about) => {
    const desk = await workingDesk()
    await rosaAt(desk)
    const refused = await desk.call('desk.go', { page: { place: 'receipt', about } })
    expect(refused).toMatchObject({ kind: 'refused', code: 'page-empty' })
  },
)
