/** The rules of cash as a desk reads them from its tables. */
import { expect, test } from 'vitest'
import { cashRules } from '../../../main/cash/cash-rules.ts'
import type { Library } from '../../../main/library/library.ts'
import { bareDesk } from '../support/bare-desk.ts'
import { moneyDesk } from '../support/money-desk.ts'

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
