/** How a folder of well-formed files goes in: order, keys, replacing, clocks, secrets, the report, progress. */
import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ITEM_STATUSES } from '../../../shared/import/formats-material.ts'
import {
  all,
  BASE,
  counts,
  emptyJournal,
  emptyReference,
  everything,
  folderOf,
  one,
  reasons,
  takeIn,
} from './importing.ts'

test('a folder goes in file by file in the order of what refers to what, whatever the names sort like', async () => {
  const { db, result } = await takeIn(folderOf(BASE))
  expect(result.status.files.map((file) => file.file)).toEqual([
    'library.csv',
    'branches.csv',
    'patron_categories.csv',
    'item_types.csv',
    'titles.csv',
    'items.csv',
    'patrons.csv',
  ])
  expect(result.status).toMatchObject({ running: false, progress: 1 })
  expect(result.files[6]).toMatchObject({ name: 'patrons.csv', taken: 2, rejected: 0 })
  expect(result.files.every((file) => /^[0-9a-f]{64}$/.test(file.sha256))).toBe(true)
  expect(all(db, 'SELECT name, value FROM meta ORDER BY name')).toEqual([
    { name: 'library_name', value: 'Test' },
    { name: 'library_zone', value: 'America/Chicago' },
  ])
  expect(one(db, 'SELECT zone_name FROM branch')).toBe('America/Chicago')
})

test('people and titles are found without accents and articles; words of title and author are indexed', async () => {
  const patrons = 'patron_id,surname,given,category_code,branch_code\n7,Núñez-Brontë,Zoë,ADULT,MAIN\n'
  const titles =
    'title_id,title,author,isbn,language\nx,Les Misérables,"Hugo, Victor",0-451-41943-1;9780451419439,fre\n'
  const { db } = await takeIn(
    folderOf({
      ...BASE,
      'patrons.csv': patrons,
      'titles.csv': titles,
      'items.csv': 'barcode,title_id,item_type_code,home_branch_code\n',
    }),
  )
  expect(all(db, 'SELECT surname, surname_key, given_key FROM patron')).toEqual([
    { surname: 'Núñez-Brontë', surname_key: 'nunez bronte', given_key: 'zoe' },
  ])
  expect(one(db, 'SELECT title_key FROM title')).toBe('miserables')
  expect(one(db, "SELECT count(*) FROM title_words WHERE title_words MATCH 'miser* AND hugo'")).toBe(1)
  expect(one(db, 'SELECT isbn FROM title_isbn')).toBe('9780451419439')
})

test('taking the same folder in again changes nothing; rows that are gone from it stay', async () => {
  const loans = 'item_barcode,patron_id,branch_code,out_at,due_at\n31234000000015,1,MAIN,2026-11-20 10:00,2026-12-11\n'
  const notes = 'patron_id,text\n1,Prefers e-mail\n1,Second note\n'
  const folder = folderOf({ ...BASE, 'loans.csv': loans, 'notes.csv': notes })
  const journal_db = emptyJournal()
  const first = await takeIn(folder, emptyReference(), { journal_db })
  const before = everything(first.db)
  const second = await takeIn(folder, first.db, { journal_db })
  expect(everything(first.db)).toBe(before)
  expect(counts(second.result)).toEqual(counts(first.result))
  const fewer = { ...BASE, 'patrons.csv': 'patron_id,surname,category_code,branch_code\n1,Miller-Ross,ADULT,MAIN\n' }
  await takeIn(folderOf(fewer), first.db)
  expect(all(first.db, 'SELECT external_id, surname FROM patron ORDER BY 1')).toEqual([
    { external_id: '1', surname: 'Miller-Ross' },
    { external_id: '2', surname: 'Sato' },
  ])
  expect(one(first.db, "SELECT count(*) FROM title_words WHERE title_words MATCH 'dune'")).toBe(1)
})

test('the addresses, notes and blocks of a patron whom the file names are replaced, those of others stay', async () => {
  const { db } = await takeIn(folderOf({ ...BASE, 'notes.csv': 'patron_id,text\n1,old\n1,older\n2,of Hana\n' }))
  await takeIn(folderOf({ 'notes.csv': 'patron_id,text\n1,new\n' }), db)
  expect(all(db, 'SELECT patron_id, text FROM patron_note ORDER BY patron_id')).toEqual([
    { patron_id: 1, text: 'new' },
    { patron_id: 2, text: 'of Hana' },
  ])
})

test('what a patron agreed to comes with its day, and a file that says nothing of it takes nothing back', async () => {
  const head = 'patron_id,surname,category_code,branch_code'
  const columns = 'notice_kind,history_consent_kind,news_consent_kind,consented_on'
  const said = `${head},${columns}\n1,Miller,ADULT,MAIN,text,no,YES,2025-03-01\n`
  const { db } = await takeIn(folderOf({ ...BASE, 'patrons.csv': said }))
  const agreed =
    'SELECT notice_kind, history_consent_kind, news_consent_kind, consented_on FROM patron WHERE external_id = 1'
  let kept = [{ notice_kind: 'text', history_consent_kind: 'no', news_consent_kind: 'yes', consented_on: '2025-03-01' }]
  expect(all(db, agreed)).toEqual(kept)
  await takeIn(folderOf({ 'patrons.csv': `${head}\n1,Miller-Ross,ADULT,MAIN\n` }), db)
  expect(all(db, agreed)).toEqual(kept)
  const way = `${head},notice_kind\n1,Miller,ADULT,MAIN,mail\n`
  const older = `${head},history_consent_kind,consented_on\n1,Miller,ADULT,MAIN,yes,2024-03-01\n`
  const undated = `${head},history_consent_kind\n1,Miller,ADULT,MAIN,yes\n`
  for (const csv of [way, older, undated]) await takeIn(folderOf({ 'patrons.csv': csv }), db)
  kept = kept.map((one) => ({ ...one, notice_kind: 'mail' }))
  expect(all(db, agreed)).toEqual(kept)
  const wrong = await takeIn(folderOf({ 'patrons.csv': `${head},notice_kind\n1,Miller,ADULT,MAIN,pigeon\n` }), db)
  expect(wrong.result.files[0]).toMatchObject({ taken: 0, rejected: 1 })
  expect(all(db, agreed)).toEqual(kept)
})

test('times are read by the clock of the branch: a bare date is due at the end of that day there', async () => {
  const branches = 'branch_code,name,zone\nMAIN,Main,America/Los_Angeles\n'
  const loans = `item_barcode,patron_id,branch_code,out_at,due_at,renewals_count
31234000000015,1,MAIN,2026-11-20 10:00,2026-12-11,2
`
  const { db } = await takeIn(folderOf({ ...BASE, 'branches.csv': branches, 'loans.csv': loans }))
  const [loan] = all(db, 'SELECT out_at_ms, due_at_ms, renewals_count, loan_ref FROM loan') as Record<string, number>[]
  expect(new Date(loan?.['out_at_ms'] ?? 0).toISOString()).toBe('2026-11-20T18:00:00.000Z')
  expect(new Date(loan?.['due_at_ms'] ?? 0).toISOString()).toBe('2026-12-12T07:59:59.000Z')
  expect(loan).toMatchObject({ renewals_count: 2, loan_ref: `import:31234000000015@${loan?.['out_at_ms']}` })
})

test('a PIN is kept as a hash only, and never stands in the report', async () => {
  const staff = 'staff_code,name,initials,role,pin\nro,Rosa Ortiz,RO,manager,471108\nbc,Ben Cole,BC,staff,12ab\n'
  const { db, report } = await takeIn(folderOf({ ...BASE, 'staff.csv': staff }))
  expect(one(db, 'SELECT pin_hash FROM staff')).toEqual(Buffer.from('hash of 6 digits'))
  expect(report).toEqual([
    {
      file: 'staff.csv',
      line: '3',
      column: 'pin',
      value: '(not shown)',
      reason: 'is not 4 to 12 digits',
      outcome: 'row left out',
    },
  ])
})

test('staff has a role of the library, and never nobody is left who may change staff', async () => {
  const head = 'staff_code,name,initials,role,pin\n'
  const rosa = (role: string): string => `ro,Rosa Ortiz,RO,${role},471108\n`
  const first = await takeIn(folderOf({ ...BASE, 'staff.csv': `${head}${rosa('manager')}bc,Ben Cole,BC,page,2580\n` }))
  expect(reasons(first.report, 'staff.csv')).toEqual(['3 role: unknown role'])
  first.db.exec(`INSERT INTO role VALUES ('page', 'Page', 0, 4)`)
  const lowered = await takeIn(folderOf({ 'staff.csv': `${head}bc,Ben Cole,BC,page,2580\n${rosa('page')}` }), first.db)
  const says = 'nobody would be left who may change staff: let one person keep a role that may'
  expect(lowered.report).toMatchObject([{ file: 'staff.csv', reason: says, outcome: 'file left out' }])
  expect(all(first.db, 'SELECT staff_code, role FROM staff')).toEqual([{ staff_code: 'ro', role: 'manager' }])
  // Another takes over in the same file, in whatever order.
  const handed = `${head}${rosa('page')}bc,Ben Cole,BC,manager,258014\n`
  expect((await takeIn(folderOf({ 'staff.csv': handed }), first.db)).report).toEqual([])
  expect(all(first.db, 'SELECT staff_code, role FROM staff ORDER BY staff_code')).toEqual([
    { staff_code: 'bc', role: 'manager' },
    { staff_code: 'ro', role: 'page' },
  ])
})

test('a row that cannot be taken is told with line, column, value and reason; the others are taken', async () => {
  const items = `barcode,title_id,item_type_code,home_branch_code,price,status
1001,t1,BOOK,MAIN,12.50,available
1002,t9,BOOK,MAIN,,available
1003,t1,VINYL,MAIN,,available
1004,t1,BOOK,MOON,,available
1005,t1,BOOK,MAIN,twelve,available
1006,t1,BOOK,MAIN,,sleeping
1001,t1,BOOK,MAIN,,available
1007,t1,BOOK,MAIN
,t1,BOOK,MAIN,,available
1 8,t1,BOOK,MAIN,,available
1009,t1,BOOK,MAIN,,
`
  const { db, result, report, summary } = await takeIn(folderOf({ ...BASE, 'items.csv': items }))
  expect(counts(result)['items.csv']).toBe('11 = 2 + 9')
  expect(reasons(report, 'items.csv')).toEqual([
    '3 title_id: unknown title',
    '4 item_type_code: unknown item type',
    '5 home_branch_code: unknown branch',
    '6 price: is not an amount such as 3.75',
    `7 status: is none of: ${ITEM_STATUSES.join(', ')}`,
    '8 barcode: came before, in line 2',
    '9 : the row has 4 values, the header 6',
    '10 barcode: is empty',
    '11 barcode: has a space in it',
  ])
  expect(report[3]).toMatchObject({ value: 'twelve', file: 'items.csv' })
  expect(all(db, 'SELECT barcode, price_cents FROM item ORDER BY 1')).toEqual([
    { barcode: '1001', price_cents: 1250 },
    { barcode: '1009', price_cents: null },
  ])
  expect(summary).toContain('items.csv: 2 imported, 9 left out.')
})

test('progress only grows, ends at one, and the event loop has its turn at least every two hundred rows', async () => {
  const rows = Array.from({ length: 2000 }, (_, row) => `${row},Title ${row}`).join('\n')
  const { told, pauses_count } = await takeIn(folderOf({ 'titles.csv': `title_id,title\n${rows}\n` }))
  const steps = told.map((status) => status.progress)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect(steps.at(-1)).toBe(1)
  expect(pauses_count).toBeGreaterThanOrEqual(10)
})

test('the report is for its owner only, and a second import in the same second has its own', async () => {
  const reportFolder = `${folderOf({})}/reports`
  const db = emptyReference()
  const first = await takeIn(folderOf(BASE), db, { reportFolder })
  const second = await takeIn(folderOf(BASE), db, { reportFolder })
  expect(first.result.status.report_file).toMatch(/import-2026-11-24T17-07-00Z\.csv$/)
  expect(second.result.status.report_file).toMatch(/import-2026-11-24T17-07-00Z-2\.csv$/)
  expect(statSync(first.result.status.report_file).mode & 0o077).toBe(0)
})
