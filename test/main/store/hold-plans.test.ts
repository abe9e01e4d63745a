/**
 * The queue and the lists about holds are read through an index, however many hundred thousand wait. What is read from
 * end to end is this desk's own overlay, which is small, and the people whom the library does not serve, by an index of
 * them alone; of holds whose patron is gone, the index on whose they are.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as lists from '../../../main/store/circulation/hold-list-rows.ts'
import * as queue from '../../../main/store/circulation/hold-queue-rows.ts'
import { openStore, type Store } from '../../../main/store/store.ts'
import { KEY } from '../support/fakes.ts'

const SLOW = /^SCAN |MATERIALIZE|AUTOMATIC/
const SMALL = ['hold_now', 'held', 'waits', 'own', 'main.overlay_hold', 'patron USING INDEX patron_not_served']
const INDEX_ALONE = ['hold_patron', 'overlay_hold_patron'].map((name) => `of_hold USING COVERING INDEX ${name}`)
const ALLOWED = new Set([...SMALL, ...INDEX_ALONE].map((table) => `SCAN ${table}`))
const isAllowed = (step: string): boolean =>
  ALLOWED.has(step) || /^SCAN (\(subquery-\d+\)|overlay_hold USING INDEX \w+)$/.test(step)

let folder: string
let store: Store
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'datestamp-test-'))
  store = openStore(folder, KEY)
})
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function planOf(sql: string): string[] {
  const unbound = Array.from(sql.matchAll(/\?/g), () => null)
  const rows = store.db.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(unbound)
  return rows.map((row) => String(Reflect.get(Object(row), 'detail')))
}

test.each(Object.entries({ ...queue, ...lists }))('%s reads no whole table', (_name, { sql }) => {
  expect(planOf(sql).filter((step) => SLOW.test(step) && !isAllowed(step))).toEqual([])
})

test.each([
  ['the front of a line', queue.frontOfQueue],
  ['a whole line', queue.queueOfTitle],
])('%s is read in its order, without sorting those behind', (_what, { sql }) => {
  expect(planOf(sql).filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
})

test('whose hold a copy was caught for is looked up by the copy', () => {
  expect(planOf(queue.holdOfItem.sql)).toContain('SEARCH hold USING INDEX hold_copy (title_id=? AND item_id=?)')
})
