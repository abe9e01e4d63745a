/**
 * How far the loan of “This desk” reaches: what keeps the desk going today, and never the key of its data, other data,
 * or staff. And what a role of its own that looks after the desk, and not after staff, may do. On real files.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PageRef, PageView } from '../../../../shared/desk/page.ts'
import { must } from '../../../../shared/kernel/assert.ts'
import { folderOf } from '../../data-in/importing.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { answer, approve, askedFor, benAtDesk, benLooksAfterDesk, signInAs } from '../../support/staff.ts'

const ROSA = { initials: 'RO', pin: '471108' }
const page = (place: PageRef['place']): { readonly page: PageRef } => ({ page: { place, about: '' } })
const SHADOW = 'staff_code,name,initials,role,pin\nSH-1,Shadow,SH,manager,0000\nrortiz,Rosa Ortiz,RO,manager,9999\n'
const NOT_PERMITTED = { kind: 'refused', code: 'not-permitted' }

/** Ben asks for this desk, and Rosa lends it since a patron asks. */
async function lentToBen(): Promise<{ readonly desk: TestDesk; readonly view: PageView }> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await askedFor(desk, page('this-desk').page)
  await answer(desk, '1')
  await approve(desk, ROSA)
  const view = must((await answer(desk, '1')).page, 'the page that was lent')
  expect(view.ref.place).toBe('this-desk')
  return { desk, view }
}

/** Of another desk, which is Rosa's. */
async function rosasBackup(): Promise<string> {
  const to_folder = join(testFolder(), 'backup')
  await (await workingDesk()).ok('store.backup', { to_folder })
  return to_folder
}

test('it offers what keeps the desk going, and neither the key nor a restore', async () => {
  const { view } = await lentToBen()
  const calls = view.acts.map(({ call }) => call.method)
  expect(calls).toEqual(['store.backup', 'journal.verify', 'journal.export', 'desk.branch'])
})

test('the key, data in, a restore, staff and roles stay shut, and nothing of them happens', async () => {
  const { desk } = await lentToBen()
  for (const place of ['recovery-key', 'data-in'] as const) {
    expect(await desk.call('desk.go', page(place)), place).toMatchObject(NOT_PERMITTED)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect(snapshot.page?.ref.place, 'nor is it asked of anybody').toBe('this-desk')
    expect(snapshot.totals.undecided_count).toBe(0)
  }
  const folder = folderOf({ 'staff.csv': SHADOW })
  const taken = desk.call('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  expect(await taken).toMatchObject(NOT_PERMITTED)
  const from_folder = await rosasBackup()
  expect(await desk.call('store.restore', { commandId: desk.id(), from_folder })).toMatchObject(NOT_PERMITTED)
  expect(await desk.call('staff.list', {})).toMatchObject(NOT_PERMITTED)
  expect(await desk.call('role.list', {})).toMatchObject(NOT_PERMITTED)
  const given = { role: 'staff', is_granted: true, amount_cents_max: null, days_count_max: null } as const
  expect(await desk.call('role.set', { commandId: desk.id(), ...given, grant: 'edit-staff' })).toMatchObject(
    NOT_PERMITTED,
  )
  const shadow = { commandId: desk.id(), initials: 'SH', pin: '0000' }
  expect(await desk.call('staff.sign-in', shadow)).toMatchObject({ code: 'sign-in-failed' })
  await signInAs(desk, ROSA)
})

test('a role that looks after the desk and not after staff puts no backup back, which brings staff', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await benLooksAfterDesk(desk, ROSA)
  const view = must((await desk.ok('desk.go', page('this-desk'))).snapshot.page, 'the page')
  expect(view.acts.map((act) => act.label)).not.toContain('Restore a backup')
  const from_folder = join(testFolder(), 'backup')
  await desk.ok('store.backup', { to_folder: from_folder })
  expect(await desk.call('store.restore', { commandId: desk.id(), from_folder })).toMatchObject(NOT_PERMITTED)
})
