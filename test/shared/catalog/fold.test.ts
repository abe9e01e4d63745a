/** Search keys: what is found by which words, in the scripts of a public library. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, nameKey, titleKey } from '../../../shared/catalog/fold.ts'

test.each([
  ['Les Misérables', 'les miserables'],
  ['STRASSE and Straße', 'strasse and strasse'],
  ['Søren Kierkegaard', 'soren kierkegaard'],
  ['Stanisław Lem', 'stanislaw lem'],
  ['Cæsar & Œdipus', 'caesar and oedipus'],
  ['Þórður', 'thordur'],
  ['İstanbul ve ılık', 'istanbul ve ilik'],
  ['O’Brien, Flann', 'obrien flann'],
  ["O'Brien", 'obrien'],
  ['Hawaiʻi', 'hawaii'],
  ['O´Brien, O`Brien, O′Brien', 'obrien obrien obrien'],
  ['Ｏ＇Ｂｒｉｅｎ', 'obrien'],
  ['Qurʾān wa-sharīʿah', 'quran wa shariah'],
  ['ג׳ירפה צה״ל', 'גירפה צהל'],
  ['كتـــاب', 'كتاب'],
  ['Smith-Jones', 'smith jones'],
  ['C++ / C# (2nd ed.)', 'c++ c# 2nd ed'],
  ['ﬁnding', 'finding'],
  ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
  ['Толстой, Лев', 'толстои лев'],
  ['Ὀδυσσεύς', 'οδυσσευσ'],
  ['שָׁלוֹם', 'שלום'],
  ['नेपाली', 'नेपाली'],
  ['한국어', '한국어'],
  ['\u202eevil\u202c title\u0000', 'evil title'],
  ['  two   spaces ', 'two spaces'],
  ['...', ''],
  ['', ''],
])('%j is found as %j', (text, key) => {
  expect(fold(text)).toBe(key)
  expect(nameKey(text)).toBe(key)
})

test.each([
  ['The Warmth of Other Suns', '', 'warmth of other suns'],
  ['A Gentleman in Moscow', 'eng', 'gentleman in moscow'],
  ['An American Marriage', 'en', 'american marriage'],
  ['A is for Alibi', 'eng', 'a is for alibi'],
  ['A to Z Mysteries', 'eng', 'a to z mysteries'],
  ['The', 'eng', 'the'],
  ['Theory of Everything', 'eng', 'theory of everything'],
  ['"The Raven"', 'eng', 'raven'],
  ['El amor en los tiempos del cólera', 'spa', 'amor en los tiempos del colera'],
  ['La casa de los espíritus', 'es-MX', 'casa de los espiritus'],
  ['L’étranger', 'fre', 'etranger'],
  ["L'étranger", 'fr', 'etranger'],
  ['L´étranger', 'fre', 'etranger'],
  ['Ｌ＇étranger', 'fre', 'etranger'],
  ['Les Misérables', 'fra', 'miserables'],
  ['Die Verwandlung', 'ger', 'verwandlung'],
  ['Die Hard', 'eng', 'die hard'],
  ['Los Angeles noir', 'eng', 'los angeles noir'],
  ['L.A. Confidential', 'eng', 'l a confidential'],
])('%s (%s) is filed under %s', (title, language, key) => {
  expect(titleKey(title, language)).toBe(key)
})

test('the catalogr’s count of characters to pass over wins', () => {
  expect(titleKey('Der Prozess', 'eng', 4)).toBe('prozess')
  expect(titleKey('The', 'eng', 9)).toBe('the')
})

test('folding is settled after one time, has no capital, no double space, and no mark of writing direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const key = fold(text)
      expect(fold(key)).toBe(key)
      expect(key).toBe(key.toLowerCase())
      expect(key).not.toMatch(/^ | {2}| $|[\p{Cf}\p{Cs}]/u)
    }),
    { numRuns: 5000 },
  )
})

test('a title with a letter never loses all of itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('the', 'a', 'le', 'der', 'l’', 'la'),
      fc.constantFrom('eng', 'fre', 'ger', 'spa'),
      (word, language) => {
        expect(titleKey(word, language)).not.toBe('')
        expect(titleKey(`${word} x`, language)).toMatch(/x$/)
      },
    ),
  )
})
