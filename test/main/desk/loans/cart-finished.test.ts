/** What Finish leaves of a cart, and what Esc on a row leaves in the band. */
import { expect, test } from 'vitest'
import { workingDesk } from '../../support/desk.ts'
import { lend } from '../../support/money-desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

const UNKNOWN = ['31234000099994', '31234000099986']

test('Finish names what was not recorded, and its rows stay until Esc clears them', async () => {
  const desk = await workingDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'in' })
  for (const barcode of [ITEMS.warmth, ...UNKNOWN, UNKNOWN[0] ?? '']) await desk.scan(barcode)
  const { snapshot } = await desk.ok('desk.finish', {})
  expect(snapshot.band).toMatchObject({ outcome: 'stop', weight: 'quiet' })
  for (const barcode of UNKNOWN) expect(snapshot.band?.sentence).toContain(barcode)
  expect(snapshot.rows.map((row) => row.barcode).toSorted()).toEqual(UNKNOWN.toSorted())
  expect(snapshot.totals.in_count).toBe(0)
  // A second Enter loses none of them.
  expect((await desk.ok('desk.finish', {})).snapshot.rows).toHaveLength(2)
  expect((await desk.ok('desk.clear', {})).snapshot.rows).toEqual([])
})

test('Esc on a row of a finished cart does not say again where an item of that cart goes', async () => {
  const desk = await workingDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'in' })
  for (const barcode of [ITEMS.warmth, UNKNOWN[0] ?? '']) await desk.scan(barcode)
  const [row] = (await desk.ok('desk.finish', {})).snapshot.rows
  const answer = { commandId: desk.id(), row_id: row?.row_id ?? '', key: '0' }
  expect((await desk.ok('desk.answer', answer)).snapshot.band).toBeNull()
})

test('Esc on a row puts the band back as it was before the question', async () => {
  const desk = await workingDesk()
  await desk.scan(CARDS.dana)
  const before = await desk.scan(ITEMS.warmth)
  const asked = await desk.scan(ITEMS.reference)
  expect(asked.band?.outcome).toBe('decide')
  const row_id = asked.rows[0]?.row_id ?? ''
  const left = (await desk.ok('desk.answer', { commandId: desk.id(), row_id, key: '0' })).snapshot
  expect(left.band).toEqual(before.band)
})

test('an item that is scanned twice is one item of the cart', async () => {
  const desk = await workingDesk()
  await lend(desk, CARDS.dana, ITEMS.warmth)
  await desk.ok('desk.mode', { mode: 'in' })
  for (const barcode of [ITEMS.warmth, ITEMS.warmth, ITEMS.educated]) await desk.scan(barcode)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect([snapshot.rows_count, snapshot.totals.in_count]).toEqual([3, 2])
  // Undoing the second scan leaves the first one counted.
  await desk.scan(ITEMS.educated)
  expect((await desk.ok('desk.undo', { commandId: desk.id() })).snapshot.totals.in_count).toBe(2)
})
