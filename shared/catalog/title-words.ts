/**
 * The words that titles are found by, and what was typed as words. A written word with signs inside ("L’histoire",
 * "Spider-Man", "J.R.R.", "1,000") is kept as it folds, and closed up from each of its parts on: "lhistoire" and
 * "histoire", "spiderman" and "man". Typed in any of these forms it finds all of them. Pure. Must never be shown.
 */
import { fold, partsOf } from './fold.ts'

/** A word without a sign inside, whatever stands behind it. Most words are such. */
const PLAIN = /^[\p{Ll}\p{Lu}\p{Lo}\p{M}\p{N}]+[^\p{L}\p{M}\p{N}]*$/u
/** More parts than these are an address on the web, or words whose blanks were lost. */
const PARTS_MAX = 8
/** Initials with blanks between them: "J. R. R. Tolkien". */
const SPACED_INITIALS = /(?<=^|[\s(])(\p{L}\.?)\s+(?=\p{L}\.?(?:[\s,;:/)]|$))/gu

/** Most texts have nothing to close up: looked at for a fifth of the time that taking them apart takes. */
const MAY_CLOSE = new RegExp(
  [
    String.raw`[\p{L}\p{M}\p{N}][^\s\p{L}\p{M}\p{N}]+[\p{L}\p{N}]`, // a sign inside a word
    String.raw`\p{Lm}`, // an apostrophe that counts as a letter
    String.raw`(?:^|[\s(])\p{L}\.?\s+\p{L}\.?(?:[\s,;:/)]|$)`, // initials
  ].join('|'),
  'u',
)

/** Initials count as one written word, blanks or not. */
const writtenWords = (text: string): readonly string[] =>
  text
    .replace(SPACED_INITIALS, '$1.')
    .split(/\s+/)
    .filter((word) => word !== '')

/** Of a word with signs inside; else none. */
function manyParts(written: string): readonly string[] {
  if (PLAIN.test(written)) return []
  const parts = partsOf(written)
  return parts.length > 1 && parts.length <= PARTS_MAX ? parts : []
}

/** What a text is found by besides its folded words: each word with signs inside, closed up from each part on. */
export function closedWords(text: string): readonly string[] {
  if (!MAY_CLOSE.test(text)) return []
  const closed = writtenWords(text).flatMap((written) => {
    const parts = manyParts(written)
    return parts.map((_, at) => parts.slice(at).join(''))
  })
  return [...new Set(closed)]
}

/** All words that a title is found by, as they are kept: "L’histoire de France" is "lhistoire de france histoire". */
export function titleWords(text: string): string {
  const folded = fold(text)
  const own = new Set(folded.split(' '))
  return [folded, ...closedWords(text).filter((word) => !own.has(word))].join(' ')
}

/**
 * One written word in each form that it may be kept in: as it folds, closed up, and its parts side by side (one text
 * with blanks). All words of one of the forms must be there.
 */
export type AskedWord = readonly (readonly string[])[]

/** "l’arc-en-ciel" is "larc", "en" and "ciel", or "larcenciel", or "l arc en ciel". */
export function askedWords(text: string): readonly AskedWord[] {
  return writtenWords(text).flatMap((written): readonly AskedWord[] => {
    const folded = fold(written)
    if (folded === '') return []
    const parts = manyParts(written)
    const others = parts.length === 0 ? [] : [parts.join(''), parts.join(' ')].filter((form) => form !== folded)
    return [[folded.split(' '), ...others.map((form) => [form])]]
  })
}
