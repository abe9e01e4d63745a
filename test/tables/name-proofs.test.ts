/** What may be seen for a changed name, and when it is asked, as a librarian would put it. */
import { describe, expect, test } from 'vitest'
import { isNameChanged, nameProofOf, nameProofs } from '../../shared/patron/name-proofs.ts'

const kind = (proof_code: string, shows_kind: 'name' | 'both', is_active = true) => ({
  proof_code,
  name: `The ${proof_code}`,
  shows_kind,
  is_active,
})
const USUAL = ['court-order', 'marriage-certificate', 'divorce-decree', 'new-photo-id', 'spelling']

describe('what a clerk may choose', () => {
  test.each([
    ['a library that names none: the usual ones', [], USUAL],
    ['a library that names only what shows who somebody is', [kind('LICENSE', 'both')], USUAL],
    ['its own instead', [kind('DECREE', 'name'), kind('LICENSE', 'both')], ['DECREE', 'spelling']],
    ['one that it does not accept now', [kind('DECREE', 'name', false)], USUAL],
  ])('%s', (_what, kinds, codes) => {
    expect(nameProofs(kinds).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['one of the library that it does not accept now', 'DECREE', 'library'],
    ['one of the program', 'court-order', 'program'],
    ['one that is gone', 'GONE', null],
    ['none', '', null],
  ])('told afterwards: %s', (_what, code, by) => {
    expect(nameProofOf([kind('DECREE', 'name', false)], code)?.by ?? null).toBe(by)
  })
})

describe('whether it is asked', () => {
  const dana = { surname: 'Miller', given: 'Dana' }
  test.each([
    ['married', { ...dana, surname: 'Park' }, true],
    ['another first name', { ...dana, given: 'Daniel' }, true],
    ['an accent', { ...dana, surname: 'Míller' }, true],
    ['blanks around it', { surname: ' Miller ', given: 'Dana' }, false],
    ['the same', dana, false],
  ])('%s', (_what, after, is) => {
    expect(isNameChanged(dana, after)).toBe(is)
  })
})
