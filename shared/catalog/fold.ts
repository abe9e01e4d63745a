/**
 * Search keys: text without case, accents and punctuation. The same text has the same key on every machine, because
 * keys are stored. Keys are never shown.
 */

const ASCII = /^[\p{ASCII}]*$/u

/** Marks over and under letters. Vowel signs of Indic scripts are parts of their letters and stay. */
const MARK_RANGES = [
  String.raw`\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f`, // Latin, Greek, all
  String.raw`\u0483-\u0487`, // Cyrillic
  String.raw`\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7`, // Hebrew points
  String.raw`\u0610-\u061a\u064b-\u065f\u0670`, // Arabic vowels
]
const MARKS = new RegExp(`[${MARK_RANGES.join('')}]`, 'g')

/** Letters that Unicode does not decompose, and what people type for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ς: 'σ',
  ƒ: 'f',
  ə: 'e',
}
const LETTERS_FOUND = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * Apostrophes and what is typed or printed for one: typographic, primes, standalone accents, full width, ʻokina, ʻayn
 * and hamza, saltillo, Hebrew geresh and gershayim. NFKD splits some of them into a space and a mark.
 */
const APOSTROPHES = [
  String.raw`'\u0060\u00b4\u2018\u2019\u201b\u2032\u2035\uff07\uff40`, // typed and printed
  String.raw`\u02b9-\u02bf\u02c8\u02ca\u02cb\ua78b\ua78c`, // letters of their own
  String.raw`\u0384\u055a\u05f3\u05f4\u1fbd\u1fbf\u1fef\u1ffd\u1ffe`, // Greek, Armenian, Hebrew
].join('')

/** Marks that join a word: "O’Brien" is "obrien", Hawaiian "Hawaiʻi" is "hawaii". Also the Arabic tatweel. */
const JOINERS = new RegExp(`[${APOSTROPHES}\u0640]`, 'g')
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g')
const SIGNS_INSIDE = /[^\p{L}\p{M}\p{N}+#]+/u
const SEPARATORS = /[^\p{L}\p{M}\p{N}+#]+/gu
const ASCII_SEPARATORS = /[^a-z0-9+#]+/g
const CONTROLS = /[\p{Cf}\p{Cs}]/gu

function foldOther(text: string): string {
  return text
    .replace(CONTROLS, '')
    .replace(JOINERS, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LETTERS_FOUND, (letter) => LETTERS[letter] ?? letter)
    .replace(JOINERS, '')
    .replaceAll('&', ' and ')
    .replace(SEPARATORS, ' ')
    .normalize('NFC')
    .trim()
}

/** "Les Misérables: l’intégrale" becomes "les miserables lintegrale". Folding a key again changes nothing. */
export function fold(text: string): string {
  if (!ASCII.test(text)) return foldOther(text)
  return text.toLowerCase().replace(JOINERS, '').replaceAll('&', ' and ').replace(ASCII_SEPARATORS, ' ').trim()
}

/** Splits a written word at any mark and folds the parts: "L’arc-en-ciel" is "l", "arc", "en" and "ciel". */
export function partsOf(written: string): readonly string[] {
  const parts = written.replace(CONTROLS, '').replace(APOSTROPHE, "'").replaceAll('\u0640', '').split(SIGNS_INSIDE)
  return parts.map((part) => fold(part).replaceAll(' ', '')).filter((part) => part !== '')
}

/** The key of a person's name or a part of it. A hyphen separates words; an apostrophe does not. */
export function nameKey(name: string): string {
  return fold(name)
}

/** Initial articles by language, folded; and those joined to the next word by an apostrophe. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  english: ['the', 'a', 'an'],
  spanish: ['el', 'la', 'los', 'las', 'lo', 'un', 'una', 'unos', 'unas'],
  french: ['le', 'la', 'les', 'un', 'une', 'des'],
  german: ['der', 'die', 'das', 'den', 'dem', 'des', 'ein', 'eine', 'einen', 'einem', 'einer', 'eines'],
}
const LEANING_ARTICLE = new RegExp(String.raw`^[^\p{L}\p{N}]*[lL\uff2c\uff4c][${APOSTROPHES}]`, 'u')

/** Codes as MARC, ISO and people write them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  eng: 'english',
  en: 'english',
  english: 'english',
  spa: 'spanish',
  es: 'spanish',
  spanish: 'spanish',
  fre: 'french',
  fra: 'french',
  fr: 'french',
  french: 'french',
  ger: 'german',
  deu: 'german',
  de: 'german',
  german: 'german',
}

/** "A is for Alibi", "A to Z": here A is a letter, not an article. */
const LETTER_A = /^a (is|to|and|z|b|was)\b/

/**
 * The key that a title is filed under: folded, its initial article dropped. `language` is "eng", "es", "fr-CA" and the
 * like; an unknown or empty one counts as English. `skip_count` is the number of characters that the cataloger says to
 * skip (MARC 245, second indicator); above zero it wins. Never empty when the title has a letter.
 */
export function titleKey(title: string, language = '', skip_count = 0): string {
  const whole = fold(title)
  if (skip_count > 0 && skip_count < 10) return fold(title.slice(skip_count)) || whole
  const tongue = LANGUAGES[language.toLowerCase().split(/[-_]/)[0] ?? ''] ?? 'english'
  if (tongue === 'french' && LEANING_ARTICLE.test(title)) return fold(title.replace(LEANING_ARTICLE, '')) || whole
  const space = whole.indexOf(' ')
  if (space < 0 || (tongue === 'english' && LETTER_A.test(whole))) return whole
  return ARTICLES[tongue]?.includes(whole.slice(0, space)) ? whole.slice(space + 1) : whole
}

/** The order of folded keys, by code unit: the same as the store's indexes. */
export function compareKeys(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
