/**
 * Whatever a scan or a letter typed into a search asks the store is answered through an index: SQLite itself says how
 * it would go about each statement. One that reads a whole table is quick on a test's ten rows and stops a desk at a
 * million.
 */
import { expect, test } from 'vitest'
import * as items from '../../../main/store/item-rows.ts'
import * as patrons from '../../../main/store/patron-rows.ts'
import * as searches from '../../../main/store/search-rows.ts'
import { openStore } from '../../../main/store/store.ts'
import { KEY } from '../support/fakes.ts'
import { testFolder } from '../support/folders.ts'

const STATEMENTS = Object.entries({ ...items, ...patrons, ...searches })
/** A table read from end to end, a view gathered first, an index made for one question. */
const SLOW = /^SCAN |MATERIALIZE|AUTOMATIC/
/** Steps of the name walk, which are few; and a full-text table, which is searched by its words. */
const ALLOWED = /^SCAN (walk$|title_words VIRTUAL TABLE INDEX \d+:M)/

function plan(sql: string): string[] {
  const store = openStore(testFolder(), KEY)
  try {
    const unbound = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = store.desk.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(unbound)
    return rows.map((row) => String(Reflect.get(Object(row), 'detail')))
  } finally {
    store.close()
  }
}

test('there are statements to look at', () => {
  expect(STATEMENTS.length).toBeGreaterThan(20)
})

test.each(STATEMENTS)('%s reads no whole table', (_name, { sql }) => {
  expect(plan(sql).filter((step) => SLOW.test(step) && !ALLOWED.test(step))).toEqual([])
})

test('and it would show', () => {
  expect(plan('SELECT owed_cents FROM charge WHERE patron_id = ? AND owed_cents > ?')[0]).toMatch(SLOW)
})
