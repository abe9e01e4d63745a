/** One desk and its central: the library goes there, each act follows and comes back; without it the desk works. */
import { expect, test } from 'vitest'
import { CARDS, ITEMS } from '../main/support/small-library.ts'
import { centralRows, enrolledDesk, expectEqual, inStep, testCentral } from './support/central-desk.ts'

test('a loan is recorded here, acknowledged by central, and included in the library’s file', async () => {
  const central = await testCentral()
  const desk = await enrolledDesk(central)
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth })
  await inStep(desk)
  expect(centralRows(central)['loan']?.length).toBeGreaterThan(0)
  await expectEqual(desk, central)
})

test('central stops, the desk goes on, and central has all of it after its start', async () => {
  const central = await testCentral()
  const desk = await enrolledDesk(central)
  await central.stop()
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.dana, item_barcode: ITEMS.warmth })
  await desk.ok('loan.check-in', { commandId: desk.id(), item_barcode: ITEMS.warmth })
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.omar, item_barcode: ITEMS.educated })
  await central.start()
  await expectEqual(desk, central)
})
