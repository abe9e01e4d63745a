/** Every task of the table is done by one test, in the file that the table names, and counted there. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { TRIED } from './tried.ts'

const ROOT = path.join(import.meta.dirname, '../..')
/** In a title: `[task 12]`, or `[tasks 13, 14]`. */
const TAG = /\[tasks? (\d+(?:, \d+)*)\]/g

const files = readdirSync(path.join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => path.posix.join('test', name.split(path.sep).join('/')))
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('test/tables/'))

/** Where each number stands in a title, once for each time. */
const found = new Map<number, string[]>()
for (const file of files) {
  const titles = readFileSync(path.join(ROOT, file), 'utf8').matchAll(TAG)
  for (const number of [...titles].flatMap(([, list = '']) => list.split(', ').map(Number))) {
    found.set(number, [...(found.get(number) ?? []), file])
  }
}

test('they are in order, without a gap', () => {
  expect(TRIED.map(([number]) => number)).toEqual(TRIED.map((_task, at) => at + 1))
  expect([...found.keys()].filter((number) => number < 1 || number > TRIED.length)).toEqual([])
})

test.each(TRIED)('%i, %s: at most %s, by one test', (number, _what, _most, file) => {
  expect(found.get(number)).toEqual([file])
})

test.each(TRIED.filter(([, , most]) => most.includes('K')))('%i, %s: counted where it is done', (number, ...task) => {
  expect(readFileSync(path.join(ROOT, task[2]), 'utf8')).toContain(`keysOf(${number})`)
})
