/** What possible duplicates are found by follows the record, and goes with the patron. */
import { expect, test } from 'vitest'
import { openStore } from '../../../../main/store/store.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { KEY } from '../../support/fakes.ts'

const NEW_CARD = cardNumber('2123400050001', 'mod-10')
const LEO = `SELECT key FROM patron_duplicate_key JOIN patron USING (patron_id)
  WHERE born_on = '1988-03-06' ORDER BY key`

async function keysOf(desk: TestDesk, sql: string): Promise<unknown> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  try {
    return store.reference.db.prepare(sql).pluck().all()
  } finally {
    store.close()
  }
}

async function registered(): Promise<TestDesk> {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, { email: 'Leo.Ortiz+books@gmail.com' }, { barcode: NEW_CARD }))
  return desk
}

test('a new patron is found by the sounds of their names, and by their mail as it arrives', async () => {
  expect(await keysOf(await registered(), LEO)).toEqual(['e leoortiz@gmail.com', 'n ARTS L'])
})

test('a name that is corrected is another key', async () => {
  const desk = await registered()
  const { commandId, typed } = registration(desk, { surname: 'Peterson', email: '' })
  await desk.ok('patron.edit', { commandId, typed, category_code: 'ADULT', name_proof: 'spelling' })
  expect(await keysOf(desk, LEO)).toEqual(['n L PTRSN'])
})

test('nobody who was erased has one', async () => {
  const desk = await registered()
  const before = await desk.ok('privacy.erase', { commandId: desk.id(), card_tail: NEW_CARD.slice(-4) })
  expect(before.snapshot.patron).toBeNull()
  expect(
    await keysOf(desk, `SELECT key FROM patron_duplicate_key WHERE key LIKE '%ARTS%' OR key LIKE 'e leo%'`),
  ).toEqual([])
})
