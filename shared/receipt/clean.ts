/**
 * Makes text from a library's records fit for paper: cleaned as everywhere, and cut between characters as a person
 * counts them. Never changes a letter.
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

/** Whether a document may contain this text: nothing in it that a printer obeys or a reader cannot see. */
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

/** One character of reasonable size: an endless chain of joiners is cut. */
function tamed(character: string): string {
  const points = Array.from(character)
  return points.length > CHARACTER_POINTS_MAX ? points.slice(0, CHARACTER_POINTS_MAX).join('') : character
}

/** Every space except the non-breaking one. */
const BREAKING_SPACES = /(?:(?!\u00a0)\p{Zs})+/gu

const PLAIN = /^[\x20-\x7e]*$/

/** Makes any text fit for paper, so that `isPaperText` is true of the result. Cleaning twice changes nothing. */
export function paperText(text: string): string {
  if (PLAIN.test(text) && text.length <= PAPER_TEXT_LENGTH_MAX) return text.replace(/ {2,}/g, ' ').trim()
  // Far more than is kept, but not so much that it walks through a broken field of megabytes.
  const start = text.slice(0, PAPER_TEXT_LENGTH_MAX * 8)
  const calm = characters(cleanLine(start)).map(tamed).join('')
  return cutLong(calm.replace(BREAKING_SPACES, ' ').trim())
}

/** The last four of a barcode, "…3456": enough to tell one's own cards apart, too little to open an account with. */
export function barcodeTail(barcode: string): string {
  const clean = paperText(barcode)
  // Half of a short one stays hidden too.
  const shown_count = Math.min(4, Math.floor(characters(clean).length / 2))
  return shown_count === 0 ? '…' : `…${characters(clean).slice(-shown_count).join('')}`
}
