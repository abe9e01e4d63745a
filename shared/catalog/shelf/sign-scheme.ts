/**
 * What the two ends of a sign are: Dewey, LC, words, or letters that can be a class, an author or a title. Pure. Reads
 * both ends by the same scheme.
 */
import { isCallNumber } from '../call-number/call-number.ts'
import { guessProfile } from '../call-number/guess.ts'
import { isPrefixWord } from '../call-number/prefix.ts'
import type { ShelfProfile } from '../call-number/profile.ts'
import { plain } from '../call-number/alphabet.ts'

/**
 * - `dewey`, `lc`: a number of that scheme
 * - `words`: an author, a title, or words with numbers
 * - `letters`: up to three letters: a class of LC, or the beginning of an author or title
 * - `section`: only a prefix word: REF, J, FIC
 * - `unreadable`: neither a letter nor a digit; or "800s", which has no clear end
 */
type EndScheme = 'dewey' | 'lc' | 'words' | 'letters' | 'section' | 'unreadable'

/** Of both ends together; `mixed`: they differ. */
type SignScheme = EndScheme | 'mixed'

const LETTERS = /^[a-z]{1,3}$/
const HUNDREDS = /^\d+0s$/
const NINE_HUNDREDS = /^9\d\d\b/

function endScheme(text: string): EndScheme {
  const words = plain(text)
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '')
  const [last = '', ...front] = words.toReversed()
  if (last === '' || HUNDREDS.test(last)) return 'unreadable'
  if (words.every((word) => word.length > 1 && isPrefixWord(word))) return 'section'
  // "FIC" in front says what the letters are; REF and J do not.
  const guessed = guessProfile(text)
  if (LETTERS.test(last) && front.length === 0) return 'letters'
  if (guessed === 'dewey' || (guessed === 'biography' && NINE_HUNDREDS.test(plain(text)))) return 'dewey'
  if (guessed === 'lc') return isCallNumber(text, 'lc') ? 'lc' : 'words'
  const isFiction = front.some((word) => word === 'fic' || word === 'fiction')
  return LETTERS.test(last) && !isFiction && front.every((word) => isPrefixWord(word)) ? 'letters' : 'words'
}

/** Accession numbers: "1" to "5000" are not Dewey, though 1 alone may be. */
function isCounted(from: string, to: string): boolean {
  const ends = [plain(from), plain(to)]
  return ends.every((end) => /^\d+$/.test(end)) && ends.some((end) => end.length > 3)
}

/** Both ends together: letters beside an LC number are a class, beside an author they begin one. */
export function schemeOf(from: string, to: string): SignScheme {
  if (isCounted(from, to)) return 'words'
  const ends = new Set([endScheme(from), endScheme(to)])
  if (ends.has('unreadable')) return 'unreadable'
  if (ends.size > 1) ends.delete('section')
  if (ends.size > 1 && !ends.has('dewey')) ends.delete('letters')
  const [only = 'mixed', ...others] = ends
  return others.length === 0 ? only : 'mixed'
}

/** Whether a number of this profile can be covered by such a sign at all. */
export function isOfScheme(scheme: SignScheme, profile: ShelfProfile): boolean {
  switch (scheme) {
    case 'dewey':
      return profile === 'dewey' || profile === 'biography'
    case 'lc':
      return profile === 'lc'
    case 'words':
    case 'letters':
    case 'section':
      return true
    case 'mixed':
    case 'unreadable':
      return false
  }
}

/** The profile to read both ends by where the location has none; null when they have none in common. */
export function profileOfSign(from: string, to: string): ShelfProfile | null {
  const scheme = schemeOf(from, to)
  if (scheme === 'mixed' || scheme === 'unreadable') return null
  if (scheme === 'dewey' || scheme === 'lc') return scheme
  if (scheme === 'letters') return isCallNumber(from, 'lc') || LETTERS.test(plain(from)) ? 'lc' : 'fiction'
  if (scheme === 'section') return 'dewey'
  return guessProfile(from.length > to.length ? from : to)
}
