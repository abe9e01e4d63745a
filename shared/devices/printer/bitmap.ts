/** A picture of black dots, as a thermal printer burns them: row by row, eight to a byte, the leftmost the highest. */

export type Bitmap = {
  readonly width_dots: number
  readonly height_dots: number
  /** Each row begins a new byte. */
  readonly bytes: Uint8Array
}

export const strideOf = (width_dots: number): number => Math.ceil(width_dots / 8)

export function blankBitmap(width_dots: number, height_dots: number): Bitmap {
  return { width_dots, height_dots, bytes: new Uint8Array(strideOf(width_dots) * height_dots) }
}

export function isBlack({ width_dots, height_dots, bytes }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width_dots || y >= height_dots) return false
  return ((bytes[y * strideOf(width_dots) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}

/** Burns a dot; outside the picture nothing happens. */
export function blacken({ width_dots, height_dots, bytes }: Bitmap, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width_dots || y >= height_dots) return
  const at = y * strideOf(width_dots) + (x >> 3)
  bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7))
}

/** Burns every dot of `from` into `onto`, its upper left corner at x, y, each dot `scale` times as wide and high. */
export function stamp(onto: Bitmap, from: Bitmap, x: number, y: number, scale = { across: 1, down: 1 }): void {
  for (let row = 0; row < from.height_dots * scale.down; row += 1) {
    for (let column = 0; column < from.width_dots * scale.across; column += 1) {
      if (isBlack(from, Math.floor(column / scale.across), Math.floor(row / scale.down)))
        blacken(onto, x + column, y + row)
    }
  }
}

/** Bars and gaps in turn, a bar first, as wide as these dots. */
export function barsBitmap(widths: readonly number[], height_dots: number): Bitmap {
  const width_dots = widths.reduce((sum, width) => sum + width, 0)
  const bitmap = blankBitmap(width_dots, height_dots)
  let x = 0
  for (const [at, width] of widths.entries()) {
    const dots = at % 2 === 0 ? Array.from({ length: width }, (_, dot) => x + dot) : []
    for (const dot of dots) for (let y = 0; y < height_dots; y += 1) blacken(bitmap, dot, y)
    x += width
  }
  return bitmap
}
