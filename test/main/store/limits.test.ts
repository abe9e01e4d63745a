/**
 * A LIMIT that is a bare parameter makes SQLite compile the whole statement anew for each run, which costs more than
 * most statements do: none of the store has one.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, statement } from '../../../main/store/sql.ts'

const STORE = join(import.meta.dirname, '..', '..', '..', 'main', 'store')

test('a limit that is asked for goes into a sum, one that is known is written out', () => {
  const asked = statement<{ limit: number }>()((p) => build.selectFrom('branch').select('name').limit(p.limit))
  const known = statement()(() => build.selectFrom('branch').select('name').limit(7))
  expect(asked.sql).toMatch(/limit \? \+ 0$/)
  expect(asked.bind({ limit: 3 })).toEqual([3])
  expect(known.sql).toMatch(/limit 7$/)
  expect(known.bind({})).toEqual([])
})

test('a statement is compiled when it is first run, and once', () => {
  let compiled_count = 0
  const asked = statement<{ code: string }>()((p) => {
    compiled_count += 1
    return build.selectFrom('branch').select('name').where('branch_code', '=', p.code)
  })
  expect(compiled_count).toBe(0)
  expect(asked.bind({ code: 'MAPLE' })).toEqual(['MAPLE'])
  expect(asked.sql).toBe(asked.sql)
  expect(compiled_count).toBe(1)
})

test('no statement of the store has a bare one', async () => {
  const files = readdirSync(STORE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-rows.ts'))
  const modules: object[] = await Promise.all(files.map((name) => import(join(STORE, name)) as Promise<object>))
  const made: unknown[] = modules.flatMap((one) => Object.values(one) as unknown[])
  const texts = made.map((one) => String(Reflect.get(Object(one), 'sql')))
  expect(texts.filter((text) => /limit \? \+ 0/i.test(text)).length).toBeGreaterThan(30)
  expect(texts.filter((text) => /limit \?(?! \+ 0)/i.test(text))).toEqual([])
})
