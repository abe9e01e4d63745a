/**
 * What an auditor gets: figures that agree with the day that was worked, no person who is a patron, and nothing that a
 * spreadsheet computes. The day is recorded as the desk's entries are; the files are read as another program would.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { Sheet } from '../../../shared/cash/evidence/sheet.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { packedEvidence } from '../../../main/cash/evidence/pack.ts'
import { openStore } from '../../../main/store/store.ts'
import type { TestDesk } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'
import { moneyDesk } from '../support/money-desk.ts'
import { CARDS } from '../support/small-library.ts'
import { BOX, drawerDesk } from '../support/drawer-desk.ts'
import { benAtDesk, recorded } from '../support/staff.ts'
import { exported, rowsOf, unzipped } from './closing/exported.ts'

const commandId = (desk: TestDesk) => ({ commandId: desk.id() })

/** A float of $100.00, $5.00 of a fine in cash, 12 copies partly by check, one payment voided, a waiver of $1.00. */
async function workedDesk(): Promise<TestDesk> {
  const desk = await moneyDesk({
    also: [`INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`],
  })
  await desk.ok('drawer.open', { ...commandId(desk), drawer_code: '', pieces: null, total_cents: 10_000 })
  await desk.scan(CARDS.owing)
  const payment = { drawer_code: '', sales: [], is_exact_possible: true, is_large_meant: false, paper: null }
  const fine = { ...payment, charges: [{ charge_ref: 'c1', amount_cents: 500 }], pay_cents: null }
  const copies = { ...payment, charges: [], pay_cents: null }
  const sales = [{ product_code: 'COPY', quantity_count: 12, price_cents: null }]
  await desk.ok('payment.take', { ...commandId(desk), ...fine, tenders: [{ tender: 'cash', tendered_cents: 2000 }] })
  const check = { tender: 'check', amount_cents: 100, check_number: '1042' } as const
  const sold = { ...copies, sales, tenders: [check, { tender: 'cash', tendered_cents: 20 } as const] }
  await desk.ok('payment.take', { ...commandId(desk), ...sold })
  const tenders = [{ ...check, check_number: '1043' }, { tender: 'cash', tendered_cents: 20 } as const]
  const { done } = await desk.ok('payment.take', { ...commandId(desk), ...sold, tenders })
  const receipt_ref = must(done, 'it was taken').entry_ref
  await desk.ok('payment.void', { ...commandId(desk), receipt_ref, reason: 'WRONG-AMOUNT' })
  const waived = { charge_ref: 'c1', amount_cents: 100, reason: 'first-time' }
  await desk.ok('charge.waive', { ...commandId(desk), ...waived })
  await desk.ok('drawer.count', {
    ...commandId(desk),
    drawer_code: '',
    reason: 'mid-shift',
    pieces: null,
    total_cents: 10_510,
  })
  return desk
}

type Asked = { readonly to_file: string; readonly from_on: string; readonly to_on: string }

async function refusedBy(desk: TestDesk, asked: Asked): Promise<string> {
  const result = await desk.call('cash.export', asked)
  return result.kind === 'refused' ? result.code : result.kind
}

test('the tables agree with the day: receipts, a void, a count, a waiver, and books that balance', async () => {
  const files = await exported(await workedDesk())
  const receipts = rowsOf(files, 'receipts')
  expect(receipts.map(({ kind, cash, check, total }) => [kind, cash, check, total])).toEqual([
    ['receipt', '5.00', '0.00', '5.00'],
    ['receipt', '0.20', '1.00', '1.20'],
    ['receipt', '0.20', '1.00', '1.20'],
    ['void', '-0.20', '-1.00', '-1.20'],
  ])
  expect(receipts.map(({ number }) => number?.slice(-7))).toEqual(['-1-0001', '-1-0002', '-1-0003', '-1-0003'])
  expect(receipts.every(({ business_date }) => business_date === '2026-11-24')).toBe(true)
  expect(rowsOf(files, 'receipt-lines').map(({ fund, amount }) => [fund, amount])).toEqual([
    [expect.any(String), '5.00'],
    ['copies', '1.20'],
    ['copies', '1.20'],
    ['copies', '-1.20'],
  ])
  expect(rowsOf(files, 'counts').map(({ reason, difference }) => [reason, difference])).toEqual([
    ['opening', '0.00'],
    ['mid-shift', '-0.10'],
  ])
  expect(rowsOf(files, 'let-off')).toMatchObject([{ kind: 'waived', amount: '1.00', reason: 'first-time' }])
  const ledger = rowsOf(files, 'ledger')
  for (const lines of [ledger, ...Map.groupBy(ledger, ({ fund }) => fund).values()]) {
    const sums = ['debit', 'credit'].map((side) =>
      lines.reduce((sum, one) => sum + Math.round(Number(one[side]) * 100), 0),
    )
    expect(sums[0]).toBe(sums[1])
  }
  expect(ledger.find(({ fund, account }) => fund === 'copies' && account === 'income')).toMatchObject({
    credit: '1.20',
  })
})

test('every opening without a session is in it, also where there are more than are read at a time', async () => {
  const { desk, say } = await drawerDesk()
  const passes = (ms: number, is_open: boolean): void => {
    say({ kind: 'drawer', device_code: BOX, is_open })
    desk.clock.pass(ms)
    say({ kind: 'drawer', device_code: BOX, is_open })
  }
  say({ kind: 'now', device: { device_code: BOX, state: 'ready', is_twin: false, detail: '' } })
  passes(1_000, false)
  for (let opened_count = 0; opened_count < 501; opened_count += 1) {
    // Too slow for a sensor that flaps, whose openings are counted together.
    passes(10_000, true)
    passes(10_000, false)
  }
  await desk.ok('drawer.open', { ...commandId(desk), drawer_code: '', pieces: null, total_cents: 10_000 })
  const keys = rowsOf(await exported(desk), 'no-sales').filter(({ purpose }) => purpose === 'key')
  expect(keys).toHaveLength(501)
})

test('no name, card or title of the library is in any of the files, nor which charge was paid', async () => {
  const desk = await workedDesk()
  const files = await exported(desk)
  await desk.station.close()
  const store = openStore(desk.folder, KEY)
  const textsOf = (sql: string): string[] => {
    const rows = store.reference.db.prepare(sql).all() as Readonly<Record<string, string>>[]
    return rows.flatMap((row) => Object.values(row)).filter((text) => typeof text === 'string' && text.length > 3)
  }
  const secret = [
    ...textsOf('SELECT surname, given, preferred_given, email, phone FROM patron'),
    ...textsOf('SELECT barcode FROM card'),
    ...textsOf('SELECT barcode FROM item'),
    ...textsOf('SELECT title, author FROM title'),
    '1042',
    '1043',
    ',c1,',
  ]
  store.close()
  expect(secret.length).toBeGreaterThan(10)
  const workbook = unzipped(must(files.get('cash.xlsx'), 'the workbook'))
  for (const [name, bytes] of [...files, ...workbook]) {
    const text = bytes.toString('utf8')
    expect(
      secret.filter((one) => text.includes(one)),
      name,
    ).toEqual([])
  }
})

test('who saved it, and of which days and how many sessions, is an entry', async () => {
  const desk = await workedDesk()
  await exported(desk)
  const body = { from_on: '2026-11-24', to_on: '2026-11-24', sessions_count: 1 }
  expect(await recorded(desk, 'cash-exported')).toMatchObject([body])
})

test('a clerk who may not see cash saves nothing', async () => {
  const desk = await moneyDesk()
  await benAtDesk(desk)
  const to_file = join(testFolder(), 'cash.zip')
  expect(await refusedBy(desk, { to_file, from_on: '2026-11-24', to_on: '2026-11-24' })).toBe('not-permitted')
  expect(existsSync(to_file)).toBe(false)
})

test('days in the wrong order, and a file that is there, are refused and nothing is entered', async () => {
  const desk = await workedDesk()
  const to_file = join(testFolder(), 'cash.zip')
  const days = { from_on: '2026-11-25', to_on: '2026-11-24' }
  expect(await refusedBy(desk, { to_file, ...days })).toBe('days-swapped')
  const other = { from_on: '2026-11-20', to_on: '2026-11-23' }
  expect(await desk.ok('cash.export', { to_file, ...other })).toMatchObject({ sessions_count: 0 })
  expect(await refusedBy(desk, { to_file, ...other })).toBe('file-exists')
})

test('another program reads amounts and counts as numbers, and every text as the text it is', async () => {
  const texts = ['=1+1', '+1', '-1+1', '@SUM(A1)', ' =1', '＝1', 'plain & <b>', '007', '1.50', '2026-11-24', 'TRUE']
  const rows = texts.map((text) => [text, 3, { cents: cents(-125) }, null])
  const sheet: Sheet = { name: 'made', columns: ['text', 'count', 'amount', 'empty'], rows }
  const files = unzipped(await packedEvidence([sheet, { ...sheet, name: 'made-again' }]))
  const workbook = must(files.get('cash.xlsx'), 'the workbook')
  const sheets = await readExcelFile(workbook, { trim: false })
  expect(sheets.map((one) => one.sheet)).toEqual(['made', 'made-again'])
  for (const { data } of sheets) expect(data).toEqual([sheet.columns, ...texts.map((text) => [text, 3, -1.25, null])])
  for (const [path, bytes] of unzipped(workbook)) expect(bytes.toString('utf8'), path).not.toMatch(/<f[ >]|t="str"/)
})

test('no cell of a CSV file is computed by a spreadsheet, and the same tables give the same files', async () => {
  const rows = ['=1+1', '+1', '-1+1', '@SUM(A1)', ' =1', '＝1', 'plain & <b>'].map((text) => [text, 3])
  const sheet: Sheet = { name: 'made', columns: ['text', 'count'], rows }
  const [files, again] = await Promise.all([packedEvidence([sheet]), packedEvidence([sheet])])
  const csv = must(unzipped(files).get('made.csv'), 'the table')
  for (const line of csv.toString('utf8').trim().split('\r\n').slice(1)) expect(line).toMatch(/^('|plain)/)
  expect(unzipped(again).get('made.csv')).toEqual(csv)
})

test('the ledger has the library’s own account numbers: of the fund, else of the account, else none', async () => {
  const numbers = { table: 'library_setting', key: 'ledger_accounts' } as const
  const value = 'income fines: 4410 | income: 4400 | on-hand: 1010'
  const desk = await workedDesk()
  const change = { ...commandId(desk), ...numbers, after: { value }, accept_findings: [] }
  expect(await desk.call('policy.change', change)).toMatchObject({ kind: 'ok' })
  const rows = rowsOf(await exported(desk), 'ledger')
  const found = new Set(rows.map(({ account, of, gl_account }) => `${account} ${of} ${gl_account}`))
  expect([...found].filter((one) => one.startsWith('income')).toSorted()).toEqual([
    'income copies 4400',
    'income fines 4410',
  ])
  expect([...found].filter((one) => one.startsWith('on-hand'))).toEqual(['on-hand  1010'])
})
