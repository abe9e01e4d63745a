/** Patrons of Koha and Evergreen through their saved mappings, and the loss report: what became of every cell. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Database } from '../../../main/store/files/open-edge.ts'
import { codesTable } from '../../../main/data-in/reading/codes-table.ts'
import { writeEvergreenFolder } from '../../support/mappings/evergreen.ts'
import { describeWithSharedData } from '../../support/shared-data.ts'
import { asDate } from '../../../shared/import/mapping/as-date.ts'
import type { LossLine } from '../../../shared/import/mapping/loss-line.ts'
import { parseZoneName } from '../../../shared/kernel/zone.ts'
import { testFolder } from '../support/folders.ts'
import { workingDesk } from '../support/desk.ts'
import { all, BASE, counts, emptyReference, everything, folderOf, one, takeIn, type Taken } from './importing.ts'
import { expectAddedUp, lossCounts } from './losses.ts'

const HEAD =
  'cardnumber,surname,firstname,streetnumber,address,address2,city,state,zipcode,email,phone,mobile,B_address,B_city,' +
  'dateofbirth,branchcode,categorycode,dateenrolled,dateexpiry,gonenoaddress,lost,debarred,debarredcomment,' +
  'borrowernotes,password,userid,sex,privacy'
const ROWS = [
  '2901,Núñez,Ana,12,Elm St,Apt 3,Springfield,IL,62701,ana@x.org,555-1,555-2,,,1980-04-12,MAIN,ADULT,2020-01-31,' +
    '2027-08-31,0,0,,,Tall,hunter2,ana,F,2',
  '2902,כהן,דוד,,,,,,,,,555-3,PO 9,Town,2044-01-01,CPL,PT,,9999-12-31,1,1,2027-01-01,owes,,1234,,M,1',
  '2903,Ragged,Row,1',
  `2904,Long,Street,,${'x'.repeat(2000)},,,,,,,,,,,MAIN,ADULT,,,,,,,,,,,`,
  '2905,No,Branch,,,,,,,,,,,,,NOWHERE,ADULT,,,,,,,,s3cret,,,',
  '2901,Twice,Given,,,,,,,,,,,,,MAIN,ADULT,,,,,,,,,,,',
  '2906,"=cmd","O""Neil, Pat",,,,,,,,+1 555,,,,,MAIN,ADULT,,,,,,only a comment,,,,,',
]
const KOHA = [HEAD, ...ROWS, ''].join('\r\n')
const CODES = { codes: { branch_code: { CPL: 'MAIN' }, category_code: { PT: 'ADULT' } } }

/** A library of one branch, with Koha's file and a table of codes taken in. */
async function koha(text = KOHA, more: object = CODES, is_preview = false): Promise<Taken> {
  const db = emptyReference()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), db)
  const folder = folderOf({ 'borrowers.csv': text, 'mapping.json': JSON.stringify(more) })
  return takeIn(folder, db, { mapping: 'koha', is_preview })
}

const lossOf = (losses: readonly LossLine[], column: string): LossLine | undefined =>
  losses.find((line) => line.column === column)

const person = (db: Database, card: string): unknown =>
  all(
    db,
    `SELECT surname, given, email, phone, born_on, expires_on, registered_on, category_code, branch_code,
      history_consent_kind, card.status FROM card JOIN patron USING (patron_id) WHERE barcode = ?`,
    card,
  )[0]

test('people of Koha come in; what cannot be taken is left out whole, with a reason', async () => {
  const { db, result, report } = await koha()
  expect(counts(result)).toEqual({ 'borrowers.csv': '7 = 3 + 4' })
  expect(person(db, '2901')).toEqual({
    surname: 'Núñez',
    given: 'Ana',
    email: 'ana@x.org',
    phone: '555-1',
    born_on: '1980-04-12',
    expires_on: '2027-08-31',
    registered_on: '2020-01-31',
    category_code: 'ADULT',
    branch_code: 'MAIN',
    history_consent_kind: 'no',
    status: 'current',
  })
  expect(person(db, '2902')).toMatchObject({ born_on: null, expires_on: null, phone: '555-3', status: 'lost' })
  expect(all(db, 'SELECT kind, street, city FROM patron_address ORDER BY kind')).toEqual([
    { kind: 'alternate', street: 'PO 9', city: 'Town' },
    { kind: 'home', street: '12 Elm St Apt 3', city: 'Springfield' },
  ])
  expect(all(db, 'SELECT kind, until_on, note FROM patron_block ORDER BY kind')).toEqual([
    { kind: 'address unverified', until_on: null, note: '' },
    { kind: 'debarred', until_on: '2027-01-01', note: 'owes' },
  ])
  expect(one(db, 'SELECT count(*) FROM patron')).toBe(3)
  expect(report.filter((row) => row.outcome === 'row left out').map((row) => [row.line, row.column])).toEqual([
    ['4', ''],
    ['5', 'address'],
    ['6', 'branchcode'],
    ['7', 'cardnumber'],
  ])
})

test('the number that patrons go by is no loss; where a card gives another one, it is', async () => {
  const text =
    'borrowernumber,cardnumber,surname,branchcode,categorycode\n7,2907,Ito,MAIN,ADULT\n8,2908,Li,MAIN,ADULT\n'
  const db = emptyReference()
  await takeIn(folderOf({ ...BASE, 'cards.csv': 'patron_id,barcode\n1,2908\n' }), db)
  const { result } = await takeIn(folderOf({ 'k.csv': text }), db, { mapping: 'koha' })
  const line = lossOf(result.status.losses, 'borrowernumber')
  expect(line).toMatchObject({ to: 'patrons.csv: patron_id', filled_count: 2, carried_count: 1, dropped_count: 1 })
  expectAddedUp(result.status.losses)
})

test('the loss report adds up, and names nobody', async () => {
  const { result, report, summary } = await koha()
  const { losses } = result.status
  expectAddedUp(losses)
  const short = (column: string): unknown => {
    const line = lossOf(losses, column)
    return line && [line.filled_count, line.carried_count, line.changed_count, line.dropped_count, line.left_out_count]
  }
  expect(short('surname')).toEqual([7, 3, 0, 0, 4])
  expect(short('branchcode')).toEqual([6, 2, 1, 0, 3])
  expect(short('mobile')).toEqual([2, 1, 0, 1, 0])
  expect(short('sex')).toEqual([2, 0, 0, 2, 0])
  expect(short('password')).toEqual([3, 0, 0, 2, 1])
  expect(short('dateofbirth')).toEqual([2, 1, 1, 0, 0])
  expect(short('debarredcomment')).toEqual([2, 1, 0, 1, 0])
  expect(lossOf(losses, 'branchcode')?.examples).toEqual(['CPL → MAIN'])
  expect(losses.find((line) => line.to === 'patrons.csv: patron_id')).toMatchObject({ column: '', invented_count: 3 })
  const said = JSON.stringify(losses) + summary
  for (const word of ['Ana', 'Núñez', 'hunter2', '62701', '1980', '555-2', 'Elm']) expect(said).not.toContain(word)
  expect(JSON.stringify(report)).not.toMatch(/hunter2|s3cret|"1234"/)
})

test('rows that were left out can be corrected and taken in again; no PIN is in any file', async () => {
  const { result, db } = await koha()
  const reports = dirname(result.status.report_file)
  const name = readdirSync(reports).find((one_name) => one_name.includes('left-out')) ?? ''
  const rows = parse<Record<string, string>>(readFileSync(join(reports, name)), {
    columns: true,
    bom: true,
    relax_column_count: true,
  })
  expect(rows.map((row) => row['surname'])).toEqual(['', 'Long', 'No', 'Twice'])
  expect(rows.map((row) => row['password'] ?? '')).toEqual(['', '', '', ''])
  for (const file of readdirSync(reports)) {
    expect(readFileSync(join(reports, file), 'utf8')).not.toMatch(/hunter2|s3cret/)
  }
  expect(all(db, 'SELECT pin_hash FROM patron_pin')).toEqual([])
  const corrected = readFileSync(join(reports, name), 'utf8').split('\r\n')
  const again = [corrected[0], corrected[3]?.replace('NOWHERE', 'MAIN')].join('\r\n')
  const taken = await takeIn(folderOf({ 'again.csv': `${again}\r\n` }), db, { mapping: 'koha' })
  expect(counts(taken.result)).toEqual({ 'again.csv': '1 = 1 + 0' })
})

test.each([
  ['few', '2907,Lee,Ann,,,,,,,,,,,,,MAIN,ADULT,,,,,,,hunter2,ann,F,2'],
  ['many', '2907,Lee,Ann,,,,,,,,,,,,,MAIN,ADULT,,,,,,,,,s3cret,ann,F,2'],
])('of a row with too %s values, no password that stands in another column gets into a file', async (_what, row) => {
  const { result } = await koha([HEAD, row, ''].join('\r\n'))
  expect(counts(result)).toEqual({ 'borrowers.csv': '1 = 0 + 1' })
  const reports = dirname(result.status.report_file)
  for (const file of readdirSync(reports)) {
    expect(readFileSync(join(reports, file), 'utf8')).not.toMatch(/hunter2|s3cret/)
  }
})

test('a column or a code that every object of the program has is none of the mapping', async () => {
  const head = 'cardnumber,surname,branchcode,categorycode,lost,constructor,__proto__'
  const row = '2908,Lee,MAIN,ADULT,constructor,1,2'
  const { result } = await koha([head, row, row.replace('ADULT,constructor', 'ADULT,0'), ''].join('\r\n'))
  expect(counts(result)).toEqual({ 'borrowers.csv': '2 = 1 + 1' })
  const [left] = result.status.report
  expect(left).toMatchObject({ line: 2, column: 'lost' })
  expect(lossOf(result.status.losses, 'constructor')).toMatchObject({ dropped_count: 1, left_out_count: 1 })
})

test('a table of codes that is a link is not followed', async () => {
  const db = emptyReference()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), db)
  const PATRONS = 'id,profile,family_name,home_ou\n'
  const table = { 'org_units.csv': 'id,shortname\n1,MAIN\n' }
  const plain = folderOf({ 'patrons.csv': `${PATRONS}7,ADULT,Lee,1\n`, ...table })
  expect(counts((await takeIn(plain, db, { mapping: 'evergreen' })).result)).toEqual({ 'patrons.csv': '1 = 1 + 0' })
  const linked = folderOf({ 'patrons.csv': `${PATRONS}8,ADULT,Ng,1\n` })
  symlinkSync(join(folderOf(table), 'org_units.csv'), join(linked, 'org_units.csv'))
  expect(counts((await takeIn(linked, db, { mapping: 'evergreen' })).result)).toEqual({ 'patrons.csv': '1 = 0 + 1' })
})

test.each([
  ['a link', 'link', (path: string) => symlinkSync(path, `${path}.csv`)],
  ['no file', 'no-file', (path: string) => mkdirSync(`${path}.csv`)],
  ['not CSV', 'not-csv', (path: string) => writeFileSync(`${path}.csv`, 'id,shortname\n1,"MAIN\n')],
  ['without its columns', 'no-columns', (path: string) => writeFileSync(`${path}.csv`, 'number;name\n1;MAIN\n')],
] as const)('a table of codes that is %s is told once, at the start, with its column', async (_, reason, make) => {
  const db = emptyReference()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), db)
  const folder = folderOf({ 'patrons.csv': 'id,profile,family_name,home_ou\n8,ADULT,Ng,1\n9,ADULT,Lee,1\n' })
  make(join(folder, 'org_units'))
  const { result } = await takeIn(folder, db, { mapping: 'evergreen' })
  const [first, ...rows] = result.status.report
  expect(first).toMatchObject({ file: 'org_units.csv', line: 0, code: 'codes-unread', outcome: 'to-look-at' })
  expect(first?.reason).toContain('home_ou')
  expect(codesTable(join(folder, 'org_units.csv'), 'id', 'shortname')).toBe(reason)
  expect(rows.map(({ code }) => code)).not.toContain('codes-unread')
  expect(counts(result)).toEqual({ 'patrons.csv': '2 = 0 + 2' })
})

test('no table at all: its codes are meant as they are, and nothing is said of it', async () => {
  const db = emptyReference()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), db)
  const folder = folderOf({ 'patrons.csv': 'id,profile,family_name,home_ou\n8,ADULT,Ng,MAIN\n' })
  const { result } = await takeIn(folder, db, { mapping: 'evergreen' })
  expect([counts(result), result.status.report]).toEqual([{ 'patrons.csv': '1 = 1 + 0' }, []])
})

test('a preview tells the same, and changes nothing', async () => {
  const before = emptyReference()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(folderOf(base), before)
  const was = everything(before)
  const folder = folderOf({ 'borrowers.csv': KOHA, 'mapping.json': JSON.stringify(CODES) })
  const preview = await takeIn(folder, before, { mapping: 'koha', is_preview: true })
  expect(everything(before)).toBe(was)
  const { result } = await takeIn(folder, before, { mapping: 'koha' })
  expect(preview.result.status.is_preview).toBe(true)
  expect(preview.result.status.losses).toEqual(result.status.losses)
  expect(counts(preview.result)).toEqual(counts(result))
})

test('a card that is here already keeps its patron', async () => {
  const { db } = await koha()
  const { 'patrons.csv': _none, ...base } = BASE
  await takeIn(
    folderOf({ ...base, 'patrons.csv': 'patron_id,surname,category_code,branch_code\nk7,Ng,ADULT,MAIN\n' }),
    db,
  )
  await takeIn(folderOf({ 'cards.csv': 'patron_id,barcode\nk7,2999\n' }), db)
  const row = '2999,Ng-Lee,,,,,,,,,,,,,,MAIN,ADULT,,,,,,,,,,,'
  await takeIn(folderOf({ 'b.csv': `${HEAD}\n${row}\n` }), db, { mapping: 'koha' })
  expect(one(db, "SELECT surname FROM patron WHERE external_id = 'k7'")).toBe('Ng-Lee')
})

const NEEDED = 'cardnumber,surname,branchcode,categorycode'

test.each([
  ['a card twice', 'borrowernumber', ['1,2001,A,MAIN,ADULT', '2,2001,B,MAIN,ADULT'], 'cardnumber'],
  ['their number twice', 'borrowernumber', ['1,2001,A,MAIN,ADULT', '1,2002,B,MAIN,ADULT'], 'borrowernumber'],
  ['a card twice, without numbers', 'userid', [',2001,A,MAIN,ADULT', ',2001,B,MAIN,ADULT'], 'cardnumber'],
])('%s is told at a column of the file', async (_what, key, rows, column) => {
  const { result } = await koha(`${key},${NEEDED}\n${rows.join('\n')}\n`, {})
  expect(result.status.report.map((one) => [one.line, one.column])).toEqual([[3, column]])
})

test.each([
  ['surname,firstname\nA,B\n', {}, 'refused'],
  ['cardnumber;surname\n1;2\n', {}, 'refused'],
  ['cardnumber,cardnumber\n1,2\n', {}, 'refused'],
  [`${NEEDED}\n1,"never closed,MAIN,ADULT\n`, {}, 'refused'],
  [
    'cardnumber,surname,branchcode,categorycode,dateofbirth\n1,A,MAIN,ADULT,4/12/1980\n',
    { dates: 'month-first' },
    'taken',
  ],
])('%j with %j is %s', async (text, more, state) => {
  const { result, db } = await koha(text, more)
  expect(result.status.files.map((file) => file.state)).toEqual([state])
  expect(one(db, 'SELECT count(*) FROM patron')).toBe(state === 'taken' ? 1 : 0)
  if (state === 'taken') expect(one(db, 'SELECT born_on FROM patron')).toBe('1980-04-12')
})

test('days as other systems write them', () => {
  const zone = parseZoneName('America/Los_Angeles')
  expect(asDate('4/12/1980', 'month-first', zone)).toBe('1980-04-12')
  expect(asDate('4.12.1980', 'day-first', zone)).toBe('1980-12-04')
  expect(asDate('4/12/1980', 'iso', zone)).toBe('4/12/1980')
  expect(asDate('2008-01-01 00:30:00-05', 'iso', zone)).toBe('2007-12-31')
  expect(asDate('2008-01-01 03:00', 'iso', zone)).toBe('2008-01-01')
})

test('at the desk: a preview records nothing, a wrong mapping is told', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'k.csv': KOHA, 'mapping.json': '{"codes": {"branch_code": {"MAIN": "MAPLE"}}}' })
  const start = { folder, accept_findings: [] as string[], mapping: 'koha' as const }
  const ended = () => expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const before = (await desk.ok('journal.recent', { limit: 20 })).events
  await desk.ok('import.start', { commandId: desk.id(), ...start, is_preview: true })
  await ended()
  expect(await desk.ok('import.status', {})).toMatchObject({ is_preview: true, files: [{ imported_count: 2 }] })
  expect((await desk.ok('journal.recent', { limit: 20 })).events).toEqual(before)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  const sections = snapshot.page?.sections.map((one_section) => one_section.section_id) ?? []
  // How many came in and why others did not stand before what became of each column.
  expect(sections.at(-1)).toBe('losses')
  expect(sections.slice(0, 2)).toEqual(['previewed', 'files'])
  await desk.ok('import.start', { commandId: desk.id(), ...start })
  await ended()
  expect((await desk.ok('journal.recent', { limit: 20 })).events[0]?.kind).toBe('data-imported')
  writeFileSync(join(folder, 'mapping.json'), '{"codes": 3}')
  expect(await desk.call('import.start', { commandId: desk.id(), ...start })).toMatchObject({ code: 'mapping-wrong' })
})

test('at the desk: what is shown of a preview is of that preview, and of no export before it', async () => {
  const desk = await workingDesk()
  const to_folder = join(testFolder(), 'out')
  await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  await desk.ok('patrons.export', { to_folder, form: 'koha' })
  const shown = async () => {
    const { page, band } = (await desk.ok('desk.snapshot', {})).snapshot
    return { band, sections: page?.sections.map(({ section_id }) => section_id) ?? [] }
  }
  const after = await shown()
  expect([after.band === null, after.sections.includes('losses-out')]).toEqual([false, true])
  const folder = folderOf({ 'k.csv': KOHA, 'mapping.json': '{"codes": {"branch_code": {"MAIN": "MAPLE"}}}' })
  const start = { folder, accept_findings: [] as string[], mapping: 'koha' as const }
  await desk.ok('import.start', { commandId: desk.id(), ...start, is_preview: true })
  expect((await shown()).band).toBeNull()
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const { band, sections } = await shown()
  expect([band, sections.includes('losses-out'), sections.includes('losses')]).toEqual([null, false, true])
})

describeWithSharedData('Evergreen’s patrons by the saved mapping', (data) => {
  test('are the same people as through our own form', async () => {
    const own = join(testFolder(), 'own')
    writeEvergreenFolder(data, own)
    const direct = await takeIn(own)
    const db = emptyReference()
    const rules = ['library.csv', 'branches.csv', 'patron_categories.csv']
    const texts = rules.map((name) => [name, readFileSync(join(own, name), 'utf8')] as const)
    await takeIn(folderOf(Object.fromEntries(texts)), db)
    const folder = join(testFolder(), 'theirs')
    const names = ['patrons', 'cards', 'patron_addresses', 'standing_penalties', 'org_units', 'copies']
    mkdirSync(folder)
    for (const name of names) {
      copyFileSync(join(data, 'evergreen', `${name}.csv`), join(folder, `${name}.csv`))
    }
    const { result } = await takeIn(folder, db, { mapping: 'evergreen' })
    expect(counts(result)).toEqual({
      'patrons.csv': '378 = 378 + 0',
      'cards.csv': '379 = 379 + 0',
      'patron_addresses.csv': '379 = 379 + 0',
      'standing_penalties.csv': '98 = 98 + 0',
    })
    expectAddedUp(result.status.losses)
    const people = `SELECT external_id, surname, given, preferred_given, category_code, branch_code, born_on,
      expires_on, phone, guardian, is_barred, is_active FROM patron ORDER BY external_id`
    const homes = `SELECT external_id, kind, city, region, postal_code, is_in_city_limits FROM patron_address
      JOIN patron USING (patron_id) ORDER BY external_id, address_number`
    const lower = (rows: unknown[]): unknown => JSON.parse(JSON.stringify(rows).toLowerCase())
    expect(all(db, people)).toEqual(all(direct.db, people))
    expect(lower(all(db, homes))).toEqual(lower(all(direct.db, homes)))
    expect(all(db, 'SELECT barcode, status FROM card ORDER BY 1')).toEqual(
      all(direct.db, 'SELECT barcode, status FROM card ORDER BY 1'),
    )
  })
})

const ODD_HEAD = 'cardnumber,surname,city,state,zipcode,email,phone,branchcode,categorycode,gonenoaddress\n'

test('what nobody is reached by is carried and told, and a flag in words is the flag', async () => {
  const rows = [
    '2901,Good,Deerfield,IL,60015,ana@x.org,847-555-0134,MAIN,ADULT,no',
    '2902,Odd,Deerfield,IL,6015,not an email,call mom,MAIN,ADULT,yes',
    '2903,Abroad,Zürich,,8001,,+41 44 555 01 34,MAIN,ADULT,',
  ]
  const { db, report, result } = await takeIn(folderOf(BASE)).then(({ db: known }) =>
    takeIn(folderOf({ 'k.csv': `${ODD_HEAD}${rows.join('\n')}\n` }), known, { mapping: 'koha' }),
  )
  expect(report.map(({ line, column, outcome }) => `${line} ${column}: ${outcome}`)).toEqual([
    '3 email: to look at',
    '3 phone: to look at',
    '3 zipcode: to look at',
  ])
  expect(all(db, `SELECT email, phone FROM patron WHERE surname = 'Odd'`)).toEqual([
    { email: 'not an email', phone: 'call mom' },
  ])
  expect(all(db, 'SELECT kind FROM patron_block')).toEqual([{ kind: 'address unverified' }])
  const { losses } = result.status
  expect(['email', 'phone', 'zipcode'].map((column) => lossCounts(losses, `k.csv: ${column}`))).toEqual([
    [2, 2, 0, 0],
    [3, 3, 0, 0],
    [3, 3, 0, 0],
  ])
})
