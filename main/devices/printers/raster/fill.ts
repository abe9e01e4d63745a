/**
 * Fills outlines: how much of each dot lies inside them, exactly, by the signed areas to the right of their edges (the
 * method of Raph Levien's font-rs). A dot is burned when about half of it is inside.
 */
import { blacken, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'

/** A closed polygon: x and y in turn. */
export type Contour = readonly number[]

/** A little below a half: thin strokes stay whole where they fall between two dots. */
const INSIDE_MIN = 0.42

/** The areas of a picture under way. Each row has room for an edge on its right border. */
export type Areas = { readonly width: number; readonly height: number; readonly sums: Float32Array }

export function noAreas(width: number, height: number): Areas {
  return { width, height, sums: new Float32Array((width + 2) * height) }
}

/** Adds a polygon, moved and scaled: `y` grows downward from the base line. */
export function addContour(
  areas: Areas,
  contour: Contour,
  at: { readonly x: number; readonly y: number; readonly across: number; readonly down: number },
): void {
  const count = contour.length / 2
  const xOf = (index: number): number => at.x + (contour[index * 2] ?? 0) * at.across
  const yOf = (index: number): number => at.y - (contour[index * 2 + 1] ?? 0) * at.down
  for (let index = 0; index < count; index += 1) {
    const next = (index + 1) % count
    addEdge(areas, xOf(index), yOf(index), xOf(next), yOf(next))
  }
}

function addEdge(areas: Areas, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return
  const [direction, fromX, fromY, toX, toY] = y0 < y1 ? [1, x0, y0, x1, y1] : [-1, x1, y1, x0, y0]
  const slope = (toX - fromX) / (toY - fromY)
  const last = Math.min(areas.height, Math.ceil(toY))
  let x = fromY < 0 ? fromX - fromY * slope : fromX
  for (let row = Math.max(0, Math.floor(fromY)); row < last; row += 1) {
    const down = Math.min(row + 1, toY) - Math.max(row, fromY)
    const next = x + slope * down
    const clamped = [x, next].map((one) => Math.min(areas.width, Math.max(0, one)))
    addSpan(areas, row, Math.min(...clamped), Math.max(...clamped), down * direction)
    x = next
  }
}

/** One edge within one row, from x0 to x1, of this signed height. */
function addSpan({ width, sums }: Areas, row: number, x0: number, x1: number, height: number): void {
  const start = row * (width + 2)
  const add = (column: number, area: number): void => {
    const at = start + column
    sums[at] = (sums[at] ?? 0) + area
  }
  const first = Math.floor(x0)
  const end = Math.ceil(x1)
  if (end <= first + 1) {
    const part = (x0 + x1) / 2 - first
    add(first, height * (1 - part))
    add(first + 1, height * part)
    return
  }
  // What of the edge lies left of each border between two dots.
  const share = 1 / (x1 - x0)
  let before = 0
  for (let column = first; column < end; column += 1) {
    const from = Math.max(x0, column)
    const to = Math.min(x1, column + 1)
    const covered = (to - from) * share
    const inside = covered * (column + 1 - (from + to) / 2)
    add(column, height * inside + before)
    before = height * (covered - inside)
  }
  add(end, before)
}

/** Burns what is inside. Outlines that overlap count once. */
export function burn({ width, height, sums }: Areas, onto: Bitmap): void {
  for (let row = 0; row < height; row += 1) {
    let area = 0
    for (let column = 0; column < width; column += 1) {
      area += sums[row * (width + 2) + column] ?? 0
      if (Math.abs(area) >= INSIDE_MIN) blacken(onto, column, row)
    }
  }
}
