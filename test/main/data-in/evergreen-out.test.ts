/** Patrons go out as Evergreen's tables in CSV: what comes back is the same, but for what the loss report says. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import { openWork } from '../../../main/data-in/files-out/read-patrons.ts'
import { writePatrons } from '../../../main/data-in/files-out/write-patrons.ts'
import { mappingOf } from '../../../main/data-in/folder.ts'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { makeFolder } from '../../../main/store/files/new-folder.ts'
import type { Database } from '../../../main/store/files/open-edge.ts'
import { openStore } from '../../../main/store/store.ts'
import { FormFiles } from '../../../shared/import/files-out/form-files.ts'
import { writeEvergreenFolder } from '../../support/mappings/evergreen.ts'
import { describeWithSharedData } from '../../support/shared-data.ts'
import { openDesk, rosaAt, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyFiles } from '../support/money-desk.ts'
import { recorded } from '../support/staff.ts'
import { all, counts, emptyReference, folderOf, takeIn } from './importing.ts'
import { expectAddedUp, lossCounts } from './losses.ts'

type Row = Readonly<Record<string, string>>

const FILES = ['cards.csv', 'patron_addresses.csv', 'patrons.csv', 'standing_penalties.csv']
const target = (): string => join(testFolder(), 'patrons')

function read(folder: string, file: string): readonly Row[] {
  return parse<Row>(readFileSync(join(folder, file)), { columns: true, bom: true })
}

const PATRONS = [
  'patron_id,surname,given,category_code,branch_code,born_on,expires_on,phone,guardian_id,family_id,is_barred,' +
    'is_active,language,news_consent_kind,email,email_bounced_on',
  'e1,"=cmd",+Ana,ADULT,MAPLE,1980-04-12,2027-08-31,+1 555,,,yes,yes,es,yes,a@x.org,2026-10-01',
  'e2,אבג,"A, ""B""",ADULT,NORTH,2019-01-01,,,e1,,,,,,,',
  'e3,Ng,,ADULT,NORTH,,,,,e1,,no,,,,',
  'e4,Ng,Bo,ADULT,NORTH,,,,,e3,,,,,,',
].join('\n')
const OWN = {
  'patrons.csv': PATRONS,
  'cards.csv': 'patron_id,barcode,status\ne1,29301,lost\ne1,29302,current\ne2,29304,former\n',
  'addresses.csv':
    'patron_id,kind,street,city,is_in_city_limits\ne1,home,1 Elm,Town,yes\ne1,mailing,PO 1,Town,no\ne2,home,2 Elm,,\n',
  'notes.csv': 'patron_id,text\ne1,"two\nlines"\n',
  'blocks.csv': [
    'patron_id,kind,from_on,until_on,note',
    'e1,address,2026-02-03,,',
    'e2,billing,2026-01-01,2027-01-01,owes',
    'e3,no key,2026-01-01,,',
    'e4,20,2026-01-01,,a note',
  ].join('\n'),
  'pickups.csv': 'patron_id,by_patron_id,allowed_on\ne1,e2,2026-01-01\n',
}

async function take(desk: TestDesk, folder: string, mapping?: 'evergreen'): Promise<void> {
  const more = mapping ? { mapping } : {}
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [], ...more })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
}

const byId = (rows: readonly Row[], id: string): Row | undefined => rows.find((row) => row['id'] === id)

test('four files like Evergreen’s tables, and a report that adds up and names nobody', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  await take(desk, folderOf(OWN))
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'evergreen' })
  expect(readdirSync(out.folder).toSorted()).toEqual([...FILES, 'loss-report.txt'].toSorted())
  const patrons = read(out.folder, 'patrons.csv')
  expect(patrons).toHaveLength(out.patrons_count)
  expect(byId(patrons, 'e1')).toMatchObject({
    family_name: "'=cmd",
    day_phone: "'+1 555",
    home_ou: 'MAPLE',
    dob: '1980-04-12',
    expire_date: '2027-08-31',
    barred: 't',
    active: 't',
    usrgroup: 'e1',
    locale: 'es',
  })
  expect(byId(patrons, 'e3')).toMatchObject({ active: 'f', barred: 'f', usrgroup: 'e1' })
  expect(byId(patrons, 'e4')).toMatchObject({ usrgroup: 'e1' })
  expect(byId(patrons, 'e2')).toMatchObject({ usrgroup: '' })
  const cards = read(out.folder, 'cards.csv').filter((row) => row['usr']?.startsWith('e'))
  // A card that was lost is not active there.
  expect(cards.map((row) => [row['usr'], row['barcode'], row['active']])).toEqual([
    ['e1', '29301', 'f'],
    ['e1', '29302', 't'],
    ['e2', '29304', 'f'],
  ])
  const homes = read(out.folder, 'patron_addresses.csv').filter((row) => row['usr']?.startsWith('e'))
  expect(homes.map((row) => [row['usr'], row['address_type'], row['street1'], row['within_city_limits']])).toEqual([
    ['e1', 'home', '1 Elm', 't'],
    ['e1', 'mailing', 'PO 1', 'f'],
    ['e2', 'home', '2 Elm', ''],
  ])
  const blocks = read(out.folder, 'standing_penalties.csv').filter((row) => row['usr']?.startsWith('e'))
  expect(blocks.map((row) => [row['usr'], row['standing_penalty'], row['stop_date'], row['usr_message']])).toEqual([
    ['e1', '29', '', ''],
    ['e2', '25', '2027-01-01', 'owes'],
    ['e3', '25', '', 'no key'],
    ['e4', '20', '', 'a note'],
  ])
  const { losses } = out
  expectAddedUp(losses)
  const of = (place: string): unknown => lossCounts(losses, place)
  expect(of('patrons.csv: patron_id')).toEqual([out.patrons_count, out.patrons_count, 0, 0])
  expect(of('patrons.csv: family_id')).toEqual([2, 0, 2, 0])
  expect(of('patrons.csv: guardian_id')).toEqual([1, 0, 0, 1])
  expect(of('patrons.csv: email_bounced_on')).toEqual([1, 0, 0, 1])
  expect(of('patrons.csv: is_active')).toEqual([1, 1, 0, 0])
  expect(of('blocks.csv: kind')).toEqual([4, 1, 3, 0])
  expect(of('notes.csv: text')).toEqual([1, 0, 0, 1])
  expect(of('pickups.csv: by_patron_id')).toEqual([1, 0, 0, 1])
  expect(losses.find((line) => line.to === 'patrons.csv: usrgroup' && line.column === '')?.invented_count).toBe(1)
  expect(losses.find((line) => line.to === 'standing_penalties.csv: usr_message' && line.column === '')).toMatchObject({
    invented_count: 1,
  })
  const said = JSON.stringify(losses) + readFileSync(join(out.folder, 'loss-report.txt'), 'utf8')
  for (const word of ['Ana', '1980', 'Elm', 'owes', 'Ng', 'no key', 'billing']) expect(said).not.toContain(word)
  expect(readFileSync(join(out.folder, 'patrons.csv'), 'utf8').startsWith('id,')).toBe(true)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  expect(snapshot.page?.sections.map((one) => one.section_id)).toContain('losses-out')
  expect((await recorded(desk, 'patrons-exported')).at(-1)).toMatchObject({ form: 'evergreen' })
})

test('what went out to Evergreen comes back, and goes out again as it was', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  await take(desk, folderOf(OWN))
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'evergreen' })
  const again = await rosaAt(await openDesk(moneyFiles()))
  await take(again, out.folder, 'evergreen')
  const { files, report } = await again.ok('import.status', {})
  // One telephone is a figure that begins as a formula does: no number, and carried as it is.
  expect([files.map((one) => one.rejected_count), report.map(({ code }) => code)]).toEqual([
    [0, 0, 0, 0],
    ['odd-phone'],
  ])
  const second = await again.ok('patrons.export', { to_folder: target(), form: 'evergreen' })
  for (const file of FILES) {
    const [was, is] = [out, second].map(({ folder }) => new Set(read(folder, file).map((row) => JSON.stringify(row))))
    expect([file, is]).toEqual([file, was])
  }
})

test('branches go out by the numbers of org_units.csv; a table that cannot be read is told', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  await take(desk, folderOf(OWN))
  const folder = folderOf({ 'org_units.csv': 'id,shortname\n4,MAPLE\n7,NORTH\n' })
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'evergreen', mapping_from: folder })
  const homes = new Set(read(out.folder, 'patrons.csv').map((row) => row['home_ou']))
  homes.delete('')
  expect(homes).toEqual(new Set(['4', '7']))
  writeFileSync(join(folder, 'org_units.csv'), 'number,name\n4,MAPLE\n')
  const to_folder = target()
  const asked = { to_folder, form: 'evergreen', mapping_from: folder } as const
  expect(await desk.call('patrons.export', asked)).toMatchObject({ code: 'mapping-wrong' })
})

/** What the reference file says of people, without its own numbers. Families as they are, whoever names whom. */
const PEOPLE = [
  `SELECT external_id, surname, given, preferred_given, category_code, branch_code, born_on, expires_on, email, phone,
    guardian, language, is_barred, is_active, registered_on FROM patron ORDER BY external_id`,
  'SELECT barcode, status, external_id FROM card JOIN patron USING (patron_id) ORDER BY barcode',
  `SELECT kind, street, city, region, postal_code, is_in_city_limits, external_id FROM patron_address
    JOIN patron USING (patron_id) ORDER BY external_id, address_number`,
  `SELECT kind, from_on, until_on, note, external_id FROM patron_block JOIN patron USING (patron_id)
    ORDER BY external_id, block_ref`,
] as const
const people = (db: Database): readonly unknown[] => PEOPLE.map((sql) => all(db, sql))

describeWithSharedData('patrons of Evergreen, in, out and in again', (data) => {
  test('all 378 are as they were, and their cells as Evergreen had them', async () => {
    const own = join(testFolder(), 'own')
    writeEvergreenFolder(data, own)
    const rules = ['library.csv', 'branches.csv', 'patron_categories.csv']
    const base = Object.fromEntries(rules.map((name) => [name, readFileSync(join(own, name), 'utf8')]))
    const db = emptyReference()
    await takeIn(folderOf(base), db)
    const theirs = join(testFolder(), 'theirs')
    mkdirSync(theirs)
    for (const name of [...FILES, 'org_units.csv']) copyFileSync(join(data, 'evergreen', name), join(theirs, name))
    await takeIn(theirs, db, { mapping: 'evergreen' })
    const { folder, losses } = await written(db, theirs)
    // With no code table beside it, numbers of branches would be theirs: the table goes along.
    copyFileSync(join(theirs, 'org_units.csv'), join(folder, 'org_units.csv'))
    const other = emptyReference()
    await takeIn(folderOf(base), other)
    const { result } = await takeIn(folder, other, { mapping: 'evergreen' })
    expect(counts(result)).toEqual({
      'patrons.csv': '378 = 378 + 0',
      'cards.csv': '379 = 379 + 0',
      'patron_addresses.csv': '379 = 379 + 0',
      'standing_penalties.csv': '98 = 98 + 0',
    })
    expect(people(other)).toEqual(people(db))
    expectAddedUp(losses)
    // What every patron has here, and nobody of Evergreen brought.
    const dropped = losses.filter((line) => line.dropped_count > 0).map(({ file, column }) => `${file}: ${column}`)
    expect(dropped).toEqual(['patrons.csv: receipt_kind', 'patrons.csv: is_large_print'])
    expect(cellsThatDiffer(theirs, folder)).toEqual(DIFFERING)
  })
})

async function written(db: Database, mapping_from: string) {
  db.pragma('wal_checkpoint(TRUNCATE)')
  const at = testFolder()
  openStore(at, KEY).close()
  copyFileSync(db.name, join(at, REFERENCE_FILE))
  const store = openStore(at, KEY)
  onTestFinished(() => store.close())
  const found = mappingOf(mapping_from, 'evergreen')
  if ('code' in found) throw new Error(found.problem)
  const files = new FormFiles(found.mapping, 'evergreen')
  const folder = target()
  await makeFolder(
    folder,
    () => {},
    async (file) => {
      await writePatrons(store.db, files.files, { file, pause: () => Promise.resolve() })
    },
    () => {},
  )
  return { folder, losses: files.losses({ ...openWork(store.db), pins_count: 0 }) }
}

/** By column of theirs: how many cells that hold something are another text than Evergreen's, of those that go out. */
function cellsThatDiffer(theirs: string, ours: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const file of FILES) {
    const keyOf = (row: Row): string => (file === 'patrons.csv' ? row['id'] : (row['barcode'] ?? row['usr'])) ?? ''
    const was = Map.groupBy(read(theirs, file), keyOf)
    for (const [key, rows] of Map.groupBy(read(ours, file), keyOf)) {
      for (const [at, row] of rows.entries()) {
        for (const [column, value] of Object.entries(row)) {
          const before = was.get(key)?.[at]?.[column] ?? ''
          if (flagOf(value) !== flagOf(before)) found[`${file}: ${column}`] = (found[`${file}: ${column}`] ?? 0) + 1
        }
      }
    }
  }
  return found
}

/** Of a flag the two words that Evergreen has for it. */
const flagOf = (value: string): string => ({ t: '1', f: '0' })[value] ?? value

/** All of it reads back to the same: what is joined on the way in is in the first column, and a moment is its day. */
const DIFFERING = {
  'patron_addresses.csv: street1': 15,
  // Closed here, since Evergreen had deleted it.
  'patrons.csv: active': 1,
  'patrons.csv: create_date': 378,
  // Born in 1784, which is before the earliest date allowed: not known.
  'patrons.csv: dob': 1,
  'patrons.csv: expire_date': 378,
  'patrons.csv: family_name': 64,
  'patrons.csv: first_given_name': 205,
  'standing_penalties.csv: set_date': 98,
}
