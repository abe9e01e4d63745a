/** The rules of cash from the files of a folder: what goes in, what is left out and why, and what stops everything. */
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPolicy } from '../../../main/library/library-policy.ts'
import { WriteHandle } from '../../../main/store/sql.ts'
import { cashRulesOf } from '../../../shared/cash/rules.ts'
import { piecesTotal } from '../../../shared/cash/pieces.ts'
import { workingDesk } from '../support/desk.ts'
import { BASE, counts, folderOf, reasons, takeIn } from './importing.ts'

const DEMO = resolve(import.meta.dirname, '../../../demo/library')

test('the demo sells thirteen things, keeps a float of $100.00 by pieces, and has no key twice', async () => {
  const { db, result } = await takeIn(DEMO)
  expect(counts(result)).toMatchObject({
    'cash_drawers.csv': '2 = 2 + 0',
    'products.csv': '13 = 13 + 0',
    'cash_reasons.csv': '3 = 3 + 0',
    'variance_tiers.csv': '3 = 3 + 0',
    'float_pieces.csv': '6 = 6 + 0',
  })
  const rules = cashRulesOf(readPolicy(new WriteHandle(db)))
  expect(rules.products.map((one) => one.key_letter).join('')).toBe('CPFUHTBRENOI')
  expect(rules.products.find((one) => one.product_code === 'BOOK-SALE')).toMatchObject({
    price_cents: null,
    tax_bp: 825,
    fund: 'sales',
  })
  expect(rules.products.at(-1)).toMatchObject({ product_code: 'FRIENDS', kind: 'held', payee: 'FRIENDS' })
  expect(piecesTotal(rules.float_recipe)).toBe(10_000)
  expect(rules.reasons.filter((one) => one.used_for === 'paid-out').map((one) => one.fund)).toEqual([
    'office',
    'programs',
    'office',
  ])
})

test('a row that cannot be meant is left out and told', async () => {
  const { db, report } = await takeIn(
    folderOf({
      ...BASE,
      'cash_drawers.csv': 'drawer_code,name,branch_code\nA,Desk,MAIN\nB,Desk,GONE\nA,Again,MAIN\n',
      'products.csv':
        'product_code,name,key_letter,price,kind,payee,tax_bp\nA,Copies,c,0.10,sale,,\nB,Free,,0.00,sale,,\n' +
        'C,Two keys,CC,1.00,sale,,\nD,Friends,,,held,,\nE,Gift,,,donation,,825\nF,Dear,,1.00,sale,,4000\n',
      'cash_reasons.csv': 'reason_code,name,used_for,fund\nA,Error,void,office\nB,Stamps,paid-out,office\n',
      'variance_tiers.csv': 'tier_code,from_amount,needs\nA,0.00,reason\nB,5.00,note\n',
      'float_pieces.csv': 'piece_code,pieces_count\n25,40\n20,1\n10,0\n',
    }),
  )
  expect(reasons(report, 'cash_drawers.csv').map((one) => one.split(':')[0])).toEqual([
    '3 branch_code',
    '4 drawer_code',
  ])
  expect(reasons(report, 'products.csv').map((one) => one.split(':')[0])).toEqual([
    '3 price',
    '4 key_letter',
    '5 payee',
    '6 tax_bp',
    '7 tax_bp',
  ])
  expect(reasons(report, 'cash_reasons.csv').map((one) => one.split(':')[0])).toEqual(['2 fund'])
  expect(reasons(report, 'variance_tiers.csv').map((one) => one.split(':')[0])).toEqual(['2 from_amount'])
  expect(reasons(report, 'float_pieces.csv').map((one) => one.split(':')[0])).toEqual([
    '3 piece_code',
    '4 pieces_count',
  ])
  const rules = cashRulesOf(readPolicy(new WriteHandle(db)))
  expect(rules.products).toMatchObject([{ product_code: 'A', key_letter: 'C', price_cents: 10 }])
  expect(rules.tiers).toEqual([{ tier_code: 'B', from_cents: 500, needs: 'note' }])
  expect(rules.float_recipe).toEqual({ 25: 40 })
})

test('two products on one key stop a folder before anything of it is taken in', async () => {
  const desk = await workingDesk()
  const folder = folderOf({ 'products.csv': 'product_code,name,key_letter\nA,Copies,C\nB,Coffee,C\n' })
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: ['product | letter-double | A | B'] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  expect((await desk.ok('import.status', {})).findings).toMatchObject([{ kind: 'stops' }])
  expect((await desk.ok('policy.get', { table: 'product' })).rows).toEqual([])
})

test('a product that this desk changed is not silently overwritten', async () => {
  const desk = await workingDesk()
  const values = { product_code: 'A', name: 'Copies', key_letter: 'C', price_cents: 10, kind: 'sale', fund: '' }
  const more = { payee: '', tax_bp: 0, order_number: 0, is_active: true }
  const change = { table: 'product', key: '', values: { ...values, ...more } } as const
  await desk.ok('policy.edit', { commandId: desk.id(), ...change })
  const folder = folderOf({ 'products.csv': 'product_code,name,price\nA,Copies,0.25\n' })
  await desk.ok('import.start', { commandId: desk.id(), folder, accept_findings: [] })
  await expect.poll(async () => (await desk.ok('import.status', {})).running).toBe(false)
  const [row] = (await desk.ok('policy.get', { table: 'product' })).rows
  expect(row?.values).toMatchObject({ price_cents: 10 })
})
