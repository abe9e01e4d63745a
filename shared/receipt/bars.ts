/**
 * Barcodes as widths of bars and gaps: Codabar (NW-7) and Code 128, as bwip-js draws them. For the screen; a receipt
 * printer draws its own. What has no sign in a symbology is refused, and no other number drawn in its place.
 */
import { code128, rationalizedCodabar, type DrawingContext } from 'bwip-js/generic'
import { must } from '../kernel/assert.ts'
import type { Symbology } from '../catalog/symbology.ts'

/** Bars and gaps in turn, beginning with a bar, in widths of the narrowest. Gaps at both ends are not in it. */
export type Bars = readonly number[]

const CODE128_TEXT = /^[\x20-\x7e]{1,40}$/
const CODABAR_TEXT = /^[\d$:/.+-]{1,40}$/

/** Whether this kind of bars has a sign for each character, and the whole fits on a narrow paper. */
export function canDraw(value: string, symbology: Symbology): boolean {
  return (symbology === 'codabar' ? CODABAR_TEXT : CODE128_TEXT).test(value)
}

/** The bars of `value`, which `canDraw` has allowed. */
export function bars(value: string, symbology: Symbology): Bars {
  must(canDraw(value, symbology) ? value : null, 'a value that these bars can draw')
  const drawn = { end: 0, widths: [] as number[] }
  // bcid only names the kind for bwip-js's own front door; the function decides.
  if (symbology === 'codabar') rationalizedCodabar({ bcid: symbology, text: `A${value}A`, scale: 1 }, noting(drawn))
  else code128({ bcid: symbology, text: value, scale: 1 }, noting(drawn))
  return drawn.widths
}

/** Notes each bar that is drawn, one pixel to the narrowest, and the gap before it. Of a bar its middle is told. */
function noting(drawn: { end: number; readonly widths: number[] }): DrawingContext<void> {
  const nothing = (): void => {}
  return {
    scale: (x, y) => [x, y],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    line: (middle, _y0, _x1, _y1, width) => {
      const start = Math.floor(middle - width / 2)
      if (drawn.widths.length > 0) drawn.widths.push(start - drawn.end)
      drawn.widths.push(width)
      drawn.end = start + width
    },
    init: nothing,
    polygon: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: nothing,
  }
}
