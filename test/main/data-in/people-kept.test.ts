/** What was changed of a patron at the desk stays when the library's data comes again, and the report tells both. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import { PATRON_FIELDS } from '../../../shared/kernel/patron-field.ts'
import { PATRONS } from '../../../shared/import/formats-people.ts'
import { AUTHORITY_COLUMNS } from '../../../shared/import/mapping/authority.ts'
import { en } from '../../../shared/words/en/en.ts'
import { cardDesk } from '../support/card-desk.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { recorded } from '../support/staff.ts'
import { all, folderOf, type ReportRow } from './importing.ts'

const HEAD = 'patron_id,surname,given,category_code,branch_code,expires_on,email,phone'
const FILES = {
  'patrons.csv': [
    HEAD,
    'q1,Reyes,Ana,ADULT,MAPLE,2026-12-31,old@x.org,312-555-0101',
    'q2,Sato,Hana,ADULT,MAPLE,2027-12-31,h@x.org,\n',
  ].join('\n'),
  'cards.csv': 'patron_id,barcode\nq1,21234000990014\nq2,21234000990022\n',
  'addresses.csv': [
    'patron_id,kind,street,city,postal_code',
    'q1,home,1 Old St,Deerfield,60015',
    'q1,mailing,PO 1,Deerfield,60015\n',
  ].join('\n'),
}

async function takeIn(desk: TestDesk, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  await desk.ok('desk.clear', {})
  await desk.ok('import.start', { commandId: desk.id(), folder: folderOf(files), accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const { report_file } = await desk.ok('import.status', {})
  const report = parse<ReportRow>(readFileSync(report_file), { columns: true })
  return report.map(({ file, column, outcome }) => `${file} ${column}: ${outcome}`)
}

function stands({ folder }: TestDesk): unknown {
  const db = openFile(join(folder, REFERENCE_FILE), KEY)
  try {
    const of = `JOIN patron USING (patron_id) WHERE external_id = 'q1'`
    return {
      who: all(db, `SELECT surname, email, phone FROM patron WHERE external_id = 'q1'`),
      homes: all(db, `SELECT kind, street FROM patron_address ${of} ORDER BY kind`),
      cards: all(db, `SELECT barcode, status FROM card ${of} ORDER BY barcode`),
    }
  } finally {
    db.close()
  }
}

/** Ana moved, has another phone, and lost her card. */
async function changedDesk(): Promise<TestDesk> {
  const desk = await cardDesk()
  expect(await takeIn(desk, FILES)).toEqual([])
  await desk.scan('21234000990014')
  const blank = Object.fromEntries(PATRON_FIELDS.map((field) => [field, '']))
  const who = { surname: 'Reyes', given: 'Ana', email: 'old@x.org', phone: '312-555-0109' }
  const home = { street: '9 New St', city: 'Deerfield', postal_code: '60015' }
  await desk.ok('patron.edit', {
    commandId: desk.id(),
    typed: { ...blank, ...who, ...home } as never,
    category_code: 'ADULT',
    name_proof: 'spelling',
  })
  await desk.ok('card.lose', { commandId: desk.id(), which: '' })
  return desk
}

const KEPT = {
  who: [{ surname: 'Reyes', email: 'old@x.org', phone: '312-555-0109' }],
  homes: [
    { kind: 'home', street: '9 New St' },
    { kind: 'mailing', street: 'PO 1' },
  ],
  cards: [{ barcode: '21234000990014', status: 'lost' }],
}

test('the same data again changes nothing, time after time, and the report says what stayed', async () => {
  const desk = await changedDesk()
  for (const _time of [1, 2]) {
    expect(await takeIn(desk, FILES)).toEqual([
      'patrons.csv phone: taken, changed',
      'cards.csv status: taken, changed',
      'addresses.csv street: taken, changed',
    ])
    expect(stands(desk)).toEqual(KEPT)
  }
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
})

test('what nobody changed here is taken, and once the data says the same there is nothing to tell', async () => {
  const desk = await changedDesk()
  const patrons = FILES['patrons.csv'].replace('old@x.org', 'new@x.org').replace('312-555-0101', '312-555-0109')
  const addresses = FILES['addresses.csv'].replace('1 Old St', '9 New St')
  const cards = FILES['cards.csv']
    .replace('barcode\n', 'barcode,status\n')
    .replace('0014', '0014,lost')
    .replace('0022', '0022,current')
  expect(await takeIn(desk, { 'patrons.csv': patrons, 'addresses.csv': addresses, 'cards.csv': cards })).toEqual([])
  expect(stands(desk)).toEqual({ ...KEPT, who: [{ surname: 'Reyes', email: 'new@x.org', phone: '312-555-0109' }] })
})

test('a card that was given here and was lost elsewhere stops, and stays so', async () => {
  const desk = await cardDesk()
  await takeIn(desk, FILES)
  await desk.scan('21234000990014')
  await desk.ok('card.replace', { commandId: desk.id(), reason: 'worn', which: '', barcode: '21234000500009' })
  const cards = (status: string): string => `patron_id,barcode,status\nq1,21234000500009,${status}\n`
  expect(await takeIn(desk, { 'cards.csv': cards('lost') })).toEqual(['cards.csv status: taken, changed'])
  expect(await takeIn(desk, { 'cards.csv': cards('current') })).toEqual(['cards.csv status: taken, changed'])
  expect(stands(desk)).toMatchObject({
    cards: [
      { barcode: '21234000500009', status: 'lost' },
      { barcode: '21234000990014', status: 'former' },
    ],
  })
})

test('that e-mail came back stays with the same address, and ends with another one that the data brings', async () => {
  const desk = await cardDesk()
  expect(await takeIn(desk, FILES)).toEqual([])
  await desk.scan('21234000990014')
  await desk.ok('patron.check', { commandId: desk.id(), what: 'bounced' })
  const isTold = async (): Promise<boolean> => {
    const { notices = [] } = (await desk.scan('21234000990014')).patron ?? {}
    return notices.some(({ heading }) => heading === en.panel.email_bounced)
  }
  await takeIn(desk, FILES)
  expect(await isTold()).toBe(true)
  await takeIn(desk, { ...FILES, 'patrons.csv': FILES['patrons.csv'].replace('old@x.org', 'new@x.org') })
  expect(stands(desk)).toMatchObject({ who: [{ email: 'new@x.org' }] })
  expect(await isTold()).toBe(false)
  const again = await rosaAt(await desk.reopen())
  const { notices = [] } = (await again.scan('21234000990014')).patron ?? {}
  expect(notices.map(({ heading }) => heading)).not.toContain(en.panel.email_bounced)
})

test('that mail came back stays beside the blocks that the data brings, once', async () => {
  const desk = await cardDesk()
  expect(await takeIn(desk, FILES)).toEqual([])
  await desk.scan('21234000990014')
  await desk.ok('patron.check', { commandId: desk.id(), what: 'mail' })
  const blocks = async (): Promise<readonly string[]> => {
    const { notices = [] } = (await desk.scan('21234000990014')).patron ?? {}
    return notices.filter(({ heading }) => heading === en.panel.blocked('')).map(({ detail }) => detail)
  }
  const head = 'patron_id,kind,from_on,until_on,note\n'
  const rows = 'q1,address,2026-11-24,,\nq1,manual,2026-11-02,,Owes us a key\n'
  await takeIn(desk, { ...FILES, 'blocks.csv': head + rows })
  expect(await blocks()).toEqual([en.panel.mail_back, 'Owes us a key'])
  await takeIn(desk, { ...FILES, 'blocks.csv': head })
  await takeIn(desk, FILES)
  expect(await blocks()).toContain(en.panel.mail_back)
})

async function mailTold(desk: TestDesk, card: string): Promise<boolean> {
  await desk.ok('desk.clear', {})
  const { notices = [] } = (await desk.scan(card)).patron ?? {}
  return notices.some(({ detail }) => detail === en.panel.mail_back)
}

const BLOCKS = { ...FILES, 'blocks.csv': 'patron_id,kind,from_on,until_on,note\nq1,manual,2026-11-02,,Key\n' }

test('mail that came back to a record which is another one again is not brought by the data', async () => {
  const desk = await cardDesk()
  await takeIn(desk, FILES)
  await desk.scan('21234000990022')
  await desk.ok('patron.check', { commandId: desk.id(), what: 'mail' })
  const { patron_id = 0 } = (await desk.scan('21234000990022')).patron ?? {}
  await desk.ok('desk.finish', {})
  await desk.scan('21234000990014')
  await desk.ok('patron.compare', { patron_id: null, barcode: '21234000990022' })
  await desk.ok('patron.merge', { commandId: desk.id(), other_patron_id: patron_id, turned: [] })
  await desk.ok('desk.undo', { commandId: desk.id() })
  await takeIn(desk, BLOCKS)
  expect(await mailTold(desk, '21234000990014')).toBe(false)
  expect(await mailTold(desk, '21234000990022')).toBe(true)
})

type Status = { readonly beside_desk: readonly unknown[] }

async function takenIn(desk: TestDesk, files: Readonly<Record<string, string>>, more: object): Promise<Status> {
  const folder = folderOf(files)
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [], ...more })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  return desk.ok('import.status', {})
}

const WON = {
  who: [{ surname: 'Reyes', email: 'old@x.org', phone: '312-555-0101' }],
  homes: [
    { kind: 'home', street: '1 Old St' },
    { kind: 'mailing', street: 'PO 1' },
  ],
  // Lost stays lost, whoever is the authority.
  cards: [{ barcode: '21234000990014', status: 'lost' }],
}
const WON_COUNTS = [
  { column: 'phone', kept_count: 0, won_count: 1 },
  { column: 'street', kept_count: 0, won_count: 1 },
]

test('where an import is the authority the file wins, and the report says in which columns and how often', async () => {
  const desk = await changedDesk()
  const before = await takenIn(desk, FILES, { is_preview: true, authority: ['phone', 'street'] })
  expect(before.beside_desk).toEqual(WON_COUNTS)
  expect(stands(desk)).toEqual(KEPT)
  const kept = await takenIn(desk, FILES, {})
  expect(kept.beside_desk).toEqual(WON_COUNTS.map((one) => ({ ...one, kept_count: 1, won_count: 0 })))
  const won = await takenIn(desk, FILES, { authority: ['phone', 'street'] })
  expect(won.beside_desk).toEqual(WON_COUNTS)
  expect(stands(desk)).toEqual(WON)
  await takenIn(desk, FILES, {})
  expect(stands(desk)).toEqual(WON)
})

test('a column that the file does not have stays, also where it would be the authority', async () => {
  const desk = await changedDesk()
  const patrons = 'patron_id,surname,category_code,branch_code,address_checked_on\nq1,Reyes,ADULT,MAPLE,2026-10-01\n'
  const { beside_desk } = await takenIn(desk, { 'patrons.csv': patrons }, { authority: ['phone', 'email'] })
  // The address was told at the desk since: its check there is later than the one in the file.
  expect(beside_desk).toEqual([{ column: 'address_checked_on', kept_count: 1, won_count: 0 }])
  expect(stands(desk)).toEqual(KEPT)
})

test('what is remembered is told before the import begins, and sealed in the entry of each', async () => {
  const desk = await changedDesk()
  await takenIn(desk, FILES, { authority: ['phone', 'street'] })
  const { page } = (await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })).snapshot
  for (const says of [page?.enter?.says, page?.acts.find(({ key }) => key === 'P')?.says])
    expect(says?.match(/phone|street|email/g)).toEqual(['phone', 'street'])
  await takenIn(desk, FILES, {})
  await takenIn(desk, FILES, { authority: [] })
  const [three, two, one] = await recorded(desk, 'data-imported')
  for (const entry of [one, two]) expect(entry).toMatchObject({ authority: ['phone', 'street'] })
  expect(three).toMatchObject({ authority: [] })
})

test('what is the authority is remembered for files of the same form, until something else is said', async () => {
  const desk = await changedDesk()
  const patrons = (phone: string) => ({ 'patrons.csv': FILES['patrons.csv'].replace('312-555-0101', phone) })
  await takenIn(desk, patrons('312-555-0109'), { authority: ['phone', 'street'] })
  await takenIn(desk, patrons('312-555-0110'), {})
  expect(stands(desk)).toMatchObject({ who: [{ phone: '312-555-0110' }] })
  await takenIn(desk, patrons('312-555-0110'), { authority: [] })
  await takenIn(desk, { 'addresses.csv': FILES['addresses.csv'] }, {})
  expect(stands(desk)).toMatchObject({ homes: KEPT.homes })
})

test('on the page: the columns with how many, and the file wins in those that are marked', async () => {
  const desk = await changedDesk()
  await takenIn(desk, FILES, {})
  const { page } = (await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })).snapshot
  const win = page?.acts.find((act) => act.key === 'W')
  expect(win?.asks.map(({ name }) => name)).toEqual(['authority.phone', 'authority.street', 'own_pin'])
  const authority = { phone: true, street: false }
  await desk.ok('import.start', { ...(win?.call.input as object), commandId: desk.id(), authority } as never)
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  expect(stands(desk)).toMatchObject({ who: WON.who, homes: KEPT.homes })
})

test('an account that was closed at this desk stays closed, until a file that is the authority opens it', async () => {
  const desk = await changedDesk()
  await desk.scan('21234000990014')
  await desk.ok('patron.check', { commandId: desk.id(), what: 'closed' })
  const open = (value: string) => ({
    'patrons.csv': FILES['patrons.csv'].replaceAll('\nq', `\n${value},q`).replace(HEAD, `is_active,${HEAD}`),
  })
  for (const [files, more, kept_count, won_count] of [
    [FILES, {}, 0, 0],
    [open('yes'), {}, 1, 0],
    [open('yes'), { authority: ['is_active'] }, 0, 1],
  ] as const) {
    const { beside_desk } = await takenIn(desk, files, more)
    const of = beside_desk.filter((one) => JSON.stringify(one).includes('is_active'))
    expect(of).toEqual(kept_count + won_count === 0 ? [] : [{ column: 'is_active', kept_count, won_count }])
  }
})

test('each column that an import can be the authority for is one of a patron’s file', () => {
  const columns = new Set([...Object.keys(PATRONS.columns), 'street'])
  expect(AUTHORITY_COLUMNS.filter((column) => !columns.has(column))).toEqual([])
})
