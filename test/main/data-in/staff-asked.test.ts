/**
 * A folder that changes who works here: by whom it may be taken in, what is asked first, whose PIN stays, and what the
 * journal keeps of it. Through the router, on real files.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { StaffChange } from '../../../shared/import/staff-here.ts'
import { all, BASE, folderOf, takeIn as takeFolder } from './importing.ts'
import { openDesk, workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { BADGE } from '../support/small-library.ts'
import { benAtDesk, benLooksAfterDesk, recorded } from '../support/staff.ts'
import { ENGLISH } from '../../support/said.ts'

type Status = Output<'import.status'>

const HEAD = 'staff_code,name,initials,role,badge_barcode,pin\n'
const ROSA = { initials: 'RO', pin: '471108' }
const ROSA_ROW = 'rortiz,Rosa Ortiz,RO,manager,29999000000019,905172\n'
const SHADOW = { initials: 'SH', pin: '730164' }
const STAFF = `${HEAD}${ROSA_ROW}SH-1,Sam Hill,SH,manager,,730164\n`
const ADDS = 'Adds Sam Hill (SH): role Manager.'

async function takeIn(desk: TestDesk, folder: string, accept_findings: string[] = []): Promise<Status> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk.ok('import.status', {})
}

const namesOf = ({ findings }: Status): string[] => findings.map((one) => one.name)
const signIn = (desk: TestDesk, who: { readonly initials: string; readonly pin: string }) =>
  desk.call('staff.sign-in', { commandId: desk.id(), ...who })

/** Ben, whose role looks after the desk by itself, and not after staff. */
async function technician(): Promise<TestDesk> {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await benLooksAfterDesk(desk, ROSA)
  return desk
}

test('whose role looks after the desk alone makes nobody a manager by a folder, whatever they accept', async () => {
  const desk = await technician()
  const folder = folderOf({ 'staff.csv': STAFF, 'item_types.csv': 'item_type_code,name\nBOOK,Books\n' })
  const asked = await takeIn(desk, folder)
  expect(asked.findings).toMatchObject([{ kind: 'stops', says: expect.stringContaining(ADDS) as string }])
  expect(namesOf(await takeIn(desk, folder, namesOf(asked)))).toEqual(namesOf(asked))
  expect(await signIn(desk, SHADOW)).toMatchObject({ code: 'sign-in-failed' })
  expect(await desk.call('staff.list', {})).toMatchObject({ code: 'not-permitted' })
  expect(await recorded(desk, 'data-imported')).toEqual([])
})

test('what staff prove and say is changed by no folder, once people work here', async () => {
  const desk = await technician()
  const rows = ['is_badge_pin_required,no', 'is_view_reason_required,yes', 'hold_shelf_days_count,9']
  const { files } = await takeIn(desk, folderOf({ 'settings.csv': `name,value\n${rows.join('\n')}\n` }))
  expect(files.map((file) => [file.imported_count, file.rejected_count])).toEqual([[1, 2]])
  await desk.ok('staff.sign-out', { commandId: desk.id() })
  expect((await desk.scan(BADGE)).asked_pin?.for).toBe('sign-in')
})

test('what says nothing new of staff is taken in by them as ever', async () => {
  const desk = await technician()
  const folder = folderOf({ 'staff.csv': HEAD + ROSA_ROW, 'titles.csv': 'title_id,title\nx,Dune\n' })
  const status = await takeIn(desk, folder)
  expect(status.findings).toEqual([])
  expect(status.files.map((file) => `${file.file} ${file.state}`)).toEqual(['staff.csv taken', 'titles.csv taken'])
  expect(await signIn(desk, { initials: 'RO', pin: '905172' })).toMatchObject({ code: 'sign-in-failed' })
  expect(await signIn(desk, ROSA)).toMatchObject({ kind: 'ok' })
})

test('a role that the PIN is too short for is given to nobody, with the PIN of the file or of this desk', async () => {
  const desk = await workingDesk()
  await benAtDesk(desk)
  await signIn(desk, ROSA)
  const rows = ['BC-1,Ben Cole,BC,manager,29999000000026,2580', 'SH-1,Sam Hill,SH,manager,,7301']
  const folder = folderOf({ 'staff.csv': `${HEAD}${ROSA_ROW}${rows.join('\n')}\n` })
  const taken = await takeIn(desk, folder, namesOf(await takeIn(desk, folder)))
  expect(taken.files.map((file) => file.rejected_count)).toEqual([2])
  const { staff } = await desk.ok('staff.list', {})
  expect(staff.map((one) => `${one.initials} ${one.role}`).sort()).toEqual(['BC staff', 'RO manager', 'WZ supervisor'])
  expect(await recorded(desk, 'staff-changed'), 'no entry says that they were').toEqual([])
})

test('a manager is asked by name before it holds; then each person is an entry, and every PIN stays', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'staff.csv': STAFF })
  const asked = await takeIn(desk, folder)
  expect(asked.findings).toEqual([{ kind: 'warns', name: expect.any(String) as string, says: ADDS }])
  expect(readFileSync(asked.report_file.replace(/csv$/, 'txt'), 'utf8')).toContain(`Staff: ${ADDS}`)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  const lines = snapshot.page?.sections.flatMap((one) => (one.kind === 'text' ? one.lines : []))
  expect(lines).toEqual([`Staff: ${ADDS}`])
  expect(await signIn(desk, SHADOW)).toMatchObject({ code: 'sign-in-failed' })
  const taken = await takeIn(desk, folder, namesOf(asked))
  expect(taken.findings).toEqual([])
  expect(taken.files[0]?.message).toContain('1 have a PIN already')
  const { entries } = await desk.ok('work-log.list', { limit: 10 })
  expect(entries.find((one) => one.what === ENGLISH.words.log.staff_changed.added('Sam Hill'))).toMatchObject({
    name: 'Rosa Ortiz',
    notes: ENGLISH.words.log.by_import('Manager'),
  })
  expect(await signIn(desk, { initials: 'RO', pin: '905172' })).toMatchObject({ code: 'sign-in-failed' })
  expect(await signIn(desk, SHADOW)).toMatchObject({ kind: 'ok' })
  expect(await signIn(desk, ROSA)).toMatchObject({ kind: 'ok' })
  // It is so by now: nobody is asked, and nothing is entered again.
  expect((await takeIn(desk, folder)).findings).toEqual([])
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  const added = { what: 'added', role: 'manager', is_imported: true }
  // What it is about stands in the place of who did it.
  expect(await recorded(desk, 'staff-changed')).toMatchObject([{ ...added, staff: 'SH-1' }])
})

test('what is accepted is that change and no other', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'staff.csv': STAFF })
  const names = namesOf(await takeIn(desk, folder))
  writeFileSync(join(folder, 'staff.csv'), `${HEAD}SH-1,Sam Hill,SH,supervisor,,730164\n`)
  const other = await takeIn(desk, folder, names)
  expect(other.findings.map((one) => one.says)).toEqual(['Adds Sam Hill (SH): role Supervisor.'])
  expect(await signIn(desk, SHADOW)).toMatchObject({ code: 'sign-in-failed' })
})

test('a file that is exchanged after it was looked at brings nobody in', async () => {
  const { db } = await takeFolder(folderOf({ ...BASE, 'staff.csv': HEAD + ROSA_ROW }))
  const folder = folderOf({ 'staff.csv': HEAD + ROSA_ROW })
  const told: StaffChange[] = []
  let looks_count = 0
  const { report } = await takeFolder(folder, db, {
    staff_right: 'asked',
    onStaff: (changes) => told.push(...changes),
    check: () => {
      looks_count += 1
      if (looks_count === 2) writeFileSync(join(folder, 'staff.csv'), STAFF)
      return []
    },
  })
  expect(looks_count).toBe(2)
  expect(report).toMatchObject([{ file: 'staff.csv', column: 'staff_code', value: 'SH-1', outcome: 'row left out' }])
  expect([told, all(db, 'SELECT staff_code FROM staff')]).toEqual([[], [{ staff_code: 'rortiz' }]])
})

test('each person is told before their file holds, and nobody of a file that is left out', async () => {
  const told: string[] = []
  const onStaff = (changes: readonly StaffChange[]): void => {
    told.push(...changes.map(({ what, after }) => `${what} ${after.staff_code}`))
  }
  const { db } = await takeFolder(folderOf({ ...BASE, 'staff.csv': HEAD + ROSA_ROW }), undefined, { onStaff })
  expect(told).toEqual(['added rortiz'])
  const lowered = `${HEAD}SH-1,Sam Hill,SH,staff,,730164\nrortiz,Rosa Ortiz,RO,staff,,905172\n`
  await takeFolder(folderOf({ 'staff.csv': lowered }), db, { onStaff })
  expect(told).toEqual(['added rortiz'])
})

test('where nobody works yet a folder brings the staff, unasked; afterwards it is asked', async () => {
  const desk = await openDesk(testFolder())
  const base = { 'library.csv': BASE['library.csv'] ?? '', 'branches.csv': BASE['branches.csv'] ?? '' }
  const status = await takeIn(desk, folderOf({ ...base, 'staff.csv': HEAD + ROSA_ROW }))
  expect([status.findings, status.files.map((file) => file.state)]).toEqual([[], ['taken', 'taken', 'taken']])
  const place = { branch_code: 'MAIN', desk_name: 'Desk 1', staff_name: 'Ada Park', initials: 'AP', pin: '246813' }
  await desk.ok('desk.set-up', { commandId: desk.id(), ...place })
  expect((await takeIn(desk, folderOf({ 'staff.csv': STAFF }))).findings.map((one) => one.says)).toEqual([ADDS])
  expect(await signIn(desk, { initials: 'RO', pin: '905172' })).toMatchObject({ kind: 'ok' })
})
