/**
 * The words before a call number that name its section of shelves: REF, J, DVD, LARGE PRINT. Never drops a word that is
 * part of the number or of a name.
 */
import type { ShelfOptions } from './profile.ts'
import { SIGN } from './alphabet.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Media words. Safe to strip from a title, too: no title begins with one. */
export const MEDIA_WORDS =
  words(`dvd dvds bluray cd cds cdb cdbook bcd vhs lp lps gn mag mp3 ps2 ps3 ps4 ps5 xbox wii kit
  audiobook playaway`)

/** Words for the young: may also follow a media word. */
export const YOUNG_WORDS = words('j juv jr juvenile ya yp')
/** Words for other readers. */
const READER_WORDS = words('y teen t e easy er reader p pic pb bb board ref reference r')

const SECTION_WORDS =
  words(`lt lp large print blu ray audio book av graphic manga mys mystery sf scifi sci fi wes western rom
  romance hor horror fan fantasy inspirational storage oversize folio quarto local spa spanish fre french ger german ita
  italian rus russian chi chinese kor korean jpn japanese pol polish ara arabic vie vietnamese hin hindi urd urdu
  wl esl`)

/** Words for fiction itself: they say nothing on a fiction shelf. */
export const FICTION_WORDS = words('fic fict fiction f')
export const BIOGRAPHY_WORDS = words('b bio biog biography 92 920 921')
/** "Young reader’s biography" in one word. */
const YOUNG_BIOGRAPHY = words('jb jbio yb')

export function isPrefixWord(word: string): boolean {
  return (
    MEDIA_WORDS.has(word) ||
    YOUNG_WORDS.has(word) ||
    READER_WORDS.has(word) ||
    SECTION_WORDS.has(word) ||
    FICTION_WORDS.has(word)
  )
}

/** Prefix words that are also classes of LC: diplomatics, anthropology, textbooks, Celtic languages, animals. */
export const LC_CLASSES_TOO = words('cd gn lt pb sf')

/** Whether these letters can be a class of LC: one letter can, a prefix such as DVD or REF cannot. */
export function isLcClass(letters: string): boolean {
  return letters.length === 1 || LC_CLASSES_TOO.has(letters) || !isPrefixWord(letters)
}

/** Words that a library lists as its own are prefixes, too. */
export function isListed(word: string, options: ShelfOptions): boolean {
  return (
    options.prefixes?.some((prefix) =>
      prefix
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(word),
    ) ?? false
  )
}

/** The next word that is followed by another, and what separates them. */
const FIRST = /^[^\p{L}\p{N}]*([\p{L}\p{M}]+\d?|\d{2,3})(?![\p{L}\p{N}'])([^\p{L}\p{N}]+)(?=.)/u

export type Taken = { readonly prefix: readonly string[]; readonly rest: string }

/**
 * Takes words from the front while `accepts` says what to do with each: keep it as a prefix, drop it, or stop. The last
 * word always stays. A word followed by a comma is a surname, a letter followed by a period an initial.
 */
export function takeWords(text: string, accepts: (word: string) => 'keep' | 'drop' | 'drop-last' | 'stop'): Taken {
  const prefix: string[] = []
  let rest = text
  for (let match = FIRST.exec(rest); match; match = FIRST.exec(rest)) {
    const [all, word = '', gap = ''] = match
    if (gap.includes(',') || (word.length === 1 && gap.startsWith('.'))) break
    const verdict = accepts(word)
    if (verdict === 'stop') break
    if (verdict === 'keep') prefix.push(word)
    rest = rest.slice(all.length)
    if (verdict === 'drop-last') break
  }
  return { prefix, rest }
}

/** On a biography shelf: reader words stay, the letter B or the number 921 is dropped, then the name begins. */
export function takeBiography(text: string, options: ShelfOptions): Taken {
  const young = /^(jb|jbio|yb)[\s-]+(?=.)/.exec(text)
  if (young) return { prefix: [text.slice(0, 1)], rest: text.slice(young[0].length) }
  return takeWords(text, (word) => {
    if (BIOGRAPHY_WORDS.has(word)) return 'drop-last'
    return isPrefixWord(word) || isListed(word, options) ? 'keep' : 'stop'
  })
}

export const isBiographyWord = (word: string): boolean => BIOGRAPHY_WORDS.has(word) || YOUNG_BIOGRAPHY.has(word)

/** The longest listed prefix that begins at this word, and how many words it has. */
function listedAt(prefix: readonly string[], at: number, listed: readonly string[]): { rank: number; count: number } {
  let best = { rank: -1, count: 1 }
  for (const [rank, phrase] of listed.entries()) {
    const parts = phrase.toLowerCase().split(/[\s-]+/)
    if (phrase === '' || (best.rank >= 0 && parts.length <= best.count)) continue
    if (parts.every((part, index) => prefix[at + index] === part)) best = { rank, count: parts.length }
  }
  return best
}

const rankKey = (rank: number): string => `!${rank.toString(36).padStart(3, '0')}`

/** The key of a prefix: no prefix first, then listed ones in their order, then the others alphabetically. */
export function prefixKey(prefix: readonly string[], options: ShelfOptions): string {
  const listed = options.prefixes ?? []
  if (prefix.length === 0) {
    const rank = listed.indexOf('')
    return rank < 0 ? '' : rankKey(rank)
  }
  let key = ''
  for (let at = 0; at < prefix.length;) {
    const { rank, count } = listedAt(prefix, at, listed)
    key += rank < 0 ? `"${prefix[at] ?? ''}` : rankKey(rank)
    at += count
  }
  return key
}

/** Marks what follows the prefix: a number without prefix sorts before any prefix. */
export const bodyKey = (head: string): string => SIGN.body + head
