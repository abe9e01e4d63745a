/**
 * What takes the highest grants asks the person at the desk for their own PIN, each time, managers too: a desk that was
 * left open gives nothing. Through the router, on real files.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CONTRACT, type MethodName } from '../../../../shared/ipc/contract.ts'
import { folderOf } from '../../data-in/importing.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'
import { benAtDesk, recorded, signInAs } from '../../support/staff.ts'

const PIN = '471108'
const ROSA = { initials: 'RO', pin: PIN }
const SAM = { name: 'Sam Hill', initials: 'SH', role: 'manager', badge_barcode: '' } as const
const GRANTED = { role: 'staff', grant: 'edit-staff', is_granted: true } as const

/** Rosa's desk, with Ben and Wei in the staff, and a role of the library's own. */
async function rosasDesk(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  await desk.ok('role.add', { commandId: desk.id(), name: 'Page', copy_of: '' })
  return desk
}

type Asked = readonly [MethodName, (desk: TestDesk) => Promise<object> | object]
const ASKED: readonly Asked[] = [
  ['staff.add', () => ({ ...SAM, pin: '730164' })],
  ['staff.edit', () => ({ ...SAM, staff_code: 'BC-1', new_pin: '730164' })],
  ['staff.new-badge', () => ({ staff_code: 'BC-1' })],
  ['staff.set-pin', () => ({ staff_code: 'BC-1', new_pin: '9361' })],
  ['staff.close', () => ({ staff_code: 'BC-1' })],
  [
    'staff.reopen',
    async (desk) => {
      await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'BC-1' })
      return { staff_code: 'BC-1' }
    },
  ],
  ['role.add', () => ({ name: 'Technician', copy_of: 'manager' })],
  ['role.edit', () => ({ role: 'staff', name: 'Desk', order_number: 2 })],
  ['role.remove', () => ({ role: 'page' })],
  [
    'role.set',
    async (desk) => {
      // The role that is given so much needs longer PINs.
      await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'BC-1', new_pin: '863054' })
      return { ...GRANTED, amount_cents_max: null, days_count_max: null }
    },
  ],
  ['recovery-key.show', () => ({})],
  ['import.start', () => ({ folder: folderOf({ 'titles.csv': 'title_id,title\nx,Dune\n' }), accept_findings: [] })],
  [
    'store.restore',
    async (desk) => {
      const to_folder = join(testFolder(), 'backup')
      await desk.ok('store.backup', { to_folder })
      return { from_folder: to_folder }
    },
  ],
  ['patrons.export', () => ({ to_folder: join(testFolder(), 'patrons') })],
]

const eventsCount = async (desk: TestDesk) => (await desk.ok('system.status', {})).journal_events_count

/** Only of a person who signs off alone what they differ by. */
const SIGNING: readonly MethodName[] = [
  'card.import',
  'card.settle',
  'drawer.close',
  'drawer.hand-over',
  'drawer.open',
  'place.settle',
]
/** Only of the one person of a library, where a second one would be asked. */
const ALONE: readonly MethodName[] = ['patron.set-pin']

test('is every method that changes staff or roles, the key, data in, patrons out, a restore and a sign-off', () => {
  const methods = Object.entries(CONTRACT)
  const asking = methods.filter(([, { input }]) => 'own_pin' in input.shape).map(([name]) => name)
  expect(asking.toSorted()).toEqual([...ASKED.map(([name]) => name), ...SIGNING, ...ALONE].toSorted())
  const ofStaff = methods.filter(([, one]) => one.permission === 'edit-staff' && one.changes).map(([name]) => name)
  expect(ofStaff.filter((name) => !asking.includes(name))).toEqual([])
})

describe.each(ASKED)('%s', (method, input) => {
  /** What changes nothing has no command, which no type can tell of a method from a table. */
  const isCommand = 'commandId' in CONTRACT[method].input.shape
  const command = (desk: TestDesk) => (isCommand ? { commandId: desk.id() } : {}) as { commandId: string }

  test('without the PIN, with an empty one, a wrong one, and that of another person, does nothing', async () => {
    const desk = await rosasDesk()
    const asked = await input(desk)
    const before = await eventsCount(desk)
    const typed = (own_pin: string | undefined) => desk.call(method, { ...command(desk), ...asked, own_pin })
    expect(await typed(undefined)).toMatchObject({ code: 'own-pin-needed' })
    expect(await typed('')).toMatchObject({ code: 'own-pin-needed' })
    expect(await typed('471109')).toMatchObject({ code: 'sign-in-failed' })
    expect(await typed('2580')).toMatchObject({ code: 'sign-in-failed' })
    expect(await eventsCount(desk)).toBe(before)
    const { snapshot } = await desk.ok('desk.snapshot', {})
    expect([snapshot.staff?.initials, snapshot.page]).toEqual(['RO', null])
  })

  test('with it is done; the next time it is asked for again', async () => {
    const desk = await rosasDesk()
    const asked = await input(desk)
    expect(await desk.call(method, { ...command(desk), ...asked, own_pin: PIN })).toMatchObject({
      kind: 'ok',
    })
    if (method === 'store.restore') await signInAs(desk, ROSA)
    await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    const next = await desk.call(method, { ...command(desk), ...asked, own_pin: '' })
    expect(next).toMatchObject({ code: 'own-pin-needed' })
  })
})

test('wrong ones count as everywhere: past the limit the person is paused, and it is kept', async () => {
  const desk = await rosasDesk()
  const wrong = () => desk.call('recovery-key.show', { commandId: desk.id(), own_pin: '111' })
  let code: unknown = null
  for (let tries_count = 0; tries_count < 6 && code !== 'sign-in-paused'; tries_count += 1)
    code = ((await wrong()) as { code?: string }).code
  expect(code).toBe('sign-in-paused')
  expect(await desk.call('recovery-key.show', { commandId: desk.id(), own_pin: PIN })).toMatchObject({
    code: 'sign-in-paused',
  })
  expect(await recorded(desk, 'act-refused')).toMatchObject([{ act: 'recovery-key.show', staff: 'rortiz' }])
})

test('a command sent again is the same only with the same PIN, and shows the key no second time', async () => {
  const desk = await rosasDesk()
  const commandId = desk.id()
  const { snapshot } = await desk.ok('recovery-key.show', { commandId, own_pin: PIN })
  expect(snapshot.page?.ref.place).toBe('recovery-key')
  await desk.ok('desk.back', {})
  const again = await desk.ok('recovery-key.show', { commandId, own_pin: PIN })
  expect(again.snapshot.page).toBeNull()
  expect(await desk.call('recovery-key.show', { commandId, own_pin: '111111' })).toMatchObject({
    code: 'command-changed',
  })
  expect(await recorded(desk, 'recovery-key-shown')).toEqual([{ staff: 'rortiz' }])
})

test('the key is on no other way to the screen, and a desk that is locked over it has left it', async () => {
  const desk = await rosasDesk()
  const page = { place: 'recovery-key', about: '' } as const
  expect(await desk.call('desk.go', { page })).toMatchObject({ code: 'own-pin-needed' })
  await desk.ok('recovery-key.show', { commandId: desk.id(), own_pin: PIN })
  await desk.ok('desk.lock', {})
  await signInAs(desk, ROSA)
  // What happened meanwhile: that the key was shown.
  expect((await desk.ok('desk.snapshot', {})).snapshot.page?.ref.place).toBe('news')
})

test('no file and no line of the log has the PIN', async () => {
  const desk = await rosasDesk()
  const folder = join(testFolder(), 'nothing')
  mkdirSync(folder)
  await desk.call('import.start', { commandId: desk.id(), folder, accept_findings: [], own_pin: '8675309' })
  await desk.call('staff.add', { commandId: desk.id(), ...SAM, pin: '730164', own_pin: '8675309' })
  expect(desk.log.join('\n')).not.toContain('8675309')
  expect(desk.station.sessionState()).not.toContain('8675309')
})
