/**
 * Guesses which profile a call number was written for. A guess from one number can be wrong; a location has many, and
 * most of them agree. Only for locations whose profile the library has not set.
 */
import {
  FICTION_WORDS,
  isBiographyWord,
  isLcClass,
  isPrefixWord,
  LC_CLASSES_TOO,
  MEDIA_WORDS,
  takeWords,
} from './prefix.ts'
import { SHELF_PROFILES, type ShelfProfile } from './profile.ts'
import { plain } from './alphabet.ts'

const DEWEY = /^\d{1,3}(?!\d)(?:[/'.]|\s|\p{L}|$)/u
/** Letters that LC uses (W and QS to QZ for medicine), with three of them only in history and law. */
const LC = /^(?:[a-hj-np-vwz][a-z]?|[dk][a-z]{2})[\s'.]*\d{1,4}(?!\d)/
const VOLUME = /^(?:v|vol|volume|no|number|pt|part|c|copy)[.\s]*\d/
const NUMBERED = /^[\p{L}\p{M}][\p{L}\p{M}\s&-]*\d+$/u

/** Strips the prefix words of any profile. */
function prefixOf(text: string): { prefix: readonly string[]; rest: string } {
  return takeWords(text, (word) => (isPrefixWord(word) ? 'keep' : 'stop'))
}

/** A letter for the readership, three digits, and then no cutter with digits: "J 567.9 DIN". */
const READER_AND_DEWEY = /^(?:[eprt]\s+|j\s*)\d{3}(?!\d)(?:\.[\d/']+)?(?!\s*\.?[a-z]{1,3}\d|[\d/']|\.\d)/

/** A class with a cutter after a period or an apostrophe: nothing else looks like this. */
const LC_CUTTER = /^[a-z]{1,3}[\s']*\d{1,4}(?:\.\d+)*\s*[.'][a-z]{1,3}\d/

function isLc(text: string): boolean {
  const letters = /^[a-z]+/.exec(text)?.[0] ?? ''
  if (!LC.test(text) || READER_AND_DEWEY.test(text) || !isLcClass(letters)) return false
  return LC_CUTTER.test(text) || !LC_CLASSES_TOO.has(letters)
}

/** The profile that this number looks like. Any text has one; names without a number are titles. */
export function guessProfile(text: string): ShelfProfile {
  const bare = plain(text).replace(/^[^\p{L}\p{N}]+/u, '')
  if (LC_CUTTER.test(bare) && isLc(bare)) return 'lc'
  if (VOLUME.test(bare)) return 'volume'
  const { prefix, rest } = prefixOf(bare)
  const first = /^[\p{L}\d]+/u.exec(rest)?.[0] ?? ''
  if (isBiographyWord(first) && /^\w+[\s-]+\p{L}/u.test(rest)) return 'biography'
  if (prefix.length > 0 && VOLUME.test(rest)) return 'numbered'
  const isOneLetter = prefix.length === 1 && prefix[0]?.length === 1
  if ((prefix.length === 0 || isOneLetter) && isLc(bare)) return 'lc'
  if (prefix.some((word) => FICTION_WORDS.has(word)) || FICTION_WORDS.has(bare)) return 'fiction'
  if (DEWEY.test(rest) || /^[a-z]{1,3}\d{3}\.\d/.test(rest)) return 'dewey'
  if (isLc(rest)) return 'lc'
  if (NUMBERED.test(bare) || /^\d/.test(bare)) return 'numbered'
  if (prefix.some((word) => MEDIA_WORDS.has(word))) return 'title'
  return prefix.length > 0 || rest.includes(',') ? 'fiction' : 'title'
}

/** The profile that most of these numbers look like, the first of `SHELF_PROFILES` among equals. */
export function guessShelf(texts: readonly string[]): ShelfProfile {
  const counts = new Map<ShelfProfile, number>()
  for (const text of texts) {
    const profile = guessProfile(text)
    counts.set(profile, (counts.get(profile) ?? 0) + 1)
  }
  let most: ShelfProfile = 'dewey'
  for (const profile of SHELF_PROFILES) if ((counts.get(profile) ?? 0) > (counts.get(most) ?? 0)) most = profile
  return most
}
