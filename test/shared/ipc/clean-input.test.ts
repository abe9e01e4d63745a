/** What is answered is safe to show, and an answer that is fit already is handed on as it is. */
import { expect, test } from 'vitest'
import { safeOutput } from '../../../shared/ipc/clean-input.ts'

const FIT = { rows: [{ title: 'L’été', count: 2, place: null }], note: 'two\nlines', is_done: true }

test('an answer with nothing to change is not copied', () => {
  expect(safeOutput(FIT)).toBe(FIT)
})

test('only what holds a text to change is made again, at whatever depth', () => {
  const before = { ...FIT, more: [{ lines: ['a\u202eb', 'c'] }], ['__proto__']: 'd\u0000' }
  const after = safeOutput(before)
  expect(after).toEqual({ ...FIT, more: [{ lines: ['ab', 'c'] }], ['__proto__']: 'd ' })
  expect(Object.keys(after as object)).toEqual(Object.keys(before))
  expect((after as typeof before).rows).toBe(before.rows)
  expect(before.more[0]?.lines[0]).toBe('a\u202eb')
})

test('what was found fit cannot become unfit afterwards', () => {
  const row = { title: 'Educated' }
  const rows = [row]
  expect(safeOutput({ rows })).toEqual({ rows: [{ title: 'Educated' }] })
  expect(() => (row.title = 'a\u202eb')).toThrow(TypeError)
  expect(() => rows.push({ title: 'a\u202eb' })).toThrow(TypeError)
})
