/** Whose a typed name is, when a patron is erased: a row each, as a clerk would type it. */
import { expect, test } from 'vitest'
import { isNameOf } from '../../../shared/patron/typed-name.ts'

const ANA = { surname: 'García Márquez', given: 'Ana María', preferred_given: 'Anita' }

test.each([
  ['Ana García', true],
  ['García Márquez, Ana María', true],
  ['ANA GARCIA MARQUEZ', true],
  ['A. Márquez', true],
  ['Anita Marquez', true],
  ['Sra. García', true],
  ['Mrs. Garcia Marquez', true],
  ['Ana María', true],
  ['Anita', true],
  ['Luis García', false],
  ['Bob Bell', false],
  ['Ana Bell', false],
  ['', false],
  ['—', false],
])('%j is hers: %s', (typed, isHers) => {
  expect(isNameOf(typed, ANA)).toBe(isHers)
})

test('who has one name alone is found by it, and who has none by nothing', () => {
  expect(isNameOf('Teller', { surname: 'Teller', given: '', preferred_given: '' })).toBe(true)
  expect(isNameOf('Teller', { surname: '', given: '', preferred_given: '' })).toBe(false)
})
