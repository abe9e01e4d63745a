/** A folder says of the rules what it said before this desk changed them: a person is asked which of the two holds. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import type { Act, PageView } from '../../../shared/desk/page.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { en } from '../../../shared/words/en/en.ts'
import { folderOf } from './importing.ts'
import { rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { pageFaults } from '../support/page-acts.ts'

type Status = Output<'import.status'>
type Answers = Partial<Pick<Input<'import.start'>, 'keep_rules' | 'take_rules' | 'accept_findings'>>
type Table = Input<'policy.get'>['table']

const CHANGED = 'changed at this desk since'
/** What the library's own system says of the rules, Monday after Monday. */
const RULES = {
  'fine_rules.csv': 'rule_code,item_type_code,amount,per_unit\nlate,BOOK,0.25,days\n',
  'rental_rules.csv': 'rule_code,item_type_code,amount\nkit,DVD,1.00\n',
  'limit_groups.csv': 'group_code,name,item_type_code\nSCREEN,Screen,DVD\nSCREEN,Screen,BOOK\n',
  'settings.csv': 'name,value\nhold_shelf_days_count,7\n',
  'fine_free_days.csv': 'branch_code,from_on,reason\nMAPLE,2026-12-24,Christmas Eve\n',
}

const isEnded = (desk: TestDesk) => expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)

async function takeIn(desk: TestDesk, folder: string, answers: Answers = {}): Promise<Status> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [], ...answers })
  await isEnded(desk)
  return desk.ok('import.status', {})
}

/** A desk that has taken the folder in, all that is odd in it meant. */
async function deskOf(): Promise<{ desk: TestDesk; folder: string; accept_findings: string[] }> {
  const desk = await workingDesk()
  const folder = folderOf(RULES)
  const { findings } = await takeIn(desk, folder)
  const accept_findings = findings.map((one) => one.name)
  expect((await takeIn(desk, folder, { accept_findings })).changed_rules).toEqual([])
  return { desk, folder, accept_findings }
}

async function valuesOf(desk: TestDesk, table: Table, key: string): Promise<Record<string, unknown> | undefined> {
  return (await desk.ok('policy.get', { table })).rows.find((row) => row.key === key)?.values
}

async function change(desk: TestDesk, table: Table, key: string, values: Record<string, unknown> | null) {
  const after = values === null ? null : { ...(await valuesOf(desk, table, key)), ...values }
  const input = { commandId: desk.id(), table, key, after, accept_findings: [] as string[] }
  const { fresh } = await desk.ok('policy.check', { change: { table, key, after } as never })
  await desk.ok('policy.change', {
    ...(input as never as Input<'policy.change'>),
    accept_findings: fresh.map((one) => one.name),
  })
}

const fine = async (desk: TestDesk): Promise<unknown> => (await valuesOf(desk, 'fine_rule', 'late'))?.['amount_cents']
const LATE = 'fine_rule | late'

test('a fine changed here: nothing is taken in, both amounts are told, and the desk’s stays meanwhile', async () => {
  const { desk, folder } = await deskOf()
  await change(desk, 'fine_rule', 'late', { amount_cents: 50 })
  const status = await takeIn(desk, folder)
  expect(status.changed_rules).toEqual([
    {
      name: LATE,
      says: 'Fine rule late, changed here on Tue, Nov 24. Amount: $0.50 here, $0.25 in the folder.',
    },
  ])
  expect(status.files.map((file) => file.state)).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting'])
  expect(readFileSync(status.report_file, 'utf8')).toContain('asked first')
  expect(await fine(desk)).toBe(50)
})

test('ours kept: the row is left out and told, the rest goes in, and the same folder asks no more', async () => {
  const { desk, folder } = await deskOf()
  await change(desk, 'fine_rule', 'late', { amount_cents: 50 })
  writeFileSync(join(folder, 'rental_rules.csv'), 'rule_code,item_type_code,amount\nkit,DVD,2.00\n')
  const status = await takeIn(desk, folder, { keep_rules: [LATE] })
  expect(status.changed_rules).toEqual([])
  expect(status.report).toEqual([
    {
      file: 'fine_rules.csv',
      line: 2,
      column: 'rule_code',
      code: 'changed-here',
      reason: CHANGED,
      outcome: 'row-left-out',
    },
  ])
  expect(await fine(desk)).toBe(50)
  expect(await valuesOf(desk, 'rental_rule', 'kit')).toMatchObject({ amount_cents: 200 })
  const again = await desk.reopen()
  await rosaAt(again)
  expect((await takeIn(again, folder)).changed_rules).toEqual([])
  expect(await fine(again)).toBe(50)
  // Something new in the folder is asked about.
  writeFileSync(join(folder, 'fine_rules.csv'), 'rule_code,item_type_code,amount,per_unit\nlate,BOOK,0.30,days\n')
  expect((await takeIn(again, folder)).changed_rules[0]?.says).toContain('$0.50 here, $0.30 in the folder')
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
})

test('the folder’s taken: it holds, the report says why, and from then on the folder is right', async () => {
  const { desk, folder } = await deskOf()
  await change(desk, 'fine_rule', 'late', { amount_cents: 50 })
  const status = await takeIn(desk, folder, { take_rules: [LATE] })
  expect(await fine(desk)).toBe(25)
  expect(status.report[0]?.reason).toBe('changed at this desk; the folder’s is imported, as chosen')
  writeFileSync(join(folder, 'fine_rules.csv'), 'rule_code,item_type_code,amount,per_unit\nlate,BOOK,0.30,days\n')
  expect((await takeIn(desk, folder)).changed_rules).toEqual([])
  expect(await fine(desk)).toBe(30)
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('a rule dropped here, a group, a setting and a fine-free day changed here are asked about as well', async () => {
  const { desk, folder } = await deskOf()
  await change(desk, 'rental_rule', 'kit', null)
  await change(desk, 'limit_group', 'SCREEN', { item_type_codes: ['DVD'] })
  await change(desk, 'library_setting', 'hold_shelf_days_count', { value: 10 })
  await change(desk, 'fine_free_day', '2026-12-24 MAPLE', { reason: 'Early closing' })
  await change(desk, 'fine_free_day', 'storm', {
    day_code: 'storm',
    from_on: '2026-12-01',
    to_on: '2026-12-01',
    branch_code: 'MAPLE',
    reason: 'Storm',
  })
  const asked = (await takeIn(desk, folder)).changed_rules
  const names = asked.map((one) => one.name)
  expect(names.toSorted()).toEqual([
    'fine_free_day | 2026-12-24 MAPLE',
    'fine_free_day | storm',
    'library_setting | hold_shelf_days_count',
    'limit_group | SCREEN',
    'rental_rule | kit',
  ])
  expect(asked.map((one) => one.says)).toContain(
    'Rental rule kit, changed here on Tue, Nov 24. Deleted here; in the folder: $1.00 for the loan.',
  )
  const kept = await takeIn(desk, folder, { keep_rules: names })
  for (const file of kept.files) expect(file.rows_count).toBe(file.imported_count + file.rejected_count)
  expect(await valuesOf(desk, 'rental_rule', 'kit')).toBeUndefined()
  expect(await valuesOf(desk, 'limit_group', 'SCREEN')).toMatchObject({ item_type_codes: ['DVD'] })
  expect(await valuesOf(desk, 'fine_free_day', '2026-12-24 MAPLE')).toMatchObject({ reason: 'Early closing' })
  expect(await valuesOf(desk, 'fine_free_day', 'storm')).toMatchObject({ reason: 'Storm' })
  await takeIn(desk, folder, { take_rules: names })
  expect(await valuesOf(desk, 'rental_rule', 'kit')).toMatchObject({ amount_cents: 100 })
  expect(await valuesOf(desk, 'limit_group', 'SCREEN')).toMatchObject({ item_type_codes: ['BOOK', 'DVD'] })
  expect(await valuesOf(desk, 'fine_free_day', '2026-12-24 MAPLE')).toMatchObject({ reason: 'Christmas Eve' })
  expect(await valuesOf(desk, 'fine_free_day', 'storm')).toBeUndefined()
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('a file that is left out whole asks about none of its rules', async () => {
  const { desk, folder } = await deskOf()
  await change(desk, 'fine_rule', 'late', { amount_cents: 50 })
  writeFileSync(join(folder, 'fine_rules.csv'), 'rule_code,item_type_code,amount,per_unit\nlate,BOOK,0.25,days\n"x')
  const status = await takeIn(desk, folder)
  expect(status.changed_rules).toEqual([])
  expect(status.files.map((file) => `${file.file} ${file.state}`)).toContain('fine_rules.csv refused')
  expect(await fine(desk)).toBe(50)
})

const STAFF = 'staff_code,name,initials,role,pin\nS7,Ida Park,IP,staff,7001\n'
const signIn = (desk: TestDesk, pin: string) =>
  desk.call('staff.sign-in', { commandId: desk.id(), initials: 'IP', pin })

test('a PIN set here, and somebody who left, are not undone by the folder', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'staff.csv': STAFF })
  const meant = async (answers: Answers = {}): Promise<Status> => {
    const accept_findings = (await takeIn(desk, folder, answers)).findings.map((one) => one.name)
    return takeIn(desk, folder, { ...answers, accept_findings })
  }
  await meant()
  await desk.ok('staff.set-pin', { commandId: desk.id(), staff_code: 'S7', new_pin: '8112' })
  const same = await takeIn(desk, folder)
  expect([same.changed_rules, same.findings, same.report]).toEqual([[], [], []])
  await desk.ok('staff.close', { commandId: desk.id(), staff_code: 'S7' })
  expect((await takeIn(desk, folder)).changed_rules).toEqual([
    { name: 'staff | S7', says: 'Staff Ida Park, changed here on Tue, Nov 24, and in the folder too.' },
  ])
  const kept = await takeIn(desk, folder, { keep_rules: ['staff | S7'] })
  expect(kept.report.map((line) => line.reason)).toEqual([CHANGED])
  expect((await takeIn(desk, folder)).changed_rules).toEqual([])
  expect(await signIn(desk, '8112')).toMatchObject({ kind: 'refused' })
  await meant({ take_rules: ['staff | S7'] })
  expect(await signIn(desk, '7001')).toMatchObject({ kind: 'refused' })
  expect(await signIn(desk, '8112')).toMatchObject({ kind: 'ok' })
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

async function page(desk: TestDesk): Promise<PageView> {
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  const shown = must(snapshot.page, 'the page of data')
  expect(pageFaults(shown)).toEqual([])
  return shown
}

const goOn = (view: PageView): Act => must(view.acts.find((act) => act.key === 'Y') ?? null, 'the yes')

test('on the page: a tick for each takes the folder’s, none keeps ours', async () => {
  const { desk, folder } = await deskOf()
  await change(desk, 'fine_rule', 'late', { amount_cents: 50 })
  await change(desk, 'rental_rule', 'kit', { amount_cents: 300 })
  await takeIn(desk, folder)
  const asks = goOn(await page(desk))
  expect(asks.asks.map((one) => one.label)).toEqual([
    'Use the folder’s: Fine rule late, changed here on Tue, Nov 24. Amount: $0.50 here, $0.25 in the folder.',
    'Use the folder’s: Rental rule kit, changed here on Tue, Nov 24. Amount: $3.00 here, $1.00 in the folder.',
    en.pages.own_pin,
  ])
  const [late, kit] = asks.asks.map((one) => one.name.slice('take_rules.'.length))
  const input = { ...asks.call.input, take_rules: { [late ?? '']: false, [kit ?? '']: true } }
  await desk.ok('import.start', { ...(input as unknown as Input<'import.start'>), commandId: desk.id() })
  await isEnded(desk)
  expect(await fine(desk)).toBe(50)
  expect(await valuesOf(desk, 'rental_rule', 'kit')).toMatchObject({ amount_cents: 100 })
  expect((await page(desk)).acts.map((act) => act.key)).toEqual(['T', 'P', 'X'])
})
