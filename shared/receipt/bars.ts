/**
 * Barcodes as widths of bars and gaps: Codabar (NW-7, as ANSI/AIM BC3 gives it) and Code 128 (ISO/IEC 15417). For
 * the screen; a receipt printer draws its own. Must never draw a number that was not asked for: what has no sign is
 * refused.
 */
import { must } from '../kernel/assert.ts'
import type { Symbology } from './document.ts'

/** Bars and gaps in turn, beginning with a bar, in widths of the narrowest. Gaps at both ends are not in it. */
export type Bars = readonly number[]

/** The 103 signs of Code 128, three bars and three gaps each, then the starts A, B and C. The stop is longer. */
const CODE128 = `
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 123122
123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323
131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131
213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122
141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112
124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141
411131 211412 211214 211232`
  .trim()
  .split(/\s+/)
const CODE128_STOP = '2331112'
const START_B = 104
const START_C = 105
const CODE_B = 100

/** Bars and gaps of Codabar: 1 narrow, 3 wide. The letters only start and stop. */
const CODABAR: Readonly<Record<string, string>> = {
  '0': '1111133',
  '1': '1111331',
  '2': '1113113',
  '3': '3311111',
  '4': '1131131',
  '5': '3111131',
  '6': '1311113',
  '7': '1311311',
  '8': '1331111',
  '9': '3113111',
  '-': '1113311',
  $: '1133111',
  ':': '3111313',
  '/': '3131113',
  '.': '3131311',
  '+': '1131313',
  A: '1133131',
}
const CODE128_TEXT = /^[\x20-\x7e]{1,40}$/
const CODABAR_TEXT = /^[\d$:/.+-]{1,40}$/

/** Whether this kind of bars has a sign for each character, and the whole fits on a narrow paper. */
export function canDraw(value: string, symbology: Symbology): boolean {
  return (symbology === 'codabar' ? CODABAR_TEXT : CODE128_TEXT).test(value)
}

/** Signs of set B, or of set C, two digits a sign, for a number; an odd last digit goes over to set B. */
function code128Signs(value: string): readonly number[] {
  const inB = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0) - 32)
  if (!/^\d{4,}$/.test(value)) return [START_B, ...inB(value)]
  const pairs = value.match(/\d\d/g) ?? []
  const odd = value.length % 2 === 1 ? [CODE_B, ...inB(value.slice(-1))] : []
  return [START_C, ...pairs.map(Number), ...odd]
}

/** The bars of `value`, which `canDraw` has allowed. */
export function bars(value: string, symbology: Symbology): Bars {
  must(canDraw(value, symbology) ? value : null, 'a value that these bars can draw')
  const widths = (signs: readonly string[]): Bars => Array.from(signs.join(''), Number)
  if (symbology === 'codabar') {
    // A narrow gap between each two signs.
    return widths(Array.from(`A${value}A`, (sign) => `${must(CODABAR[sign], 'a sign')}1`)).slice(0, -1)
  }
  const signs = code128Signs(value)
  const check = signs.reduce((sum, sign, index) => sum + sign * Math.max(1, index), 0) % 103
  return widths([...[...signs, check].map((sign) => must(CODE128[sign], 'a sign')), CODE128_STOP])
}
