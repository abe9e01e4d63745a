/**
 * How many columns of a printer's fixed letters a text takes, and how it wraps. Breaks between words, and inside a word
 * only when it is longer than a line; never inside a character. Pure.
 */
import { eastAsianWidth } from 'get-east-asian-width'
import { characters } from '../clean.ts'

/** A character drawn as a picture because of what follows it. */
const PICTURE = /^\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]/u
const ASCII = /^[\x20-\x7e]*$/

function widthOf(character: string): number {
  return PICTURE.test(character) ? 2 : eastAsianWidth(character.codePointAt(0) ?? 0)
}

/** The columns that `text` takes. */
export function columnsOf(text: string): number {
  if (ASCII.test(text)) return text.length
  return characters(text).reduce((sum, character) => sum + widthOf(character), 0)
}

/** Splits `text` after at most `columns`; takes nothing when not even the first character fits. */
function takeColumns(text: string, columns: number): readonly [string, string] {
  let taken = ''
  let used = 0
  for (const character of characters(text)) {
    used += widthOf(character)
    if (used > columns) break
    taken += character
  }
  return [taken, text.slice(taken.length)]
}

/** The beginning of `text` that fits into `columns`, with "…" when something was left out. */
export function cutTo(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  const [kept] = takeColumns(text, columns - 1)
  return `${kept.trimEnd()}…`
}

/** The pieces of one word, each fitting a line; a line has room for one character, so two columns or more. */
function pieces(word: string, columns: number): readonly string[] {
  const found: string[] = []
  let rest = word
  while (columnsOf(rest) > columns) {
    const [piece, tail] = takeColumns(rest, Math.max(2, columns))
    found.push(piece)
    rest = tail
  }
  if (rest !== '') found.push(rest)
  return found
}

/** Lines of at most `columns` each; an empty text gives none. Past `lines_max` the last line ends with "…". */
export function wrap(text: string, columns: number, lines_max = Number.POSITIVE_INFINITY): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => pieces(word, columns))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (columnsOf(longer) <= columns) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= lines_max) return lines
  const kept = lines.slice(0, lines_max)
  return [...kept.slice(0, -1), cutTo(`${kept.at(-1) ?? ''}…`, columns)]
}
