/** The one cleaning of text: nothing that is obeyed or unseen is left, and no letter of any language is lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from '../../../shared/import/text.ts'
import { cleanLine, cleanLines, hasUnfit, safeText } from '../../../shared/kernel/clean-text.ts'
import { paperText } from '../../../shared/receipt/clean.ts'

const FAMILY = '👨‍👩‍👧‍👦'

test.each([
  ['controls', 'a\u0000b\u001B[31mc\u0085d\u009Be', 'a b [31mc d e'],
  ['direction', '\u202Eevil\u202C \u2066x\u2069\u200F\u061C', 'evil x'],
  ['what is not seen', 'a\u200Bb\u2060c\uFEFFd\u00ADe', 'abcde'],
  ['half a pair', 'a\uD83Db', 'a\uFFFDb'],
  ['composed', 'e\u0301', 'é'],
  ['Persian', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['Persian after a digit', '۱۲\u200Cساله', '۱۲\u200Cساله'],
  ['Hindi', 'क्\u200Dष', 'क्\u200Dष'],
  ['emoji', `${FAMILY} 🏳️‍🌈 👩🏽‍🚀`, `${FAMILY} 🏳️‍🌈 👩🏽‍🚀`],
  ['Vietnamese and Yoruba', 'Nguyễn Ọ̀ṣun', 'Nguyễn Ọ̀ṣun'],
  ['Hebrew with points', 'שָׁלוֹם'.normalize('NFC'), 'שָׁלוֹם'.normalize('NFC')],
  ['joiners that join nothing', '\u200Ca\u200Db c\u200C', 'ab c'],
  ['nothing but marks', '\u202E\u200B\u2060\u200D\uFE0F\u0007', ''],
  ['letters drawn as blanks', '\u3164\u2800\uFFA0', ''],
])('%s', (_what, dirty, clean) => {
  expect([cleanLine(dirty), paperText(dirty), cleanText(dirty).text]).toEqual([clean, clean, clean])
})

test('lines are kept where they are meant, however they were written', () => {
  expect(cleanLines('\n\u202Eone \r\ntwo\rthree\u2028\n\n four\u0000\n')).toBe('one\ntwo\nthree\n\n\nfour')
  expect(cleanLines('\u200B\n\u200B')).toBe('')
})

const PARTS = [
  FAMILY,
  '\u200D',
  '\u200C',
  '\u0301',
  'א',
  'م',
  'क',
  '日',
  '\u001B',
  '\u202E',
  ' ',
  'w',
  '\n',
  '\uD800',
  '\u3164',
]
const ANY = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PARTS)).map((all) => all.join('')),
)

test('any text comes out fit, and cleaning again changes nothing', () => {
  fc.assert(
    fc.property(ANY, (text) => {
      const line = cleanLine(text)
      const lines = cleanLines(text)
      const safe = safeText(text)
      expect([hasUnfit(line), hasUnfit(lines.replaceAll('\n', '')), hasUnfit(safe.replaceAll(/[\n\t]/g, ''))]).toEqual([
        false,
        false,
        false,
      ])
      expect([line, lines, safe].every((one) => one.isWellFormed())).toBe(true)
      expect([cleanLine(line), cleanLines(lines), safeText(safe)]).toEqual([line, lines, safe])
    }),
    { numRuns: 2000 },
  )
})

test.each(['Ω\u200d\u0345\u200da', 'a\u200c\u0301\u200da'])('cleaning %j again changes nothing', (text) => {
  const line = cleanLine(text)
  expect([cleanLine(line), cleanLines(line)]).toEqual([line, line])
})

test('letters and digits of every script come through', () => {
  const letters = fc.string({ unit: fc.constantFrom(...Array.from('aßéΩжאبकกあ漢한1٣')), maxLength: 40 })
  fc.assert(fc.property(letters, (text) => cleanLine(text) === text.normalize('NFC')))
})
