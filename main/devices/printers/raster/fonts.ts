/**
 * The fonts, read when first needed and kept: which of them has a character, its letters shaped by HarfBuzz, and the
 * outline of each letter.
 */
import { Blob, Buffer, Direction, Face, Font, shape, type SvgPathCommand } from 'harfbuzzjs'
import { must } from '../../../../shared/kernel/assert.ts'
import type { Contour } from './fill.ts'
import { FONTS, fontBytes, type FontName } from './font-files.ts'

/** A letter where shaping put it, in units of its font. */
export type Glyph = {
  readonly id: number
  readonly advance: number
  readonly x_offset: number
  readonly y_offset: number
}

export type LoadedFont = {
  readonly name: FontName
  readonly em_dots: number
  /** Units in an em. */
  readonly em: number
  readonly has: (point: number) => boolean
  readonly shaped: (text: string, from: number, to: number, is_right_to_left: boolean) => readonly Glyph[]
  readonly outline: (glyph: number) => readonly Contour[]
}

/** Steps of a curve: more would not be seen at these sizes. */
const STEPS = [1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1] as const

function curved(points: readonly number[], t: number): readonly [number, number] {
  const u = 1 - t
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points
  if (points.length === 6)
    return [u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2] as const
  const weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t] as const
  return [
    weights[0] * x0 + weights[1] * x1 + weights[2] * x2 + weights[3] * x3,
    weights[0] * y0 + weights[1] * y1 + weights[2] * y2 + weights[3] * y3,
  ]
}

/** Straight edges instead of curves. */
function flattened(path: readonly SvgPathCommand[]): readonly Contour[] {
  const contours: number[][] = []
  for (const { type, values } of path) {
    const contour = contours.at(-1)
    if (type === 'M') contours.push([...values])
    else if (type === 'L') contour?.push(...values)
    else if (type !== 'Z' && contour) {
      const points = [...contour.slice(-2), ...values]
      contour.push(...STEPS.flatMap((t) => curved(points, t)))
    }
  }
  return contours
}

function load({ name, file, em_dots }: (typeof FONTS)[number]): LoadedFont {
  const face = new Face(new Blob(fontBytes(file)))
  const font = new Font(face)
  const points = new Set(face.collectUnicodes())
  const outlines = new Map<number, readonly Contour[]>()
  const outline = (glyph: number): readonly Contour[] => {
    const known = outlines.get(glyph) ?? flattened(font.glyphToJson(glyph))
    outlines.set(glyph, known)
    return known
  }
  const shaped = (text: string, from: number, to: number, is_right_to_left: boolean): readonly Glyph[] => {
    const buffer = new Buffer()
    // The rest of the text goes along, so that a letter joins the one before a change of font.
    buffer.addText(text, from, to - from)
    buffer.guessSegmentProperties()
    buffer.setDirection(is_right_to_left ? Direction.RTL : Direction.LTR)
    shape(font, buffer)
    return buffer.getGlyphInfosAndPositions().map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
      return { id: codepoint, advance: xAdvance, x_offset: xOffset, y_offset: yOffset }
    })
  }
  return { name, em_dots, em: face.upem, has: (point) => points.has(point), shaped, outline }
}

const loaded = new Map<FontName, LoadedFont>()

function fontOf(name: FontName): LoadedFont {
  const known = loaded.get(name)
  if (known) return known
  const font = load(
    must(
      FONTS.find((one) => one.name === name),
      'a font of the list',
    ),
  )
  loaded.set(name, font)
  return font
}

/** Joiners and selectors, which a font need not have: shaping drops them. */
const UNSEEN = /^[\p{Join_Control}\p{Variation_Selector}]$/u
const PICTURE = /\p{Emoji_Presentation}|\ufe0f/u
const ASCII = /^[\x20-\x7e]$/

/** The font for one character as a person counts them. One that no font has is drawn as the first one's empty box. */
export function fontFor(character: string): LoadedFont {
  if (ASCII.test(character)) return fontOf('latin')
  const points = Array.from(character).filter((one) => !UNSEEN.test(one))
  const names = FONTS.map(({ name }) => name)
  const tried: readonly FontName[] = PICTURE.test(character) ? ['emoji', ...names] : names
  const codes = points.map((one) => one.codePointAt(0) ?? 0)
  const whole = tried.find((name) => codes.every((code) => fontOf(name).has(code)))
  const [base = 0] = codes
  return fontOf(whole ?? tried.find((name) => fontOf(name).has(base)) ?? 'latin')
}
