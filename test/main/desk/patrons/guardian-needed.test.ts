/** Ending a guardianship is asked about where the card needs a guardian, and nowhere else. */
import { expect, test } from 'vitest'
import { cardDesk } from '../../support/card-desk.ts'
import { CARDS } from '../../support/small-library.ts'

test.each([
  ['a child with the card of a child', '2015-01-01', 'CHILD', 'guardian-needed'],
  ['without a birth date', null, 'CHILD', 'guardian-needed'],
  ['of age, with the card of a child still', '2008-11-24', 'CHILD', 'ok'],
  ['a child with a card that asks for nobody', '2015-01-01', 'ADULT', 'ok'],
])('%s', async (_, born_on, category, expected) => {
  const born = born_on === null ? 'NULL' : `'${born_on}'`
  const set = `born_on = ${born}, category_code = '${category}', guardian = 'Dana Miller', guardian_patron_id = 1`
  const desk = await cardDesk(false, [`UPDATE patron SET ${set} WHERE patron_id = 2`])
  await desk.scan(CARDS.omar)
  const ended = await desk.call('guardian.end', { commandId: desk.id() })
  expect(ended.kind === 'refused' ? ended.code : ended.kind).toBe(expected)
  if (expected === 'ok') return
  expect((await desk.call('guardian.end', { commandId: desk.id(), is_unguarded_meant: true })).kind).toBe('ok')
})

test.each([
  ['a child with the card of a child', '2015-01-01', 'CHILD', 'patron-field-wrong'],
  ['without a birth date', null, 'CHILD', 'patron-field-wrong'],
  ['of age, with the card of a child still', '2008-11-24', 'CHILD', 'ok'],
  ['a child with a card that asks for nobody', '2015-01-01', 'ADULT', 'ok'],
])('a guardian by name is blanked in an edit: %s', async (_, born_on, category_code, expected) => {
  const born = born_on === null ? 'NULL' : `'${born_on}'`
  const set = `born_on = ${born}, category_code = '${category_code}', guardian = 'Eve Miller'`
  const desk = await cardDesk(false, [`UPDATE patron SET ${set} WHERE patron_id = 2`])
  await desk.scan(CARDS.omar)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const edit = snapshot.page?.acts.find(({ call, asks }) => call.method === 'patron.edit' && asks.length > 1)
  const typed = edit?.call.input['typed'] as Parameters<typeof desk.ok<'patron.edit'>>[1]['typed']
  const asked = { typed: { ...typed, guardian: ' ' }, category_code, name_proof: '' }
  const edited = await desk.call('patron.edit', { commandId: desk.id(), ...asked })
  expect(edited.kind === 'refused' ? edited.code : edited.kind).toBe(expected)
  const phone = { ...asked, typed: { ...typed, phone: '847-555-0123' } }
  expect((await desk.call('patron.edit', { commandId: desk.id(), ...phone })).kind).toBe('ok')
})
