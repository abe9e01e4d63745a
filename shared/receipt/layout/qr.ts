/** A QR code as squares, as bwip-js draws it: the screen and the printers draw the same ones. */
import { qrcode, type DrawingContext } from 'bwip-js/generic'

/** How much of a damaged code can still be read: 7, 15, 25 or 30 percent. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H'

/** Rows of squares, 1 for a black one. The clear space around them is not included. */
export type QrSquares = readonly Uint8Array[]

/** As the standard asks for, on each side. */
export const QUIET_SQUARES = 4
/** On narrow paper more letters are squares that no telephone tells apart. */
export const QR_TEXT_MAX = 400

type Point = readonly [x: number, y: number]

/** Each upright edge of the outlines, as the squares to the left of which the color changes. */
function changes(side_count: number, outlines: readonly (readonly Point[])[]): readonly Uint8Array[] {
  const rows = Array.from({ length: side_count }, () => new Uint8Array(side_count + 1))
  for (const points of outlines)
    for (const [at, [x, y]] of points.entries()) {
      const [next_x, next_y] = points[(at + 1) % points.length] ?? [x, y]
      if (x === next_x)
        for (const row of rows.slice(Math.min(y, next_y), Math.max(y, next_y))) row[x] = 1 - (row[x] ?? 0)
    }
  return rows
}

/** The squares of a text with at least one letter and no more than `QR_TEXT_MAX`. */
export function qrSquares(text: string, level: QrLevel = 'M'): QrSquares {
  const outlines: (readonly Point[])[] = []
  let side_count = 0
  const nothing = (): void => {}
  const drawing: DrawingContext<void> = {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width) => {
      side_count = width
    },
    polygon: (points) => void outlines.push(points.map(([x, y]): Point => [x, y])),
    line: nothing,
    hexagon: nothing,
    ellipse: nothing,
    fill: nothing,
    text: nothing,
    end: nothing,
  }
  // Named first: the types of bwip-js do not know the options of one kind of code.
  const options = { bcid: 'qrcode', text, scale: 1, eclevel: level }
  qrcode(options, drawing)
  return changes(side_count, outlines).map((row) => {
    let color = 0
    return row.subarray(0, side_count).map((change) => (color ^= change))
  })
}
