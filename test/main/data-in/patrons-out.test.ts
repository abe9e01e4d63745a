/** Every patron goes into files, and comes back out of them as they were: at a desk, and over real data. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { writePatrons } from '../../../main/data-in/files-out/write-patrons.ts'
import { JOURNAL_FILE, REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile, type Database } from '../../../main/store/files/open-edge.ts'
import { makeFolder } from '../../../main/store/files/new-folder.ts'
import { openStore } from '../../../main/store/store.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { OWN_FILES } from '../../../shared/import/files-out/own-files.ts'
import { writeEvergreenFolder } from '../../support/mappings/evergreen.ts'
import { describeWithSharedData } from '../../support/shared-data.ts'
import { openDesk, rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyFiles } from '../support/money-desk.ts'
import { privateDesk } from '../support/private-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { benAtDesk, recorded } from '../support/staff.ts'
import { all, BASE, folderOf, takeIn } from './importing.ts'

/** What the reference file says of people, without its own numbers and references. */
const PEOPLE: readonly string[] = [
  `SELECT patron.*, guardian.external_id AS guardian_id, family.external_id AS family_id FROM patron
    LEFT JOIN patron AS family ON family.patron_id = patron.family_patron_id
    LEFT JOIN patron AS guardian ON guardian.patron_id = patron.guardian_patron_id ORDER BY patron.external_id`,
  'SELECT card.*, external_id FROM card JOIN patron USING (patron_id) ORDER BY barcode',
  `SELECT patron_address.*, external_id FROM patron_address JOIN patron USING (patron_id)
    ORDER BY external_id, address_number`,
  'SELECT patron_note.*, external_id FROM patron_note JOIN patron USING (patron_id) ORDER BY external_id, text',
  `SELECT patron_block.*, external_id FROM patron_block JOIN patron USING (patron_id)
    ORDER BY external_id, kind, from_on, note`,
  `SELECT patron_pickup.*, whose.external_id AS whose, picker.external_id AS picker FROM patron_pickup
    JOIN patron AS whose USING (patron_id) JOIN patron AS picker ON picker.patron_id = by_patron_id ORDER BY 6, 7`,
  'SELECT external_id, bounced_on FROM patron_email_bounce JOIN patron USING (patron_id) ORDER BY external_id',
  `SELECT whose.external_id AS whose, other.external_id AS other FROM patron_distinct
    JOIN patron AS whose USING (patron_id) JOIN patron AS other ON other.patron_id = other_patron_id ORDER BY 1, 2`,
  'SELECT key, external_id FROM patron_key JOIN patron USING (patron_id) ORDER BY key, external_id',
]
const OWN_NUMBERS = /^(patron_id|guardian_patron_id|family_patron_id|by_patron_id|note_ref|block_ref|pickup_ref)$/

function people(db: Database): readonly unknown[] {
  return PEOPLE.flatMap((sql) =>
    all(db, sql).map((row) =>
      Object.fromEntries(Object.entries(row as object).filter(([name]) => !OWN_NUMBERS.test(name))),
    ),
  )
}

function peopleAt({ folder }: TestDesk): readonly unknown[] {
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  try {
    return people(db)
  } finally {
    db.close()
  }
}

async function takeInto(desk: TestDesk, folder: string): Promise<void> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const { files } = await desk.ok('import.status', {})
  expect(files.map(({ file, rejected_count, message }) => [file, rejected_count, message])).toEqual(
    files.map(({ file, message }) => [file, 0, message]),
  )
}

const HEAD =
  'patron_id,surname,given,category_code,branch_code,email,phone,guardian_id,registered_on,receipt_kind,' +
  'email_bounced_on,name_proof_code,name_changed_on,unfit_on'
const HOSTILE = {
  'apart.csv': 'patron_id,other_patron_id\nh4,h1\nh1,h4\nh2,h3\n',
  'patrons.csv': [
    HEAD,
    'h1,"=HYPERLINK(""http://x"")",+Ana,ADULT,MAPLE,@home,+1 555 0100,,2020-02-29,email,2026-10-01,court-order,' +
      '2026-02-03,2026-03-01',
    `h2,'Ndrangheta,"'-Jo",ADULT,MAPLE,,-5,h1,,none,,,,`,
    'h3,אבג,"A, ""B""",ADULT,NORTH,,,,,,,,,',
    "h4,😀 Ng,''=1,ADULT,NORTH,,,h3,,,,,,",
  ].join('\n'),
  'addresses.csv': [
    'patron_id,kind,street,city,is_in_city_limits',
    `h1,home,"@${'x'.repeat(190)}",Town,yes`,
    'h1,mailing,PO 1,,\n',
  ].join('\n'),
  'blocks.csv': 'patron_id,kind,from_on,until_on,note\nh3,billing,2026-01-01,2027-01-01,=SUM(A1)\n',
  'cards.csv': 'patron_id,barcode,status\nh1,-29123,current\nh1,29124,former\nh2,29125,lost\n',
}

/** A desk where people were imported, registered, noted, let pick up; one has a PIN. */
async function deskOfPeople(): Promise<TestDesk> {
  const desk = await workingDesk()
  await takeInto(desk, folderOf(HOSTILE))
  await desk.scan(CARDS.dana)
  const note = { kind: 'note', text: '=two lines,\n"quoted"', until_on: null } as const
  await desk.ok('note.write', { commandId: desk.id(), ...note })
  await desk.ok('note.write', {
    commandId: desk.id(),
    ...note,
    kind: 'block',
    text: 'Speak to us',
    until_on: '2027-01-01',
  })
  await desk.ok('pickup.allow', { commandId: desk.id(), barcode: CARDS.omar })
  await desk.ok('family.link', { commandId: desk.id(), barcode: CARDS.omar })
  await desk.ok('patron.set-pin', { commandId: desk.id(), pin: '739104', pin_again: '739104' })
  await desk.ok('patron.set-preference', {
    commandId: desk.id(),
    receipt: 'none',
    is_large_print: true,
    language: 'es',
  })
  await desk.ok('desk.clear', {})
  return desk
}

const target = (): string => join(testFolder(), 'patrons')

test('patrons go into files, and another desk reads them back as they were', async () => {
  const desk = await deskOfPeople()
  const to_folder = target()
  const out = await desk.ok('patrons.export', { to_folder })
  expect(out).toMatchObject({ folder: to_folder, pins_count: 1 })
  expect(readdirSync(to_folder).toSorted()).toEqual(out.files.map((one) => one.file).toSorted())
  for (const name of readdirSync(to_folder)) {
    expect(statSync(join(to_folder, name)).mode & 0o077).toBe(0)
    expect(readFileSync(join(to_folder, name), 'utf8')).not.toMatch(/739104|[,\n]"?[=+@]/)
  }
  const again = await rosaAt(await openDesk(moneyFiles()))
  await takeInto(again, to_folder)
  // Taking anything in settles what the desk has recorded into its reference file.
  await takeInto(desk, to_folder)
  expect(peopleAt(again)).toEqual(peopleAt(desk))
  const families = peopleAt(again).filter((one) => JSON.stringify(one).includes('"family_id":"'))
  expect(families).toHaveLength(1)
  expect(peopleAt(again)).toContainEqual({ whose: 'h1', other: 'h4' })
  expect(peopleAt(again)).toContainEqual({ whose: 'h2', other: 'h3' })
  expect(readFileSync(join(to_folder, 'patrons.csv'), 'utf8')).toContain('2026-03-01')
  expect(JSON.stringify(peopleAt(again))).toContain('"name_proof_code":"court-order","name_changed_on":"2026-02-03"')
})

test('its own files change nothing at the desk that wrote them', async () => {
  const desk = await (async () => rosaAt(await (await deskOfPeople()).reopen()))()
  const to_folder = target()
  await desk.ok('patrons.export', { to_folder })
  await takeInto(desk, to_folder)
  const before = peopleAt(desk)
  await takeInto(desk, to_folder)
  expect(peopleAt(desk)).toEqual(before)
  const to_another = target()
  await desk.ok('patrons.export', { to_folder: to_another })
  for (const name of readdirSync(to_folder)) {
    expect(readFileSync(join(to_another, name), 'utf8')).toBe(readFileSync(join(to_folder, name), 'utf8'))
  }
})

test('the entry says how many, and nobody; without it there is no folder', async () => {
  const desk = await workingDesk()
  const to_folder = target()
  const { patrons_count } = await desk.ok('patrons.export', { to_folder })
  expect(await recorded(desk, 'patrons-exported')).toEqual([
    { staff: 'rortiz', form: 'datestamp', rows_count: patrons_count },
  ])
  await desk.station.close()
  const journal = openFile(join(desk.folder, JOURNAL_FILE), KEY)
  journal.exec(`CREATE TRIGGER none_entered BEFORE INSERT ON event WHEN NEW.content LIKE '%patrons-exported%'
    BEGIN SELECT RAISE(ABORT, 'none is entered'); END`)
  journal.close()
  const later = await rosaAt(await openDesk(desk.folder))
  const folder = testFolder()
  expect((await later.call('patrons.export', { to_folder: join(folder, 'patrons') })).kind).toBe('fault')
  expect(readdirSync(folder)).toEqual([])
})

test('a desk that died while it wrote deletes what it left, and nothing else', async () => {
  const desk = await privateDesk()
  const beside = testFolder()
  const running = desk.call('patrons.export', { to_folder: join(beside, 'patrons') })
  while (readdirSync(beside).length === 0) await Promise.resolve()
  const [part = ''] = readdirSync(beside)
  // The data folder as it was when the power failed.
  const dead = join(testFolder(), 'dead')
  cpSync(desk.folder, dead, { recursive: true })
  expect((await running).kind).toBe('ok')
  mkdirSync(join(beside, part))
  for (const name of ['patrons.csv', 'cards.csv']) writeFileSync(join(beside, part, name), 'Quillfeather')
  await openDesk(dead)
  desk.hours(1)
  expect([part, readdirSync(beside)]).toEqual(['.patrons-1.partial', ['patrons']])
  mkdirSync(join(beside, part))
  desk.hours(1)
  expect(readdirSync(beside)).toEqual([part, 'patrons'])
})

test('it takes the grant, one’s own PIN, and a place where nothing is', async () => {
  const desk = await workingDesk()
  const to_folder = target()
  expect(await desk.call('patrons.export', { to_folder, own_pin: '' })).toMatchObject({ code: 'own-pin-needed' })
  expect(await desk.call('patrons.export', { to_folder: testFolder() })).toMatchObject({ code: 'folder-exists' })
  expect(await desk.call('patrons.export', { to_folder: join(desk.folder, 'x') })).toMatchObject({
    code: 'place-is-data',
  })
  expect(await desk.call('patrons.export', { to_folder: 'patrons' })).toMatchObject({ code: 'place-not-whole' })
  const both = [desk.call('patrons.export', { to_folder }), desk.call('patrons.export', { to_folder: `${to_folder}2` })]
  expect((await Promise.all(both)).map((one) => one.kind).toSorted()).toEqual(['ok', 'refused'])
  const during = desk.call('patrons.export', { to_folder: target() })
  const taking = { commandId: desk.id(), folder: to_folder, accept_findings: [] }
  expect(await desk.call('import.start', taking)).toMatchObject({ code: 'export-running' })
  expect((await during).kind).toBe('ok')
  await benAtDesk(desk)
  expect((await desk.call('patrons.export', { to_folder: target() })).kind).toBe('refused')
  expect(existsSync(`${to_folder}2`)).toBe(false)
})

describeWithSharedData('patrons of Evergreen', (data) => {
  test('all 378 come back as they were', async () => {
    const folder = join(testFolder(), 'evergreen')
    writeEvergreenFolder(data, folder)
    const { db } = await takeIn(folder)
    db.pragma('wal_checkpoint(TRUNCATE)')
    const at = testFolder()
    openStore(at, KEY).close()
    copyFileSync(db.name, join(at, REFERENCE_FILE))
    const store = openStore(at, KEY)
    onTestFinished(() => store.close())
    const to = target()
    const out = { written: null as Awaited<ReturnType<typeof writePatrons>> | null }
    const made = await makeFolder(
      to,
      () => {},
      async (file) => {
        out.written = await writePatrons(store.db, OWN_FILES, { file, pause: () => Promise.resolve() })
      },
      () => {},
    )
    expect(made).toBeNull()
    expect(must(out.written, 'written').patrons_count).toBe(378)
    const rules = folderOf({ 'library.csv': BASE['library.csv'] ?? '' })
    const { db: other } = await takeIn(rules)
    for (const name of ['branch', 'patron_category']) copyRows(db, other, name)
    await takeIn(to, other)
    expect(people(other)).toEqual(people(db))
  })
})

function copyRows(from: Database, to: Database, table: string): void {
  for (const row of all(from, `SELECT * FROM ${table}`) as Readonly<Record<string, unknown>>[]) {
    const names = Object.keys(row)
    to.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
      ...Object.values(row),
    )
  }
}
