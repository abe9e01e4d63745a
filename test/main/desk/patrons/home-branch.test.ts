/** The home branch of a patron is a field of the record's form where the library has more than one branch. */
import { expect, test } from 'vitest'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { cardDesk } from '../../support/card-desk.ts'
import type { TestDesk } from '../../support/desk.ts'
import { CARDS } from '../../support/small-library.ts'

type Edit = Omit<Input<'patron.edit'>, 'commandId'>

/** The form as the account offers it: its field of the branch, if any, and what it sends unchanged. */
async function form(desk: TestDesk) {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'account', about: '' } })
  const act = must(
    snapshot.page?.acts.find(({ call, asks }) => call.method === 'patron.edit' && asks.length > 1),
    'the form',
  )
  const branch = act.asks.find(({ name }) => name === 'branch_code')
  const typed = act.call.input['typed'] as Edit['typed']
  return { branch, edit: { typed, category_code: 'ADULT', name_proof: '' } satisfies Edit }
}

async function atDana(also: readonly string[] = []): Promise<TestDesk> {
  const desk = await cardDesk(false, also)
  await desk.scan(CARDS.dana)
  return desk
}

test('is changed with nothing else, shown afterwards, and comes back by an undo', async () => {
  const desk = await atDana()
  const before = await form(desk)
  expect(before.branch).toMatchObject({ value: 'MAPLE', is_required: true })
  expect(before.branch?.options.map(({ value }) => value)).toEqual(['MAPLE', 'NORTH'])
  await desk.ok('patron.edit', { commandId: desk.id(), ...before.edit, branch_code: 'NORTH' })
  expect((await form(desk)).branch?.value).toBe('NORTH')
  await desk.ok('desk.undo', { commandId: desk.id() })
  expect((await form(desk)).branch?.value).toBe('MAPLE')
})

test('stays where an edit does not name it', async () => {
  const desk = await atDana()
  const { edit } = await form(desk)
  await desk.ok('patron.edit', { commandId: desk.id(), ...edit, branch_code: 'NORTH' })
  const phone = { ...edit, typed: { ...edit.typed, phone: '847-555-0123' } }
  await desk.ok('patron.edit', { commandId: desk.id(), ...phone })
  expect((await form(desk)).branch?.value).toBe('NORTH')
})

test('is refused where the library has no such branch', async () => {
  const desk = await atDana()
  const { edit } = await form(desk)
  const gone = await desk.call('patron.edit', { commandId: desk.id(), ...edit, branch_code: 'SOUTH' })
  expect(gone).toMatchObject({ kind: 'refused', code: 'branch-unknown' })
})

test('is not asked in a library of one branch', async () => {
  const desk = await atDana([
    `UPDATE item SET home_branch_code = 'MAPLE', at_branch_code = 'MAPLE'`,
    `UPDATE patron SET branch_code = 'MAPLE'`,
    `DELETE FROM opening_hours WHERE branch_code = 'NORTH'`,
    `DELETE FROM branch WHERE branch_code = 'NORTH'`,
  ])
  expect((await form(desk)).branch).toBeUndefined()
})
