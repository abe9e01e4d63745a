/** What is renamed later is called on a receipt, its page and a refund as it was when it was sold. */
import { expect, test } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import { folderOf } from '../../data-in/importing.ts'
import { rosaAt, type TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf } from '../../support/money-desk.ts'
import { closed, openWith, zOf } from './closes.ts'

const BOOK = `INSERT INTO product VALUES ('BOOK', 'Sale book', 'B', 400, 'sale', 'sales', NULL, 0, 10, 1)`
const DRAWER = `INSERT INTO cash_drawer VALUES ('MAIN', 'Main desk', '*')`
const MINUTE = 60_000

async function sold(desk: TestDesk): Promise<string> {
  const { done } = await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [{ product_code: 'BOOK', quantity_count: 1, price_cents: null }],
    tenders: [{ tender: 'cash', tendered_cents: 400 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  desk.clock.pass(MINUTE)
  return done?.entry_ref ?? ''
}

async function opened(): Promise<TestDesk> {
  const desk = await moneyDesk({ also: [BOOK, DRAWER], settings: { float_total_cents: '0' } })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: 'MAIN', pieces: null, total_cents: 10_000 })
  return desk
}

async function takeIn(desk: TestDesk, files: Readonly<Record<string, string>>): Promise<void> {
  const take = async (accept_findings: string[]) => {
    await desk.ok('import.start', { commandId: desk.id(), folder: folderOf(files), accept_findings })
    await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
    return (await desk.ok('import.status', {})).findings.map((one) => one.name)
  }
  const found = await take([])
  if (found.length > 0) await take(found)
  desk.clock.pass(MINUTE)
}

async function rename(desk: TestDesk, table: 'product' | 'cash_drawer', key: string, name: string): Promise<void> {
  const found = (await desk.ok('policy.get', { table })).rows.find((row) => row.key === key)
  const after = { ...must(found, 'the row').values, name }
  const change = { commandId: desk.id(), table, key, after, accept_findings: [] }
  await desk.ok('policy.change', change)
  desk.clock.pass(MINUTE)
}

const printed = async (desk: TestDesk, ref: string) => {
  return JSON.stringify((await pageOf(desk, 'drawer', `paper ${ref}`)).sections)
}

test('each receipt has the name of its day, through an import, the desk and a restart', async () => {
  const desk = await opened()
  const refs = [await sold(desk)]
  await takeIn(desk, { 'products.csv': 'product_code,name,price,fund\nBOOK,Pulp fiction,4.00,sales\n' })
  refs.push(await sold(desk))
  await rename(desk, 'product', 'BOOK', 'Paperback')
  refs.push(await sold(desk))
  const names = ['Sale book', 'Pulp fiction', 'Paperback']
  const expectNamed = async (one: TestDesk) => {
    for (const [at, ref] of refs.entries()) {
      const said = await printed(one, ref)
      expect(names.filter((name) => said.includes(name))).toEqual([names[at]])
    }
    const rows = JSON.stringify((await pageOf(one, 'drawer', '')).sections)
    expect(names.map((name) => rows.includes(name))).toEqual([true, true, true])
  }
  await expectNamed(desk)
  await expectNamed(await rosaAt(await desk.reopen()))
})

test('a drawer is deleted once it is closed with nothing in it, and its Z has its name still', async () => {
  const desk = await opened()
  const drop = () => {
    const change = { table: 'cash_drawer' as const, key: 'MAIN', after: null, accept_findings: [] }
    return desk.call('policy.change', { commandId: desk.id(), ...change })
  }
  const inUse = { kind: 'refused', code: 'drawer-in-use' }
  expect(await drop()).toMatchObject(inUse)
  await closed(desk, 10_000, { leave_cents: 500, reason: 'WRONG-FLOAT' })
  expect(await drop()).toMatchObject(inUse)
  await openWith(desk, 500)
  const last = await closed(desk, 500)
  desk.clock.pass(MINUTE)
  expect(await drop()).toMatchObject({ kind: 'ok' })
  desk.clock.pass(MINUTE)
  expect((await zOf(desk, last)).drawer_name).toBe('Main desk')
})

test('a Z goes by the name that its drawer had, and the next one by the new name', async () => {
  const desk = await opened()
  const first = await closed(desk, 10_000)
  desk.clock.pass(MINUTE)
  await rename(desk, 'cash_drawer', 'MAIN', 'Front')
  await openWith(desk, 10_000)
  const second = await closed(desk, 10_000)
  const named = [await zOf(desk, first), await zOf(desk, second)].map(({ drawer_name }) => drawer_name)
  expect(named).toEqual(['Main desk', 'Front'])
})
