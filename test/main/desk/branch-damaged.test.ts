/** The setting that says which branch the desk is at cannot be read: no first set-up is offered on a desk at work. */
import { expect, test } from 'vitest'
import { keepOwn, readOwn } from '../../../main/journal/own-values.ts'
import { OWN_BRANCH } from '../../../main/library/library.ts'
import { openStore } from '../../../main/store/store.ts'
import { freshDesk, openDesk, rosaAt, type TestDesk, workingDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { PIN } from '../support/small-library.ts'
import { BEN, benAtDesk } from '../support/staff.ts'

/** The same desk after its files were damaged so that the setting says this. */
async function reopenedWith(desk: TestDesk, branch_code: string): Promise<TestDesk> {
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  keepOwn(store.db, { [OWN_BRANCH]: branch_code })
  store.close()
  return openDesk(desk.folder, {}, desk.clock)
}

test.each(['', 'MAQLE', 'NORTH\u0000'])('the setting says %j: rescue, and no set-up to anyone', async (branch_code) => {
  const desk = await reopenedWith(await workingDesk(), branch_code)
  const { snapshot } = await desk.ok('desk.snapshot', {})
  expect(snapshot.stage).toBe('rescue')
  expect(snapshot.rescue).toMatchObject({ can_restore: true, can_unlock: false })
  expect(snapshot.rescue?.go_on).toContain('Maple Street')
  const who = { staff_name: 'Eve', initials: 'EV', pin: '246813' }
  const set_up = { commandId: desk.id(), branch_code: 'NORTH', desk_name: 'Desk 9', ...who }
  expect(await desk.call('desk.set-up', set_up)).toMatchObject({ kind: 'refused', code: 'recording-stopped' })
})

test('a manager goes on at the branch of the last entry, and nobody else does', async () => {
  const before = await workingDesk()
  await benAtDesk(before)
  const desk = await reopenedWith(before, '')
  const refused = await desk.call('rescue.go-on', { initials: BEN.initials, pin: BEN.pin })
  expect(refused).toMatchObject({ kind: 'refused', code: 'not-permitted' })
  const { snapshot } = await desk.ok('rescue.go-on', { initials: 'RO', pin: PIN })
  expect(snapshot).toMatchObject({ stage: 'sign-in', rescue: null })
  await rosaAt(desk)
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  expect(readOwn(store.db, OWN_BRANCH)).toBe('MAPLE')
  store.close()
})

test('a desk that moved last goes on where it moved to', async () => {
  const before = await workingDesk()
  await before.ok('desk.branch', { branch_code: 'NORTH', desk_name: 'Desk 2' })
  const desk = await reopenedWith(before, '')
  await desk.ok('rescue.go-on', { initials: 'RO', pin: PIN })
  expect((await desk.ok('desk.snapshot', {})).snapshot.strip.branch_name).toContain('North')
})

test('a desk that was never set up still offers it', async () => {
  const desk = await freshDesk()
  expect((await desk.ok('desk.snapshot', {})).snapshot.stage).toBe('set-up')
})
