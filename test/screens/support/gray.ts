/**
 * A picture as eyes see it that know no color: turned to gray as a screen or a copier does, and measured. What is ink
 * and what is ground is asked of each picture by itself, so that two shapes are compared and not their fills.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { z } from 'zod'
import { must } from '../../../shared/kernel/assert.ts'
import { PICTURES } from './eyes.ts'

/** Bytes in letters, which cross to the page and back a hundred times as fast as lists of numbers. */
const graySchema = z.object({ width: z.int(), levels: z.base64(), png: z.base64() })
/** `levels`: 0 is black, 1 is white, line by line. */
export type Gray = { readonly width: number; readonly levels: readonly number[] }

/** Draws the element, without its colors. @param name of the gray picture in PICTURES_TO, when that is set */
export async function grayOf(element: Locator, name: string): Promise<Gray> {
  const picture = (await element.screenshot()).toString('base64')
  const { png, width, levels } = graySchema.parse(await element.page().evaluate(withoutColor, picture))
  if (PICTURES !== '') writeFileSync(path.join(PICTURES, `${name}.png`), Buffer.from(png, 'base64'))
  return { width, levels: Array.from(Buffer.from(levels, 'base64'), (level) => level / 255) }
}

async function withoutColor(picture: string): Promise<unknown> {
  const inLetters = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0) ?? 0)
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const { width, height } = bitmap
  const canvas = new OffscreenCanvas(width, height)
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new Error('no canvas to draw on')
  drawing.filter = 'grayscale(1)'
  drawing.drawImage(bitmap, 0, 0)
  const { data } = drawing.getImageData(0, 0, width, height)
  const levels = Uint8Array.from({ length: width * height }, (_none, at) => data[at * 4] ?? 0)
  const png = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  return { width, levels: inLetters(levels), png: inLetters(png) }
}

/** The level of the ground: no sign reaches into its corners. */
export function groundOf({ levels }: Gray): number {
  return must(levels[0], 'a picture has a corner')
}

/** The level that is farthest from the ground: the ink. */
export function inkOf(gray: Gray): number {
  const ground = groundOf(gray)
  return gray.levels.reduce((far, one) => (Math.abs(one - ground) > Math.abs(far - ground) ? one : far), ground)
}

function linear(level: number): number {
  return level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4
}

/** As WCAG counts it: 1 is none, 21 is black on white. */
export function contrast(one: number, other: number): number {
  const [dark, light] = [linear(one), linear(other)].toSorted((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** CIE lightness, 0 to 100: some ten steps of it are seen side by side at a glance. */
export function lightness(level: number): number {
  const y = linear(level)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

/** Where the ink is: more than half way from the ground to it. */
function inkAt(gray: Gray): ReadonlySet<number> {
  const ground = groundOf(gray)
  const half = Math.abs(inkOf(gray) - ground) / 2
  return new Set(gray.levels.flatMap((level, at) => (Math.abs(level - ground) > half ? [at] : [])))
}

/** So far two shapes are moved over each other to find where they fit best. */
const SHIFT_PX = 3

/**
 * How much of two drawings is not the same ink, laid over each other where they fit best: 0 is the same shape, 1 has
 * no point in common. Both pictures have one size.
 */
export function unlikeness(one: Gray, other: Gray): number {
  const [first, second] = [inkAt(one), inkAt(other)]
  const shifts = Array.from({ length: 2 * SHIFT_PX + 1 }, (_none, at) => at - SHIFT_PX)
  const all = shifts.flatMap((down) => shifts.map((right) => down * one.width + right))
  const shared = all.map((by) => [...first].filter((at) => second.has(at + by)).length)
  const most = Math.max(...shared)
  return 1 - most / (first.size + second.size - most)
}
