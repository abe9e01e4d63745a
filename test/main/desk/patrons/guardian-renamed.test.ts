/** A guardian who is linked and changes their name is called by it on the account of the child, and undo goes back. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardNumber } from '../../../../shared/patron/card-numbers.ts'
import { en } from '../../../../shared/words/en/en.ts'
import { cardDesk, registration } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'

const [PARENT = '', CHILD = ''] = [1, 2].map((n) => cardNumber(`212340005000${n}`, 'mod-10'))

/** What the panel and the form that edits the child say. */
async function guardianOf(desk: TestDesk): Promise<readonly (string | undefined)[]> {
  await desk.ok('desk.finish', {})
  const { patron } = await desk.scan(CHILD)
  const { page } = (await desk.ok('desk.go', { page: { place: 'account', about: '' } })).snapshot
  const edit = page?.acts.find(({ call }) => call.method === 'patron.edit')
  const told = patron?.notices.find(({ heading }) => heading === en.panel.guardian)
  // What the guardian may be told follows it.
  return [told?.detail.split('. ')[0], edit?.asks.find(({ name }) => name === 'typed.guardian')?.value]
}

test('on the panel and in the form, and the child is edited without a word of it', async () => {
  const desk = await cardDesk()
  await desk.ok('patron.register', registration(desk, {}, { barcode: PARENT }))
  const family_of = must((await desk.ok('desk.snapshot', {})).snapshot.patron, 'the parent').patron_id
  const mia = { given: 'Mia', born_on: '2016-05-04' }
  await desk.ok('patron.register', registration(desk, mia, { barcode: CHILD, family_of }))
  expect(await guardianOf(desk)).toEqual(['Leo Ortíz', 'Leo Ortíz'])

  await desk.ok('desk.finish', {})
  await desk.scan(PARENT)
  const { typed } = registration(desk, { given: 'Lea', surname: 'Silva' })
  const renamed = { typed, category_code: 'ADULT', name_proof: 'court-order' }
  await desk.ok('patron.edit', { commandId: desk.id(), ...renamed })
  expect(await guardianOf(desk)).toEqual(['Lea Silva', 'Lea Silva'])

  const other = { ...mia, guardian: 'Lea Silva', phone: '847-555-0199' }
  const edit = { typed: registration(desk, other).typed, category_code: 'CHILD', name_proof: '' }
  await desk.ok('patron.edit', { commandId: desk.id(), ...edit })
  await desk.ok('desk.undo', { commandId: desk.id() })
  await desk.ok('desk.finish', {})
  await desk.scan(PARENT)
  const { entries } = await desk.ok('work-log.list', { limit: 20 })
  const change = entries.findLast(({ kind }) => kind === 'patron-changed')
  await desk.ok('desk.undo-act', { commandId: desk.id(), event: change?.event ?? '' })
  expect(await guardianOf(desk)).toEqual(['Leo Ortíz', 'Leo Ortíz'])
})
