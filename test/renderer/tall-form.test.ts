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

it.each([
  [2, false],
  [3, true],
])('beside an amount, a choice of %i is beside it: %s', (count, is_beside) => {
  // Below a band and with what is wrong over it, the last of three would be under the buttons at 1280 by 720.
  const options = ['Supplies', 'Stamps', 'Food'].slice(0, count).map((label) => ({ value: label, label }))
  const asks = [field('amount', 'Amount', 'money'), field('reason', 'Reason', 'choice', { options })]
  expect(isTall(asks)).toBe(is_beside)
})
