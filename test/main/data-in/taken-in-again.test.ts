/** The folder is taken in again at a desk that has worked since: what the desk did stays, and the report says so. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { REFERENCE_FILE } from '../../../main/store/files/file-names.ts'
import { openFile } from '../../../main/store/files/open-edge.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { folderOf, reasons, type ReportRow } from './importing.ts'
import { rosaAt, type TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { days, moneyDesk } from '../support/money-desk.ts'
import { CARDS, ITEMS } from '../support/small-library.ts'

const LOANS = 'item_barcode,patron_id,branch_code,out_at,due_at,renewals_count\n'
const HOLDS = 'hold_id,patron_id,title_id,pickup_branch_code,placed_at,status\n'
const ITEM_HEAD = 'barcode,title_id,item_type_code,home_branch_code,at_branch_code,call_number,status,price\n'
const CHANGED = 'changed at this desk since'
const itemRow = (call: string, status: string): string =>
  `${ITEM_HEAD}${ITEMS.becoming},t3,BOOK,MAPLE,MAPLE,${call},${status},20.00\n`

/** What the library's own system says on Monday: three books out, two people waiting, money owed. */
const EXPORT = {
  'items.csv': itemRow('B OBAMA', 'available'),
  'loans.csv': [
    LOANS.trim(),
    `${ITEMS.warmth},p1,MAPLE,2026-11-10 10:00,2026-12-01,0`,
    `${ITEMS.educated},p1,MAPLE,2026-11-10 10:00,2026-12-01,0`,
    `${ITEMS.spirited},p2,MAPLE,2026-11-20 10:00,2026-11-27,0`,
    '',
  ].join('\n'),
  'holds.csv': `${HOLDS}h1,p2,t1,MAPLE,2026-11-12 09:00,waiting\nh2,p1,t7,MAPLE,2026-11-12 09:00,waiting\n`,
  'charges.csv': 'charge_id,patron_id,kind,charged_at,amount,owed\nC001,p1,overdue,2026-11-01 10:00-06:00,1.75,1.75\n',
}

type Taken = { readonly status: Output<'import.status'>; readonly report: readonly ReportRow[] }

async function takeIn(desk: TestDesk, folder: string): Promise<Taken> {
  await desk.ok('desk.clear', {})
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const status = await desk.ok('import.status', {})
  for (const file of status.files) expect(file.rows_count).toBe(file.imported_count + file.rejected_count)
  return { status, report: parse<ReportRow>(readFileSync(status.report_file), { columns: true }) }
}

/** A desk that has taken the export in once, with the folder it came from. */
async function deskOf(files: Readonly<Record<string, string>> = EXPORT): Promise<{ desk: TestDesk; folder: string }> {
  const desk = await moneyDesk()
  const folder = folderOf(files)
  const { report } = await takeIn(desk, folder)
  expect(report).toEqual([])
  return { desk, folder }
}

const loansOf = async (desk: TestDesk, card_barcode: string): Promise<readonly string[]> =>
  (await desk.ok('patron.get', { card_barcode })).loans.map((loan) => loan.barcode).toSorted()
const isOut = async (desk: TestDesk, item_barcode: string): Promise<boolean> =>
  (await desk.ok('item.get', { item_barcode })).is_out
const holdsOf = async (desk: TestDesk, card_barcode: string): Promise<readonly string[]> =>
  (await desk.ok('hold.of-patron', { card_barcode })).holds.map((hold) => hold.status)
const back = (desk: TestDesk, item_barcode: string) => desk.ok('loan.check-in', { commandId: desk.id(), item_barcode })

async function isSound(desk: TestDesk): Promise<void> {
  expect((await desk.ok('journal.verify', {})).problems).toEqual([])
  const again = await rosaAt(await desk.reopen())
  expect((await again.ok('journal.verify', {})).problems).toEqual([])
}

test('a book that came back stays back; the loans nobody touched stay out', async () => {
  const { desk, folder } = await deskOf()
  await back(desk, ITEMS.educated)
  const { report } = await takeIn(desk, folder)
  expect(await isOut(desk, ITEMS.educated)).toBe(false)
  expect(await loansOf(desk, CARDS.dana)).toEqual([ITEMS.warmth])
  expect(await loansOf(desk, CARDS.omar)).toEqual([ITEMS.spirited])
  expect(reasons(report, 'loans.csv')).toEqual([`3 item_barcode: ${CHANGED}`])
  await isSound(desk)
})

test('settled long before, after a restart, and a third time: it stays back', async () => {
  const { desk, folder } = await deskOf()
  await back(desk, ITEMS.educated)
  await takeIn(desk, folder)
  const again = await desk.reopen()
  await rosaAt(again)
  await again.ok('import.start', { commandId: again.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await again.ok('import.status', {})).running).toBe(false)
  expect(await isOut(again, ITEMS.educated)).toBe(false)
  await isSound(again)
})

test('a loan renewed here keeps its new date', async () => {
  const { desk, folder } = await deskOf()
  const due = async (): Promise<number | undefined> =>
    (await desk.ok('patron.get', { card_barcode: CARDS.omar })).loans[0]?.due_at_ms
  await desk.ok('loan.renew', { commandId: desk.id(), item_barcode: ITEMS.spirited })
  const renewed = await due()
  const { report } = await takeIn(desk, folder)
  expect(await due()).toBe(renewed)
  expect(reasons(report, 'loans.csv')).toEqual([`4 item_barcode: ${CHANGED}`])
  await isSound(desk)
})

test('a book that came back and went out to somebody else here stays with them', async () => {
  const { desk, folder } = await deskOf()
  await back(desk, ITEMS.educated)
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.omar, item_barcode: ITEMS.educated })
  await takeIn(desk, folder)
  expect(await loansOf(desk, CARDS.omar)).toEqual([ITEMS.educated, ITEMS.spirited])
  await isSound(desk)
})

test('a later loan of a book that came back here goes in', async () => {
  const { desk, folder } = await deskOf()
  await back(desk, ITEMS.educated)
  days(desk, 2)
  writeFileSync(join(folder, 'loans.csv'), `${LOANS}${ITEMS.educated},p2,MAPLE,2026-11-25 10:00,2026-12-16,0\n`)
  const { report } = await takeIn(desk, folder)
  expect(report).toEqual([])
  expect(await loansOf(desk, CARDS.omar)).toEqual([ITEMS.educated, ITEMS.spirited])
  await isSound(desk)
})

test('money that was waived stays waived', async () => {
  const { desk, folder } = await deskOf()
  const owed = async (): Promise<number> => (await desk.ok('patron.get', { card_barcode: CARDS.dana })).owed_cents
  expect(await owed()).toBe(175)
  await desk.scan(CARDS.dana)
  const waived = { charge_ref: 'C001', amount_cents: 175, reason: 'first-time' } as const
  await desk.ok('charge.waive', { commandId: desk.id(), ...waived })
  const { report } = await takeIn(desk, folder)
  expect(await owed()).toBe(0)
  expect(reasons(report, 'charges.csv')).toEqual([`2 charge_id: ${CHANGED}`])
  await isSound(desk)
})

test('a book caught for a hold stays caught, and the hold ready', async () => {
  const { desk, folder } = await deskOf()
  await back(desk, ITEMS.warmth)
  expect(await holdsOf(desk, CARDS.omar)).toEqual(['ready'])
  const { report } = await takeIn(desk, folder)
  expect(await holdsOf(desk, CARDS.omar)).toEqual(['ready'])
  expect(await isOut(desk, ITEMS.warmth)).toBe(false)
  expect(reasons(report, 'holds.csv')).toEqual([`2 hold_id: ${CHANGED}`])
  await isSound(desk)
})

test('a hold that was fetched is not waited for again', async () => {
  const { desk, folder } = await deskOf()
  await back(desk, ITEMS.warmth)
  await desk.ok('loan.check-out', { commandId: desk.id(), card_barcode: CARDS.omar, item_barcode: ITEMS.warmth })
  await takeIn(desk, folder)
  expect(await holdsOf(desk, CARDS.omar)).toEqual([])
  expect(await loansOf(desk, CARDS.omar)).toEqual([ITEMS.warmth, ITEMS.spirited].toSorted())
  await isSound(desk)
})

test('a hold that was canceled is not there again', async () => {
  const { desk, folder } = await deskOf()
  await desk.scan(CARDS.dana)
  await desk.ok('hold.cancel', { commandId: desk.id(), hold_ref: 'h2' })
  const { report } = await takeIn(desk, folder)
  expect(await holdsOf(desk, CARDS.dana)).toEqual([])
  expect(reasons(report, 'holds.csv')).toEqual([`3 hold_id: ${CHANGED}`])
  await isSound(desk)
})

test('an item marked here keeps its mark, and the rest of its row goes in', async () => {
  const { desk, folder } = await deskOf()
  await desk.ok('item.mark', { commandId: desk.id(), item_barcode: ITEMS.becoming, status: 'missing', note: '' })
  writeFileSync(join(folder, 'items.csv'), itemRow('B OBAMA 2', 'available'))
  const { report } = await takeIn(desk, folder)
  const item = await desk.ok('item.get', { item_barcode: ITEMS.becoming })
  expect(item).toMatchObject({ status: 'missing', call_number: 'B OBAMA 2' })
  expect(reasons(report, 'items.csv', 'taken, changed')).toEqual([`2 status: ${CHANGED}`])
  await isSound(desk)
})

test('what the data newly says of an item marked here goes in', async () => {
  const { desk, folder } = await deskOf()
  await desk.ok('item.mark', { commandId: desk.id(), item_barcode: ITEMS.becoming, status: 'missing', note: '' })
  writeFileSync(join(folder, 'items.csv'), itemRow('B OBAMA', 'withdrawn'))
  const { report } = await takeIn(desk, folder)
  expect((await desk.ok('item.get', { item_barcode: ITEMS.becoming })).status).toBe('withdrawn')
  expect(reasons(report, 'items.csv', 'taken, changed')).toEqual([])
})

const FIELDS = { item_type_code: 'BOOK', home_branch: 'MAPLE', lender_name: '', lender_due_on: null } as const
const write = (desk: TestDesk, price_cents: number | null, note: string, location = '') =>
  desk.ok('item.edit', {
    commandId: desk.id(),
    item_barcode: ITEMS.becoming,
    ...FIELDS,
    call_number: 'B OBAMA',
    location,
    price_cents,
    note,
  })
const full = (price: string, note: string): string =>
  [
    'barcode,title_id,item_type_code,home_branch_code,call_number,price,note',
    `${ITEMS.becoming},t3,BOOK,MAPLE,B OBAMA,${price},${note}`,
    '',
  ].join('\n')

/** What stands in the file. */
function recordOf(desk: TestDesk): unknown {
  const db = openFile(join(desk.folder, REFERENCE_FILE), KEY, { readonly: true })
  const row = db.prepare('SELECT price_cents, note, location FROM item WHERE barcode = ?').get(ITEMS.becoming)
  db.close()
  return row
}

test('price, note and place written here stay, and the report says so', async () => {
  const { desk, folder } = await deskOf()
  await write(desk, 1250, 'Spine torn', 'Office')
  const { report } = await takeIn(desk, folder)
  expect(recordOf(desk)).toEqual({ price_cents: 1250, note: 'Spine torn', location: 'Office' })
  expect(reasons(report, 'items.csv', 'taken, changed').toSorted()).toEqual([
    `2 location: ${CHANGED}`,
    `2 note: ${CHANGED}`,
    `2 price: ${CHANGED}`,
  ])
  await isSound(desk)
})

test('a price that the data changed since is taken, and both are in the report', async () => {
  const { desk, folder } = await deskOf()
  await write(desk, 1250, 'Spine torn')
  writeFileSync(join(folder, 'items.csv'), full('31.00', ''))
  const { report } = await takeIn(desk, folder)
  expect(recordOf(desk)).toEqual({ price_cents: 3100, note: 'Spine torn', location: '' })
  expect(report.find((row) => row.column === 'price')).toMatchObject({
    value: 'here: 12.50; in the data: 31.00',
    reason: 'changed at this desk, and later in the data: the data’s is imported',
  })
  // From then on it is the data's.
  writeFileSync(join(folder, 'items.csv'), full('33.00', ''))
  expect(reasons((await takeIn(desk, folder)).report, 'items.csv', 'taken, changed')).toEqual([`2 note: ${CHANGED}`])
  await isSound(desk)
})
