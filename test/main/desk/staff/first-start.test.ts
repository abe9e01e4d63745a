/**
 * The first start on a real desk: what it offers, the sample library, a person of the imported staff who is not
 * doubled, initials that are nobody else's, and the folders of this computer.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDesk, openDesk, workingDesk, type TestDesk } from '../../support/desk.ts'
import { recorded } from '../../support/staff.ts'
import { openFile } from '../../../../main/store/files/open-edge.ts'
import { REFERENCE_FILE } from '../../../../main/store/files/file-names.ts'
import { FakeClock, KEY } from '../../support/fakes.ts'
import { testFolder } from '../../support/folders.ts'

const PLACE = { branch_code: 'MAPLE', desk_name: 'Desk 1' }
const PIN = '863054'

async function ended(desk: TestDesk) {
  while ((await desk.ok('import.status', {})).running) await new Promise((resolve) => setTimeout(resolve, 20))
  return desk.ok('import.status', {})
}

async function withSample(clock = new FakeClock()): Promise<TestDesk> {
  const desk = await openDesk(testFolder(), {}, clock)
  const { sample_folder } = await desk.ok('set-up.look', {})
  await desk.ok('import.start', { commandId: desk.id(), folder: sample_folder, is_sample: true, accept_findings: [] })
  const status = await ended(desk)
  expect(status.findings).toEqual([])
  expect(status.files.map((file) => file.state)).toEqual(status.files.map(() => 'taken'))
  return desk
}

test('the sample library comes in by one act, is marked, and stays alone', async () => {
  const desk = await withSample()
  const look = await desk.ok('set-up.look', {})
  expect(look.branches.map((one) => one.branch_code)).toContain('MAPLE')
  expect(look.patrons_count).toBeGreaterThan(100)
  expect(look.items_count).toBeGreaterThan(500)
  expect(look.sample_folder).toBe('')
  expect((await desk.ok('desk.snapshot', {})).snapshot.strip.is_sample).toBe(true)
  const real = { commandId: desk.id(), folder: testFolder(), accept_findings: [] }
  expect(await desk.call('import.start', real)).toMatchObject({ code: 'sample-library' })
})

test('the sample library is as of the day on which it comes in: a year later as much is late', async () => {
  const later = new FakeClock()
  later.pass(364 * 24 * 60 * 60 * 1000)
  const known: unknown[] = []
  for (const clock of [new FakeClock(), later]) {
    const { folder } = await withSample(clock)
    const db = openFile(path.join(folder, REFERENCE_FILE), KEY)
    const now_ms = clock.now()
    const on = new Date(now_ms).toISOString().slice(0, 10)
    const late = db.prepare('SELECT count(*) FROM loan WHERE due_at_ms < ?').pluck().get(now_ms)
    const ready = db.prepare("SELECT count(*) FROM hold WHERE status = 'ready' AND expires_on >= ?").pluck().get(on)
    db.close()
    known.push([late, ready])
  }
  expect(known[0]).not.toContain(0)
  expect(known[1]).toEqual(known[0])
})

test('the sample library goes into no desk that has a library', async () => {
  const desk = await freshDesk()
  const sample = { commandId: desk.id(), folder: '/', is_sample: true, accept_findings: [] }
  expect(await desk.call('import.start', sample)).toMatchObject({ code: 'library-here' })
  expect((await desk.ok('desk.snapshot', {})).snapshot.strip.is_sample).toBe(false)
})

test('a person of the imported staff sets the desk up with a new PIN, and is there once', async () => {
  const desk = await withSample()
  const { staff } = await desk.ok('set-up.look', {})
  const rosa = staff.find((one) => one.initials === 'RO')
  expect(rosa).toMatchObject({ staff_code: 'rortiz', name: 'Rosa Ortiz', role_name: 'Manager' })
  const who = { staff_name: 'Rosa Ortiz', initials: 'RO', pin: PIN, staff_code: 'rortiz' }
  const { snapshot } = await desk.ok('desk.set-up', { commandId: desk.id(), ...PLACE, ...who })
  expect(snapshot.staff).toMatchObject({ staff_code: 'rortiz', name: 'Rosa Ortiz', role: 'manager' })
  const { staff: all } = await desk.ok('staff.list', {})
  expect(all.filter((one) => one.initials === 'RO')).toHaveLength(1)
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  await desk.ok('staff.sign-in', { commandId: desk.id(), initials: 'RO', pin: PIN })
  expect(await desk.call('set-up.look', {})).toMatchObject({ code: 'already-set-up' })
  expect(await recorded(desk, 'staff-changed')).toMatchObject([{ staff: 'rortiz', what: 'pin-set' }, {}, {}, {}])
})

test('one who was no manager is one from then on, by an entry', async () => {
  const desk = await withSample()
  const who = { staff_name: 'Ben Cole', initials: 'BC', pin: PIN, staff_code: 'bcole' }
  const { snapshot } = await desk.ok('desk.set-up', { commandId: desk.id(), ...PLACE, ...who })
  expect(snapshot.staff).toMatchObject({ staff_code: 'bcole', role: 'manager' })
  const entries = await recorded(desk, 'staff-changed')
  expect(entries.slice(0, 2)).toMatchObject([{ what: 'pin-set' }, { what: 'edited', role: 'manager' }])
})

test('the initials of another are refused, with others that are free; a stranger is not known', async () => {
  const desk = await withSample()
  const setUp = (who: { staff_name: string; initials: string; staff_code?: string }) =>
    desk.call('desk.set-up', { commandId: desk.id(), ...PLACE, pin: PIN, ...who })
  const taken = await setUp({ staff_name: 'Rita Olsen', initials: 'ro' })
  expect(taken).toMatchObject({ code: 'initials-of-another' })
  expect(JSON.stringify(taken)).toContain('ROL')
  const nobody = { staff_name: 'Eve', initials: 'EV', staff_code: 'nobody' }
  expect(await setUp(nobody)).toMatchObject({ code: 'staff-unknown' })
  expect(await setUp({ staff_name: 'Rita Olsen', initials: 'ROL' })).toMatchObject({ kind: 'ok' })
})

test('folders are listed by name until the desk is set up, and then to those who may import', async () => {
  const folder = testFolder()
  for (const name of ['export', '.hidden', 'other']) mkdirSync(path.join(folder, name))
  writeFileSync(path.join(folder, 'patrons.csv'), 'patron_id\n')
  writeFileSync(path.join(folder, 'secret.txt'), '')
  symlinkSync(path.join(folder, 'export'), path.join(folder, 'a-link'))
  symlinkSync(path.join(folder, 'gone'), path.join(folder, 'dangling'))
  symlinkSync(path.join(folder, 'round'), path.join(folder, 'round'))
  const desk = await openDesk(testFolder())
  const listed = await desk.ok('folder.list', { folder })
  expect(listed.folders.map((one) => one.name)).toEqual(['a-link', 'export', 'other'])
  expect([listed.files_count, listed.parent]).toEqual([1, path.dirname(folder)])
  expect(JSON.stringify(listed)).not.toContain('secret')
  expect((await desk.ok('folder.list', { folder: '' })).folders.length).toBeGreaterThan(0)
  expect(await desk.call('folder.list', { folder: path.join(folder, 'gone') })).toMatchObject({
    code: 'folder-unreadable',
  })
  expect(await desk.call('folder.list', { folder: 'export' })).toMatchObject({ code: 'place-not-whole' })

  const working = await workingDesk()
  expect(await working.ok('folder.list', { folder })).toMatchObject({ files_count: 1 })
  await working.ok('staff.sign-out', { commandId: working.id() })
  expect(await working.call('folder.list', { folder })).toMatchObject({ code: 'not-signed-in' })
})
