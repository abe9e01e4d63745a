/**
 * Text from a library's records made fit for paper: cleaned as everywhere, and what is too long is cut between
 * characters as a person counts them. Must never change a letter.
 */
import { cleanLine, hasUnfit } from '../kernel/clean-text.ts'

const CHARACTER_POINTS_MAX = 16

/** UTF-16 units of one text on paper. No title needs more; a runaway field must not use up the roll. */
export const PAPER_TEXT_LENGTH_MAX = 600

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The characters as a person counts them: "é" is one, and so is a family of four in one emoji. */
export function characters(text: string): readonly string[] {
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment)
}

/** Whether a text may stand in a document: nothing in it that a printer obeys or a reader cannot see. */
export function isPaperText(text: string): boolean {
  return text.length <= PAPER_TEXT_LENGTH_MAX && text.isWellFormed() && !hasUnfit(text)
}

function cutLong(text: string): string {
  let kept = ''
  for (const character of characters(text)) {
    if (kept.length + character.length >= PAPER_TEXT_LENGTH_MAX) return `${kept.trimEnd()}…`
    kept += character
  }
  return kept
}

/** One character of sane size: a chain of joiners without an end is cut. */
function tamed(character: string): string {
  const points = Array.from(character)
  return points.length > CHARACTER_POINTS_MAX ? points.slice(0, CHARACTER_POINTS_MAX).join('') : character
}

/** Every space but the one that holds two words together. */
const BREAKING_SPACES = /(?:(?!\u00a0)\p{Zs})+/gu

const PLAIN = /^[\x20-\x7e]*$/

/** The text fit for paper. Of any input; `isPaperText` holds for what comes out. Cleaning twice changes nothing. */
export function paperText(text: string): string {
  if (PLAIN.test(text) && text.length <= PAPER_TEXT_LENGTH_MAX) return text.replace(/ {2,}/g, ' ').trim()
  // Far more than is kept, but not so much that a broken field of megabytes is walked through.
  const start = text.slice(0, PAPER_TEXT_LENGTH_MAX * 8)
  const calm = characters(cleanLine(start)).map(tamed).join('')
  return cutLong(calm.replace(BREAKING_SPACES, ' ').trim())
}

/** The last four of a barcode, "…3456": enough to tell one's own cards apart, too little to open an account with. */
export function barcodeTail(barcode: string): string {
  const clean = paperText(barcode)
  // Of a short one half is kept back too.
  const shown_count = Math.min(4, Math.floor(characters(clean).length / 2))
  return shown_count === 0 ? '…' : `…${characters(clean).slice(-shown_count).join('')}`
}
