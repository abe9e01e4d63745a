/** Dates of files: which are taken, which mean "never" or "not known", and which leave their row out. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../../shared/import/formats.ts'
import type { Format } from '../../../shared/import/table.ts'
import { all, BASE, counts, emptyReference, folderOf, reasons, takeIn, takeInOnce } from './importing.ts'

const LATE = 'is after 2199-12-31, the latest date allowed'
const EARLY = 'is before 1900-01-01, the earliest date allowed'

type Dated = {
  readonly file: keyof typeof FORMATS
  /** A whole row, with "DATE" where the column under test stands. */
  readonly row: string
  readonly column: string
  /** What becomes of a date after the last, and of one before the first. */
  readonly late: 'empty' | 'out'
  readonly early: 'empty' | 'out'
}

const LOAN = 'item_barcode,patron_id,branch_code,out_at,due_at'
const BLOCK = 'patron_id,kind,from_on,until_on'
const RULE = 'rule_code,period_count,hard_due_kind,hard_due_on'

const TERMS = 'schedule_code,loans_from_on,loans_to_on,due_on'
const OUT = { late: 'out', early: 'out' } as const

const DATED: readonly Dated[] = [
  {
    file: 'loans.csv',
    row: `${LOAN}\n31234000000015,1,MAIN,DATE,2026-12-15`,
    column: 'out_at',
    late: 'out',
    early: 'out',
  },
  {
    file: 'loans.csv',
    row: `${LOAN}\n31234000000015,1,MAIN,2026-11-24,DATE`,
    column: 'due_at',
    late: 'out',
    early: 'out',
  },
  {
    file: 'holds.csv',
    row: 'hold_id,patron_id,title_id,pickup_branch_code,placed_at\nh1,1,t1,MAIN,DATE',
    column: 'placed_at',
    late: 'out',
    early: 'out',
  },
  {
    file: 'holds.csv',
    row: 'hold_id,patron_id,title_id,pickup_branch_code,placed_at,expires_on\nh1,1,t1,MAIN,2026-11-24,DATE',
    column: 'expires_on',
    late: 'empty',
    early: 'out',
  },
  {
    file: 'charges.csv',
    row: 'charge_id,patron_id,kind,charged_at,amount\nc1,1,lost,DATE,3.00',
    column: 'charged_at',
    late: 'out',
    early: 'out',
  },
  {
    file: 'credits.csv',
    row: 'credit_id,patron_id,credited_at,amount\nk1,1,DATE,3.00',
    column: 'credited_at',
    late: 'out',
    early: 'out',
  },
  {
    file: 'patrons.csv',
    row: 'patron_id,surname,category_code,branch_code,born_on\n9,Ames,ADULT,MAIN,DATE',
    column: 'born_on',
    late: 'empty',
    early: 'empty',
  },
  {
    file: 'patrons.csv',
    row: 'patron_id,surname,category_code,branch_code,history_consent_kind,consented_on\n9,Ames,ADULT,MAIN,no,DATE',
    column: 'consented_on',
    late: 'empty',
    early: 'empty',
  },
  {
    file: 'patrons.csv',
    row: 'patron_id,surname,category_code,branch_code,expires_on\n9,Ames,ADULT,MAIN,DATE',
    column: 'expires_on',
    late: 'empty',
    early: 'out',
  },
  ...[
    'registered_on',
    'registration_checked_on',
    'address_checked_on',
    'email_bounced_on',
    'name_changed_on',
    'unfit_on',
  ].map((column) => {
    const row = `patron_id,surname,category_code,branch_code,email,${column}\n9,Ames,ADULT,MAIN,a@x.example,DATE`
    return { file: 'patrons.csv', row, column, late: 'empty', early: 'empty' } as const
  }),
  { file: 'notes.csv', row: 'patron_id,text,until_on\n1,x,DATE', column: 'until_on', late: 'empty', early: 'out' },
  { file: 'pickups.csv', row: 'patron_id,by_patron_id,allowed_on\n1,2,DATE', column: 'allowed_on', ...OUT },
  {
    file: 'notes.csv',
    row: 'patron_id,written_on,text\n1,DATE,x',
    column: 'written_on',
    late: 'empty',
    early: 'empty',
  },
  { file: 'blocks.csv', row: `${BLOCK}\n1,billing,DATE,`, column: 'from_on', late: 'out', early: 'out' },
  { file: 'blocks.csv', row: `${BLOCK}\n1,billing,,DATE`, column: 'until_on', late: 'empty', early: 'out' },
  { file: 'closed_days.csv', row: 'branch_code,from_on\nMAIN,DATE', column: 'from_on', late: 'out', early: 'out' },
  {
    file: 'closed_days.csv',
    row: 'branch_code,from_on,to_on\nMAIN,2026-12-24,DATE',
    column: 'to_on',
    late: 'out',
    early: 'out',
  },
  { file: 'fine_free_days.csv', row: 'branch_code,from_on\n*,DATE', column: 'from_on', late: 'out', early: 'out' },
  {
    file: 'fine_free_days.csv',
    row: 'branch_code,from_on,to_on\n*,2026-12-24,DATE',
    column: 'to_on',
    late: 'out',
    early: 'out',
  },
  { file: 'fixed_dates.csv', row: `${TERMS}\nT,DATE,2199-12-31,2199-12-31`, column: 'loans_from_on', ...OUT },
  { file: 'fixed_dates.csv', row: `${TERMS}\nT,1900-01-01,DATE,2199-12-31`, column: 'loans_to_on', ...OUT },
  { file: 'fixed_dates.csv', row: `${TERMS}\nT,1900-01-01,1900-01-01,DATE`, column: 'due_on', ...OUT },
  { file: 'loan_rules.csv', row: `${RULE}\nR,21,not-after,DATE`, column: 'hard_due_on', late: 'out', early: 'out' },
  {
    file: 'items.csv',
    row: 'barcode,title_id,item_type_code,home_branch_code,lender_name,lender_due_on\n7,t1,BOOK,MAIN,Elm,DATE',
    column: 'lender_due_on',
    late: 'empty',
    early: 'out',
  },
]

type Db = ReturnType<typeof emptyReference>

/** One for all dates of a test: what stays out changes nothing, and what is taken again is as it was. */
async function libraryTakenIn(): Promise<Db> {
  const { db } = await takeInOnce('the library of dates', (folder) => {
    mkdirSync(folder)
    for (const [name, content] of Object.entries(BASE)) writeFileSync(join(folder, name), content)
  })
  return db
}

async function told(db: Db, { file, row, column }: Dated, date: string): Promise<readonly [string, string]> {
  const { result, report } = await takeIn(folderOf({ [file]: row.replace('DATE', date) }), db)
  const reason = report.filter((one) => one.column === column).map((one) => one.reason)
  return [counts(result)[file] ?? '', reason.join()]
}

describe.each(DATED)('$column of $file', (dated) => {
  const becomes = (means: 'empty' | 'out', says: string): readonly [string, string] =>
    means === 'empty' ? ['1 = 1 + 0', `${says}: imported as empty`] : ['1 = 0 + 1', says]

  test('the last date is taken; one day more, and the "never" of exports, say so', async () => {
    const db = await libraryTakenIn()
    expect(await told(db, dated, '2200-01-01')).toEqual(becomes(dated.late, LATE))
    expect(await told(db, dated, '9999-12-31')).toEqual(becomes(dated.late, LATE))
  })
  test('so does what lies before the first', async () => {
    const db = await libraryTakenIn()
    for (const date of ['1899-12-31', '1753-01-01', '0001-01-01', '0000-01-01']) {
      expect(await told(db, dated, date)).toEqual(becomes(dated.early, EARLY))
    }
  })
  test('what is no date leaves the row out', async () => {
    const db = await libraryTakenIn()
    for (const date of ['2027-02-29', '2026-13-01', '2026-02-30', '24/11/2026']) {
      const [count, reason] = await told(db, dated, date)
      expect(count).toBe('1 = 0 + 1')
      expect(reason).toMatch(/^is not a (date|time) such as/)
    }
  })
})

test('every column of every file that holds a date is looked at here', () => {
  const isDate = ({ says }: { readonly says: string }): boolean => says.startsWith('a date')
  const columns = Object.entries<Pick<Format, 'columns'>>(FORMATS).flatMap(([file, form]) =>
    Object.entries(form.columns).flatMap(([name, { field }]) => (isDate(field) ? [`${file} ${name}`] : [])),
  )
  expect(columns.toSorted()).toEqual(DATED.map(({ file, column }) => `${file} ${column}`).toSorted())
})

test('times: at the bounds, past them, at midnight twice over, in a minute that is none', async () => {
  const row = (due_at: string): string => `31234000000015,1,MAIN,2026-11-24,${due_at}`
  const due = ['9999-12-31 23:59:59', '9999-12-31T23:59:59Z', '2026-12-15 24:00', '2026-12-15 23:60', '+275760-09-13']
  const db = emptyReference()
  await takeIn(folderOf(BASE), db)
  const { report } = await takeIn(folderOf({ 'loans.csv': [LOAN, ...due.map(row)].join('\n') }), db)
  expect(reasons(report, 'loans.csv').map((one) => one.replace(/such as.*/, '…'))).toEqual([
    `2 due_at: ${LATE}`,
    `3 due_at: ${LATE}`,
    '4 due_at: is not a time …',
    '5 due_at: is not a time …',
    '6 due_at: is not a time …',
  ])
  const last = folderOf({ 'loans.csv': `${LOAN}\n${row('2199-12-31')}` })
  expect(counts((await takeIn(last, db)).result)['loans.csv']).toBe('1 = 1 + 0')
})

test('the zero date of some databases is an empty cell where there may be one', async () => {
  const patrons =
    'patron_id,surname,category_code,branch_code,born_on,expires_on\n9,Ames,ADULT,MAIN,0000-00-00,0000-00-00'
  const db = emptyReference()
  await takeIn(folderOf(BASE), db)
  const { report } = await takeIn(folderOf({ 'patrons.csv': patrons }), db)
  expect(reasons(report, 'patrons.csv', 'taken, changed')).toEqual([
    '2 born_on: is no date: imported as empty',
    '2 expires_on: is no date: imported as empty',
  ])
  expect(all(db, `SELECT born_on, expires_on FROM patron WHERE external_id = '9'`)).toEqual([
    { born_on: null, expires_on: null },
  ])
})

test('what has not happened yet: a loan is left out, a birth is not known; both are told', async () => {
  const db = emptyReference()
  await takeIn(folderOf(BASE), db)
  const loans = ['2026-11-25', '2026-11-24 23:59', '2030-01-01 08:00', '2026-11-25T06:30:00Z', '2026-11-25T05:30:00Z']
  const patrons = ['2026-11-25', '2026-11-24', '2199-12-31']
  const { result, report } = await takeIn(
    folderOf({
      'loans.csv': [LOAN, ...loans.map((out_at) => `31234000000015,1,MAIN,${out_at},2031-01-01`)].join('\n'),
      'patrons.csv': [
        'patron_id,surname,category_code,branch_code,born_on',
        ...patrons.map((born_on, index) => `9${index},Ames,ADULT,MAIN,${born_on}`),
      ].join('\n'),
    }),
    db,
  )
  expect(reasons(report, 'loans.csv')).toEqual([
    '2 out_at: is in the future',
    '4 out_at: is in the future',
    '5 out_at: is in the future',
    '6 item_barcode: came before, in line 3',
  ])
  expect(reasons(report, 'patrons.csv', 'taken, changed')).toEqual([
    '2 born_on: is in the future: imported as empty',
    '4 born_on: is in the future: imported as empty',
  ])
  expect(counts(result)['patrons.csv']).toBe('3 = 3 + 0')
  expect(all(db, `SELECT born_on FROM patron WHERE external_id LIKE '9_' ORDER BY external_id`)).toEqual([
    { born_on: null },
    { born_on: '2026-11-24' },
    { born_on: null },
  ])
})
