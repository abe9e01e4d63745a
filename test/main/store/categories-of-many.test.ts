/** Which categories many patrons have: five or more. Who was erased does not count; each is counted by an index. */
import { expect, test } from 'vitest'
import { categoriesOfMany } from '../../../main/store/policy/policy-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { makeFiles } from '../support/desk.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

/** How many patrons are homebound, and how many of them were erased; five adults are here besides. */
test.each([
  [0, 0, ['ADULT']],
  [1, 0, ['ADULT']],
  [4, 0, ['ADULT']],
  [5, 0, ['ADULT', 'HOMEBOUND']],
  [5, 1, ['ADULT']],
  [6, 1, ['ADULT', 'HOMEBOUND']],
  [900, 0, ['ADULT', 'HOMEBOUND']],
])('%i homebound, %i of them erased: %j', (count, erased_count, many) => {
  const folder = testFolder()
  makeFiles(folder)
  const store = openStore(folder, KEY)
  store.reference.db.exec(`
    INSERT INTO patron_category SELECT 'HOMEBOUND', 'Homebound', loans_count_max, owed_cents_max, overdue_count_max,
      card_months_count, is_fine_free, family_owed_cents_max, overdue_days_count_max, lost_count_max, claims_count_max
      FROM patron_category;
    WITH RECURSIVE one(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM one WHERE n < ${count})
    INSERT INTO patron (patron_id, external_id, category_code, branch_code, surname, given, preferred_given,
      surname_key, given_key, email, phone, guardian, language, is_barred, is_active)
    SELECT 1000 + n, CASE WHEN n <= ${erased_count} THEN 'erased:' ELSE 'ils-' END || n, 'HOMEBOUND', 'MAPLE', '', '',
      '', '', '', '', '', '', '', 0, 1 FROM one WHERE ${count} > 0`)
  const found = store.db.all(categoriesOfMany, {}).map((row) => row.category_code)
  const plan = store.db.db.prepare(`EXPLAIN QUERY PLAN ${categoriesOfMany.sql}`).all()
  store.close()
  expect(found).toEqual(many)
  expect(JSON.stringify(plan)).toContain('SEARCH patron USING INDEX patron_of_category (category_code=?)')
})
