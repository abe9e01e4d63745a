/**
 * Roles added, renamed, moved and removed at the desk, on real files: who may, what is refused, what is recorded, what
 * holds at once and after a restart, and that nobody is locked out.
 */
import { describe, expect, test } from 'vitest'
import type { PageView } from '../../../../shared/desk/page.ts'
import { GRANTS, SHIPPED_GRANTS } from '../../../../shared/staff/permissions.ts'
import { workingDesk, type TestDesk } from '../../support/desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { CARDS, ITEMS } from '../../support/small-library.ts'
import { BEN, benAtDesk, enterRosa, recorded, signInAs, WEI } from '../../support/staff.ts'
import { ENGLISH, says } from '../../../support/said.ts'
import { en } from '../../../../shared/words/en/en.ts'

const ROSA = { initials: 'RO', pin: '471108' }

async function withStaff(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await signInAs(desk, ROSA)
  return desk
}

type Reply = ReturnType<TestDesk['call']>

const add = (desk: TestDesk, name: string, copy_of = ''): Reply =>
  desk.call('role.add', { commandId: desk.id(), name, copy_of })
const remove = (desk: TestDesk, role: string): Reply => desk.call('role.remove', { commandId: desk.id(), role })
const edit = (desk: TestDesk, role: string, name: string, order_number: number): Reply =>
  desk.call('role.edit', { commandId: desk.id(), role, name, order_number })
const benAs = (desk: TestDesk, role: string): Reply =>
  desk.call('staff.edit', { commandId: desk.id(), staff_code: 'BC-1', ...person(role), ...pinOf(role) })
const pinOf = (role: string) => (role === 'manager' ? { new_pin: '258014' } : {})
const person = (role: string) => ({ name: 'Ben Cole', initials: 'BC', badge_barcode: '', role })

async function names(desk: TestDesk): Promise<readonly string[]> {
  return (await desk.ok('role.list', {})).roles.map((one) => one.name)
}

async function grantsOf(desk: TestDesk, role: string): Promise<readonly string[]> {
  return (await desk.ok('role.list', {})).grants
    .filter((one) => one.role === role)
    .map((one) => one.grant)
    .toSorted()
}

describe('a role of the library’s own', () => {
  test('begins with what another may do, is held by somebody, and reaches as far', async () => {
    const desk = await withStaff()
    await enterRosa(desk)
    expect(await add(desk, 'Page', 'staff')).toMatchObject({ kind: 'ok' })
    expect((await desk.ok('role.list', {})).roles.at(-1)).toEqual({
      role: 'page',
      name: 'Page',
      is_built_in: false,
      staff_count: 0,
    })
    expect(await grantsOf(desk, 'page')).toEqual(await grantsOf(desk, 'staff'))
    const shut = { role: 'page', grant: 'answer-at-desk', is_granted: false } as const
    await desk.ok('role.set', { commandId: desk.id(), ...shut, amount_cents_max: null, days_count_max: null })
    expect(await benAs(desk, 'page')).toMatchObject({ kind: 'ok' })
    await signInAs(desk, BEN)
    expect((await desk.ok('desk.snapshot', {})).snapshot.staff).toMatchObject({ role: 'page', role_name: 'Page' })
    await desk.scan(CARDS.expired)
    const { rows } = await desk.scan(ITEMS.warmth)
    expect(rows[0]?.choices[0]?.label).toBe(en.outcomes.answer.ask)
    // It is in the files: the next start has it.
    const again = await desk.reopen()
    await signInAs(again, ROSA)
    expect(await names(again)).toEqual(['Staff', 'Supervisor', 'Manager', 'Page'])
    expect(await grantsOf(again, 'staff')).toContain('answer-at-desk')
    expect(await grantsOf(again, 'page')).not.toContain('answer-at-desk')
  })

  test('made like none may do nothing yet', async () => {
    const desk = await withStaff()
    await add(desk, 'Volunteer')
    expect(await grantsOf(desk, 'volunteer')).toEqual([])
  })

  test('goes once nobody has it, and one of the same name later is another one', async () => {
    const desk = await withStaff()
    await add(desk, 'Page', 'supervisor')
    await benAs(desk, 'page')
    const held = await remove(desk, 'page')
    expect(held).toMatchObject({ code: 'role-held', says: says('role-held', { name: 'Page', count: 1 }) })
    // Whoever has left holds it back no longer.
    await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'BC-1' })
    expect(await remove(desk, 'page')).toMatchObject({ kind: 'ok' })
    expect(await names(desk)).toEqual(['Staff', 'Supervisor', 'Manager'])
    expect(await grantsOf(desk, 'page')).toEqual([])
    await add(desk, 'Page')
    expect((await desk.ok('role.list', {})).roles.at(-1)).toMatchObject({ role: 'page-2', name: 'Page' })
    // Ben's role of before is gone: he comes back with one that exists, or not at all.
    const reopen = (role?: string): Reply =>
      desk.call('staff.reopen', { commandId: desk.id(), staff_code: 'BC-1', ...(role ? { role } : {}) })
    expect(await reopen()).toMatchObject({ code: 'role-unknown' })
    expect(await reopen('staff')).toMatchObject({ kind: 'ok' })
    await signInAs(desk, BEN)
  })

  test('is recorded whole, with what it may do, by one command that is done once', async () => {
    const desk = await withStaff()
    const input = { commandId: desk.id(), name: 'Page', copy_of: 'staff' }
    await desk.ok('role.add', input)
    await desk.ok('role.add', input)
    const gone = { commandId: desk.id(), role: 'page' }
    await desk.ok('role.remove', gone)
    await desk.ok('role.remove', gone)
    const { problems } = await desk.ok('journal.verify', {})
    expect(problems).toEqual([])
    const entries = (await recorded(desk, 'policy-changed')) as { table: string; key: string; after: object | null }[]
    const roles = entries.filter((one) => one.table === 'role')
    expect(roles).toMatchObject([
      { key: 'page', before: { name: 'Page' }, after: null, staff: 'rortiz' },
      { key: 'page', before: null, after: { role_code: 'page', name: 'Page', is_built_in: 0, order_number: 4 } },
    ])
    const grants = entries.filter((one) => one.table === 'role_grant')
    const staffs = SHIPPED_GRANTS.filter((one) => one.role === 'staff')
    expect(staffs.length).toBeGreaterThan(0)
    expect(grants.filter((one) => one.after === null)).toHaveLength(staffs.length)
    expect(grants.filter((one) => one.after !== null)).toHaveLength(staffs.length)
  })
})

describe('the roles that come with the program', () => {
  test('are renamed and moved, and everybody reads the new name', async () => {
    const desk = await withStaff()
    expect(await edit(desk, 'staff', 'Desk assistant', 3)).toMatchObject({ kind: 'ok' })
    expect(await names(desk)).toEqual(['Supervisor', 'Manager', 'Desk assistant'])
    await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'BC-1', new_pin: '2580' })
    const { entries } = await desk.ok('work-log.list', { limit: 5 })
    expect(entries[0]).toMatchObject({ kind: 'staff-changed', notes: 'Desk assistant' })
    expect(entries.map((one) => one.what)).toContain(ENGLISH.words.log.role_changed)
    const history = await desk.ok('policy.history', { limit: 10 })
    expect(history.entries.map((one) => one.what)).toEqual([
      'Role Staff renamed',
      'Role Manager moved',
      'Role Supervisor moved',
    ])
    // What a role may do goes by its code.
    await signInAs(desk, BEN)
    expect(await desk.call('role.list', {})).toMatchObject({ code: 'not-permitted' })
  })

  test.each(['staff', 'supervisor', 'manager'])('%s stays', async (role) => {
    const desk = await withStaff()
    expect(await remove(desk, role)).toMatchObject({ code: 'role-built-in' })
  })
})

describe('refused', () => {
  test('a name that another has, a role that is not there, and a tenth', async () => {
    const desk = await withStaff()
    expect(await add(desk, 'manager')).toMatchObject({ code: 'role-name-taken' })
    expect(await edit(desk, 'staff', 'Manager', 1)).toMatchObject({ code: 'role-name-taken' })
    for (const reply of [
      await add(desk, 'Page', 'nobody'),
      await edit(desk, 'nobody', 'Page', 1),
      await remove(desk, 'nobody'),
      await benAs(desk, 'nobody'),
    ]) {
      expect(reply).toMatchObject({ code: 'role-unknown', says: says('role-unknown', { role: 'nobody' }) })
    }
    for (const letter of 'BCDEFG') expect(await add(desk, `Role ${letter}`)).toMatchObject({ kind: 'ok' })
    expect(await add(desk, 'One more')).toMatchObject({ code: 'roles-too-many' })
  })

  test('everybody who may not change staff', async () => {
    const desk = await withStaff()
    await signInAs(desk, WEI)
    for (const reply of [await add(desk, 'Page'), await edit(desk, 'staff', 'Page', 1), await remove(desk, 'staff')]) {
      expect(reply).toMatchObject({ code: 'not-permitted' })
    }
  })
})

test('nobody is locked out: the last who may change staff keeps it, whatever their role is called', async () => {
  const desk = await withStaff()
  await add(desk, 'Director', 'manager')
  const rosaAs = (role: string): Reply => {
    const rosa = { name: 'Rosa Ortiz', initials: 'RO', badge_barcode: '', role }
    return desk.call('staff.edit', { commandId: desk.id(), staff_code: 'rortiz', ...rosa })
  }
  expect(await rosaAs('director')).toMatchObject({ kind: 'ok' })
  const shut = { role: 'director', grant: 'edit-staff', is_granted: false } as const
  const set = { ...shut, amount_cents_max: null, days_count_max: null }
  expect(await desk.call('role.set', { commandId: desk.id(), ...set })).toMatchObject({ code: 'last-manager' })
  expect(await rosaAs('staff')).toMatchObject({ code: 'last-manager' })
  expect(await remove(desk, 'director')).toMatchObject({ code: 'role-held' })
  await benAs(desk, 'manager')
  expect(await desk.call('role.set', { commandId: desk.id(), ...set })).toMatchObject({ kind: 'ok' })
})

test('the page lists the roles, Enter shows what one may do; every act is a call, no letter stands twice', async () => {
  const desk = await withStaff()
  for (const name of ['Page', 'Adult services']) await add(desk, name, 'staff')
  const open = async (about: string) => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'staff', about } })
    if (!snapshot.page) throw new Error('the page is open')
    expect(pageFaults(snapshot.page)).toEqual([])
    return snapshot.page
  }
  const rowsOf = ({ sections: [first] }: PageView) => (first?.kind === 'table' ? first.rows : [])
  const texts = (page: PageView) => rowsOf(page).map((row) => row.cells.map((cell) => cell.text))
  const counted = (role: string) => {
    return `${SHIPPED_GRANTS.filter((one) => one.role === role).length} of ${GRANTS.length}`
  }
  const roles = await open('roles')
  expect(texts(roles)).toEqual([
    ['Staff', '1', counted('staff'), 'staff'],
    ['Supervisor', '1', counted('supervisor'), 'supervisor'],
    ['Manager', '1', `${GRANTS.length} of ${GRANTS.length}`, 'manager'],
    ['Page', '0', counted('staff'), 'page'],
    ['Adult services', '0', counted('staff'), 'adult-services'],
  ])
  expect(rowsOf(roles)[3]?.enter?.call.input).toEqual({ page: { place: 'staff', about: 'role page' } })
  const page = await open('role page')
  expect(page.heading).toBe('What Page may do')
  expect(texts(page)).toContainEqual([
    ENGLISH.words.staff.grants.waive,
    'up to $5.00; $25.00 in a day',
    'Staff, Supervisor, Manager, Adult services',
  ])
  expect(texts(page)).toContainEqual([ENGLISH.words.staff.grants['override-limit'], 'no', 'Supervisor, Manager'])
  // Managers always may change staff.
  const manager = rowsOf(await open('role manager')).find((row) => row.row_id === 'grant edit-staff')
  expect(manager?.enter).toBeNull()
  expect(rowsOf(page).every((row) => row.enter?.call.method === 'role.set')).toBe(true)
  expect(await desk.call('desk.go', { page: { place: 'staff', about: 'role nobody' } })).toMatchObject({
    code: 'page-empty',
  })
  const people = (await desk.ok('desk.go', { page: { place: 'staff', about: '' } })).snapshot.page
  const field = people?.acts.find((act) => act.key === 'A')?.asks.find((one) => one.name === 'role')
  expect(field?.options.map((one) => one.label)).toContain('Adult services')
})
