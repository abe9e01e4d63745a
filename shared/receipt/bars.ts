/**
 * Barcodes as widths of bars and gaps: Codabar (NW-7) and Code 128, as bwip-js draws them. For the screen; a receipt
 * printer draws its own. A value that a symbology cannot encode is refused, never replaced by another.
 */
import { code128, rationalizedCodabar, type DrawingContext } from 'bwip-js/generic'
import { must } from '../kernel/assert.ts'
import { canDraw, type Symbology } from '../catalog/symbology.ts'

/**
 * Alternating bars and gaps, beginning with a bar, in multiples of the narrowest width. Quiet zones are not included.
 */
export type Bars = readonly number[]

/** The bars of `value`, which must pass `canDraw`. */
export function bars(value: string, symbology: Symbology): Bars {
  must(canDraw(value, symbology) ? value : null, 'a value that these bars can draw')
  const drawn = { end: 0, widths: [] as number[] }
  // bcid only names the symbology for bwip-js's own entry point; the function decides.
  if (symbology === 'codabar') rationalizedCodabar({ bcid: symbology, text: `A${value}A`, scale: 1 }, noting(drawn))
  else code128({ bcid: symbology, text: value, scale: 1 }, noting(drawn))
  return drawn.widths
}

/**
 * Records each bar that is drawn, one pixel to the narrowest, and the gap before it. bwip-js gives the middle of a bar.
 */
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
