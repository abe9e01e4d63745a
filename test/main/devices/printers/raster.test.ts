/** Lines that a printer has no letters for, drawn: where they stand, how wide they are, and in which direction. */
import { describe, expect, it, test } from 'vitest'
import { lineBitmap, type TextLook } from '../../../../main/devices/printers/raster/line-bitmap.ts'
import { runsOf } from '../../../../main/devices/printers/raster/runs.ts'
import { isBlack, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { columnsOf } from '../../../../shared/receipt/layout/width.ts'

const PLAIN: TextLook = { align: 'start', is_strong: false, is_wide: false }
const DOTS = 504
const draw = (text: string, look: Partial<TextLook> = {}): Bitmap => lineBitmap(text, { ...PLAIN, ...look }, DOTS, 30)

/** The columns of dots that have any black, from the first to the last. */
function reach(bitmap: Bitmap): readonly [number, number] {
  const isUsed = (x: number): boolean => Array.from({ length: bitmap.height_dots }, (_, y) => y).some(blackAt(x))
  const blackAt = (x: number) => (y: number) => isBlack(bitmap, x, y)
  const used = Array.from({ length: bitmap.width_dots }, (_, x) => x).filter(isUsed)
  return [used[0] ?? -1, used.at(-1) ?? -1]
}

const count = (bitmap: Bitmap): number =>
  bitmap.bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

describe('order and fonts', () => {
  /** Each run as it stands on paper; what runs from the right is marked. */
  const runs = (text: string): readonly string[] =>
    runsOf(text).map(({ font, from, to, level }) => `${font.name}${level % 2 === 1 ? '<' : ''} ${text.slice(from, to)}`)

  it.each([
    ['Plain', ['latin Plain']],
    ['本 book', ['chinese 本', 'latin  book']],
    ['한국', ['korean 한국']],
    ['हिन्दी', ['devanagari हिन्दी']],
    ['😀 ok', ['emoji 😀', 'latin  ok']],
    ['❤️', ['emoji ❤️']],
    ['שלום', ['hebrew< שלום']],
    ['Title سلام', ['latin Title ', 'arabic< سلام']],
    ['سلام Title', ['latin Title', 'latin<  ', 'arabic< سلام']],
    ['שלום 12', ['latin 12', 'latin<  ', 'hebrew< שלום']],
    ['(שלום)', ['latin< )', 'hebrew< שלום', 'latin< (']],
  ])('%j stands as %j', (text, expected) => {
    expect(runs(text)).toEqual(expected)
  })

  it('letters of Arabic join: three of them are narrower than each by itself', () => {
    const [font] = runsOf('ببب')
    const widthOf = (text: string): number =>
      font?.font.shaped(text, 0, text.length, true).reduce((sum, { advance }) => sum + advance, 0) ?? 0
    expect(widthOf('ببب')).toBeLessThan(widthOf('ب') * 3 * 0.8)
  })
})

describe('columns', () => {
  it('a text behind two spaces begins in its column, whatever stands before it', () => {
    const alone = reach(draw(`${' '.repeat(20)}本`))
    expect(alone[0]).toBeGreaterThanOrEqual(20 * 12)
    for (const before of ['ok', '本', 'كتاب', 'हिन्दी', '😀']) {
      const gap = ' '.repeat(20 - columnsOf(before))
      expect(reach(draw(`${before}${gap}本`))[1]).toBe(alone[1])
    }
  })

  it('an amount at the right border ends there', () => {
    const plain = reach(draw(`${'日本'.padEnd(35)}$3.75`))
    const arabic = reach(draw(`${'شَرْحُ'.padEnd(40)}$3.75`))
    expect(plain[1]).toBeGreaterThan(DOTS - 6)
    expect(Math.abs(arabic[1] - plain[1])).toBeLessThanOrEqual(1)
  })

  it('no line leaves the paper: what is too wide is narrowed', () => {
    const bitmap = draw('﷽'.repeat(30))
    expect(reach(bitmap)[1]).toBeLessThan(DOTS)
    expect(bitmap.width_dots).toBe(DOTS)
  })

  it('a centered line is in the middle, a wide one twice as wide and high', () => {
    const [from, to] = reach(draw('日本', { align: 'center' }))
    expect(Math.abs(from - (DOTS - 1 - to))).toBeLessThanOrEqual(5)
    const [small, wide] = [draw('日本'), draw('日本', { is_wide: true })]
    expect(wide.height_dots).toBe(2 * small.height_dots)
    const across = (bitmap: Bitmap): number => reach(bitmap)[1] - reach(bitmap)[0]
    expect(Math.abs(across(wide) - 2 * across(small))).toBeLessThanOrEqual(3)
  })

  it('a strong line is blacker', () => {
    expect(count(draw('日本', { is_strong: true }))).toBeGreaterThan(count(draw('日本')) * 1.15)
  })
})

test('marks above and below stay on the paper, in whole strips where a printer takes strips', () => {
  const tall = draw('ẫ̂̂̂̂̂q̣̣̣̣̣')
  expect(tall.height_dots).toBeGreaterThan(30)
  expect(tall.height_dots).toBeLessThanOrEqual(60)
  expect(lineBitmap('شَرْحُ', PLAIN, DOTS, 24).height_dots % 24).toBe(0)
})

test.each(['', ' ', 'ไทย', '\u{10ffff}', '\u0301', '\u200d', '\ufe0f', 'a\u0300'.repeat(200)])(
  '%j can be drawn',
  (text) => {
    expect(draw(text).width_dots).toBe(DOTS)
  },
)
