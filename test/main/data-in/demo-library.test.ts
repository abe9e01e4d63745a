/** The demo library: its files are what the generator makes, all of it can be taken in, and it has every trouble. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { makeLibrary } from '../../../tools/demo/make-library.ts'
import { isLuhn } from '../../../shared/catalog/isbn.ts'
import { all, counts, one, takeIn } from './importing.ts'

const DEMO = resolve(import.meta.dirname, '../../../demo')

test('the files lie as the generator makes them, and are small', () => {
  for (const [name, text] of makeLibrary())
    expect([name, readFileSync(join(DEMO, name), 'utf8') === text]).toEqual([name, true])
  const bytes = readdirSync(join(DEMO, 'library')).reduce(
    (all_bytes, name) => all_bytes + statSync(join(DEMO, 'library', name)).size,
    0,
  )
  expect(bytes).toBeLessThan(400_000)
})

test('everything is taken in, nothing is left out, nothing is changed', async () => {
  const { report, result } = await takeIn(join(DEMO, 'library'))
  expect(report).toEqual([])
  expect(counts(result)).toMatchObject({
    'titles.csv': '329 = 329 + 0',
    'items.csv': '600 = 600 + 0',
    'patrons.csv': '120 = 120 + 0',
  })
})

test('every barcode has a right check digit, and cards and items cannot be confused', async () => {
  const { db } = await takeIn(join(DEMO, 'library'))
  const barcodes = all(
    db,
    'SELECT barcode FROM item UNION ALL SELECT barcode FROM card UNION ALL SELECT badge_barcode FROM staff',
  )
  for (const row of barcodes) expect(isLuhn((row as { barcode: string }).barcode)).toBe(true)
  expect(one(db, "SELECT count(*) FROM item WHERE barcode NOT LIKE '31234%' OR length(barcode) != 14")).toBe(0)
  expect(one(db, "SELECT count(*) FROM card WHERE barcode NOT LIKE '21234%' OR length(barcode) != 14")).toBe(0)
})

test('it has every kind of rule', async () => {
  const { db } = await takeIn(join(DEMO, 'library'))
  const kinds = (column: string): unknown =>
    all(db, `SELECT DISTINCT ${column} AS kind FROM loan_rule ORDER BY 1`).map((row) => (row as { kind: unknown }).kind)
  expect(kinds('days_mode')).toEqual(['ignore-closed', 'next-open', 'previous-open', 'same-weekday', 'skip-closed'])
  expect(kinds('period_unit')).toEqual(['days', 'hours', 'minutes', 'months', 'weeks'])
  expect(kinds('past_closing')).toEqual(['extend-to-open', 'keep', 'shorten-to-close'])
  expect(kinds('hard_due_kind')).toEqual(['exactly', 'none', 'not-after', 'not-before'])
  expect(kinds('schedule_code')).toEqual([null, 'School year'])
  expect(kinds('is_for_loan')).toEqual([0, 1])
  expect(kinds('renewal_from')).toEqual(['due', 'today'])
  expect(
    one(db, 'SELECT count(*) FROM item_type WHERE item_type_code NOT IN (SELECT item_type_code FROM loan_rule)'),
  ).toBe(1)
})

const TROUBLES: readonly (readonly [what: string, sql: string, count: number])[] = [
  ['expired', "SELECT count(*) FROM patron WHERE expires_on < '2026-11-24'", 1],
  [
    'expires before a book would be due',
    "SELECT count(*) FROM patron WHERE expires_on BETWEEN '2026-11-25' AND '2026-12-14'",
    1,
  ],
  ['expires today', "SELECT count(*) FROM patron WHERE expires_on = '2026-11-24'", 1],
  ['barred', 'SELECT count(*) FROM patron WHERE is_barred = 1', 1],
  ['closed', 'SELECT count(*) FROM patron WHERE is_active = 0', 1],
  ['blocked now', "SELECT count(*) FROM patron_block WHERE until_on IS NULL OR until_on >= '2026-11-24'", 2],
  ['blocked once', "SELECT count(*) FROM patron_block WHERE until_on < '2026-11-24'", 1],
  ['lost card', "SELECT count(*) FROM card WHERE status = 'lost'", 1],
  ['former cards', "SELECT count(*) FROM card WHERE status = 'former'", 3],
  ['no card', 'SELECT count(*) FROM patron WHERE patron_id NOT IN (SELECT patron_id FROM card)', 1],
  ['two Maria Garcias', "SELECT count(*) FROM patron WHERE surname = 'Garcia' AND given = 'Maria'", 2],
  ['one name', "SELECT count(*) FROM patron WHERE given = ''", 1],
  ['Hebrew and Arabic names', "SELECT count(*) FROM patron WHERE language IN ('he', 'ar')", 2],
  ['holds ready', "SELECT count(*) FROM hold WHERE status = 'ready'", 4],
  [
    'Dana owes 3.75',
    "SELECT sum(owed_cents) FROM charge JOIN patron USING (patron_id) WHERE surname = 'Miller' AND given = 'Dana'",
    375,
  ],
  [
    'Dana has four out',
    "SELECT count(*) FROM loan JOIN patron USING (patron_id) WHERE surname = 'Miller' AND given = 'Dana'",
    4,
  ],
  [
    'Marcus owes more than ten dollars',
    "SELECT sum(owed_cents) > 1000 FROM charge JOIN patron USING (patron_id) WHERE surname = 'Bell'",
    1,
  ],
  ['Luis has his two', "SELECT count(*) FROM loan JOIN patron USING (patron_id) WHERE category_code = 'TEMP'", 2],
  ['an item in each state', 'SELECT count(DISTINCT status) FROM item', 10],
  [
    'the books of a first check-out are in',
    `SELECT count(*) > 0 FROM item JOIN title USING (title_id) WHERE title LIKE 'The Warmth of Other%'
      AND status = 'available' AND at_branch_code = 'MAPLE' AND item_id NOT IN (SELECT item_id FROM loan)`,
    1,
  ],
  ['Thanksgiving', "SELECT count(*) FROM closed_day WHERE from_on = '2026-11-26' AND branch_code = '*'", 1],
  ['North closes at noon', "SELECT count(*) FROM opening_hours WHERE branch_code = 'NORTH' AND weekday = 5", 2],
]
test('it has every kind of trouble', async () => {
  const { db } = await takeIn(join(DEMO, 'library'))
  const found = TROUBLES.map(([what, sql]) => [what, Number(one(db, sql))])
  expect(found).toEqual(TROUBLES.map(([what, , count]) => [what, count]))
})
