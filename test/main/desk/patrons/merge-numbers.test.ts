/** Nobody new gets the number of a record that became another one, or that the reference file of now does not have. */
import { expect, test } from 'vitest'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import { elsewhere, rosaAt, type TestDesk } from '../../support/desk.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'

/** The last record of the file: the library's data gave its number, and this desk none so far. */
const FLORA = 5
const PAID = ['UPDATE charge SET owed_cents = 0']
const barcode = cardNumber('2123400050007', 'mod-10')

async function registered(desk: TestDesk): Promise<number> {
  await desk.ok('patron.register', registration(desk, {}, { barcode }))
  await desk.ok('desk.finish', {})
  const { patron } = await desk.scan(barcode)
  expect(patron?.name).toContain('Ort')
  return patron?.patron_id ?? 0
}

test('of a record that became another one', async () => {
  const desk = await cardDesk(false, PAID)
  await desk.scan(CARDS.dana)
  await desk.ok('patron.compare', { patron_id: null, barcode: CARDS.owing })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: FLORA, turned: [] })
  await desk.ok('desk.finish', {})
  expect(await registered(desk)).toBe(FLORA + 1)
  const again = await rosaAt(await desk.reopen())
  expect((await again.scan(barcode)).patron?.patron_id).toBe(FLORA + 1)
  await again.ok('desk.finish', {})
  expect((await again.scan(CARDS.owing)).patron?.name).toContain('Miller')
})

test('of somebody who had a loan here, and is not in the file of now', async () => {
  const desk = await cardDesk(false, PAID)
  await desk.scan(CARDS.owing)
  await desk.scan(ITEMS.warmth)
  await desk.ok('desk.finish', {})
  await desk.station.close()
  elsewhere(desk, `DELETE FROM card WHERE patron_id = ${FLORA}; DELETE FROM patron WHERE patron_id = ${FLORA}`)
  const again = await rosaAt(await desk.reopen())
  expect(await registered(again)).toBe(FLORA + 1)
  expect((await again.ok('patron.get', { card_barcode: barcode })).loans).toEqual([])
})
