/** Authors and titles as they are filed on a shelf. The rules are those that libraries hand to their shelvers. */
import { expect, test } from 'vitest'
import { authorKey, titleShelfKey } from '../../../../shared/catalog/call-number/names.ts'
import { spokenNumber, spokenOrdinal } from '../../../../shared/catalog/call-number/spoken.ts'
import { compareKeys } from '../../../../shared/catalog/fold.ts'

test.each([
  ['Mc as it is written', ['MacDonald, Ross', 'Mason, Bobbie', 'McDonald, Ann', 'Meyer, Philipp']],
  ['prefixes closed up', ['De la Cruz, Melissa', 'Delano, Ed', 'Dell, Ethel', 'Le Guin, Ursula K.', 'Leguizamo, John']],
  ['punctuation ignored', ['O’Brien, Tim', 'Obrist, Ann', 'Smith, Zadie', 'Smith-Jones, A.', 'Smithson, Bo']],
  ['St. as Saint', ['Saint-Exupéry, Antoine de', 'St. James, Simone', 'Salinger, J. D.']],
  ['initials first', ['H.D.', 'Haake, Katherine', 'Madison, A.W.', 'Madison, Aaron', 'Madison, Zoe']],
  ['nothing before something', ['Bird', 'Bird, Kai', 'Birdwell, Ann']],
])('authors: %s', (_, list) => {
  const sorted = list.toReversed().toSorted((one, other) => compareKeys(authorKey(one), authorKey(other)))
  expect(sorted).toEqual(list)
})

test.each([
  ['García Márquez, Gabriel, 1927-2014', 'Garciamarquez, Gabriel'],
  ['Rowling, J. K., author.', 'ROWLING, J.K.'],
  ['van Gogh, Vincent', 'Vangogh, Vincent'],
  ['La Plante', 'Laplante'],
  ['H. D., 1886-1961', 'H.D.'],
  ['King, Stephen (Novelist)', 'King, Stephen'],
])('%s is filed as %s', (one, other) => {
  expect(authorKey(one)).toBe(authorKey(other))
})

test.each([
  ['The 39 Steps', '', 'thirty nine steps'],
  ['1984', '', 'nineteen eighty four'],
  ['2001: A Space Odyssey', '', 'two thousand one a space odyssey'],
  ['101 Dalmatians', '', 'one hundred one dalmatians'],
  ['1st to Die', '', 'first to die'],
  ['20,000 Leagues under the Sea', '', 'twenty thousand leagues under the sea'],
  ['Catch-22', '', 'catch twenty two'],
  ['The 1920s', '', 'nineteen twenties'],
  ['007', '', 'zero zero seven'],
  ['Dr. No', '', 'doctor no'],
  ['Mrs. Dalloway', '', 'mrs dalloway'],
  ['St. Elmo’s Fire', '', 'saint elmos fire'],
  ['Naruto vol. 12', '', 'naruto vol 212'],
  ['Friends, season 9', 'eng', 'friends season 19'],
  ['100 años de soledad', 'spa', '3100 anos de soledad'],
  ['El amor', 'spa', 'amor'],
])('%s (%s) stands under %s', (title, language, key) => {
  expect(titleShelfKey(title, language, {})).toBe(key)
})

test('issues of a magazine stand by date', () => {
  const list = [
    'National Geographic, November 2025',
    'National Geographic, Winter 2026',
    'National Geographic, January 2026',
    'National Geographic (Apr. 2026)',
    'National Geographic, 9 October 2026',
    'National Geographic: October 16, 2026',
    'National Geographic, November 2026',
    'National Geographic Kids, May 2020',
  ]
  const key = (title: string): string => titleShelfKey(title, '', {})
  expect(list.toReversed().toSorted((one, other) => compareKeys(key(one), key(other)))).toEqual(list)
  expect(key('May 1968')).toBe('may nineteen sixty eight')
})

test('a library that files numerals before letters', () => {
  const options = { numerals: 'before-letters' } as const
  const list = ['1st to Die', '9 to 5', '39 Steps', '1984', 'Aardvark']
  const key = (title: string): string => titleShelfKey(title, '', options)
  expect(list.toReversed().toSorted((one, other) => compareKeys(key(one), key(other)))).toEqual(list)
})

test.each([
  ['0', 'zero', 'zeroth'],
  ['12', 'twelve', 'twelfth'],
  ['20', 'twenty', 'twentieth'],
  ['21', 'twenty one', 'twenty first'],
  ['100', 'one hundred', 'one hundredth'],
  ['451', 'four hundred fifty one', 'four hundred fifty first'],
  ['1000', 'one thousand', 'one thousandth'],
  ['1066', 'one thousand sixty six', 'one thousand sixty sixth'],
  ['1492', 'fourteen ninety two', 'fourteen ninety second'],
  ['1900', 'nineteen hundred', 'nineteen hundredth'],
  ['1905', 'nineteen oh five', 'nineteen oh fifth'],
  ['2000', 'two thousand', 'two thousandth'],
  ['2025', 'twenty twenty five', 'twenty twenty fifth'],
  ['1000001', 'one million one', 'one million first'],
  ['1234567890123', 'one two three four five six seven eight nine zero one two three', null],
])('%s is spoken %s, %s', (digits, words, ordinal) => {
  expect(spokenNumber(digits)).toBe(words)
  if (ordinal !== null) expect(spokenOrdinal(digits)).toBe(ordinal)
})
