/**
 * `node tools/printer-font.ts`: draws the letters of the training printer into
 * shared/devices/printer/interpreter/letters.gen.ts, each letter of a code page twelve dots wide and 24 high, from Noto
 * Sans Mono (SIL Open Font License). `--check` fails when the file is not what would be drawn.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineBitmap } from '../main/devices/printers/raster/line-bitmap.ts'
import { CODE_PAGES, letterOf } from '../shared/devices/printer/code-pages.ts'
import { LETTER_WIDTH_DOTS } from '../shared/devices/printer/profile.ts'
import { isBlack } from '../shared/devices/printer/bitmap.ts'

const FILE = join(import.meta.dirname, '../shared/devices/printer/interpreter/letters.gen.ts')
const ROWS = 24
const PLAIN = { align: 'start', is_strong: false, is_wide: false } as const
const LINE_LENGTH = 100

const BYTES = Array.from({ length: 224 }, (_, at) => 32 + at)
const letters = [...new Set(CODE_PAGES.flatMap((page) => BYTES.map((byte) => letterOf(page, byte))))]
  .filter((letter) => letter !== '\ufffd' && letter.trim() !== '')
  .toSorted()

/** Two rows in three bytes. */
function dotsOfLetter(letter: string): readonly number[] {
  const bitmap = lineBitmap(letter, PLAIN, LETTER_WIDTH_DOTS, ROWS)
  const bits = Array.from({ length: ROWS * LETTER_WIDTH_DOTS }, (_, at) =>
    isBlack(bitmap, at % LETTER_WIDTH_DOTS, Math.floor(at / LETTER_WIDTH_DOTS)) ? '1' : '0',
  ).join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
}

const base64 = Buffer.from(letters.flatMap(dotsOfLetter)).toString('base64')
const lines = (text: string): string =>
  (text.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'gu')) ?? [])
    .map((line) => `  '${line.replaceAll(/['\\]/g, (one) => `\\${one}`)}'`)
    .join(' +\n')
const written = `/** Drawn by tools/printer-font.ts from Noto Sans Mono (SIL Open Font License 1.1). */
export const LETTERS =
${lines(letters.join(''))}

/** Twelve by 24 dots each, in base64, 36 bytes a letter. */
export const LETTER_DOTS =
${lines(base64)}
`

if (!process.argv.includes('--check')) writeFileSync(FILE, written)
else if (readFileSync(FILE, 'utf8') !== written) {
  console.error('The letters of the training printer are not what tools/printer-font.ts draws.')
  process.exitCode = 1
}
