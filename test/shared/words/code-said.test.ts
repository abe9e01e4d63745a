/** What the code of a fund or a payee says where nobody named it. */
import { expect, test } from 'vitest'
import { codeSaid } from '../../../shared/words/code-said.ts'

test.each([
  ['book-sale', 'Book sale'],
  ['friends', 'Friends'],
  ['FRIENDS', 'Friends'],
  ['ILL', 'ILL'],
  ['DVD_SALE', 'DVD sale'],
  ['Friends of the Library', 'Friends of the Library'],
  ['-', '-'],
  ['', ''],
])('%j is said as %j', (code, said) => {
  expect(codeSaid(code)).toBe(said)
})
