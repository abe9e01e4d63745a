/** The words that titles are kept by and asked for: a word with signs inside is the same word in each form. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../../shared/catalog/fold.ts'
import { askedWords, closedWords, titleWords } from '../../../shared/catalog/title-words.ts'

/** Whether a title that is kept by `kept` is found by what was typed: what the store’s index does. */
function finds(typed: string, title: string): boolean {
  const kept = titleWords(title).split(' ')
  const isSideBySide = (form: string): boolean => {
    const words = form.split(' ')
    const last = words.length - 1
    return kept.some((_, at) =>
      words.every((word, more) => {
        const here = kept[at + more] ?? ''
        return more === last ? here.startsWith(word) : here === word
      }),
    )
  }
  return askedWords(typed).every((forms) => forms.some((form) => form.every(isSideBySide)))
}

/** The apostrophe as it is typed, printed, pasted and transliterated. */
const APOSTROPHES = ["'", '’', '‘', 'ʼ', '′', '`', '´', '＇', 'ʻ', 'ʿ', 'ʾ', '‛', '\u05f3']

describe.each(APOSTROPHES)('behind the apostrophe %s', (sign) => {
  test.each([
    ['L%histoire de Napoléon', ['histoire napoleon', 'l%histoire', 'lhistoire', 'l histoire', 'napoleon d']],
    ['Commedia dell%arte', ['arte', 'dell arte', 'dellarte', 'dell%arte']],
    ['Un%altra vita', ['altra vita', 'unaltra', 'un altra']],
    ['Quadern d%aigua i l%home', ['aigua home', 'daigua', 'l home']],
    ['The reader%s digest', ['reader digest', 'readers', 'reader s', 'reader%s d']],
    ['I don%t know', ['dont', 'don t', 'don%t', 'don']],
    ['O%Brien', ['obrien', 'o brien', 'o%brien', 'brien']],
    ['Madeleine L%Engle', ['engle', 'lengle', 'madeleine l engle']],
    ['Marie N%Diaye', ['diaye', 'ndiaye', 'n diaye']],
    ['П%ять хвилин', ['пять', 'п ять', 'п%ять', 'п']],
    ['Hawai%i', ['hawaii', 'hawai i', 'hawai']],
    ['Il-ktieb ta%l-Malti', ['malti', 'ktieb', 'tal', 'ilktieb']],
    ['Al-Qur%an', ['quran', 'alquran', 'al quran', 'qur an']],
    ['ג%ירפה', ['גירפה', 'ירפה', 'ג%ירפה']],
  ])('%s', (title, typed) => {
    const written = title.replaceAll('%', sign)
    expect(typed.map((one) => one.replaceAll('%', sign)).filter((one) => !finds(one, written))).toEqual([])
    // The sign that is typed need not be the one that is printed.
    expect(typed.map((one) => one.replaceAll('%', "'")).filter((one) => !finds(one, written))).toEqual([])
  })
})

test.each([
  ['Spider-Man', ['spiderman', 'spider man', 'spider-man', 'man']],
  ['Spiderman', ['spider-man', "spider'man"]],
  ['J.R.R. Tolkien', ['jrr tolkien', 'j r r tolkien', 'J. R. R. Tolkien', 'tolkien jr']],
  ['Tolkien, J. R. R.', ['jrr tolkien', 'J.R.R. Tolkien']],
  ['Tolkien, JRR', ['j.r.r. tolkien', 'j. r. r. tolkien']],
  ['E-mail and AC/DC', ['email', 'e mail', 'acdc', 'ac dc', 'ac/dc']],
  ['Email', ['e-mail']],
  ['1,000 places', ['1000 places', '1,000', '1 000']],
  ['1000 places', ['1,000 places', '1.000']],
  ['Catch-22', ['catch22', 'catch 22', '22']],
  ['R&B and AT&T', ['rb', 'r&b', 'r and b', 'att', 'at&t']],
  ['Col·lecció', ['colleccio', 'col·leccio', 'col.leccio']],
  ['L’arc-en-ciel', ['arcenciel', 'arc en ciel', 'larcenciel', 'ciel']],
  ['ハリー・ポッター', ['ハリーポッター', 'ﾊﾘｰ ﾎﾟｯﾀｰ', 'ポッター']],
  ['צה״ל', ['צהל', 'צה"ל']],
  ['Straße, Œuvre, ﬁsh, Ｗｉｄｅ', ['strasse', 'oeuvre', 'fish', 'wide']],
  ['ΟΔΥΣΣΕΥΣ', ['οδυσσευς', 'Οδυσσεύς']],
  ['Ёлка и Irmak', ['елка', 'irmak']],
  ['C++ and C#', ['c++', 'c#']],
])('%s is found as it is typed', (title, typed) => {
  expect(typed.filter((one) => !finds(one, title))).toEqual([])
})

test.each([
  ["l'histoire", 'Histoire et livre'],
  ["d'or", 'Oregon and dogs'],
  ['spiderman', 'Man and spider'],
  ['histoire', 'Lhistoirette'],
])('%s does not find %s', (typed, title) => {
  expect(finds(typed, title)).toBe(false)
})

test('words without a sign inside are kept as they fold, and nothing beside them', () => {
  const word = fc.stringMatching(/^\p{L}{2,9}[.,:;!?]?$/u).filter((one) => !/\p{Lm}|&/u.test(one))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      expect(titleWords(words.join(' '))).toBe(fold(words.join(' ')))
    }),
    { numRuns: 300 },
  )
})

test('any text finds itself, and what is kept is folded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(finds(text, text)).toBe(true)
      for (const word of closedWords(text)) expect(fold(word)).toBe(word)
    }),
    { numRuns: 1000 },
  )
})
