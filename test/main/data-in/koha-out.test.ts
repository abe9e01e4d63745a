/** Patrons go out again as Koha's CSV: what comes back is the same, but for what the loss report says. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Output } from '../../../shared/ipc/contract.ts'
import { KOHA } from '../../../shared/import/mapping/koha.ts'
import { rowBack } from '../../../shared/import/files-out/map-back.ts'
import { placesOf } from '../../../shared/import/files-out/places.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { openDesk, rosaAt, workingDesk, type TestDesk } from '../support/desk.ts'
import { testFolder } from '../support/folders.ts'
import { moneyFiles } from '../support/money-desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'
import { recorded } from '../support/staff.ts'
import { folderOf } from './importing.ts'
import { expectAddedUp, lossCounts } from './losses.ts'

type Row = Readonly<Record<string, string>>
type Exported = Output<'patrons.export'>

const HEAD =
  'cardnumber,surname,firstname,middle_name,preferred_name,streetnumber,address,address2,city,state,zipcode,email,' +
  'emailpro,phone,mobile,B_address,B_city,B_zipcode,dateofbirth,branchcode,categorycode,dateenrolled,dateexpiry,' +
  'gonenoaddress,lost,debarred,debarredcomment,contactfirstname,contactname,borrowernotes,opacnote,lang,privacy,sex'
const ROWS = [
  '2901,Núñez,Ana,,Anita,,12 Elm St Apt 3,,Springfield,IL,62701,ana@x.org,,555-1,,PO 9,Town,1234,1980-04-12,MPL,' +
    'ADULT,2020-01-31,2027-08-31,1,1,2027-01-01,owes,,Eva Núñez,Tall,Call us,es,2,F',
  '2902,כהן,דוד,,,12,Elm St,Apt 3,Town,,,,work@x.org,,555-2,,,,,CPL,ADULT,,,0,0,9999-12-31,,Rut,כהן,,,default,0,',
  '2903,"=cmd|x","O""Neil, Pat",J.,,,-2+3,,,,,@home,,+1 555 0100,,,,,,NORTH,ADULT,,,,,,,,,"=1+1","a, b",,1,',
]
const KOHA_TEXT = [HEAD, ...ROWS, ''].join('\r\n')
const CODES = { codes: { branch_code: { MPL: 'MAPLE', CPL: 'MAPLE' } } }

const target = (): string => join(testFolder(), 'patrons')

async function takeKoha(desk: TestDesk, folder: string, accept: readonly string[] = []): Promise<void> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [...accept], mapping: 'koha' })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
}

function rowsOf({ folder }: Exported): readonly Row[] {
  return parse<Row>(readFileSync(join(folder, 'koha-patrons.csv')), { columns: true })
}

const byCard = (rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row['cardnumber'] ?? '', row]))

test('Koha’s patrons come in and go out as they were, but for what the reports say', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  const folder = folderOf({ 'k.csv': KOHA_TEXT, 'mapping.json': JSON.stringify(CODES) })
  await takeKoha(desk, folder)
  const came = await desk.ok('import.status', {})
  expect(came.files.map((one) => [one.imported_count, one.rejected_count])).toEqual([[3, 0]])
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'koha', mapping_from: folder })
  const [before, after] = [byCard(parse<Row>(KOHA_TEXT, { columns: true })), byCard(rowsOf(out))]
  const differing = [...before].map(([card, row]) => {
    const back = must(after.get(card), 'the patron is in the file')
    const names = Object.keys(row).filter((name) => (row[name] ?? '') !== (back[name] ?? ''))
    return [card, Object.fromEntries(names.map((name) => [name, back[name] ?? null]))]
  })
  expect(Object.fromEntries(differing)).toEqual({
    // No place here for it.
    '2901': { sex: null },
    // Joined; of two codes for one branch the first; flags and codes that say what an empty cell does; spare ones.
    '2902': {
      streetnumber: null,
      address: '12 Elm St Apt 3',
      address2: null,
      email: 'work@x.org',
      emailpro: null,
      phone: '555-2',
      mobile: null,
      branchcode: 'MPL',
      gonenoaddress: '',
      lost: '',
      contactfirstname: null,
      contactname: 'Rut כהן',
      lang: '',
    },
    '2903': {
      surname: "'=cmd|x",
      firstname: 'O"Neil, Pat J.',
      middle_name: null,
      address: "'-2+3",
      email: "'@home",
      phone: "'+1 555 0100",
      borrowernotes: "'=1+1",
      privacy: '',
    },
  })
})

test('the report of what went out adds up, names nobody, and lies beside the file', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  const folder = folderOf({ 'k.csv': KOHA_TEXT, 'mapping.json': JSON.stringify({ ...CODES, dates: 'month-first' }) })
  await takeKoha(desk, folder)
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'koha', mapping_from: folder })
  const { losses } = out
  expectAddedUp(losses)
  const all = out.patrons_count
  expect(rowsOf(out)).toHaveLength(all)
  expect(lossCounts(losses, 'patrons.csv: surname')).toEqual([all, all - 1, 1, 0])
  expect(lossCounts(losses, 'patrons.csv: born_on')?.[2]).toBeGreaterThan(0)
  expect(byCard(rowsOf(out)).get('2901')).toMatchObject({ dateofbirth: '04/12/1980', debarred: '01/01/2027' })
  expect(byCard(rowsOf(out)).get('2902')).toMatchObject({ debarred: '12/31/9999' })
  expect(losses.find((line) => line.to === 'debarred' && line.column === '')).toMatchObject({ invented_count: 1 })
  expect(losses.find((line) => line.column === 'branch_code')?.examples).toContain('MAPLE → MPL')
  const text = readFileSync(join(out.folder, 'loss-report.txt'), 'utf8')
  for (const word of ['Ana', 'Núñez', '62701', '1980', '555-2', 'Elm', 'כהן']) {
    expect(JSON.stringify(losses) + text).not.toContain(word)
  }
  expect(readdirSync(out.folder).toSorted()).toEqual(['koha-patrons.csv', 'loss-report.txt'])
  for (const name of readdirSync(out.folder)) expect(statSync(join(out.folder, name)).mode & 0o077).toBe(0)
  const { snapshot } = await desk.ok('desk.go', { page: { place: 'data-in', about: '' } })
  expect(snapshot.page?.sections.map((one) => one.section_id)).toContain('losses-out')
  expect(await recorded(desk, 'patrons-exported')).toEqual([{ staff: 'rortiz', form: 'koha', rows_count: all }])
})

/** People with what Koha’s file has no room for. */
const OWN = {
  'patrons.csv': [
    'patron_id,surname,given,category_code,branch_code,phone,guardian_id,news_consent_kind,is_barred',
    'q1,"=HYPERLINK(""http://x"")",+Ana,ADULT,MAPLE,+1 555,,yes,yes',
    'q2,אבג,"A, ""B""",ADULT,NORTH,,q1,,',
    '29303,😀 Ng,,ADULT,NORTH,,,,',
    'q4,No,Card,ADULT,NORTH,,,,',
  ].join('\n'),
  'cards.csv':
    'patron_id,barcode,status\nq1,29301,lost\nq1,29302,current\nq2,29304,former\nq2,29305,lost\n29303,29303,\n',
  'addresses.csv': 'patron_id,kind,street,city\nq1,home,1 Elm,Town\nq1,mailing,PO 1,Town\nq1,home,2 Elm,Town\n',
  'notes.csv': 'patron_id,text,is_blocking\nq1,"two\nlines",yes\nq1,second,\n',
  'blocks.csv': 'patron_id,kind,until_on\nq2,billing,\nq2,address unverified,\nq2,other,2027-01-01\n',
  'pickups.csv': 'patron_id,by_patron_id,allowed_on\nq1,q2,2026-01-01\n',
}

async function takeOwn(desk: TestDesk, folder: string): Promise<void> {
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
}

test('several cards, addresses, notes and blocks, loans and debts are dropped and counted', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  const before = await desk.ok('patrons.export', { to_folder: target(), form: 'koha' })
  await takeOwn(desk, folderOf(OWN))
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'koha' })
  const { losses } = out
  expectAddedUp(losses)
  const more = (place: string): readonly number[] => {
    const was = lossCounts(before.losses, place) ?? []
    return (lossCounts(losses, place) ?? []).map((count, at) => count - (was[at] ?? 0))
  }
  expect(more('cards.csv: barcode')).toEqual([5, 3, 0, 2])
  expect(more('cards.csv: status')).toEqual([3, 0, 1, 2])
  expect(more('addresses.csv: street')).toEqual([3, 2, 0, 1])
  expect(more('addresses.csv: kind')).toEqual([1, 0, 1, 0])
  expect(more('notes.csv: text')).toEqual([2, 0, 1, 1])
  expect(more('notes.csv: is_blocking')).toEqual([1, 0, 0, 1])
  expect(more('blocks.csv: kind')).toEqual([3, 0, 2, 1])
  expect(more('pickups.csv: by_patron_id')).toEqual([1, 0, 0, 1])
  expect(more('patrons.csv: patron_id')).toEqual([4, 1, 0, 3])
  expect(more('patrons.csv: is_barred')).toEqual([1, 0, 0, 1])
  expect(more('patrons.csv: guardian_id')).toEqual([1, 0, 0, 1])
  const rows = rowsOf(out)
  expect(byCard(rows).get('29302')).toMatchObject({
    lost: '',
    borrowernotes: 'two lines',
    address: '1 Elm',
    B_address: 'PO 1',
  })
  expect(byCard(rows).get('29305')).toMatchObject({ lost: '1', gonenoaddress: '1', debarred: '9999-12-31' })
  const text = readFileSync(join(out.folder, 'koha-patrons.csv'), 'utf8')
  expect(text.startsWith('cardnumber,')).toBe(true)
  expect(text).not.toMatch(/[,\n]"?[=+@]/)
  expect(text.trimEnd().split('\r\n')).toHaveLength(rows.length + 1)
})

test('loans, holds, debts and PINs are counted as dropped', async () => {
  const desk = await workingDesk()
  const rows = [
    'charge_id,patron_id,kind,charged_at,amount',
    'k1,m1,overdue,2026-01-01 10:00:00-06:00,2.00',
    'k2,m1,lost,2026-01-01 10:00:00-06:00,9.00',
  ]
  await takeOwn(
    desk,
    folderOf({
      'patrons.csv': 'patron_id,surname,category_code,branch_code\nm1,Sato,ADULT,MAPLE\n',
      'titles.csv': 'title_id,title\nt1,Dune\n',
      'holds.csv': 'hold_id,patron_id,title_id,pickup_branch_code,placed_at\nh1,m1,t1,MAPLE,2026-01-01\n',
      'charges.csv': rows.join('\n'),
      'credits.csv': 'credit_id,patron_id,credited_at,amount\nr1,m1,2026-01-01 10:00:00-06:00,3.00\n',
    }),
  )
  await desk.scan(CARDS.dana)
  await desk.scan(ITEMS.educated)
  await desk.ok('patron.set-pin', { commandId: desk.id(), pin: '739104', pin_again: '739104' })
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'koha' })
  const of = (place: string): unknown => lossCounts(out.losses, place)
  expect(of('patrons.csv: pin')).toEqual([1, 0, 0, 1])
  expect(of('loans.csv: item_barcode')).toEqual([1, 0, 0, 1])
  expect(of('holds.csv: hold_id')).toEqual([1, 0, 0, 1])
  // With the debt of a patron who was here.
  expect(of('charges.csv: charge_id')).toEqual([3, 0, 0, 3])
  expect(of('credits.csv: credit_id')).toEqual([1, 0, 0, 1])
  const own = await desk.ok('patrons.export', { to_folder: target() })
  expect(own.losses).toEqual([])
  for (const name of readdirSync(out.folder)) {
    expect(readFileSync(join(out.folder, name), 'utf8')).not.toContain('739104')
  }
})

test('what went out to Koha comes back to the same records, but for what was dropped', async () => {
  const desk = await rosaAt(await openDesk(moneyFiles()))
  await takeOwn(desk, folderOf(OWN))
  const out = await desk.ok('patrons.export', { to_folder: target(), form: 'koha' })
  const first = readFileSync(join(out.folder, 'koha-patrons.csv'), 'utf8')
  const again = await rosaAt(await openDesk(moneyFiles()))
  await takeKoha(again, out.folder)
  const { files, report } = await again.ok('import.status', {})
  const cardless = rowsOf(out).filter((row) => row['cardnumber'] === '')
  expect(files.map((one) => [one.file, one.imported_count, one.rejected_count])).toEqual([
    ['koha-patrons.csv', out.patrons_count - cardless.length, cardless.length],
  ])
  expect(report.filter((line) => line.outcome === 'row-left-out').map((line) => line.code)).toEqual(
    cardless.map(() => 'empty'),
  )
  const out_again = await again.ok('patrons.export', { to_folder: target(), form: 'koha' })
  const second = byCard(rowsOf(out_again))
  for (const [card, row] of byCard(parse<Row>(first, { columns: true }))) {
    if (card !== '') expect(second.get(card)).toEqual(row)
  }
  const [ours, theirs] = [await ownByCard(desk), await ownByCard(again)]
  const whole = out.losses.filter((line) => line.file === 'patrons.csv' && line.dropped_count === 0)
  expect(whole.map((line) => line.column)).toEqual(
    expect.arrayContaining(['surname', 'given', 'phone', 'category_code', 'branch_code', 'born_on', 'expires_on']),
  )
  for (const [card, row] of ours) {
    for (const { column } of whole)
      expect([card, column, theirs.get(card)?.[column]]).toEqual([card, column, row[column]])
  }
})

/** Rows of patrons.csv by the card that goes into Koha’s file. */
async function ownByCard(desk: TestDesk): Promise<ReadonlyMap<string, Row>> {
  const { folder } = await desk.ok('patrons.export', { to_folder: target() })
  const read = (file: string): Row[] => {
    const rows: Row[] = parse<Row>(readFileSync(join(folder, file)), { columns: true, bom: true })
    return rows
  }
  const patrons = new Map(read('patrons.csv').map((row) => [row['patron_id'], row]))
  const cards = read('cards.csv').filter((row) => !['former', '29301'].some((one) => Object.values(row).includes(one)))
  return new Map(cards.map((row) => [row['barcode'] ?? '', patrons.get(row['patron_id']) ?? {}]))
}

test('a mapping that is not there or not one is told, and nothing is written', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'x.txt': '' })
  const to_folder = target()
  const out = { to_folder, form: 'koha', mapping_from: folder } as const
  expect(await desk.call('patrons.export', out)).toMatchObject({ code: 'mapping-none' })
  writeFileSync(join(folder, 'mapping.json'), '{"codes": 3}')
  expect(await desk.call('patrons.export', out)).toMatchObject({ code: 'mapping-wrong' })
  expect(await desk.call('patrons.export', { ...out, mapping_from: join(folder, 'none') })).toMatchObject({
    code: 'folder-unreadable',
  })
  expect(await recorded(desk, 'patrons-exported')).toEqual([])
})

test('a code that no table of theirs has is dropped; words that every object knows are words', () => {
  const spec = must(KOHA.files[0], 'the file of Koha')
  const codes = { branch_code: { MAPLE: 'NORTH' } }
  const patron = { patron_id: 'p', surname: 'constructor', branch_code: 'MAPLE', category_code: 'toString' }
  const record = {
    patron,
    cards: [],
    addresses: [],
    notes: [],
    blocks: [],
    pickups: [],
    apart: [],
    family_group: '',
    has_pin: false,
  }
  const { cells, fates } = rowBack(spec, { dates: 'iso', codes })(record)
  expect(cells).toEqual({ surname: 'constructor', categorycode: 'toString' })
  expect(fates.find((one) => one.column === 'branch_code')?.fate).toEqual({ became: 'dropped', reason: 'no-code' })
  expect(placesOf(spec).get('other.street')?.column).toBe('B_address')
})
