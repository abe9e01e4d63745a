/**
 * The words that find a title, and how typed words are read. A written word with marks inside ("L’histoire",
 * "Spider-Man", "J.R.R.", "1,000") is stored as it folds, and closed up from each of its parts on: "lhistoire" and
 * "histoire", "spiderman" and "man". Typing any of these forms finds all of them. Pure. Keys are never shown.
 */
import { fold, partsOf } from './fold.ts'

/** A word without a mark inside, whatever follows it. Most words are such. */
const PLAIN = /^[\p{Ll}\p{Lu}\p{Lo}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*$/u
/** A word with more parts is a web address, or words that lost their spaces. */
const PARTS_MAX = 8
/** Initials with spaces between them: "J. R. R. Tolkien". */
const SPACED_INITIALS = /(?<=^|[\s(])(\p{L}\.?)\s+(?=\p{L}\.?(?:[\s,;:/)]|$))/gu

/** Most texts have nothing to close up: this check takes a fifth of the time of splitting them. */
const MAY_CLOSE = new RegExp(
  [
    String.raw`[\p{L}\p{M}\p{N}][^\s\p{L}\p{M}\p{N}]+[\p{L}\p{N}]`, // a mark inside a word
    String.raw`\p{Lm}`, // an apostrophe that counts as a letter
    String.raw`(?:^|[\s(])\p{L}\.?\s+\p{L}\.?(?:[\s,;:/)]|$)`, // initials
  ].join('|'),
  'u',
)

/** Initials count as one written word, with or without spaces. */
const writtenWords = (text: string): readonly string[] =>
  text
    .replace(SPACED_INITIALS, '$1.')
    .split(/\s+/)
    .filter((word) => word !== '')

/** The parts of a word with marks inside; otherwise none. */
function manyParts(written: string): readonly string[] {
  if (PLAIN.test(written)) return []
  const parts = partsOf(written)
  return parts.length > 1 && parts.length <= PARTS_MAX ? parts : []
}

/** What finds a text besides its folded words: each word with marks inside, closed up from each part on. */
export function closedWords(text: string): readonly string[] {
  if (!MAY_CLOSE.test(text)) return []
  const closed = writtenWords(text).flatMap((written) => {
    const parts = manyParts(written)
    return parts.map((_, at) => parts.slice(at).join(''))
  })
  return [...new Set(closed)]
}

/** All the words that find a title, as stored: "L’histoire de France" is "lhistoire de france histoire". */
export function titleWords(text: string): string {
  const folded = fold(text)
  const own = new Set(folded.split(' '))
  return [folded, ...closedWords(text).filter((word) => !own.has(word))].join(' ')
}

/**
 * One typed word in each form in which it may be stored: as it folds, closed up, and its parts side by side (one text
 * with spaces). All words of one of the forms must match.
 */
export type AskedWord = readonly (readonly string[])[]

/** Typed words that are looked for; nothing more is told by further ones, and each is matched with all others. */
const ASKED_MAX = 8

/** "l’arc-en-ciel" is "larc", "en" and "ciel", or "larcenciel", or "l arc en ciel". */
export function askedWords(text: string): readonly AskedWord[] {
  const asked = writtenWords(text).flatMap((written): readonly AskedWord[] => {
    const folded = fold(written).split(' ', ASKED_MAX).join(' ')
    if (folded === '') return []
    const parts = manyParts(written)
    const others = parts.length === 0 ? [] : [parts.join(''), parts.join(' ')].filter((form) => form !== folded)
    return [[folded.split(' '), ...others.map((form) => [form])]]
  })
  return asked.slice(0, ASKED_MAX)
}
