/** The rules of cash as a desk reads them from its tables. */
import { expect, test } from 'vitest'
import { cashRules } from '../../../main/cash/cash-rules.ts'
import type { Library } from '../../../main/library/library.ts'
import { bareDesk } from '../support/bare-desk.ts'
import { settingProblem } from '../../../shared/policy/library-settings.ts'
import { moneyDesk, pageOf } from '../support/money-desk.ts'

async function libraryWith(...also: readonly string[]): Promise<Library> {
  const desk = await moneyDesk({ also: [...also] })
  await desk.station.close()
  return bareDesk(desk.folder).library
}

test('a new desk can take money; a desk with rows has what they say', async () => {
  const bare = await libraryWith()
  expect(cashRules(bare).drawers.map((drawer) => drawer.drawer_code)).toEqual(['DRAWER-1'])
  const own = await libraryWith(
    `INSERT INTO cash_drawer VALUES ('MAIN', 'Main desk', 'MAPLE')`,
    `INSERT INTO product VALUES ('COPY', 'Copies', 'C', 10, 'sale', 'copies', NULL, 0, 10, 1)`,
    `INSERT INTO cash_reason VALUES ('STAMPS', 'Stamps', 'paid-out', 'office')`,
    `INSERT INTO variance_tier VALUES ('FIVE', 500, 'note')`,
    `INSERT INTO float_piece VALUES ('25', 40)`,
    `INSERT INTO library_setting VALUES ('cash_rounding', 'always'), ('counted_pieces_cents', '[5000,100,25]')`,
  )
  const rules = cashRules(own)
  expect(rules).toMatchObject({
    drawers: [{ drawer_code: 'MAIN', branch_code: 'MAPLE' }],
    products: [{ product_code: 'COPY', key_letter: 'C', price_cents: 10, is_active: true }],
    tiers: [{ tier_code: 'FIVE', from_cents: 500 }],
    float_recipe: { 25: 40 },
    rounding: 'always',
    counted_pieces: [5000, 100, 25],
  })
  expect(cashRules(own)).toBe(rules)
})

const NAMES = `INSERT INTO library_setting
  VALUES ('fund_names', '["book-sale: Fall sale","friends: Friends of Maple"]')`
const SOLD = `INSERT INTO product VALUES
  ('BOOK', 'Sale book', 'B', 400, 'sale', 'book-sale', NULL, 0, 10, 1),
  ('GIFT', 'Gift', 'F', 200, 'held', NULL, 'friends', 0, 20, 1)`

test('a fund and a payee are called as the library says, on the payment, the receipt and the X', async () => {
  const desk = await moneyDesk({ also: [SOLD, NAMES] })
  await desk.ok('drawer.open', { commandId: desk.id(), drawer_code: '', pieces: null, total_cents: 10_000 })
  const sale = (product_code: string) => ({ product_code, quantity_count: 1, price_cents: null })
  await desk.ok('basket.add', { commandId: desk.id(), ...sale('BOOK') })
  const { snapshot } = await desk.ok('basket.add', { commandId: desk.id(), ...sale('GIFT') })
  const pay = JSON.stringify(snapshot.page?.sections)
  expect([pay.includes('"fund":"Fall sale"'), pay.includes('"fund":"Friends of Maple"')]).toEqual([true, true])
  const { done } = await desk.ok('payment.take', {
    commandId: desk.id(),
    drawer_code: '',
    charges: [],
    pay_cents: null,
    sales: [sale('BOOK'), sale('GIFT')],
    tenders: [{ tender: 'cash', tendered_cents: 600 }],
    is_exact_possible: true,
    is_large_meant: false,
    paper: null,
  })
  for (const about of [`paper ${done?.entry_ref}`, 'x DRAWER-1']) {
    const paper = JSON.stringify((await pageOf(desk, 'drawer', about)).sections)
    expect([about, paper.includes('Fall sale'), paper.includes('Friends of Maple')]).toEqual([about, true, true])
  }
})

test.each(['book-sale', ': Sale', 'book-sale:', 'a: b: c', 'a: b|c'])('%s is no name of a fund', (line) => {
  expect(settingProblem('fund_names', JSON.stringify([line]))?.setting).toBe('fund_names')
})
