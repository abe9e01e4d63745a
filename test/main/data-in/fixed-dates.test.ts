/** Schedules of fixed due dates from a folder: taken in before the rules that name them, each replaced whole. */
import { expect, test } from 'vitest'
import type { Input } from '../../../shared/ipc/contract.ts'
import { readPolicy } from '../../../main/library/library-policy.ts'
import { WriteHandle } from '../../../main/store/sql.ts'
import { workingDesk, type TestDesk } from '../support/desk.ts'
import { all, BASE, counts, folderOf, reasons, takeIn } from './importing.ts'

const RULE = 'rule_code,period_count,period_unit,hard_due_on,hard_due_kind,schedule_code,outside_kind\n'
const DATES = 'schedule_code,loans_from_on,loans_to_on,due_on\n'
const FALL = 'School year,2026-08-24,2026-12-18,2026-12-18\n'
const SPRING = 'School year,2026-12-19,2027-05-14,2027-05-21\n'
const FACULTY = 'Faculty,2026-08-24,2027-08-20,2027-08-20\n'

const datesOf = (db: Parameters<typeof all>[0]): unknown =>
  all(db, 'SELECT date_code FROM fixed_date ORDER BY 1').map((row) => (row as { date_code: string }).date_code)

test('taken in, read by the rules, and replaced schedule by schedule', async () => {
  const files = {
    ...BASE,
    'fixed_dates.csv': DATES + SPRING + FALL + FACULTY,
    'loan_rules.csv': `${RULE}ALL,21,days,,exactly,School year,ordinary\n`,
  }
  const { db, report, result } = await takeIn(folderOf(files))
  expect(report).toEqual([])
  expect(counts(result)).toMatchObject({ 'fixed_dates.csv': '3 = 3 + 0', 'loan_rules.csv': '1 = 1 + 0' })
  const policy = readPolicy(new WriteHandle(db))
  expect(policy.loan_rules).toMatchObject([{ schedule_code: 'School year', outside_kind: 'ordinary' }])
  expect(policy.fixed_dates.map((one) => one.due_on)).toEqual(['2027-08-20', '2026-12-18', '2027-05-21'])
  await takeIn(folderOf({ 'fixed_dates.csv': DATES + SPRING }), db)
  expect(datesOf(db)).toEqual(['Faculty 2026-08-24', 'School year 2026-12-19'])
})

test('without a schedule a rule refuses nothing, and goes by its date as ever', async () => {
  const { db, report } = await takeIn(
    folderOf({ ...BASE, 'loan_rules.csv': 'rule_code,period_count,period_unit\nALL,21,days\n' }),
  )
  expect(report).toEqual([])
  expect(readPolicy(new WriteHandle(db)).loan_rules).toMatchObject([
    { hard_due_kind: 'none', schedule_code: null, outside_kind: 'refuse' },
  ])
})

test('a row that cannot be meant is left out and told', async () => {
  const { report, db } = await takeIn(
    folderOf({
      ...BASE,
      'fixed_dates.csv': [
        DATES.trim(),
        'T,2026-12-18,2026-08-24,2026-12-18',
        'T,2026-08-24,2026-12-18,2026-12-17',
        'T,2026-08-24,2026-12-18,2026-12-18',
        'T,2026-12-18,2027-05-14,2027-05-21',
        'T,2026-09-01,2026-09-30,2026-12-18',
        'T,2026-12-19,2027-05-14,',
        `${'T'.repeat(51)},2026-12-19,2027-05-14,2027-05-14`,
      ].join('\n'),
      'loan_rules.csv': [
        `item_type_code,${RULE.trim()}`,
        '*,A,21,days,,exactly,T,',
        'BOOK,B,21,days,,exactly,U,',
        'BOOK,C,21,days,2026-12-18,exactly,T,',
        'BOOK,D,21,days,,none,T,',
        'BOOK,E,21,days,,exactly,T,maybe',
      ].join('\n'),
    }),
  )
  expect(reasons(report, 'fixed_dates.csv')).toEqual([
    '2 loans_to_on: is before loans_from_on',
    '3 due_on: is before loans_to_on',
    '5 loans_from_on: overlaps loans from 2026-08-24 to 2026-12-18 of the same schedule',
    '6 loans_from_on: overlaps loans from 2026-08-24 to 2026-12-18 of the same schedule',
    '7 due_on: is empty',
    '8 schedule_code: is longer than 50',
  ])
  expect(reasons(report, 'loan_rules.csv').map((one) => one.replace(/:.*/, ''))).toEqual([
    '3 schedule_code',
    '4 schedule_code',
    '5 hard_due_kind',
    '6 outside_kind',
  ])
  expect(datesOf(db)).toEqual(['T 2026-08-24'])
})

async function ended(desk: TestDesk, folder: string, more: Partial<Input<'import.start'>> = {}) {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [], ...more })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk.ok('import.status', {})
}

test('a term that was changed here is asked about; one that ends soon is told before it is taken in', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'fixed_dates.csv': DATES + FALL })
  const names = (await ended(desk, folder)).findings.map((one) => one.name)
  expect(names).toEqual(['fixed_date | ending | School year 2026-08-24'])
  expect((await ended(desk, folder, { accept_findings: names })).findings).toEqual([])
  const [row] = (await desk.ok('policy.get', { table: 'fixed_date' })).rows
  const key = row?.key ?? ''
  const after = { ...row?.values, due_on: '2027-01-08' }
  await desk.ok('policy.change', { commandId: desk.id(), table: 'fixed_date', key, after, accept_findings: [] })
  const asked = (await ended(desk, folder)).changed_rules.map((one) => one.name)
  expect(asked).toEqual([`fixed_date | ${key}`])
  await ended(desk, folder, { keep_rules: asked })
  expect((await desk.ok('policy.get', { table: 'fixed_date' })).rows[0]?.values).toMatchObject({ due_on: '2027-01-08' })
  await ended(desk, folder, { take_rules: asked })
  expect((await desk.ok('policy.get', { table: 'fixed_date' })).rows[0]?.values).toMatchObject({ due_on: '2026-12-18' })
})
