/** The rules of cash on the pages of the rules: shown, asked for, checked, saved and undone like the others. */
import { expect, test } from 'vitest'
import type { TestDesk } from '../../support/desk.ts'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { pageFaults } from '../../support/page-acts.ts'
import { benAtDesk } from '../../support/staff.ts'

type Asked = Parameters<TestDesk['ok']>[1] & { readonly values: Readonly<Record<string, never>> }

const edit = (desk: TestDesk, table: string, values: object, key = '') =>
  desk.call('policy.edit', { commandId: desk.id(), table, key, values } as Asked as never)

const COPY = { product_code: 'COPY', name: 'Copies', key_letter: 'c', price_cents: 10, kind: 'sale', fund: 'copies' }
const PLAIN = { payee: '', tax_bp: 0, order_number: 10, is_active: true }

test('a product is asked for field by field, kept, said in words, and undone', async () => {
  const desk = await moneyDesk()
  const form = await pageOf(desk, 'policy-row', 'product+')
  expect(pageFaults(form)).toEqual([])
  expect(form.enter?.asks.map((one) => `${one.name.replace('values.', '')}: ${one.kind}`)).toEqual([
    'product_code: text',
    'name: text',
    'key_letter: text',
    'price_cents: money',
    'kind: choice',
    'fund: text',
    'payee: text',
    'tax_bp: number',
    'order_number: number',
    'is_active: tick',
  ])
  expect(await edit(desk, 'product', { ...COPY, ...PLAIN })).toMatchObject({ kind: 'ok' })
  const page = await pageOf(desk, 'policy-table', 'product')
  expect(pageFaults(page)).toEqual([])
  expect(tableOf(page, 'rows')).toEqual([['Copies', '$0.10, fund copies, key C', 'COPY']])
  const other = { ...COPY, ...PLAIN, product_code: 'COFFEE', name: 'Coffee' }
  expect(await edit(desk, 'product', other)).toMatchObject({ code: 'policy-contradiction' })
  await desk.ok('policy.undo-last', { commandId: desk.id() })
  expect(tableOf(await pageOf(desk, 'policy-table', 'product'), 'rows')).toEqual([])
})

test('drawers, reasons, tiers and pieces of the float are kept as well', async () => {
  const desk = await moneyDesk()
  const rows = {
    cash_drawer: { drawer_code: 'MAIN', name: 'Main desk', branch_code: 'MAPLE' },
    cash_reason: { reason_code: 'STAMPS', name: 'Stamps', used_for: 'paid-out', fund: '' },
    variance_tier: { tier_code: 'FIVE', from_cents: 500, needs: 'note' },
    float_piece: { piece_code: '25', pieces_count: 40 },
  }
  for (const [table, values] of Object.entries(rows)) {
    expect(pageFaults(await pageOf(desk, 'policy-row', `${table}+`))).toEqual([])
    expect(await edit(desk, table, values)).toMatchObject({ kind: 'ok' })
    expect(pageFaults(await pageOf(desk, 'policy-table', table))).toEqual([])
    const [key = ''] = Object.values(values)
    expect(pageFaults(await pageOf(desk, 'policy-row', `${table}/${key}`))).toEqual([])
  }
  const said = await Promise.all(
    Object.keys(rows).map(async (table) => tableOf(await pageOf(desk, 'policy-table', table), 'rows')[0]),
  )
  expect(said).toEqual([
    ['Main desk', 'Maple Street', 'MAIN'],
    ['Stamps', 'Money out', 'STAMPS'],
    ['From $5.00', 'A reason and a note', 'FIVE'],
    ['Quarters', '40 pieces, $10.00', '25'],
  ])
})

test('a recipe of more than the float is a warning; a clerk changes nothing', async () => {
  const desk = await moneyDesk()
  await edit(desk, 'float_piece', { piece_code: '2000', pieces_count: 6 })
  expect(tableOf(await pageOf(desk, 'policy-table', 'float_piece'), 'rows')).toEqual([])
  expect(JSON.stringify(await pageOf(desk, 'policy-row', 'odd'))).toContain('$120.00')
  await benAtDesk(desk)
  expect(await edit(desk, 'product', { ...COPY, ...PLAIN })).toMatchObject({ code: 'not-permitted' })
})
