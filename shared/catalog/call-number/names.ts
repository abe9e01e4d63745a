/**
 * Files authors and titles as public libraries do: Mc as written, surnames with prefixes closed up, St. as Saint,
 * initials first, articles dropped, numerals as spoken. The results are sort keys and are never shown.
 */
import { fold, titleKey } from '../fold.ts'
import { datedTitle, issueBegin, isIssueWord } from './issue.ts'
import { tailKey } from './classed.ts'
import { FICTION_WORDS, isListed, isPrefixWord, MEDIA_WORDS, prefixKey, takeWords, YOUNG_WORDS } from './prefix.ts'
import type { KeyParts, ShelfOptions } from './profile.ts'
import { plain, SIGN, wholeKey } from './alphabet.ts'
import { spokenNumber, spokenOrdinal } from './spoken.ts'

/** Separates a surname from what follows: sorts above the space between words, below every letter. */
const GIVEN = '!'

/** Abbreviations filed as spelled out. "Mrs." is filed as written. */
const SAINT: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte' }
const SPELLED: Readonly<Record<string, string>> = { ...SAINT, dr: 'doctor', mr: 'mister', mt: 'mount' }

/** What a surname may begin with. Without a comma, the surname continues only after these. */
const PARTICLES = new Set(
  `a al ap da dal de degli dei del dela della den der des di dos du el fitz ibn l la las le les lo los mac mc o saint
  sainte san santa st te ten ter van vande vanden vander von zu zum zur`.split(/\s+/),
)

const isInitial = (word: string): boolean => /^\p{L}$/u.test(word)

/** Closes up the words of a surname. Initials stay apart, so that "H.D." comes before "Haake". */
function closedUp(words: readonly string[]): string {
  return words.every(isInitial) ? words.join(' ') : words.map((word) => SAINT[word] ?? word).join('')
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '')

/** A name without a comma: the surname is the first word, or continues after a particle; the rest is something else. */
function splitSurname(words: readonly string[]): { surname: string; rest: readonly string[] } {
  if (words.every(isInitial)) return { surname: words.join(' '), rest: [] }
  let count = 1
  while (count < words.length && PARTICLES.has(words[count - 1] ?? '') && !/^\d/.test(words[count] ?? '')) count += 1
  return { surname: closedUp(words.slice(0, count)), rest: words.slice(count) }
}

/** Numbers on a label are counted: "KING 2" comes before "KING 10". */
const counted = (word: string): string => (/^\d+$/.test(word) ? wholeKey(word) : word)

type Name = { readonly surname: string; readonly given: string }

/** Reads "García Márquez, Gabriel, 1927-2014" or a surname alone. Years and roles ("author") are left out. */
function readName(text: string): Name {
  const [first = '', ...others] = text.split(',')
  if (others.length === 0) {
    const { surname, rest } = splitSurname(wordsOf(first).map(counted))
    return { surname, given: rest.join(' ') }
  }
  const given = wordsOf((others[0] ?? '').replace(/\(.*/, '')).filter((word) => !/^\d/.test(word))
  return { surname: closedUp(wordsOf(first)), given: given.join(' ') }
}

const givenKey = (given: string): string => (given === '' ? '' : GIVEN + given)

/** The key that keeps an author's books together. */
export function authorKey(author: string): string {
  const { surname, given } = readName(author)
  return surname + givenKey(given)
}

/** A fiction shelf: the author, or the first letters, after "FIC" and other prefixes. */
export function readFiction(text: string, options: ShelfOptions): KeyParts {
  const { prefix, rest } = takeWords(text, (word) => {
    if (FICTION_WORDS.has(word)) return 'drop'
    return isPrefixWord(word) || isListed(word, options) ? 'keep' : 'stop'
  })
  const end = issueBegin(rest)
  const { surname, given } = readName(rest.slice(0, end))
  return {
    prefix: prefixKey(prefix, options),
    head: surname,
    tail: givenKey(given),
    issue: tailKey(rest, end, 'dewey'),
  }
}

const NUMERAL = /^#*(\d+)(st|nd|rd|th|s)?$/
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g
const SPOKEN_LANGUAGE = /^(en|$)/i

/** A word of a title. After "volume", "season", "part" and the like a number is counted, not spoken. */
function titleWord(word: string, before: string, isSpoken: boolean): string {
  const match = NUMERAL.exec(word)
  if (!match) return isSpoken ? (SPELLED[word] ?? word) : word
  const [, digits = '', ending] = match
  if (isIssueWord(before) || before === 'v' || !isSpoken) return wholeKey(digits) + (ending ?? '')
  if (ending === undefined) return spokenNumber(digits)
  return ending === 's' ? `${spokenNumber(digits)}s`.replace(/ys$/, 'ies') : spokenOrdinal(digits)
}

/**
 * The key of a title on the shelf, word by word. A date that ends the title of an issue sorts as a date. `language` as
 * in `titleKey`.
 */
export function titleShelfKey(title: string, language: string, options: ShelfOptions): string {
  const isSpoken = options.numerals !== 'before-letters' && SPOKEN_LANGUAGE.test(language)
  const dated = datedTitle(title)
  const words = titleKey((dated?.title ?? title).replace(THOUSANDS, ''), language).split(' ')
  const key = words.map((word, at) => titleWord(word, words[at - 1] ?? '', isSpoken)).join(' ')
  return dated ? key + SIGN.issue + dated.key : key
}

/**
 * A shelf by title: strips the media words (DVD, J DVD, DVD J) from the front; the rest is the title. A title may begin
 * with a word that is a prefix elsewhere: "DVD LOCAL HERO".
 */
export function readTitle(text: string, options: ShelfOptions): KeyParts {
  const bare = plain(text)
  const isThing = (word: string): boolean => MEDIA_WORDS.has(word) || isListed(word, options)
  let hasThing = false
  const taken = takeWords(bare, (word) => {
    hasThing ||= isThing(word)
    return isThing(word) || YOUNG_WORDS.has(word) || (!hasThing && isPrefixWord(word)) ? 'keep' : 'stop'
  })
  const { prefix, rest } = hasThing ? taken : { prefix: [], rest: bare }
  const key = titleShelfKey(rest, '', options)
  const head = /^[^ \v]*/.exec(key)?.[0] ?? key
  return { prefix: prefixKey(prefix, options), head, tail: key.slice(head.length), issue: '' }
}
