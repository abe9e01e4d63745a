/** Which forms take two columns. */
import { expect, it } from 'vitest'
import { isTall } from '../../renderer/parts/page/form-fields.tsx'
import { field } from './support/pages.ts'

it('a form in groups is not cut in two columns, however few fields it has', () => {
  const members = ['Dana', 'Omar', 'Flora'].map((name) => field(name, name, 'tick'))
  const asks = [...members, field('checked', 'Still 12 Elm St', 'tick')]
  expect(isTall(asks)).toBe(true)
  expect(isTall(asks.map((one, at) => ({ ...one, group: at === 0 || at === 3 ? 'Cards' : '' })))).toBe(false)
})
