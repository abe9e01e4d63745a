/**
 * Ranges of shelves: from one number to another, including everything that begins with the last. An end can be letters
 * alone (PN), a class without decimals (813) or the words of a section (REF). A number that cannot be parsed is in no
 * range.
 */
import { callNumberKey, isCallNumber } from './call-number.ts'
import { BIOGRAPHY_WORDS, FICTION_WORDS, isLcClass, isListed, isPrefixWord, prefixKey, takeWords } from './prefix.ts'
import { NO_OPTIONS, type ShelfOptions, type ShelfProfile } from './profile.ts'
import { END, plain, SIGN } from './alphabet.ts'

/**
 * A range of shelves, as keys: from `first_key` to `last_key`, both included. `own_key` ends what the last number
 * covers by itself: for letters alone, that class without the classes of more letters, PN without PNA.
 */
export type ShelfRange = { readonly first_key: string; readonly last_key: string; readonly own_key: string }

/** One end of a range as a key: what begins with it sorts after it. */
type RangeEnd = { readonly key: string; readonly is_class: boolean }

const WORDS = /[^\p{L}\p{M}\d]+/u
const wordsOf = (text: string): string[] => text.split(WORDS).filter((word) => word !== '')
const LC_LETTERS = /^[a-z]{1,3}$/

/** Letters alone are a whole class of LC: "PZ" includes PZ7 .R79. */
function lcClassEnd(text: string, options: ShelfOptions): RangeEnd | null {
  const { prefix, rest } = takeWords(text, (word) => (isPrefixWord(word) || isListed(word, options) ? 'keep' : 'stop'))
  const letters = rest.replace(/\W+$/, '')
  if (!LC_LETTERS.test(letters) || !isLcClass(letters)) return null
  return { key: prefixKey(prefix, options) + SIGN.body + letters, is_class: true }
}

/** Whether a word by itself can name a section of this profile, rather than an author or a title. */
function isSection(word: string, profile: ShelfProfile, options: ShelfOptions): boolean {
  if (isListed(word, options)) return true
  if (profile === 'dewey') return isPrefixWord(word)
  return word.length > 1 && (isPrefixWord(word) || (profile === 'biography' && BIOGRAPHY_WORDS.has(word)))
}

/** Words of sections alone are the whole section: "REF", "J DVD", "FIC". */
function sectionEnd(text: string, profile: ShelfProfile, options: ShelfOptions): RangeEnd | null {
  const words = wordsOf(text)
  if (words.length === 0 || !words.every((word) => isSection(word, profile, options))) return null
  const isSaid = (word: string): boolean =>
    (profile === 'fiction' && FICTION_WORDS.has(word)) || (profile === 'biography' && BIOGRAPHY_WORDS.has(word))
  const kept = words.filter((word) => !isSaid(word))
  return { key: prefixKey(kept, options) + (kept.length < words.length ? SIGN.body : ''), is_class: false }
}

function endOf(text: string, profile: ShelfProfile, options: ShelfOptions): RangeEnd | null {
  const bare = plain(text)
  const isCounted = profile === 'volume' || profile === 'numbered'
  const section = isCounted || profile === 'lc' ? null : sectionEnd(bare, profile, options)
  if (section) return section
  if (isCallNumber(text, profile)) return { key: callNumberKey(text, profile, options), is_class: false }
  return profile === 'lc' ? lcClassEnd(bare, options) : null
}

/** "B" to "B" on a biography shelf is all of them, not the lives of people with B. */
function isWholeBiography(from: string, to: string, profile: ShelfProfile): boolean {
  return profile === 'biography' && plain(from) === plain(to) && BIOGRAPHY_WORDS.has(plain(from))
}

/**
 * From one number through everything that begins with another: "640" to "649" includes 649.99 and "649 ABC", "PN" to
 * "PZ" includes "PZ7 .R79". One number alone is the range of all that begins with it. Null when it cannot be read so.
 */
export function shelfRange(
  from: string,
  to: string,
  profile: ShelfProfile,
  options: ShelfOptions = NO_OPTIONS,
): ShelfRange | null {
  if (isWholeBiography(from, to, profile)) return rangeOf(prefixKey([], options) + SIGN.body)
  const [first, last] = [endOf(from, profile, options), endOf(to, profile, options)]
  if (!first || !last) return null
  const own_key = last.key + (last.is_class ? SIGN.body : '') + END
  return { first_key: first.key, last_key: last.key + END, own_key }
}

const rangeOf = (key: string): ShelfRange => ({ first_key: key, last_key: key + END, own_key: key + END })

/**
 * The section that a lone letter also names: "E" to "E" is the authors with E, and everything with an E prefix. Null
 * where the letter is not a prefix.
 */
export function sectionRange(
  from: string,
  to: string,
  profile: ShelfProfile,
  options: ShelfOptions = NO_OPTIONS,
): ShelfRange | null {
  const letter = plain(from)
  const isAsked = profile === 'fiction' || profile === 'title' || profile === 'biography'
  if (!isAsked || letter !== plain(to) || letter.length !== 1 || !isPrefixWord(letter)) return null
  return rangeOf(prefixKey([letter], options))
}
