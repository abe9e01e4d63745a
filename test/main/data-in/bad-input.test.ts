/** What malformed files, odd folders and a full disk get: words with a line, and nothing half done. */
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFolder } from '../../../main/data-in/import-folder.ts'

import { readFolder } from '../../../main/data-in/folder.ts'
import { readStream } from '../../../main/data-in/reading/read-file.ts'
import { OperatingError } from '../../../shared/kernel/outcome.ts'
import { ENGLISH } from '../../support/speech.ts'
import { testFolder } from '../support/folders.ts'
import {
  BASE,
  all,
  counts,
  emptyReference,
  everything,
  folderOf,
  emptyJournal,
  numbersFor,
  one,
  reasons,
  takeIn,
} from './importing.ts'

const HEADER = 'barcode,title_id,item_type_code,home_branch_code,note'

describe('a malformed file is left out whole, with the line and the reason, and nothing of it is kept', () => {
  const cases: readonly (readonly [what: string, content: string | Uint8Array, line: string, reason: RegExp])[] = [
    [
      'a quote never closed',
      `${HEADER}\n1,t1,BOOK,MAIN,\n2,t1,BOOK,MAIN,"oops\n3,t1,BOOK,MAIN,\n`,
      '3',
      /never closed/,
    ],
    ['text behind a quote', `${HEADER}\n1,t1,BOOK,MAIN,\n2,t1,BOOK,MAIN,"a"b\n`, '3', /after a closing quote/],
    ['a quote in the middle', `${HEADER}\n1,t1,BOOK,MAIN,a 12" disc\n`, '2', /a quote inside/],
    ['a column missing', 'barcode,title_id,item_type_code\n1,t1,BOOK\n', '1', /lacks the column "home_branch_code"/],
    ['a column misspelt', `${HEADER},prize\n`, '1', /unknown column "prize"/],
    ['a column twice', `${HEADER},note\n`, '1', /"note" twice/],
    ['semicolons', `${HEADER.replaceAll(',', ';')}\n1;t1;BOOK;MAIN;\n`, '1', /not separated by commas/],
    ['nothing at all', '', '1', /empty/],
    ['empty lines only', '\n\n\n', '1', /empty/],
    ['a NUL byte', `${HEADER}\n1,t1,BOOK,MAIN,\n2,t1,BO\u0000K,MAIN,\n`, '3', /NUL byte/],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}\n`, 'utf16le'), '1', /UTF-16/],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), '1', /spreadsheet/],
    [
      'neither UTF-8 nor Windows-1252',
      Buffer.concat([Buffer.from(`${HEADER}\n1,t1,BOOK,MAIN,`), Buffer.from([0x81, 0x8d, 0x0a])]),
      '2',
      /neither UTF-8 nor Windows-1252/,
    ],
    ['a web page', '<!doctype html><html><body>Sign in</body></html>\n', '1', /unknown column/],
  ]
  test.each(cases)('%s', async (_what, content, line, reason) => {
    const { db } = await takeIn(folderOf(BASE))
    const before = everything(db)
    const { result, report } = await takeIn(folderOf({ 'items.csv': content }), db)
    expect(everything(db)).toBe(before)
    expect(result.status.files[0]).toMatchObject({ file: 'items.csv', state: 'refused', imported_count: 0 })
    expect(report.at(-1)).toMatchObject({ file: 'items.csv', line, outcome: 'file left out' })
    expect(report.at(-1)?.reason).toMatch(reason)
    expect(result.status.files[0]?.message).toContain(`Line ${line}`)
  })
})

test('the files before and after a malformed one are taken in', async () => {
  const { result, db } = await takeIn(folderOf({ ...BASE, 'titles.csv': 'nonsense\n' }))
  const taken = Array<string>(4).fill('taken')
  expect(result.status.files.map((file) => file.state)).toEqual([...taken, 'refused', 'taken', 'taken'])
  expect(counts(result)['items.csv']).toBe('1 = 0 + 1')
  expect(one(db, 'SELECT count(*) FROM patron')).toBe(2)
})

test('a byte order mark, Windows line ends, upper-case headers and spaces around values are no obstacle', async () => {
  const header = '\ufeff BARCODE ,title_id,item_type_code,home_branch_code'
  const items = `${header}\r\n 1001 ,t1, BOOK ,MAIN\r\n\r\n1002,t1,BOOK,MAIN`
  const { db, result } = await takeIn(folderOf({ ...BASE, 'items.csv': items }))
  expect(counts(result)['items.csv']).toBe('2 = 2 + 0')
  expect(all(db, 'SELECT barcode FROM item ORDER BY 1')).toEqual([{ barcode: '1001' }, { barcode: '1002' }])
})

test('Windows-1252 is recognized, told, and read', async () => {
  const titles = Buffer.from('title_id,title\nt1,Caf\u00e9 \u0093Zo\u00eb\u0094\n', 'latin1')
  const { db, result } = await takeIn(folderOf({ 'titles.csv': titles }))
  expect(one(db, 'SELECT title FROM title')).toBe('Café “Zoë”')
  expect(result.status.files[0]?.message).toContain('Not UTF-8 (line 2): read as Windows-1252')
})

test('a character that lies across two pieces of the file is not taken for a wrong encoding', async () => {
  const titles = `title_id,title\n${Array.from({ length: 9000 }, (_, row) => `${row},${'é'.repeat(40)}`).join('\n')}\n`
  const { result } = await takeIn(
    folderOf({ 'titles.csv': titles, 'notes.csv': `patron_id,text\n1,${'é'.repeat(300_001)}\n` }),
  )
  expect(counts(result)['titles.csv']).toBe('9000 = 9000 + 0')
  expect(result.status.files.every((file) => !file.message.includes('1252'))).toBe(true)
})

test('a value of 2 MB is a row left out, and the report shows only its beginning', async () => {
  const titles = `title_id,title\nt1,${'x'.repeat(2_000_000)}\nt2,Dune\n`
  const { result, report } = await takeIn(folderOf({ 'titles.csv': titles }))
  expect(counts(result)['titles.csv']).toBe('2 = 1 + 1')
  expect(reasons(report, 'titles.csv')).toEqual(['2 title: has 2000000 characters; at most 2000 are kept'])
  expect(report[0]?.value).toHaveLength('x'.repeat(200).length + '… (2000000 characters)'.length)
})

test('control and direction-override characters are taken out and told; letters of any script stay', async () => {
  const titles = 'title_id,title\nt1,"Dune\u001bp0\u0007"\nt2,\u202eevil\u202c\nt3,"שלום\nעולם"\nt4,أولاد حارتنا\n'
  const { db, report, result } = await takeIn(folderOf({ 'titles.csv': titles }))
  expect(counts(result)['titles.csv']).toBe('4 = 4 + 0')
  expect(all(db, 'SELECT title FROM title ORDER BY external_id')).toEqual(
    ['Dune p0', 'evil', 'שלום עולם', 'أولاد حارتنا'].map((title) => ({ title })),
  )
  expect(reasons(report, 'titles.csv', 'taken, changed')).toEqual([
    '2 title: control characters were removed',
    '3 title: control characters were removed',
  ])
})

test('a row is named by the line it begins on, also behind values that hold line breaks', async () => {
  const notes = 'patron_id,text\n1,"two\nlines"\n9,"three\n\nlines"\n8,x\n'
  const { report } = await takeIn(folderOf({ ...BASE, 'notes.csv': notes }))
  expect(reasons(report, 'notes.csv')).toEqual(['4 patron_id: unknown patron', '7 patron_id: unknown patron'])
})

test('no value in the report is a formula for a spreadsheet', async () => {
  const { report } = await takeIn(folderOf({ 'cards.csv': 'patron_id,barcode\n"=HYPERLINK(""x"")",1\n-1,2\n' }))
  expect(report.map((row) => row.value)).toEqual(['\'=HYPERLINK("x")', '-1'])
})

test('a row that fails does not use up its key: the next row with the same key is taken', async () => {
  const items = `${HEADER}\n1001,nope,BOOK,MAIN,\n1001,t1,BOOK,MAIN,\n`
  const { result } = await takeIn(folderOf({ ...BASE, 'items.csv': items }))
  expect(counts(result)['items.csv']).toBe('2 = 1 + 1')
})

describe('the folder', () => {
  test('that is not there, is a file, or holds nothing of ours is told in words', async () => {
    const empty = testFolder()
    writeFileSync(join(empty, 'readme.txt'), 'hello')
    expect(readFolder(join(empty, 'gone'))).toMatchObject({ problem: 'The folder is not there.' })
    expect(readFolder(join(empty, 'readme.txt'))).toMatchObject({ problem: 'The folder is a file.' })
    expect(readFolder(empty)).toMatchObject({
      problem: expect.stringContaining('no file that Datestamp knows') as string,
    })
    await expect(takeIn(join(empty, 'gone'))).rejects.toMatchObject({ code: 'import-failed' })
  })

  test('with a CSV file of another name: that file is told, the rest is taken', async () => {
    mkdirSync(join(testFolder(), 'sub'))
    const { result } = await takeIn(folderOf({ ...BASE, 'patron.csv': 'patron_id\n1\n', 'photo.jpg': 'x' }))
    expect(result.status.files.at(-1)).toMatchObject({ file: 'patron.csv', state: 'refused' })
    expect(result.status.files.at(-1)?.message).toContain('no file of this name is known')
  })
})

describe('a link in the folder', () => {
  const elsewhere = (content: string): string => {
    const path = join(testFolder(), 'elsewhere')
    writeFileSync(path, content)
    return path
  }
  const refused = {
    imported_count: 0,
    state: 'refused',
    message: expect.stringContaining('the file is a link') as string,
  }

  test.each([
    ['patrons.csv', 'secret:x:0:0\n'],
    ['a.mrc', 'secret:x:0:0\n'],
    ['a.xml', '<secret/>'],
  ])('%s: left out and told, nothing of what it leads to stands in the report', async (name, content) => {
    const folder = folderOf({ 'library.csv': 'name,zone\nTest,America/Chicago\n' })
    symlinkSync(elsewhere(content), join(folder, name))
    const { result, report, summary } = await takeIn(folder)
    expect(result.status.files.at(-1)).toMatchObject({ file: name, ...refused })
    expect(counts(result)['library.csv']).toBe('1 = 1 + 0')
    expect(JSON.stringify([report, result.status]) + summary).not.toContain('secret')
  })

  test('alone in it, and one that leads nowhere: told as well', async () => {
    const folder = folderOf({})
    symlinkSync(join(folder, 'gone'), join(folder, 'patrons.csv'))
    const { result } = await takeIn(folder)
    expect(result.status.files).toMatchObject([{ file: 'patrons.csv', ...refused }])
  })

  test('put there after the folder was looked at: not followed', () => {
    const folder = folderOf({})
    symlinkSync(elsewhere('secret'), join(folder, 'patrons.csv'))
    expect(() => readStream(join(folder, 'patrons.csv'), 1024)).toThrow('file-is-link')
  })

  test('marc.json: the MARC files are left out', async () => {
    const folder = folderOf({ 'a.mrc': 'x' })
    symlinkSync(elsewhere('{"title_id":["035a"]}'), join(folder, 'marc.json'))
    const { result } = await takeIn(folder)
    expect(result.status.files).toMatchObject([{ file: 'a.mrc', ...refused }])
  })

  test('the folder itself may be one', async () => {
    const link = join(testFolder(), 'link')
    symlinkSync(folderOf(BASE), link)
    expect(counts((await takeIn(link)).result)['patrons.csv']).toBe('2 = 2 + 0')
  })
})

test('when the report cannot be written, nothing is taken in', async () => {
  const db = emptyReference()
  const before = everything(db)
  const reportFolder = join(folderOf({ reports: 'a file stands in the way' }), 'reports')
  await expect(takeIn(folderOf(BASE), db, { reportFolder })).rejects.toMatchObject({ code: 'read-only' })
  expect(everything(db)).toBe(before)
})

test('a disk that fills up stops the import: the file at hand is not in, the files before are', async () => {
  const db = emptyReference()
  const rows = Array.from(
    { length: 20_000 },
    (_, row) => `${row},"A long name, number ${row}, for filling a disk",ADULT,MAIN`,
  )
  const head = 'patron_id,surname,category_code,branch_code'
  const folder = folderOf({ ...BASE, 'patrons.csv': `${head}\n${rows.join('\n')}\n` })
  db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 100}`)
  const reportFolder = join(testFolder(), 'reports')
  const failed = importFolder(folder, {
    db,
    numbers: numbersFor(db),
    journal_db: emptyJournal(),
    clock: { now: () => 0 as never },
    hashPin: () => ({ salt: new Uint8Array(1), hash: new Uint8Array(1) }),
    onProgress: () => null,
    reportFolder,
    events: () => [],
    check: () => [],
    signFindings: () => Promise.resolve([]),
    to_confirm: [],
    accepted: [],
    answers: { keep: [], take: [] },
    number_from: [],
    take_back: [],
    authority: [],
    mapping: null,
    is_preview: false,
    staff_right: 'free',
    onStaff: () => {},
    speech: ENGLISH,
    sayRule: () => '',
    pause: async () => {},
  })
  await expect(failed).rejects.toBeInstanceOf(OperatingError)
  await expect(failed).rejects.toMatchObject({ code: 'disk-full' })
  expect(one(db, 'SELECT count(*) FROM title')).toBe(1)
  expect(one(db, 'SELECT count(*) FROM patron')).toBe(0)
  expect(db.inTransaction).toBe(false)
  expect(existsSync(join(reportFolder, 'import-1970-01-01T00-00-00Z.txt'))).toBe(true)
})

test('a day that is closed twice is told, and the first one stands', async () => {
  const day = 'MAIN,2026-12-24,2026-12-24,no,no'
  const text = `branch_code,from_on,to_on,is_yearly,is_open,reason\n${day},Christmas Eve\n${day},Staff day\n`
  const { db, result } = await takeIn(folderOf({ ...BASE, 'closed_days.csv': text }))
  expect(counts(result)['closed_days.csv']).toBe('2 = 1 + 1')
  expect(all(db, 'SELECT reason FROM closed_day')).toEqual([{ reason: 'Christmas Eve' }])
  expect(result.status.report.map(({ code }) => code)).toEqual(['came-before'])
})
