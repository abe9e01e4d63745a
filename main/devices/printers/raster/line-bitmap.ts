/**
 * One line of a paper as a picture, for a printer that lacks its letters. What stands in columns stays in them: a text
 * behind two spaces or more begins in its column, and one that ends at the right border ends there. Letters as wide as
 * a printer's own keep the columns; others are narrowed where they would run into the next text.
 */
import { blacken, blankBitmap, isBlack, type Bitmap } from '../../../../shared/devices/printer/bitmap.ts'
import { LETTER_WIDTH_DOTS } from '../../../../shared/devices/printer/profile.ts'
import { columnsOf } from '../../../../shared/receipt/layout/width.ts'
import { addContour, burn, noAreas, type Contour } from './fill.ts'
import { runsOf } from './runs.ts'

export type TextLook = {
  readonly align: 'start' | 'center'
  readonly is_strong: boolean
  readonly is_wide: boolean
}

/** Rows of a line at normal size: as far apart as the printer sets its own, or one strip of 24. */
export type LineRows = 30 | 24

type Piece = { readonly text: string; readonly from_column: number; readonly to_column: number }
/** Where an outline stands: from the left of its piece, in dots, and how many dots a unit of its font takes. */
type Placed = { readonly contours: readonly Contour[]; readonly x: number; readonly y: number; readonly scale: number }
type Drawn = { readonly placed: readonly Placed[]; readonly width: number }

/** Share of the rows above the base line. */
const ABOVE_SHARE = 0.75
const PIECES = /\S(?:\S| (?! ))*/g

/** The texts of a line between which there are two spaces or more. */
function piecesOf(text: string): readonly Piece[] {
  return Array.from(text.matchAll(PIECES), ({ 0: piece, index }) => {
    const from_column = columnsOf(text.slice(0, index))
    return { text: piece, from_column, to_column: from_column + columnsOf(piece) }
  })
}

function drawnOf(text: string, size: number): Drawn {
  const placed: Placed[] = []
  let width = 0
  for (const { font, from, to, level } of runsOf(text)) {
    const scale = (font.em_dots * size) / font.em
    for (const glyph of font.shaped(text, from, to, level % 2 === 1)) {
      const contours = font.outline(glyph.id)
      placed.push({ contours, x: width + glyph.x_offset * scale, y: glyph.y_offset * scale, scale })
      width += glyph.advance * scale
    }
  }
  return { placed, width }
}

type Spot = { readonly drawn: Drawn; readonly x: number; readonly across: number }

/** Where each piece of a line begins, in dots, and how much it is narrowed. */
function spotsOf(text: string, look: TextLook, dots: number): readonly Spot[] {
  const size = look.is_wide ? 2 : 1
  const column = LETTER_WIDTH_DOTS * size
  const pieces = piecesOf(text)
  if (look.align === 'center') {
    const drawn = drawnOf(text.trim(), size)
    const across = Math.min(1, dots / Math.max(1, drawn.width))
    return [{ drawn, x: Math.max(0, (dots - drawn.width * across) / 2), across }]
  }
  return pieces.map((piece, index) => {
    const drawn = drawnOf(piece.text, size)
    const next = pieces[index + 1]
    const start = piece.from_column * column
    const room = (next === undefined ? dots : (next.from_column - 1) * column) - start
    const across = Math.min(1, room / Math.max(1, drawn.width))
    const isFlushRight = next === undefined && index > 0 && piece.to_column * column >= dots
    return { drawn, x: isFlushRight ? dots - drawn.width * across : start, across }
  })
}

/** How far outlines reach above and below the base line, in dots. */
function reachOf(spots: readonly Spot[]): { readonly above: number; readonly below: number } {
  let above = 0
  let below = 0
  for (const { contours, y, scale } of spots.flatMap(({ drawn }) => drawn.placed)) {
    for (const contour of contours) {
      for (let at = 1; at < contour.length; at += 2) {
        const height = y + (contour[at] ?? 0) * scale
        if (height > above) above = height
        if (-height > below) below = -height
      }
    }
  }
  return { above: Math.ceil(above), below: Math.ceil(below) }
}

/** Each dot twice, side by side: how thermal printers print bold. */
function bold(bitmap: Bitmap): Bitmap {
  const copy = { ...bitmap, bytes: bitmap.bytes.slice() }
  for (let y = 0; y < bitmap.height_dots; y += 1) {
    for (let x = 1; x < bitmap.width_dots; x += 1) if (isBlack(bitmap, x - 1, y)) blacken(copy, x, y)
  }
  return copy
}

/** The picture of a line, as wide as the paper. Marks that reach further up or down make it higher, at most double. */
export function lineBitmap(text: string, look: TextLook, dots: number, rows: LineRows): Bitmap {
  const spots = spotsOf(text, look, dots)
  const size = look.is_wide ? 2 : 1
  const usual = rows * size
  const reach = reachOf(spots)
  // The base line where it usually is, unless marks below it need the room and there is some above.
  const above = Math.max(Math.min(reach.above, usual), Math.min(Math.floor(usual * ABOVE_SHARE), usual - reach.below))
  const below = Math.max(usual - above, Math.min(reach.below, usual))
  // In whole strips, where the printer takes strips.
  const height = rows === 24 ? Math.ceil((above + below) / rows) * rows : Math.ceil(above + below)
  const areas = noAreas(dots, height)
  for (const { drawn, x, across } of spots) {
    for (const one of drawn.placed) {
      const at = { x: x + one.x * across, y: above - one.y, across: one.scale * across, down: one.scale }
      for (const contour of one.contours) addContour(areas, contour, at)
    }
  }
  const bitmap = blankBitmap(dots, height)
  burn(areas, bitmap)
  return look.is_strong ? bold(bitmap) : bitmap
}
